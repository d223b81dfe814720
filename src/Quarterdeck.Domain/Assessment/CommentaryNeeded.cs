using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Ranges;
using Quarterdeck.Domain.Ratings;

namespace Quarterdeck.Domain.Assessment;

/// <summary>Which indicators members are owed an explanation of (rules: Call-in).</summary>
public static class CommentaryNeeded
{
    /// <summary>Why an explanation is needed, after the word is: <c>Red for October 2025</c>; null when none is.</summary>
    /// <param name="rated">The record.</param>
    /// <param name="bands">Labels of the bands that need one; empty: every band short of the target.</param>
    public static string? Because(RatedIndicator rated, IReadOnlyList<string> bands) =>
        rated.Indicator.Kind == IndicatorKind.Highlight ? null
        : Needs(rated.Rating.Band, bands) is { } band ? $"{band.Label} for {rated.Latest?.Label}"
        : Needs(rated.YtdRating.Band, bands) is { } year ? $"{year.Label} for the year to date"
        : rated.Range.Alert is RangeAlert.Above ? "above its expected range"
        : rated.Range.Alert is RangeAlert.Below ? "below its expected range"
        : null;

    private static Band? Needs(Band? band, IReadOnlyList<string> bands) =>
        band is null ? null
        : bands.Count == 0 ? band.Standing == BandMeaning.Achieved ? null : band
        : bands.Any(label =>
            string.Equals(label, band.Label, StringComparison.OrdinalIgnoreCase) || string.Equals(label, band.Code, StringComparison.OrdinalIgnoreCase)) ? band
        : null;
}
