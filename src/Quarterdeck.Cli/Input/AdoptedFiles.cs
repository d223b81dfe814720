using Quarterdeck.Application.Packs;
using Quarterdeck.Application.PriorReports;
using Quarterdeck.Application.Statistics;
using Quarterdeck.Cli.Formats;
using Quarterdeck.Cli.Output;
using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Packs.Adoption;
using Quarterdeck.Packs.Reading;

namespace Quarterdeck.Cli.Input;

/// <summary>What a council has, read into a pack, checked, and compared with what its papers print.</summary>
/// <param name="Outcome">What became of every number.</param>
/// <param name="Workbook">The pack, as a workbook.</param>
/// <param name="Pack">Null where it has an error that keeps it from being read.</param>
/// <param name="Findings">What is wrong or doubtful, errors first.</param>
/// <param name="Differences">Where a printed rating or figure is not the one that is computed.</param>
internal sealed record AdoptedFiles(
    AdoptionOutcome Outcome, byte[] Workbook, Pack? Pack, IReadOnlyList<Finding> Findings, IReadOnlyList<Difference> Differences)
{
    /// <summary>Checks and compares what was read.</summary>
    /// <param name="outcome">What became of every number.</param>
    /// <param name="path">Where its workbook was written.</param>
    /// <param name="today">The day to check as of.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static AdoptedFiles Of(AdoptionOutcome outcome, string path, DateOnly today, CancellationToken cancellationToken)
    {
        var reading = PackReader.Read(path);
        var check = new CheckPack(reading.Pack, reading.Findings, new FilesBesidePack(path), today);
        var findings = FindingText.InOrder(new CheckPackHandler(ReportStyles.Instance).Handle(check, cancellationToken).Findings);
        var differences = reading.Pack is { } pack ? Reconcile.Run(pack, new Rater(pack, MathNetDistributions.Instance)).Differences : [];
        return new AdoptedFiles(outcome, outcome.Workbook!, reading.Pack, findings, differences);
    }

    /// <summary>What else a person should know: a heading, and a sentence a line.</summary>
    public IEnumerable<(string Title, IReadOnlyList<string> Lines)> Noticed()
    {
        yield return ("Look at these", [.. Outcome.Cells.Where(cell => cell.State == AdoptedState.Unsure).Select(cell =>
            $"{cell.File}, {cell.Place}: {cell.Text}, read as {cell.ReadAs}. {cell.Reason}")]);
        yield return ("What no source says", [
            .. Outcome.Assumptions.Select(each => $"{each.About}: {each.What} was taken as {each.Value}. {each.Reason}")
        ]);
        yield return ("Left out", [.. Outcome.Cells.Where(cell => cell.State == AdoptedState.LeftOut && cell.IsNumber)
            .GroupBy(cell => cell.Reason).OrderByDescending(group => group.Count()).Select(group => $"{group.Count()} × {group.Key}")]);
    }

    /// <summary>Where the papers contradict themselves, a sentence each.</summary>
    public IReadOnlyList<string> Contradictions() =>
    [
        .. Differences.Select(each =>
            $"{each.Ref} ({each.Period}): the {each.Field.Replace('_', ' ')} printed is {each.Published}, computed is {each.Computed ?? "nothing"}. "
            + each.Explanation),
    ];
}
