using System.Globalization;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Application.Reports;

/// <summary>Counts in sentences, in the singular and the plural. They say what the tables of counts say, from the same counts.</summary>
internal static class CountWords
{
    /// <summary>The latest period's counts, and the year to date's where there is one.</summary>
    public static IReadOnlyList<string> Of(Summary summary) =>
        summary.HasYearToDate ? [Sentence(summary.Latest), Sentence(summary.YearToDate)] : [Sentence(summary.Latest)];

    /// <summary><c>Of the 25 key performance indicators, 21 are rated Green, 3 Amber and 1 Red for the latest period.</c></summary>
    public static string Sentence(RatingCounts counts)
    {
        var when = counts.Which == WhichRating.Latest ? "for the latest period" : "for the year to date";
        var bands = counts.Bands.Select(
            (band, index) => $"{Number(band.Count)} {(index > 0 ? string.Empty : band.Count == 1 ? "is rated " : "are rated ")}{band.Band.Label}").ToList();
        var unrated = counts.NotRated.Sum(reason => reason.Count);
        return $"{Opening(counts.Total)}, {Phrases.Joined(bands)} {when}"
            + $"{(unrated == 0 ? string.Empty : $"; {Number(unrated)} {Without(counts.Which, unrated)}")}.";
    }

    /// <summary><c>6 Red, 1 Amber and 23 Green</c>.</summary>
    public static string WorstFirst(RatingCounts counts) =>
        Phrases.Joined(counts.Bands.Reverse().Select(band => $"{band.Count.ToString(CultureInfo.InvariantCulture)} {band.Band.Label}"));

    /// <summary><c>30 key performance indicators</c>, in the council's own words.</summary>
    public static string Kpis(ReportScope scope, int count)
    {
        var label = scope.Labels.Of(Labels.Kpis);
        var words = label.Length > 1 && char.IsUpper(label[1]) ? label : char.ToLowerInvariant(label[0]) + label[1..];
        return $"{count.ToString(CultureInfo.InvariantCulture)} {(count == 1 && words.EndsWith('s') ? words[..^1] : words)}";
    }

    /// <summary><c>; 2 are not rated</c>; nothing where all are.</summary>
    public static string NotRated(RatingCounts counts) => counts.NotRated.Sum(reason => reason.Count) is > 0 and var unrated
        ? $"; {Number(unrated)} {Without(WhichRating.Latest, unrated)}" : string.Empty;

    private static string Without(WhichRating which, int count) => which == WhichRating.Latest
        ? count == 1 ? "is not rated" : "are not rated"
        : count == 1 ? "has no year to date rating" : "have no year to date rating";

    public static string Number(int count) => count == 0 ? "none" : count.ToString(CultureInfo.InvariantCulture);

    /// <summary><c>No actions</c>, <c>1 action</c>, <c>12 actions</c>.</summary>
    public static string Number(int count, string one, string several) => count switch
    {
        0 => $"No {several}",
        1 => $"1 {one}",
        _ => $"{count.ToString(CultureInfo.InvariantCulture)} {several}",
    };

    /// <summary><c>1 indicator</c>, <c>12 indicators</c>, <c>No indicators</c>.</summary>
    public static string Indicators(int count) => Number(count, "indicator", "indicators");

    private static string Opening(int total) =>
        total == 1 ? "Of the one key performance indicator" : $"Of the {total.ToString(CultureInfo.InvariantCulture)} key performance indicators";
}
