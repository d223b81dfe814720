using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Figures;
using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Numbers;
using Quarterdeck.Domain.Publications;
using Quarterdeck.Domain.Ranges;
using Quarterdeck.Domain.Ratings;
using Quarterdeck.Domain.Results;

namespace Quarterdeck.Domain.Checks.Results;

/// <summary>A printed figure, alert or rating that the data contradicts.</summary>
public sealed class PublishedContradicts() : Check(
    "alert-contradicts",
    Severity.Error,
    "A published figure, alert or rating contradicts the data",
    "Readers compare the figure with the thresholds beside it and find that the paper is wrong: 81 is published as within an expected range of 70 to 80. " +
    "A figure that was published otherwise, and a rating of an earlier period, are warnings: the data may have been revised since.",
    "Publish what is computed, or correct the figure, the threshold or the row of published that is wrong.")
{
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        foreach (var row in context.Pack.Published.Where(row => row.Round <= context.AsAt && context.ByRef.ContainsKey(row.Ref)))
        {
            var rated = context.ByRef[row.Ref];
            var closing = row.Period ?? (row.Round == context.AsAt ? rated.Latest?.Closing : row.Round);
            foreach (var finding in closing == rated.Latest?.Closing ? Latest(rated, row) : Earlier(rated, row, closing))
            {
                yield return finding;
            }
        }
    }

    private IEnumerable<Finding> Latest(RatedIndicator rated, PublishedFigure row)
    {
        // A figure that was revised since gives another rating and alert: that is one fact.
        if (rated.Value is { } value && Differs(row.Value, value, rated.Decimals))
        {
            yield return Revised(row, "value", row.Value.ToString()!, $"{rated.Indicator.Title}: published {row.Value}, and the data holds {rated.Displayed}.");
        }
        else if (row.Rating is { } rating && rated.Rating is RatingOutcome.Rated { Source: RatingSource.Computed } computed && !Same(rating, computed.In.Label))
        {
            yield return At(row, "rating", rating, $"{rated.Indicator.Title}: published '{rating}', but {rated.Explanation}");
        }

        if (rated.Ytd is YearToDate.Known known && Differs(row.Ytd, known.Rounded, known.Decimals))
        {
            yield return Revised(
                row, "ytd", row.Ytd.ToString()!, $"{rated.Indicator.Title}: the year to date is published {row.Ytd}, and the data gives {rated.YtdDisplayed}.");
            yield break;
        }

        if (row.YtdRating is { } year && rated.YtdRating is RatingOutcome.Rated { Source: RatingSource.Computed } ytd && !Same(year, ytd.In.Label))
        {
            yield return At(row, "ytd_rating", year,
                $"{rated.Indicator.Title}: the year to date is published '{year}'; {rated.YtdDisplayed} is {ytd.In.Label}.");
        }

        if (row.Range is { } printed && rated.Range is RangeOutcome.Tested tested && !Same(printed, RangeOutcome.Word(tested.Result))
            && !(rated.Value is { } latest && Differs(row.Value, latest, rated.Decimals)))
        {
            yield return At(row, "range", printed, $"{rated.Indicator.Title}: published '{printed}', but {rated.Explanation}");
        }
    }

    private IEnumerable<Finding> Earlier(RatedIndicator rated, PublishedFigure row, Periods.Month? closing)
    {
        if (rated.History.FirstOrDefault(period => period.Period.Closing == closing && period.Value is not null) is not { } held)
        {
            yield break;
        }

        if (Differs(row.Value, held.Value!.Value, held.Decimals))
        {
            yield return Revised(
                row,
                "value",
                row.Value.ToString()!,
                $"{rated.Indicator.Title}: published {row.Value} for {held.Period.Label}, and the data holds {held.Displayed}.");
        }
        else if (row.Rating is { } rating && held.Rating is RatingOutcome.Rated { Source: RatingSource.Computed } computed && !Same(rating, computed.In.Label))
        {
            yield return Revised(
                row, "rating", rating, $"{rated.Indicator.Title}: published '{rating}' for {held.Period.Label}; {held.Displayed} is {computed.In.Label}.");
        }
    }

    /// <summary>At the precision that was published.</summary>
    private static bool Differs(Figure? published, decimal held, int places) =>
        published?.Number is { } number && Rounding.To(held, Math.Min(number.Scale, places)) != Rounding.To(number, Math.Min(number.Scale, places));

    private Finding Revised(PublishedFigure row, string column, string value, string message) => At(row, column, value,
        message) with
    { Severity = Severity.Warning };

    private Finding At(PublishedFigure row, string column, string value, string message) => Find(message, row.Ref, "published", row.At, column, value);

    private static bool Same(string left, string right) => string.Equals(left.Trim(), right, StringComparison.OrdinalIgnoreCase);
}
