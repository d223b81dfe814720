using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Ratings;

namespace Quarterdeck.Domain.Checks.Targets;

/// <summary>A KPI with a result and nothing to hold it against.</summary>
public sealed class TargetMissing() : Check(
    "target-missing",
    Severity.Warning,
    "Target missing",
    "A KPI without a target in force cannot be rated.",
    "Add a target row that covers the period, or make it an activity indicator.")
{
    public override IEnumerable<Finding> Run(CheckContext context) =>
        from rated in context.Rated
        where rated.Indicator.Kind == IndicatorKind.Kpi && rated.Rating is RatingOutcome.Unrated { Reason: NotRated.NoTarget }
        select Find($"{rated.Indicator.Title}: no target is in force for {rated.Latest!.Value.Label}.", rated.Indicator.Ref, "targets", default);
}
