using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Numbers;
using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Application.Website;

/// <summary>The percentage that moved most without another rating.</summary>
/// <param name="Rated">The indicator.</param>
/// <param name="Words">How it moved: <c>Still Red, and 19 points lower than in July</c>.</param>
public sealed record LargestMove(RatedIndicator Rated, string Words)
{
    /// <summary>Less is not worth a line.</summary>
    private const decimal LeastPoints = 5;

    /// <summary>Null where none moved by much.</summary>
    /// <param name="rated">Those of the site.</param>
    /// <param name="changed">Those whose rating changed.</param>
    /// <param name="since">Up to when there were results then.</param>
    /// <param name="rater">Rates as of that month.</param>
    internal static LargestMove? Of(IEnumerable<RatedIndicator> rated, IReadOnlyList<RatingChange> changed, Month since, Rater rater)
    {
        var moves = rated.Where(one => one.Indicator is { IsCounted: true, Unit.IsPercent: true } && one.Value is not null
                && one.Indicator.Basis.Kind != BasisKind.Cumulative && OneRating.BandOf(one) is not null && changed.All(change => change.Now != one))
            .Select(one => (Now: one, Before: rater.Rate(one.Indicator.Ref, since)))
            .Where(pair => pair.Before.Value is not null && pair.Before.Latest is not null)
            .Select(pair => (pair.Now, pair.Before, By: Shown(pair.Now) - Shown(pair.Before)))
            .Where(move => Math.Abs(move.By) >= LeastPoints)
            .ToList();
        return moves.Count == 0 ? null : moves.MaxBy(move => Math.Abs(move.By)) is var (now, before, by)
            ? new LargestMove(
                now,
                $"Still {OneRating.BandOf(now)!.Label}, and {SiteSentences.Apart(now.Indicator, by)} {(by > 0 ? "higher" : "lower")} than "
                    + PeriodNames.When(before.Latest!.Value, now.AsAt))
            : null;
    }

    private static decimal Shown(RatedIndicator rated) => Rounding.To(rated.Value!.Value, rated.Decimals);
}
