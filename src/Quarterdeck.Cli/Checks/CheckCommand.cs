using System.CommandLine;
using System.Globalization;
using Quarterdeck.App.Findings;
using Quarterdeck.Cli.Packs;
using Quarterdeck.Cli.Records;
using Quarterdeck.Cli.Terminals;
using Quarterdeck.Domain.Checks;
using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Ratings;
using Quarterdeck.Interchange.Packs;

namespace Quarterdeck.Cli.Checks;

/// <summary><c>quarterdeck check PACK</c>: everything wrong or doubtful in a pack.</summary>
internal static class CheckCommand
{
    public static Command Make(Terminal terminal, TimeProvider clock)
    {
        var pack = PackArgument.Make();
        var format = FormatOption.Make();
        var today = new Option<string>("--today") { Description = "The day to check as of, YYYY-MM-DD; without it, today.", HelpName = "DATE" };
        today.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !TryDay(result.Tokens[0].Value, out _))
            {
                result.AddError($"--today: '{result.Tokens[0].Value}' is no date. Write it as 2025-11-26.");
            }
        });
        var command = new Command("check", "Lists what is wrong or doubtful in a pack, where it stands and how to mend it.") { pack, format, today };
        command.SetAction((parsed, stop) => Task.Run(
            () =>
            {
                var day = TryDay(parsed.GetValue(today), out var asked) ? asked : DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
                return Run(terminal, parsed.GetRequiredValue(pack), day, FormatOption.Of(parsed, format), stop);
            },
            stop));
        return command;
    }

    private static int Run(Terminal terminal, string path, DateOnly today, RecordFormat format, CancellationToken stop)
    {
        if (!PackArgument.Exists(terminal, path))
        {
            return ExitCode.CouldNotDoIt;
        }

        var reading = PackReader.Read(path);
        stop.ThrowIfCancellationRequested();
        var findings = new List<Finding>(reading.Findings);
        if (reading.Pack is { } pack)
        {
            var rater = new Rater(pack);
            var rated = rater.RateAll(rater.DefaultAsAt);
            stop.ThrowIfCancellationRequested();
            findings.AddRange(CheckList.Run(pack, rated, today));
        }

        var ordered = FindingText.InOrder(findings);
        RecordData.Write(terminal, format, FindingRecord.Fields, ordered, shown => FindingText.Write(terminal, shown));
        var checkedAll = reading.Pack is null ? " The checks of the figures were not made, because the pack cannot be read." : string.Empty;
        terminal.Error.WriteLine($"{path}: {FindingText.Summary(ordered)}.{checkedAll}");
        return ordered.Any(finding => finding.Severity == Severity.Error) ? ExitCode.Findings : ExitCode.Done;
    }

    private static bool TryDay(string? text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
