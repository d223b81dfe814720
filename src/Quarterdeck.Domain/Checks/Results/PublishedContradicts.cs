using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Ranges;
using Quarterdeck.Domain.Ratings;

namespace Quarterdeck.Domain.Checks.Results;

/// <summary>A printed alert or rating that its own figure and thresholds contradict.</summary>
public sealed class PublishedContradicts() : Check(
    "alert-contradicts",
    Severity.Error,
    "A published alert or rating contradicts the thresholds in force",
    "Readers compare the figure with the thresholds beside it and find that the paper is wrong: 81 is published as within an expected range of 70 to 80.",
    "Publish the computed alert, or correct the figure or threshold that is wrong.")
{
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        foreach (var row in context.Pack.Published)
        {
            if (!context.ByRef.TryGetValue(row.Ref, out var rated) || (row.Period ?? row.Round) != rated.Latest?.Closing)
            {
                continue;
            }

            if (row.Range is { } printed && rated.Range is RangeOutcome.Tested tested && !Same(printed, RangeOutcome.Word(tested.Result)))
            {
                yield return Find($"{rated.Indicator.Title}: published '{printed}', but {rated.Explanation}", row.Ref, "published", row.At, "range", printed);
            }

            if (row.Rating is { } rating && rated.Rating is RatingOutcome.Rated { Source: RatingSource.Computed } computed && !Same(rating, computed.In.Label))
            {
                yield return Find($"{rated.Indicator.Title}: published '{rating}', but {rated.Explanation}", row.Ref, "published", row.At, "rating", rating);
            }
        }
    }

    private static bool Same(string left, string right) => string.Equals(left.Trim(), right, StringComparison.OrdinalIgnoreCase);
}
