using System.CommandLine;
using Quarterdeck.Cli.Output;
using Quarterdeck.Cli.Statistics;
using Quarterdeck.Packs.Csv;

namespace Quarterdeck.Cli.Commands;

/// <summary><c>quarterdeck statistics</c>: the statistics alone, on plain CSV files, so that anyone can compare them with another program's.</summary>
internal static class StatisticsCommand
{
    public static Command Make(Terminal terminal) => new("statistics", "Works out statistics of plain CSV files, to be compared with another program's.")
    {
        Part(terminal, "spc", "XmR charts with limits, rules and icons.", SpcFiles.Of),
        Part(terminal, "runchart", "Run charts with the Anhoej rules.", RunChartFiles.Of),
        Part(terminal, "attribute", "Charts of numerators and denominators: p, p', u, u', c and i'.", AttributeFiles.Of),
        Part(terminal, "trend", "Whether series rise or fall, by the recommended test and others.", TrendFiles.Of),
        Part(terminal, "forecast", "Forecasts with intervals, and the chance of a level at the end of the year.", ForecastFiles.Of),
        Part(terminal, "publichealth", "Intervals, standardised rates and funnel plots.", PublicHealthFiles.Of),
    };

    private static Command Part(Terminal terminal, string name, string description, Func<InputFolder, IEnumerable<PlainTable>> work)
    {
        var input = new Option<string>("--input") { Description = "The folder of the CSV files to read.", HelpName = "DIR", Required = true };
        var output = new Option<string>("--out")
        {
            Description = "The folder for the results; files of the same names are replaced.",
            HelpName = "DIR",
            Required = true,
        };
        var command = new Command(name, description) { input, output };
        command.SetAction((parsed, cancellationToken) => Task.Run(
            async () =>
            {
                var directory = parsed.GetRequiredValue(output);
                var tables = work(new InputFolder(parsed.GetRequiredValue(input))).ToList();
                cancellationToken.ThrowIfCancellationRequested();
                Directory.CreateDirectory(directory);
                foreach (var table in tables)
                {
                    await File.WriteAllTextAsync(Path.Combine(directory, table.File), table.Write(), cancellationToken);
                }

                await terminal.Error.WriteLineAsync($"{tables.Count} {(tables.Count == 1 ? "file" : "files")} in {directory}.");
                return ExitCode.Done;
            },
            cancellationToken));
        return command;
    }
}
