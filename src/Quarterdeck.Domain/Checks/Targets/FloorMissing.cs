using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Ratings;

namespace Quarterdeck.Domain.Checks.Targets;

/// <summary>A figure below target that cannot be rated for want of a floor standard.</summary>
public sealed class FloorMissing() : Check(
    "floor-missing",
    Severity.Warning,
    "Floor standard missing",
    "The figure is short of its target, and without a floor standard nothing says whether it is Amber or Red. It stays unrated until it meets the target.",
    "Add the floor standard, or use a scheme that has tolerances.")
{
    public override IEnumerable<Finding> Run(CheckContext context) =>
        from rated in context.Rated
        where rated.IsInForce
        let isLatest = rated.Rating is RatingOutcome.Unrated { Reason: NotRated.NoFloor }
        where isLatest || rated.YtdRating is RatingOutcome.Unrated { Reason: NotRated.NoFloor }
        select Find(
            $"{rated.Indicator.Title}: "
                + $"{(isLatest ? $"{rated.Displayed} for {rated.Latest!.Value.Label}" : $"{rated.YtdDisplayed} for the year to date")} is short of "
                + $"the target, and there is no floor standard.",
            rated.Indicator.Ref, "targets", (isLatest ? rated.Standard : rated.YtdStandard).Row?.At ?? default, "floor");
}
