using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Ratings;

namespace Quarterdeck.Domain.Checks.Publications;

/// <summary>Ratings that are repeated, not computed.</summary>
public sealed class RatingCarried() : Check(
    "rating-carried",
    Severity.Note,
    "Rating carried from a past report",
    "Without a floor standard, Red and Amber cannot be computed. The published rating is shown, marked as carried, and not counted as reproduced.",
    "Enter the floor standards, if they are known.")
{
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        var carried = context.Rated.Where(one => one.Rating is RatingOutcome.Rated { Source: RatingSource.Carried }).Select(one => one.Indicator.Ref).ToList();
        if (carried.Count > 0)
        {
            yield return Find($"{carried.Count} latest ratings are as published, not computed: {string.Join(", ", carried)}.");
        }
    }
}
