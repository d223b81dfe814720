using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Application.Website;

/// <summary>An indicator whose one rating is another than it was.</summary>
/// <param name="Before">As it was rated then.</param>
/// <param name="Now">As it is.</param>
public sealed record RatingChange(RatedIndicator Before, RatedIndicator Now)
{
    /// <summary>The ratings that changed since a month, the worst first.</summary>
    /// <param name="rated">Those of the site.</param>
    /// <param name="since">Up to when there were results then.</param>
    /// <param name="rater">Rates as of that month.</param>
    internal static IReadOnlyList<RatingChange> Since(IEnumerable<RatedIndicator> rated, Month since, Rater rater) =>
    [
        .. rated.Where(one => one.Indicator.IsCounted)
            .Select(one => new RatingChange(rater.Rate(one.Indicator.Ref, since), one))
            .Where(change => change.IsReal)
            .OrderByDescending(change => OneRating.BandOf(change.Now)?.Standing)
            .ThenBy(change => OneRating.BandOf(change.Before)?.Standing),
    ];

    /// <summary>What had no result then has not changed; a milestone's step that came due has.</summary>
    private bool IsReal => !string.Equals(OneRating.BandOf(Before)?.Label, OneRating.BandOf(Now)?.Label, StringComparison.OrdinalIgnoreCase)
        && (Before.Latest is not null || Now.Indicator.Kind == IndicatorKind.Milestone);
}
