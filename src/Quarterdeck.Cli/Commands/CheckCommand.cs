using System.CommandLine;
using System.Globalization;
using Quarterdeck.Application.Findings;
using Quarterdeck.Cli.Formats;
using Quarterdeck.Cli.Input;
using Quarterdeck.Cli.Output;
using Quarterdeck.Domain.Checks;
using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Ratings;

namespace Quarterdeck.Cli.Commands;

/// <summary><c>quarterdeck check PACK</c>: everything wrong or doubtful in a pack.</summary>
internal static class CheckCommand
{
    public static Command Make(Terminal terminal, TimeProvider clock)
    {
        var input = new PackInput();
        var format = FormatOption.Make();
        var today = new Option<string>("--today") { Description = "The day to check as of, YYYY-MM-DD; without it, today.", HelpName = "DATE" };
        today.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !TryDay(result.Tokens[0].Value, out _))
            {
                result.AddError($"--today: '{result.Tokens[0].Value}' is no date. Write it as 2025-11-26.");
            }
        });
        var command = new Command("check", "Lists what is wrong or doubtful in a pack, where it stands and how to mend it.") { format, today };
        input.AddTo(command);
        command.SetAction((parsed, stop) => Task.Run(
            async () =>
            {
                if (await input.Read(parsed, terminal, clock, stop) is not { } inHand)
                {
                    return ExitCode.CouldNotDoIt;
                }

                var day = TryDay(parsed.GetValue(today), out var asked) ? asked : DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
                return Run(terminal, inHand, day, FormatOption.Of(parsed, format), stop);
            },
            stop));
        return command;
    }

    private static int Run(Terminal terminal, PackInHand inHand, DateOnly today, RecordFormat format, CancellationToken stop)
    {
        var findings = new List<Finding>(inHand.Findings);
        if (inHand.Pack is { } pack)
        {
            var rater = new Rater(pack);
            var rated = rater.RateAll(rater.DefaultAsAt);
            stop.ThrowIfCancellationRequested();
            findings.AddRange(CheckList.Run(pack, rated, today));
            findings.AddRange(HouseStyle.Of(pack, inHand.Files).Findings);
        }

        var ordered = FindingText.InOrder(findings);
        RecordData.Write(terminal, format, FindingRecord.Fields, ordered, shown => FindingText.Write(terminal, shown));
        var checkedAll = inHand.Pack is null ? " The checks of the figures were not made, because the pack cannot be read." : string.Empty;
        terminal.Error.WriteLine($"{inHand.Name}: {FindingText.Summary(ordered)}.{checkedAll}");
        return ordered.Any(finding => finding.Severity == Severity.Error) ? ExitCode.Findings : ExitCode.Done;
    }

    private static bool TryDay(string? text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
