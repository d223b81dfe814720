using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Indicators;

namespace Quarterdeck.Domain.Checks.Results;

/// <summary>A hole in a series.</summary>
public sealed class PeriodMissing() : Check(
    "period-missing",
    Severity.Warning,
    "Period missing",
    "A period between two results has no result and no reason. The trend has a gap, and the year to date cannot be computed.",
    "Add the result, or a marker that gives the reason (not collected, not returned, suspended).")
{
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        foreach (var rated in context.Rated)
        {
            var gaps = IsMeasuredSeldom(rated) ? []
                : rated.History.Where(period => period.Result is null && period.Period < rated.Latest).Select(period => period.Period).ToList();
            if (gaps.Count > 0)
            {
                var missing = gaps.Count <= 4 ? string.Join(", ", gaps.Select(gap => gap.ShortLabel))
                    : $"{gaps.Count} periods from {gaps[0].ShortLabel} to {gaps[^1].ShortLabel}";
                var finding = Find($"{rated.Indicator.Title}: no result for {missing}.", rated.Indicator.Ref);
                yield return rated.Indicator.Kind == IndicatorKind.Highlight ? finding with { Severity = Severity.Note } : finding;
            }
        }
    }

    /// <summary>A figure of a moment or of a rolling window may be taken every few periods: then those between are not missing.</summary>
    private static bool IsMeasuredSeldom(RatedIndicator rated)
    {
        var places = rated.History.Where(period => period.Period <= rated.Latest).Select((period, place) => (period, place))
            .Where(one => one.period.Result is not null).Select(one => one.place).ToList();
        var steps = places.Zip(places.Skip(1), (first, second) => second - first).Distinct().ToList();
        return rated.Indicator.Basis.Kind is BasisKind.Rolling or BasisKind.Snapshot && places.Count > 1 && steps is [> 1] && (places.Count > 2
            || steps[0] >= 4);
    }
}
