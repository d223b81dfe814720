using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Numbers;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Application.Website;

/// <summary>
/// Puts indicators of one rating in order: those with a sign of real decline first, then by how far they are beyond the floor, as a share of it; those that
/// are not measured by a figure come last.
/// </summary>
public static class WorstFirst
{
    public static IReadOnlyList<RatedIndicator> Of(IEnumerable<RatedIndicator> rated) => [.. rated.OrderByDescending(IsDeclining).ThenByDescending(Share)];

    private static bool IsDeclining(RatedIndicator rated) => rated.Signal is SignalOutcome.Told { IsDecline: true };

    /// <summary>Null for a milestone, and where no figure or no standard is held.</summary>
    private static decimal? Share(RatedIndicator rated)
    {
        var (value, standard) = OneRating.Which(rated) == WhichRating.Latest ? (rated.Value, rated.Standard) : (rated.Ytd.Number, rated.YtdStandard);
        if (rated.Indicator.Kind == IndicatorKind.Milestone || value is not { } figure || (standard.Floor ?? standard.Target) is not { } limit)
        {
            return null;
        }

        var beyond = Math.Abs(Rounding.To(figure, rated.Decimals) - limit);
        return limit == 0 ? beyond : beyond / Math.Abs(limit);
    }
}
