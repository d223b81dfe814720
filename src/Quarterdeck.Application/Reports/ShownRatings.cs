using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Ratings;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Application.Reports;

/// <summary>Puts ratings in the words of a report.</summary>
internal sealed class ShownRatings(Labels labels)
{
    /// <summary>Said beside a rating that a person gave and another approved.</summary>
    public const string ByHand = "by hand";

    public const string Stale = "stale";

    /// <param name="rated">The record.</param>
    /// <param name="which">Which of its ratings.</param>
    /// <param name="tableLatest">The table's latest period: an indicator whose own latest is earlier says so.</param>
    public ShownRating Of(RatedIndicator rated, WhichRating which, Period? tableLatest = null)
    {
        var remarks = new List<string>();
        if (rated.Latest is { } latest && (rated.Stale || tableLatest is { } other && latest < other))
        {
            remarks.Add(rated.Stale ? $"{Stale}, {latest.ShortLabel}" : latest.ShortLabel);
        }

        return Of(Counts.Outcome(rated, which), remarks);
    }

    public ShownRating Of(RatingOutcome outcome) => Of(outcome, []);

    private ShownRating Of(RatingOutcome outcome, List<string> remarks)
    {
        switch (outcome)
        {
            case RatingOutcome.Rated { Source: RatingSource.Manual } manual:
                return new ShownRating(manual.In, manual.In.Label, string.Join("; ", remarks.Append(ByHand)));
            case RatingOutcome.Rated rated:
                return new ShownRating(rated.In, rated.In.Label, remarks.Count == 0 ? null : string.Join("; ", remarks));
            case RatingOutcome.Unrated { Reason: NotRated.NotAKpi or NotRated.NoYearToDate or NotRated.YearToDateOnly } none:
                return new ShownRating(null, labels.Of(Labels.NotApplicable), null) { Reason = none.Words };
            case RatingOutcome.Unrated unrated:
                return new ShownRating(null, labels.Of(Labels.NotRated), Short(unrated)) { Reason = unrated.Words };
            default:
                throw new InvalidOperationException("An outcome is rated or unrated.");
        }
    }

    /// <summary>What is missing is said where there is room for it.</summary>
    private static string Short(RatingOutcome.Unrated unrated) =>
        unrated.Reason == NotRated.YearToDateIncomplete ? unrated.Reason.Words() : unrated.Words;
}
