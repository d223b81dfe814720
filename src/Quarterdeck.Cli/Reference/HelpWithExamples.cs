using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using Quarterdeck.Cli.Output;

namespace Quarterdeck.Cli.Reference;

/// <summary>Help that ends with an example of the command, and with the exit codes.</summary>
internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    private const string WholeProgram = "quarterdeck";

    private static readonly Dictionary<string, string[]> Examples = new()
    {
        [WholeProgram] = ["quarterdeck rate samples/county-2025-26", "quarterdeck demo"],
        ["start"] = ["quarterdeck start"],
        ["new"] = ["quarterdeck new out/my-council --name \"Borough of Example\""],
        ["adopt"] = ["quarterdeck adopt samples/kpis-2025-26.csv --out out/adopted --yes"],
        ["rate"] = ["quarterdeck rate samples/county-2025-26", "quarterdeck rate samples/county-2025-26 --as-at 2025-09 --format csv"],
        ["check"] = ["quarterdeck check samples/county-2025-26"],
        ["reconcile"] = ["quarterdeck reconcile samples/county-2025-26"],
        ["publish"] =
        [
            "quarterdeck publish samples/county-2025-26 --report dashboard --out out/dashboard",
            "quarterdeck publish --store figures.db --report dashboard --author \"Performance team\" --reason \"October dashboard\" --out out/published",
        ],
        ["publications"] = ["quarterdeck publications --store figures.db"],
        ["reissue"] = ["quarterdeck reissue dashboard-2025-10 --store figures.db --out out/again"],
        ["serve"] = ["quarterdeck serve samples/county-2025-26 --urls http://127.0.0.1:0"],
        ["demo"] = ["quarterdeck demo", "quarterdeck demo --out out/demo --files-only"],
        ["import"] =
        [
            "quarterdeck import samples/county-2025-26 --store figures.db --dry-run",
            "quarterdeck import samples/county-2025-26 --store figures.db --author \"Performance team\" --reason \"October results\"",
        ],
        ["export"] = ["quarterdeck export out/pack --store figures.db", "quarterdeck export out/pack.xlsx --store figures.db"],
        ["audit"] = ["quarterdeck audit show --store figures.db --ref FN06", "quarterdeck audit verify --store figures.db"],
        ["audit show"] = ["quarterdeck audit show --store figures.db --ref FN06"],
        ["audit verify"] = ["quarterdeck audit verify --store figures.db"],
        ["doctor"] = ["quarterdeck doctor --store figures.db"],
        ["backup"] = ["quarterdeck backup figures.backup --store figures.db"],
        ["restore"] = ["quarterdeck restore figures.backup --store restored.db"],
        ["copy"] = ["quarterdeck copy --from figures.db --to copied.db"],
        ["erase"] = [
            "quarterdeck erase --store figures.db --table posts --key \"FIN||responsible-officer|\" --cells holder --author \"Data protection "
            + "officer\" --reason \"Request 17\" --dry-run"
        ],
        ["people"] = ["quarterdeck people list --store figures.db"],
        ["people begin"] = ["quarterdeck people begin --store figures.db --address https://performance.example.gov.uk"],
        ["people add"] = [
            "quarterdeck people add --store figures.db --post \"Director of Finance\" --name \"A Name\" --email director@example.gov.uk "
            + "--role approver --area FIN --author \"Performance team\""
        ],
        ["people grant"] = [
            "quarterdeck people grant director@example.gov.uk --store figures.db --role reader --author \"Performance team\""
        ],
        ["people link"] = ["quarterdeck people link director@example.gov.uk --store figures.db"],
        ["people list"] = ["quarterdeck people list --store figures.db"],
        ["people remove"] = ["quarterdeck people remove director@example.gov.uk --store figures.db --author \"Performance team\""],
        ["rounds"] = ["quarterdeck rounds list --store figures.db"],
        ["rounds open"] = [
            "quarterdeck rounds open 2025-10 --store figures.db --due 2099-11-10 --approve-by 2099-11-14 --lock 2099-11-17 "
            + "--author \"Performance team\""
        ],
        ["rounds list"] = ["quarterdeck rounds list --store figures.db"],
        ["mail"] = ["quarterdeck mail list --store figures.db"],
        ["mail test"] = ["quarterdeck mail test --to you@example.gov.uk"],
        ["mail list"] = ["quarterdeck mail list --store figures.db"],
        ["migrate"] = ["quarterdeck migrate --store figures.db --dry-run"],
    };

    public override bool ClearsParseErrors => true;

    /// <summary>Each command's examples: run by the tests, and printed in the reference.</summary>
    public static IReadOnlyList<string> Of(Command command) => Examples.GetValueOrDefault(command is RootCommand ? WholeProgram : FullName(command), []);

    /// <summary>The command as typed after the program's name: <c>audit show</c>.</summary>
    public static string FullName(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent and not RootCommand ? $"{FullName(parent)} {command.Name}" : command.Name;

    public static void Add(RootCommand root)
    {
        var option = root.Options.OfType<HelpOption>().Single();
        option.Action = new HelpWithExamples((HelpAction)option.Action!);
    }

    public override int Invoke(ParseResult parseResult)
    {
        help.Invoke(parseResult);
        WriteExamples(parseResult.CommandResult, parseResult.InvocationConfiguration.Output);
        return ExitCode.Done;
    }

    private static void WriteExamples(CommandResult result, TextWriter output)
    {
        var examples = Of(result.Command);
        if (examples.Count > 0)
        {
            output.WriteLine(examples.Count == 1 ? "Example:" : "Examples:");
        }

        foreach (var example in examples)
        {
            output.WriteLine("  " + example);
        }

        output.WriteLine();
        output.WriteLine(
            "Ends with 0 if done, 1 if errors or differences were found, 2 if used wrongly, 3 if it failed and wrote nothing, 4 if the program itself "
            + "has a fault.");
    }
}
