using Quarterdeck.Domain.Kernel;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Ratings;
using Quarterdeck.Domain.Results;

namespace Quarterdeck.Domain.Tests.Kernel;

/// <summary>Thousands of random series asked twice: all at once in columns, and one at a time with an explanation.</summary>
public sealed class BulkEqualsOneByOneTests
{
    private const int SeriesInWorld = 60;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_rating_year_to_date_and_direction_is_the_same(int seed)
    {
        var random = new Random(seed);
        var calendar = new PeriodCalendar(random.Next(4) == 0 ? Frequency.Quarter : Frequency.Month, random.Next(2) == 0 ? 4 : random.Next(1, 13));
        var axis = new PeriodAxis(calendar.Holding(new Month(2021, random.Next(1, 13))), random.Next(5, 41));
        var worlds = Enumerable.Range(0, SeriesInWorld).Select(number => new RandomSeries(random, axis, number)).ToArray();
        var builder = new BulkRaterBuilder(axis);
        Assert.Equal(Enumerable.Range(0, SeriesInWorld), worlds.Select(world => world.AddTo(builder)));

        var ratings = builder.Build().Rate(Columns(worlds, random), degreeOfParallelism: 1 + (seed % 2));

        Assert.Equal(0, ratings.Duplicates);
        for (var series = 0; series < worlds.Length; series++)
        {
            Compare(worlds[series], ratings, series, random);
        }
    }

    private static ResultColumns Columns(RandomSeries[] worlds, Random random)
    {
        var rows = worlds.SelectMany((world, series) => world.Rows.Select(row => (series, row))).ToArray();
        random.Shuffle(rows);
        return new ResultColumns(
            rows.Select(row => row.series).ToArray(),
            rows.Select(row => row.row.Period).ToArray(),
            rows.Select(row => row.row.Numerator).ToArray(),
            rows.Select(row => row.row.Denominator).ToArray(),
            rows.Select(row => row.row.State).ToArray());
    }

    private static void Compare(RandomSeries world, BulkRatings ratings, int series, Random random)
    {
        var (axis, rater) = (world.Axis, new Rater(world.Pack));
        var last = axis[axis.Count - 1].Closing;
        var all = rater.Rate(world.Indicator.Ref, last);
        Assert.Equal(all.Latest is { } latest ? axis.NumberOf(latest.Closing) : null, ratings.Latest(series));
        foreach (var own in all.History.Where(own => own.Period.Closing <= last))
        {
            Same(own.Rating, ratings.Rating(series, axis.NumberOf(own.Period.Closing)));
        }

        foreach (var asAt in new[] { axis.Count - 1, random.Next(axis.Count) })
        {
            var rated = rater.Rate(world.Indicator.Ref, axis[asAt].Closing);
            if (rated.Latest is not { } shown)
            {
                continue;
            }

            var period = axis.NumberOf(shown.Closing);
            Same(rated.Rating, ratings.Rating(series, period));
            Same(rated.YtdRating, ratings.YearToDateRating(series, period));
            Assert.Equal(rated.Ytd is YearToDate.Known known ? known.Rounded : null, ratings.YearToDate(series, period));
            Assert.Equal(rated.Direction.Travel, ratings.Direction(series, period).Travel);
        }
    }

    private static void Same(RatingOutcome one, RatingCode bulk)
    {
        Assert.Equal(one.Band?.Order, bulk.Band);
        Assert.Equal((one as RatingOutcome.Unrated)?.Reason, bulk.Reason);
    }
}
