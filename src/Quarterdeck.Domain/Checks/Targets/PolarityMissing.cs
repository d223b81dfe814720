using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Ratings;

namespace Quarterdeck.Domain.Checks.Targets;

/// <summary>A target, and nothing says which side of it is good.</summary>
public sealed class PolarityMissing() : Check(
    "polarity-missing",
    Severity.Error,
    "Nothing says whether higher or lower is better",
    "The indicator has a target, and neither its polarity nor a floor standard says which side is good. It is not rated: 35 days against 20 is good or bad.",
    "Write higher, lower, on-target or range in the column polarity.")
{
    public override IEnumerable<Finding> Run(CheckContext context) =>
        from rated in context.Rated
        where rated.IsInForce && rated.Indicator.IsRated
            && (rated.Rating is RatingOutcome.Unrated { Reason: NotRated.NoPolarity }
                || rated.YtdRating is RatingOutcome.Unrated { Reason: NotRated.NoPolarity })
        select Find($"{rated.Indicator.Title}: it has a target and no polarity.", rated.Indicator.Ref, "indicators", rated.Indicator.At, "polarity");
}
