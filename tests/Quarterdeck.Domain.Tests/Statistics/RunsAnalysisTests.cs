using Quarterdeck.Domain.Statistics.ControlCharts;

namespace Quarterdeck.Domain.Tests.Statistics;

public sealed class RunsAnalysisTests
{
    /// <summary>Anhoej and Olesen 2014, table 1, as spot checks; the bounds grow slowly.</summary>
    [Theory]
    [InlineData(5, 5, 0)]
    [InlineData(10, 6, 2)]
    [InlineData(12, 7, 3)]
    [InlineData(20, 7, 6)]
    [InlineData(24, 8, 8)]
    [InlineData(36, 8, 13)]
    [InlineData(60, 9, 23)]
    [InlineData(100, 10, 41)]
    public void The_longest_run_and_the_fewest_crossings_are_those_of_the_table(int useful, int longest, int crossings) =>
        Assert.Equal((longest, crossings), (RunsAnalysis.LongestAllowed(useful), RunsAnalysis.CrossingsNeeded(useful)));

    [Fact]
    public void Values_on_the_line_are_dropped_and_end_no_run() =>
        Assert.Equal((6, 3, 2), RunsAnalysis.Of([1, 0, 1, 1, -1, 0, 1, 1]) is var runs ? (runs.Useful, runs.LongestRun, runs.Crossings) : default);

    [Fact]
    public void Nothing_beside_the_line_is_no_signal()
    {
        var runs = RunChart.Of([5, 5, null, 5]).Runs;

        Assert.False(runs.IsSignal);
        Assert.Null(runs.LongestRun);
    }

    [Fact]
    public void A_step_halfway_is_a_signal_in_all_three_ways()
    {
        var runs = RunChart.Of([.. Enumerable.Range(0, 24).Select(at => (decimal?)(at < 12 ? 40 : 55))]).Runs;

        Assert.True(runs.IsSignal && runs.IsBestBoxSignal == true && runs.IsCutBoxSignal == true);
    }

    [Theory]
    [InlineData(9)]
    [InlineData(101)]
    public void The_boxes_are_known_for_ten_to_a_hundred_values(int useful) =>
        Assert.Null(RunsAnalysis.Of(Enumerable.Range(0, useful).Select(at => at % 2 == 0 ? 1 : -1)).IsBestBoxSignal);

    [Fact]
    public void A_median_between_the_largest_figures_is_told() =>
        Assert.Equal(decimal.MaxValue, RunChart.Of([decimal.MaxValue, decimal.MaxValue]).Median);

    [Theory]
    [InlineData(AttributeChartKind.P)]
    [InlineData(AttributeChartKind.PPrime)]
    [InlineData(AttributeChartKind.U)]
    [InlineData(AttributeChartKind.UPrime)]
    [InlineData(AttributeChartKind.C)]
    [InlineData(AttributeChartKind.IPrime)]
    public void An_attribute_chart_of_odd_counts_shows_no_limit_it_cannot_know(AttributeChartKind kind)
    {
        (decimal?, decimal?)[][] odd =
        [
            [], [(1, 0), (2, 0)], [(null, null)], [(0, 10), (0, 12)], [(10, 10), (12, 12)], [(15, 10), (3, 2)], [(-3, 10), (-1, 5)],
            [(decimal.MaxValue, 1), (decimal.MaxValue, decimal.MaxValue)], [(1, 1e-28m), (null, 5), (2, 3)],
        ];

        Assert.All(odd, counts => Assert.All(
            AttributeChart.Of(kind, counts).Points,
            point => Assert.True((point.Lower is null == point.Upper is null) && !double.IsNaN(point.Lower ?? 0) && !double.IsNaN(point.Upper ?? 0))));
    }
}
