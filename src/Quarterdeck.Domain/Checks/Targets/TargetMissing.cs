using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Ratings;
using Quarterdeck.Domain.Results;

namespace Quarterdeck.Domain.Checks.Targets;

/// <summary>A KPI with a result and nothing to hold it against.</summary>
public sealed class TargetMissing() : Check(
    "target-missing",
    Severity.Warning,
    "Target missing",
    "A KPI without a target in force cannot be rated. A rating that an earlier paper printed does not hide that the target has ended.",
    "Add a target row that covers the period, or make it an activity indicator.")
{
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        var missing = context.Rated.Where(rated => IsMissing(rated, context)).ToList();
        if (missing.Count > 1 && missing.Count == context.Rated.Count(rated => rated.Indicator.Kind == IndicatorKind.Kpi && rated.Latest is not null))
        {
            yield return Find($"No KPI has a target in force: {string.Join(", ", missing.Select(rated => rated.Indicator.Ref))}.") with
            {
                File = "targets.csv"
            };
            yield break;
        }

        foreach (var rated in missing)
        {
            yield return rated.Standard.WhyNone is { } why
                ? Find($"{rated.Indicator.Title}: there is {why} for {Run(rated)}.", rated.Indicator.Ref, "targets", default) with
                {
                    Remedy = "Add the results of the years before, or type the target itself.",
                }
                : Find($"{rated.Indicator.Title}: no target is in force for {Run(rated)}.", rated.Indicator.Ref, "targets", default);
        }

        foreach (var rated in context.Rated.Except(missing).Where(IsYearMissing))
        {
            yield return Find(
                $"{rated.Indicator.Title}: its periods have targets, and the year to date, {rated.YtdDisplayed}, has none.", rated.Indicator.Ref,
                    "targets", default);
        }
    }

    /// <summary>Whether the latest figure has no target, in numbers or words.</summary>
    public static bool IsMissing(RatedIndicator rated, CheckContext context) =>
        rated.Indicator.Kind == IndicatorKind.Kpi && rated.Value is not null && rated.IsInForce
        && rated.Standard is { Target: null, Text: null, Floor: null }
        && rated.Rating is RatingOutcome.Unrated { Reason: NotRated.NoTarget } or RatingOutcome.Rated { Source: RatingSource.Carried };

    private static bool IsYearMissing(RatedIndicator rated) =>
        rated.Indicator.Kind == IndicatorKind.Kpi && rated.Ytd is YearToDate.Known && rated.YtdRating is RatingOutcome.Unrated { Reason: NotRated.NoTarget }
        && rated.Standard.Target is not null;

    /// <summary>The periods without a target that end with the latest: <c>April 2025 to October 2025</c>.</summary>
    private static string Run(RatedIndicator rated)
    {
        var without = rated.History.Where(period => period.Period <= rated.Latest && period.Value is not null).Reverse()
            .TakeWhile(period => period.Standard is { Target: null, Text: null }).ToList();
        var latest = rated.Latest!.Value;
        return without.Count <= 1 ? latest.Label : $"{without[^1].Period.Label} to {latest.Label}";
    }
}
