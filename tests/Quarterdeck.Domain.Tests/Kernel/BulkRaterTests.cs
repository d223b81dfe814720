using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Kernel;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Ratings;
using Quarterdeck.Domain.Targets;

namespace Quarterdeck.Domain.Tests.Kernel;

/// <summary>What bulk rating does at its edges: order of rows, two rows for one place, rows for no place, very large figures.</summary>
public sealed class BulkRaterTests
{
    private const int Periods = 24;

    [Fact]
    public void Order_of_rows_and_threads_make_no_difference()
    {
        var random = new Random(7);
        var rater = Rater(series: 40);
        var rows = Enumerable.Range(0, 40 * Periods).Where(_ => random.Next(10) > 0).ToArray();
        var (above, below) = (rows.Select(_ => (long)random.Next(0, 200)).ToArray(), rows.Select(_ => (long)random.Next(0, 201)).ToArray());
        var order = Enumerable.Range(0, rows.Length).ToArray();
        random.Shuffle(order);

        var straight = rater.Rate(new ResultColumns(Of(rows, row => row / Periods), Of(rows, row => row % Periods), above, below));
        var shuffled = rater.Rate(
            new ResultColumns(Of(order, at => rows[at] / Periods), Of(order, at => rows[at] % Periods), order.Select(at => above[at]).ToArray(), order.Select(at => below[at]).ToArray()),
            degreeOfParallelism: 3);

        Assert.Equal(straight.Ratings, shuffled.Ratings);
        Assert.Equal(straight.YearToDateRatings, shuffled.YearToDateRatings);
        Assert.Equal(straight.YearsToDate, shuffled.YearsToDate);
        Assert.Equal(straight.Directions, shuffled.Directions);
        Assert.Equal(straight.LatestPeriods, shuffled.LatestPeriods);
    }

    [Fact]
    public void Of_two_rows_for_one_period_the_later_counts_and_the_doubling_is_told()
    {
        var ratings = Rater().Rate(new ResultColumns(new[] { 0, 0 }, new[] { 3, 3 }, new[] { 1L, 95L }, new[] { 100L, 100L }));
        Assert.Equal(1, ratings.Duplicates);
        Assert.Equal(0, ratings.Rating(0, 3).Band);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_row_for_no_series_is_refused_by_its_number(int threads)
    {
        var columns = new ResultColumns(new[] { 0, 0, 1 }, new[] { 0, 1, 2 }, new[] { 1L, 2L, 3L }, new[] { 4L, 4L, 4L });
        var refusal = Assert.Throws<ArgumentException>(() => Rater().Rate(columns, threads));
        Assert.Contains("Row 2 (series 1, period 2)", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Figures_too_large_for_sixty_four_bits_are_rated_exactly()
    {
        var (half, whole) = (long.MaxValue / 2, long.MaxValue);
        var ratings = Rater().Rate(new ResultColumns(new[] { 0, 0 }, new[] { 0, 1 }, new[] { half, whole }, new[] { whole, whole }));
        Assert.Equal(2, ratings.Rating(0, 0).Band);
        Assert.Equal(0, ratings.Rating(0, 1).Band);
        Assert.Equal(75, ratings.YearToDate(0, 1));
        Assert.Equal(Domain.Directions.Travel.Improved, ratings.Direction(0, 1).Travel);
    }

    [Fact]
    public void A_denominator_of_zero_takes_the_latest_place_and_gets_no_rating()
    {
        var ratings = Rater().Rate(new ResultColumns(new[] { 0, 0 }, new[] { 0, 1 }, new[] { 90L, 0L }, new[] { 100L, 0L }));
        Assert.Equal(1, ratings.Latest(0));
        Assert.Equal(NotRated.Marker, ratings.Rating(0, 1).Reason);
        Assert.Equal(90, ratings.YearToDate(0, 1));
    }

    private static int[] Of(int[] rows, Func<int, int> column) => [.. rows.Select(column)];

    /// <summary>A monthly percentage, target 90, floor 85, ratio as year to date.</summary>
    private static BulkRater Rater(int series = 1)
    {
        var builder = new BulkRaterBuilder(new PeriodAxis(Given.Monthly.Closing(new Month(2023, 4)), Periods));
        var indicator = Given.Kpi() with { Per = 100, Decimals = 0, Ytd = YtdMethod.Ratio };
        var terms = builder.Terms(new SeriesTerms(indicator, RatingScheme.RagFloor, isFraction: true));
        var schedule = builder.Schedule(terms, [new StandardRun(0, new Standard { Target = 90, Floor = 85 })]);
        for (var number = 0; number < series; number++)
        {
            builder.Add(schedule);
        }

        return builder.Build();
    }
}
