using Quarterdeck.Domain.Kernel;

namespace Quarterdeck.Bench.Rating;

/// <summary>The public API: shuffled rows in, every rating, year to date and direction out, by the full rules.</summary>
public sealed class BulkWay(SyntheticResults data, BulkRater rater)
{
    private BulkRatings? _ratings;

    public void Run(int threads)
    {
        _ratings = null;
        _ratings = rater.Rate(data.Columns, threads);
    }

    public Tally Tally() => Tally(_ratings ?? throw new InvalidOperationException("Nothing was rated yet."));

    internal static Tally Tally(BulkRatings ratings)
    {
        var tally = new Tally();
        for (var at = 0; at < ratings.Ratings.Length; at++)
        {
            var isLatest = ratings.LatestPeriods[at / SyntheticResults.Months] == at % SyntheticResults.Months;
            tally.Add(
                Place(ratings.Ratings[at], Bench.Rating.Tally.NotRated),
                Place(ratings.YearToDateRatings[at], Bench.Rating.Tally.NotRated),
                Place(ratings.Directions[at], Bench.Rating.Tally.NoDirection),
                Math.Max(0, ratings.YearsToDate[at]),
                isLatest);
        }

        return tally;
    }

    private static int Place(sbyte code, int none) => code >= 0 ? code : none;
}
