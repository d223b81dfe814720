using System.CommandLine;
using Quarterdeck.Application.PriorReports;
using Quarterdeck.Application.Statistics;
using Quarterdeck.Cli.Input;
using Quarterdeck.Cli.Output;
using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Packs;

namespace Quarterdeck.Cli.Commands;

/// <summary><c>quarterdeck reconcile PACK</c>: what was published against what is computed.</summary>
internal static class ReconcileCommand
{
    private static readonly IReadOnlyList<TextColumn<Difference>> Columns =
    [
        new("Ref", difference => difference.Ref.Value),
        new("Round", difference => difference.Round.ToString()),
        new("Period", difference => difference.Period.ToString()),
        new("Field", difference => difference.Field),
        new("Published", difference => difference.Published) { IsFigure = true },
        new("Computed", difference => difference.Computed ?? "nothing") { IsFigure = true },
        new("Why", difference => difference.Explanation) { Wraps = true },
    ];

    public static Command Make(Terminal terminal, TimeProvider clock)
    {
        var input = new PackInput();
        var format = FormatOption.Make();
        var command = new Command(
            "reconcile",
            "Compares what past reports printed (the table published) with what is computed, at the precision printed.") { format };
        input.AddTo(command);
        command.SetAction((parsed, cancellationToken) => Task.Run(
            async () => await input.OpenAsync(parsed, terminal, clock, FormatOption.Of(parsed, format), cancellationToken) is { } sound
                ? Run(terminal, sound.Pack, FormatOption.Of(parsed, format), cancellationToken) : ExitCode.CouldNotDoIt,
            cancellationToken));
        return command;
    }

    private static int Run(Terminal terminal, Pack pack, RecordFormat format, CancellationToken cancellationToken)
    {
        var reconciliation = Reconcile.Run(pack, new Rater(pack, MathNetDistributions.Instance));
        cancellationToken.ThrowIfCancellationRequested();
        RecordData.Write(terminal, format, Difference.Fields, reconciliation.Differences, differences => Table(terminal, differences));
        foreach (var tally in reconciliation.Tallies)
        {
            terminal.Error.WriteLine($"{tally.Field + ":",-16} {Totals(tally.Agree, tally.Carried, tally.Differ)}");
        }

        terminal.Error.WriteLine($"{"published:",-16} {Totals(reconciliation.Agree, reconciliation.Carried, reconciliation.Differ)}");
        return reconciliation.Differ > 0 ? ExitCode.Findings : ExitCode.Done;
    }

    private static void Table(Terminal terminal, IReadOnlyList<Difference> differences)
    {
        if (differences.Count > 0)
        {
            TextTable.Write(terminal, Columns, differences);
        }
    }

    private static string Totals(int agree, int carried, int differ) => $"{agree} agree, {carried} carried as published, {differ} differ";
}
