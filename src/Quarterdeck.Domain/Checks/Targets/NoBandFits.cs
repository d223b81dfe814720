using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Ratings;

namespace Quarterdeck.Domain.Checks.Targets;

/// <summary>A figure between the bands of its scheme.</summary>
public sealed class NoBandFits() : Check(
    "no-band-fits",
    Severity.Warning,
    "No band of the scheme fits",
    "The bands of the scheme leave a gap, and the figure lies in it. It is not rated, and the map of colours has a hole.",
    "Add a band, or an otherwise band at the end of the scheme.")
{
    public override IEnumerable<Finding> Run(CheckContext context) =>
        from rated in context.Rated
        let isLatest = rated.Rating is RatingOutcome.Unrated { Reason: NotRated.NoBandFits }
        where isLatest || rated.YtdRating is RatingOutcome.Unrated { Reason: NotRated.NoBandFits }
        select Find(
            $"{rated.Indicator.Title}: {(isLatest ? rated.Displayed : rated.YtdDisplayed)} is in no band of the scheme "
                + $"{context.Rater.SchemeOf(rated.Indicator).Name}.",
            rated.Indicator.Ref, "schemes", default);
}
