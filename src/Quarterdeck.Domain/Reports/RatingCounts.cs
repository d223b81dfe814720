using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Ratings;

namespace Quarterdeck.Domain.Reports;

/// <summary>Which of an indicator's two ratings is meant.</summary>
public enum WhichRating
{
    Latest,
    YearToDate,
}

/// <summary>How many indicators are in one band.</summary>
/// <param name="Band">The band; of several schemes those with one word are one band.</param>
/// <param name="Count">Indicators in it.</param>
/// <param name="Percentage">Of <see cref="RatingCounts.Base"/>, whole, half away from zero; 0 when nothing is counted.</param>
public sealed record BandCount(Band Band, int Count, decimal Percentage);

/// <summary>Indicators without a rating, for one reason.</summary>
/// <param name="Reason">In words: <c>no floor standard</c>, <c>suspended</c>.</param>
/// <param name="Refs">Which, in report order.</param>
public sealed record NotRatedCount(string Reason, IReadOnlyList<IndicatorRef> Refs)
{
    public int Count => Refs.Count;
}

/// <summary>Indicators by rating. Bands and reasons together add up to the total.</summary>
public sealed record RatingCounts(WhichRating Which, int Total, IReadOnlyList<BandCount> Bands, IReadOnlyList<NotRatedCount> NotRated)
{
    public int Rated => Bands.Sum(band => band.Count);

    /// <summary>Whether percentages are of the rated indicators only.</summary>
    public bool IsOfRated { get; init; }

    /// <summary>How many indicators percentages are of.</summary>
    public int Base => IsOfRated ? Rated : Total;

    /// <summary>The share of those without a rating, whole; null where percentages are of the rated only.</summary>
    public decimal? NotRatedPercentage => IsOfRated ? null : Counts.Percentage(NotRated.Sum(reason => reason.Count), Total);

    /// <summary>What the percentages are of: <c>of all 26 indicators</c>.</summary>
    public string Of => (IsOfRated, Base) switch
    {
        (true, 1) => "of 1 rated indicator",
        (true, _) => $"of {Base} rated indicators",
        (false, 1) => "of 1 indicator",
        (false, _) => $"of all {Base} indicators",
    };
}
