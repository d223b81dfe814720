namespace Quarterdeck.Application.PriorReports;

/// <summary>How the printed figures of one field compare.</summary>
/// <param name="Field">The column of <c>published</c>.</param>
/// <param name="Agree">Computed, and the same as printed.</param>
/// <param name="Carried">Kept as printed because they cannot be computed: no difference, and nothing proved either.</param>
/// <param name="Differ">Computed otherwise, or not computable.</param>
public sealed record FieldTally(string Field, int Agree, int Carried, int Differ);

/// <summary>What past reports printed, held against what the data give.</summary>
/// <param name="Differences">In the order of the published rows, then of their columns.</param>
/// <param name="Tallies">One for each field that was printed at all, in the order of the columns.</param>
public sealed record Reconciliation(IReadOnlyList<Difference> Differences, IReadOnlyList<FieldTally> Tallies)
{
    public int Agree => Tallies.Sum(tally => tally.Agree);

    public int Carried => Tallies.Sum(tally => tally.Carried);

    public int Differ => Tallies.Sum(tally => tally.Differ);
}
