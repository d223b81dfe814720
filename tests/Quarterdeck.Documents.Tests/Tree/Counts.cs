using Quarterdeck.Documents.Charts;
using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Tests.Tree;

/// <summary>Stacked counts made by hand.</summary>
public static class Counts
{
    public static readonly IReadOnlyList<RatingMark> Bands = [Dashboard.Green, Dashboard.Amber, Dashboard.Red];

    public static StackedCounts ByPeriod()
    {
        CountRow[] rows =
        [
            new("Q1 2025/26", [20, 7, 9]), new("Q2 2025/26", [22, 2, 1]), new("Q3 2025/26", [9, 14, 6]),
            CountRow.Without("Q4 2025/26", "Not yet reported"),
            new("Year to date", [25, 1, 11]),
            new("Nothing due", [0, 0, 0]),
            new("One area alone", [0, 1, 0]),
        ];
        return new StackedCounts(Anchor.Of("counts", "periods"), "Key indicators by rating", StackedCounts.Describe(Bands, rows), Bands, rows);
    }

    /// <summary>As many bands as there are patterns, and counts from one to more than a thousand.</summary>
    public static StackedCounts ByArea()
    {
        RatingMark[] bands = [
            .. Bands,
            new("Not rated", MarkShape.Ring, Colour.Parse("#505a5f")),
            new("Well ahead of target", MarkShape.Star, Colour.Parse("#1d70b8")),
            new("On hold", MarkShape.Pentagon, Colour.Parse("#4c2c92"))
        ];
        CountRow[] rows = [
            new("Growth, Environment & Transport", [120, 30, 1014, 2, 60, 4]),
            new("Adult Social Care and Health", [1, 1, 1, 1, 1, 1]),
            new("Children, Young People and Education across the county", [300, 12, 55, 0, 0, 100])
        ];
        return new StackedCounts(
            Anchor.Of("counts", "areas"),
            "Milestones by status",
            StackedCounts.Describe(bands, rows, "milestones"),
            bands,
            rows)
        { RowWord = "Area", CountWord = "milestones" };
    }
}
