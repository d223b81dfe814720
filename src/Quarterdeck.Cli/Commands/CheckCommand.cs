using System.CommandLine;
using Quarterdeck.Application.Findings;
using Quarterdeck.Application.Packs;
using Quarterdeck.Application.Publishing;
using Quarterdeck.Cli.Formats;
using Quarterdeck.Cli.Input;
using Quarterdeck.Cli.Output;
using Quarterdeck.Domain.Findings;

namespace Quarterdeck.Cli.Commands;

/// <summary><c>quarterdeck check PACK</c>: everything wrong or doubtful in a pack.</summary>
internal static class CheckCommand
{
    /// <summary>So that a file of a million faults does not fill the memory.</summary>
    private const int MostFindings = 100_000;

    public static Command Make(Terminal terminal, TimeProvider clock)
    {
        var input = new PackInput { FindingsPerKind = MostFindings };
        var format = FormatOption.Make();
        var today = TodayOption.Make("The day to check as of, YYYY-MM-DD; without it, today.");
        var all = new Option<bool>(
            "--all")
        { Description = $"Lists every finding as text too. Without it, the first {FindingText.PerKind} of a kind; JSON and CSV always list all." };
        var command = new Command("check", "Lists what is wrong or doubtful in a pack, where it is and how to correct it.") { format, today, all };
        input.AddTo(command);
        command.SetAction((parsed, cancellationToken) => Task.Run(
            async () =>
            {
                if (await input.ReadAsync(parsed, terminal, clock, cancellationToken) is not { } inHand)
                {
                    return ExitCode.CouldNotDoIt;
                }

                var day = TodayOption.Of(parsed, today) ?? DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
                if (input.PathOf(parsed) is null && !input.AsksWhatWasKnown(parsed))
                {
                    await using var store = await input.Store.OpenAsync(parsed, terminal, clock);
                    var published = store is null ? []
                        : await new PublishedByOtherRules(store, PackFormat.Instance).FindAsync(input.Store.OrganisationOf(parsed), cancellationToken);
                    inHand = inHand with { Findings = [.. inHand.Findings, .. published] };
                }

                return Run(terminal, inHand, day, FormatOption.Of(parsed, format), parsed.GetValue(all), cancellationToken);
            },
            cancellationToken));
        return command;
    }

    private static int Run(Terminal terminal, PackInHand inHand, DateOnly today, RecordFormat format, bool isAll, CancellationToken cancellationToken)
    {
        var outcome = new CheckPackHandler(ReportStyles.Instance).Handle(new CheckPack(inHand.Pack, inHand.Findings, inHand.Files, today), cancellationToken);
        var ordered = FindingText.InOrder(outcome.Findings);
        RecordData.Write(terminal, format, FindingRecord.Fields, ordered, shown => FindingText.Write(terminal, isAll ? shown : FindingText.First(shown)));
        var unread = outcome is CheckOutcome.Unreadable ? $" {outcome.Sentence}" : string.Empty;
        terminal.Error.WriteLine($"{inHand.Name}: {FindingText.Summary(ordered)}.{unread}");
        return ordered.Any(finding => finding.Severity == Severity.Error) ? ExitCode.Findings : ExitCode.Done;
    }
}
