using System.CommandLine;
using Quarterdeck.Cli.Output;
using Quarterdeck.Cli.Reference;
using Quarterdeck.Domain.Checks;
using Quarterdeck.Domain.Collection;
using Quarterdeck.Packs.Writing;

namespace Quarterdeck.Cli.Commands;

/// <summary><c>quarterdeck reference DIR</c>: writes the generated pages of the documentation; for those who build the program.</summary>
internal static class ReferenceCommand
{
    public static Command Make(Terminal terminal)
    {
        var directory = new Argument<string>("DIR") { Description = "The folder of the reference pages." };
        var verify = new Option<bool>("--verify") { Description = "Writes nothing, and fails where a page differs from what would be written." };
        var command = new Command("reference", "Writes the reference pages.") { directory, verify };
        command.Hidden = true;
        command.SetAction(parsed =>
            Run(terminal, parsed.RootCommandResult.Command as RootCommand, parsed.GetRequiredValue(directory), parsed.GetValue(verify)));
        return command;
    }

    private static int Run(Terminal terminal, RootCommand? root, string directory, bool verify)
    {
        var pages = Pages(root ?? throw new InvalidOperationException("The program has one root command."));
        if (!verify)
        {
            Directory.CreateDirectory(directory);
            foreach (var (name, text) in pages)
            {
                File.WriteAllText(Path.Combine(directory, name), text);
            }

            return ExitCode.Done;
        }

        var stale = pages.Where(page => !IsCurrent(Path.Combine(directory, page.Name), page.Text)).Select(page => page.Name).ToList();
        foreach (var name in stale)
        {
            terminal.Error.WriteLine($"{Path.Combine(directory, name)} is not what the program would write: run ./build docs.");
        }

        return stale.Count == 0 ? ExitCode.Done : ExitCode.Findings;
    }

    private static IReadOnlyList<(string Name, string Text)> Pages(RootCommand root) =>
    [
        ("checks.md", CheckReference.Markdown()),
        ("command-line.md", CommandLinePage.Write(root)),
        ("open-data.md", OpenDataPage.Write()),
        ("pack.md", PackReference.Markdown()),
        ("round.md", RoundReference.Markdown()),
    ];

    private static bool IsCurrent(string path, string text) =>
        File.Exists(path) && File.ReadAllText(path).ReplaceLineEndings("\n") == text;
}
