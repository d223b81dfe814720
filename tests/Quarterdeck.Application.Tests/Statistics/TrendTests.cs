using Quarterdeck.Application.Statistics;
using Quarterdeck.Domain.Statistics.Rates;
using Quarterdeck.Domain.Statistics.Trends;

namespace Quarterdeck.Application.Tests.Statistics;

/// <summary>What the tests of Domain need a numerical library for.</summary>
public sealed class TrendTests
{
    private static readonly MathNetDistributions Distributions = MathNetDistributions.Instance;

    private static TrendOutcome Run(IEnumerable<decimal> values, TrendOptions? options = null) =>
        new TrendTest(Distributions).Run([.. values.Index().Select(value => (value.Index, value.Item))], options ?? new TrendOptions());

    [Theory]
    [InlineData("1 2", TrendVerdict.TooFewFigures)]
    [InlineData("1 2 3 4", TrendVerdict.TooFewFigures)]
    [InlineData("1 2 3 4 5", TrendVerdict.Rising)]
    [InlineData("0.3 0.2 0.1 0.0 -0.1", TrendVerdict.Falling)]
    [InlineData("7 7 7 7 7 7", TrendVerdict.NoClearTrend)]
    [InlineData("5 1 4 2 5 1 3 3", TrendVerdict.NoClearTrend)]
    [InlineData("10 12 13 15 15 18 19 22", TrendVerdict.Rising)]
    public void A_series_rises_falls_or_has_no_clear_trend(string values, TrendVerdict verdict) =>
        Assert.Equal(verdict, Run(values.Split(' ').Select(value => decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture))).Verdict);

    [Fact]
    public void A_trend_hidden_by_the_seasons_is_found_once_they_are_told_apart()
    {
        var seasonal = Enumerable.Range(0, 36).Select(month => Math.Round((0.5m * month) + (20 * (decimal)Math.Sin(month * Math.PI / 6)) + (month * 7 % 5), 1));

        Assert.Equal(TrendVerdict.Rising, Run(seasonal, new TrendOptions { Seasons = 12 }).Verdict);
        Assert.Equal(TrendVerdict.NoClearTrend, Run(seasonal).Verdict);
    }

    [Fact]
    public void Figures_that_resemble_their_neighbours_count_for_less()
    {
        decimal[] drifting = [10, 11, 12, 12, 13, 12, 11, 11, 12, 13, 14, 15, 15, 14, 13, 13, 14, 15, 16, 16, 15, 14, 13, 12];

        Assert.True(Run(drifting).P > Run(drifting, new TrendOptions { IsSimple = true }).P);
    }

    [Fact]
    public void No_series_however_odd_throws()
    {
        var random = new Random(20_261_130);
        decimal[] odd = [0, 1, -1, 1e-28m, 1e15m, decimal.MaxValue, decimal.MinValue, 99.9m];
        for (var run = 0; run < 5_000; run++)
        {
            var kinds = odd.OrderBy(_ => random.Next()).Take(random.Next(1, 4)).ToArray();
            var trend = Run(Enumerable.Range(0, random.Next(0, 40)).Select(_ => kinds[random.Next(kinds.Length)]), new TrendOptions { Seasons = 4 });

            Assert.False(double.IsNaN(trend.P));
        }
    }

    /// <summary>Wilson, exact and Byar intervals as they are published, at 95% and 99.8%.</summary>
    [Theory]
    [InlineData(1, 100, 0.95, 0.00176743, 0.05448620)]
    [InlineData(65, 100, 0.998, 0.49549466, 0.77835406)]
    public void A_share_has_Wilsons_interval(int count, int of, double level, double lower, double upper)
    {
        var interval = new Intervals(Distributions).Wilson(count, of, level)!.Value;

        Assert.Equal((lower, upper), (Math.Round(interval.Lower, 8), Math.Round(interval.Upper, 8)));
    }

    [Theory]
    [InlineData(0, 0.95, 0, 3.688879454)]
    [InlineData(1, 0.95, 0.025317808, 5.571643391)]
    [InlineData(5, 0.998, 0.739371732, 16.454745204)]
    [InlineData(20, 0.95, 12.211428835, 30.889880369)]
    public void A_count_has_an_exact_interval_under_ten_and_Byars_from_ten(int events, double level, double lower, double upper)
    {
        var interval = new Intervals(Distributions).Count(events, level);

        Assert.Equal((lower, upper), (Math.Round(interval.Lower, 9), Math.Round(interval.Upper, 9)));
    }

    [Fact]
    public void Fewer_than_ten_events_have_no_standardised_rate() =>
        Assert.Null(new Standardisation(new Intervals(Distributions)).Direct([new AgeBand(9, 1_000, 5_000)], 0.95));

    [Theory]
    [InlineData(895, 835.883561, 1.07072329, 1.00171477, 1.14323329)]
    [InlineData(9, 835.883561, 0.01076705, 0.00492338, 0.02043921)]
    public void A_ratio_is_events_over_those_expected(int events, double expected, double ratio, double lower, double upper)
    {
        var found = new Standardisation(new Intervals(Distributions)).Ratio(events, expected, 0.95)!.Value;

        Assert.Equal((ratio, lower, upper), (Math.Round(found.Value, 8), Math.Round(found.Interval.Lower, 8), Math.Round(found.Interval.Upper, 8)));
    }
}
