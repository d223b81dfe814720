using System.CommandLine;
using System.CommandLine.Help;
using System.Text;

namespace Quarterdeck.Cli.Reference;

/// <summary>The reference of the command line, written from the commands themselves.</summary>
internal static class CommandLinePage
{
    public static string Write(RootCommand root)
    {
        var page = new StringBuilder();
        page.Append("# The command line\n\nWritten by `./build docs` from the program itself; the guide explains it in [words](../guide/command-line.md).\n\n");
        page.Append(root.Description).Append("\n\n");
        page.Append("Data go to standard output, progress to standard error.\n\n| ends with | when |\n|---|---|\n");
        page.Append("| 0 | done |\n| 1 | done, and errors or differences were found |\n| 2 | used wrongly |\n| 3 | failed; nothing was written |\n");
        foreach (var command in root.Subcommands.Where(command => !command.Hidden)
            .SelectMany(command => command.Subcommands.Count == 0 ? [command] : command.Subcommands))
        {
            Command(page, root, command);
        }

        return page.ToString();
    }

    private static void Command(StringBuilder page, RootCommand root, Command command)
    {
        page.Append("\n## quarterdeck ")
            .Append(HelpWithExamples.FullName(command))
            .Append("\n\n")
            .Append(command.Description)
            .Append("\n\n```text\nquarterdeck ")
            .Append(HelpWithExamples.FullName(command));
        foreach (var argument in command.Arguments)
        {
            page.Append(' ').Append(argument.Name);
        }

        foreach (var option in command.Options)
        {
            var words = option.Name + (option.HelpName is { } value ? " " + value : string.Empty);
            page.Append(' ').Append(option.Required ? words : $"[{words}]");
        }

        page.Append("\n```\n\n| | |\n|---|---|\n");
        foreach (var argument in command.Arguments)
        {
            Row(page, argument.Name, argument.Description);
        }

        foreach (var option in command.Options.Concat(root.Options.OfType<HelpOption>()))
        {
            var fallback = option is Option<string> { HasDefaultValue: true } ? $" ({option.GetDefaultValue()} if you leave it out)" : string.Empty;
            Row(page, option.HelpName is { } value ? $"{option.Name} {value}" : option.Name, option.Description + fallback);
        }

        page.Append("\n```console\n");
        foreach (var example in HelpWithExamples.Of(command))
        {
            page.Append("$ ").Append(example).Append('\n');
        }

        page.Append("```\n");
    }

    private static void Row(StringBuilder page, string name, string? description) =>
        page.Append("| `").Append(name.Replace("|", "\\|", StringComparison.Ordinal)).Append("` | ").Append(description).Append(" |\n");
}
