using System.CommandLine;
using System.Globalization;
using Quarterdeck.Application.Findings;
using Quarterdeck.Application.Packs;
using Quarterdeck.Cli.Formats;
using Quarterdeck.Cli.Input;
using Quarterdeck.Cli.Output;
using Quarterdeck.Domain.Findings;

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
                result.AddError($"--today: '{result.Tokens[0].Value}' is not a date. Write it as 2025-11-26.");
            }
        });
        var command = new Command("check", "Lists what is wrong or doubtful in a pack, where it is and how to correct it.") { format, today };
        input.AddTo(command);
        command.SetAction((parsed, cancellationToken) => Task.Run(
            async () =>
            {
                if (await input.ReadAsync(parsed, terminal, clock, cancellationToken) is not { } inHand)
                {
                    return ExitCode.CouldNotDoIt;
                }

                var day = TryDay(parsed.GetValue(today), out var asked) ? asked : DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
                return Run(terminal, inHand, day, FormatOption.Of(parsed, format), cancellationToken);
            },
            cancellationToken));
        return command;
    }

    private static int Run(Terminal terminal, PackInHand inHand, DateOnly today, RecordFormat format, CancellationToken cancellationToken)
    {
        var outcome = new CheckPackHandler(ReportStyles.Instance).Handle(new CheckPack(inHand.Pack, inHand.Findings, inHand.Files, today), cancellationToken);
        var ordered = FindingText.InOrder(outcome.Findings);
        RecordData.Write(terminal, format, FindingRecord.Fields, ordered, shown => FindingText.Write(terminal, shown));
        var unread = outcome is CheckOutcome.Unreadable ? $" {outcome.Sentence}" : string.Empty;
        terminal.Error.WriteLine($"{inHand.Name}: {FindingText.Summary(ordered)}.{unread}");
        return ordered.Any(finding => finding.Severity == Severity.Error) ? ExitCode.Findings : ExitCode.Done;
    }

    private static bool TryDay(string? text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
