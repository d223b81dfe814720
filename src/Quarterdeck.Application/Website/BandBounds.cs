using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Ratings;

namespace Quarterdeck.Application.Website;

/// <summary>What a figure must be for a rating, as it is displayed.</summary>
/// <param name="Band">The rating.</param>
/// <param name="Words"><c>95% to 97%</c>.</param>
public sealed record BandBounds(Band Band, string Words)
{
    /// <summary>The bounds of each band, best first; none where the scheme is not one of target and floor, or a standard is missing.</summary>
    internal static IReadOnlyList<BandBounds> Of(RatedIndicator rated, RatingScheme scheme)
    {
        var (indicator, standard) = (rated.Indicator, rated.Standard);
        if (indicator.Polarity is not (Polarity.Higher or Polarity.Lower) || standard.Target is not { } target || standard.Floor is not { } floor
            || !scheme.Rows.Select(row => row.Rule).SequenceEqual([BandRule.Target, BandRule.Floor, BandRule.Otherwise]) || scheme.Rows.Any(row => row.Strict))
        {
            return [];
        }

        var (better, worse) = indicator.Polarity == Polarity.Higher ? ("or more", "less than") : ("or less", "more than");
        var middle = Between(rated, target, floor)
            ?? $"{Full(indicator, floor)} {better}, but {worse} {Full(indicator, target)}";
        return target == floor
            ? [new(scheme.Bands[0], $"{Full(indicator, target)} {better}"), new(scheme.Bands[2], $"{worse} {Full(indicator, floor)}")]
            :
            [
                new(scheme.Bands[0], $"{Full(indicator, target)} {better}"),
                new(scheme.Bands[1], middle),
                new(scheme.Bands[2], $"{worse} {Full(indicator, floor)}"),
            ];
    }

    /// <summary>From the floor to the last figure before the target, where figures are rated as they are displayed.</summary>
    private static string? Between(RatedIndicator rated, decimal target, decimal floor)
    {
        if (rated.Indicator.RateOn != RateOn.Displayed || target.Scale > rated.Decimals || floor.Scale > rated.Decimals || rated.Indicator.Decimals is null
            && !rated.Indicator.Unit.IsPercent)
        {
            return null;
        }

        var step = new decimal(1, 0, 0, false, (byte)rated.Decimals);
        var last = rated.Indicator.Polarity == Polarity.Higher ? target - step : target + step;
        return last == floor ? Full(rated.Indicator, floor)
            : $"{FigureText.Cell(rated.Indicator, Math.Min(floor, last))} to {Full(rated.Indicator, Math.Max(floor, last))}";
    }

    private static string Full(Indicator indicator, decimal figure) => FigureText.Full(indicator, figure);
}
