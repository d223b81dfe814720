using Quarterdeck.Domain.Statistics.ControlCharts;

namespace Quarterdeck.Domain.Tests.Statistics;

/// <summary>Facts published with NHSRplotthedots and nhspy-plotthedots, and what is unlike them on purpose.</summary>
public sealed class XmrChartTests
{
    private static XmrChart Chart(XmrOptions options, params decimal?[] values) => XmrChart.Of(values, [], options);

    private static XmrChart Chart(params decimal?[] values) => Chart(new XmrOptions(), values);

    private static XmrPhase Limits(string values, bool screens = true) =>
        Chart(new XmrOptions { ScreensMovingRanges = screens }, Read(values)).Phases[0];

    private static decimal?[] Read(string values) =>
        [.. values.Split(' ').Select(value => value == "-" ? (decimal?)null : decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture))];

    [Theory]
    [InlineData("1 2 3 4 5 6 7 8 9 10", true, 5.5, 2.84, 8.16)]
    [InlineData("3 1 4 1 5 9 2", true, 3.571429, -6.625238, 13.768095)]
    [InlineData("1 2 3 2 1 2 3 4 5 6 7 4 3 2 1 2", true, 3, -0.014667, 6.014667)]
    [InlineData("1 1 1 1 2", true, 1.2, 1.2, 1.2)]
    [InlineData("1 2 1 2 10 1 2 1 2 1 2 1 2 1 2 1 2 1", true, 1.944444, -0.715556, 4.604444)]
    [InlineData("1 2 1 2 10 1 2 1 2 1 2 1 2 1 2 1 2 1", false, 1.944444, -3.062614, 6.951503)]
    public void Published_limits_come_out_again(string values, bool screens, double mean, double lower, double upper)
    {
        var phase = Limits(values, screens);

        Assert.Equal(((decimal)mean, (decimal)lower, (decimal)upper), (Rounded(phase.Mean), Rounded(phase.Lower), Rounded(phase.Upper)));
    }

    [Theory]
    [InlineData("1 2 3 4 5 6", "000000")]
    [InlineData("1 2 3 3 4 5 6", "0000000")]
    [InlineData("1 2 3 4 5 6 7", "1111111")]
    [InlineData("2 1 2 3 4 5 6 7 3", "011111110")]
    [InlineData("7 6 5 4 3 2 1", "1111111")]
    [InlineData("1 2 3 - 4 5 6 7", "00000000")]
    [InlineData("1 2 3 4 5 6 7 8", "11111111")]
    public void A_trend_is_seven_points_that_only_rise_or_only_fall(string values, string flags) =>
        Assert.Equal(flags, Flags(Chart(Read(values)), point => point.IsInTrend));

    [Theory]
    [InlineData("1 1 1 1 1 1 1 1 -8", "111111110")]
    [InlineData("1 1 1 1 1 1 -6", "0000000")]
    [InlineData("1 1 1 0 1 1 1 1 -7", "000000000")]
    [InlineData("1 1 1 - 1 1 1 1 -7", "000000000")]
    [InlineData("0 0 0 0 0 0 0 0", "00000000")]
    public void A_shift_is_seven_points_on_one_side_of_the_mean(string values, string flags) =>
        Assert.Equal(flags, Flags(Chart(Read(values)), point => point.IsInShift));

    [Fact]
    public void A_point_outside_the_limits_is_not_one_of_two_in_three()
    {
        var values = Enumerable.Range(0, 30).Select(at => (decimal?)(at == 14 ? 5.5m : at == 15 ? -5.5m : at % 2 == 0 ? 1 : -1)).ToArray();

        var chart = Chart(values[..16]);

        Assert.Equal([SpecialCause.CommonCause, SpecialCause.CommonCause], chart.Points.TakeLast(2).Select(point => point.Cause));
    }

    [Theory]
    [InlineData(1, 3, ImprovementDirection.Increase, TargetAssurance.Fail)]
    [InlineData(5, 7, ImprovementDirection.Increase, TargetAssurance.Pass)]
    [InlineData(1, 5, ImprovementDirection.Increase, TargetAssurance.Inconsistent)]
    [InlineData(1, 3, ImprovementDirection.Decrease, TargetAssurance.Pass)]
    [InlineData(5, 7, ImprovementDirection.Decrease, TargetAssurance.Fail)]
    [InlineData(1, 4, ImprovementDirection.Increase, TargetAssurance.Inconsistent)]
    [InlineData(1, 3, ImprovementDirection.Neutral, null)]
    public void Limits_against_a_target_of_four_pass_fail_or_do_either(int lower, int upper, ImprovementDirection better, TargetAssurance? assurance) =>
        Assert.Equal(assurance, XmrChart.AssuranceOf(lower, upper, 4, better));

    [Theory]
    [InlineData(4, 6, TargetAssurance.Pass)]
    [InlineData(3, 6, TargetAssurance.Inconsistent)]
    [InlineData(7, 9, TargetAssurance.Fail)]
    public void A_range_passes_where_the_limits_lie_within_it(int lower, int upper, TargetAssurance assurance) =>
        Assert.Equal(assurance, XmrChart.AssuranceOf(lower, upper, low: 4, high: 6));

    [Fact]
    public void A_series_that_never_changes_passes_or_fails_though_the_reference_cannot_say()
    {
        var always = Enumerable.Repeat((decimal?)100, 24).ToArray();

        Assert.Equal(TargetAssurance.Pass, Chart(always).AssuranceOf(95));
        Assert.Equal(TargetAssurance.Inconsistent, Chart(new XmrOptions { Convention = XmrConvention.Reference }, always).AssuranceOf(95));
        Assert.All(Chart(always).Points, point => Assert.Equal(SpecialCause.CommonCause, point.Cause));
    }

    [Fact]
    public void One_figure_has_no_limits_and_no_assurance()
    {
        var chart = Chart(80);

        Assert.Null(chart.Phases[0].Upper);
        Assert.Null(chart.AssuranceOf(95));
        Assert.Equal(TargetAssurance.Inconsistent, Chart(new XmrOptions { Convention = XmrConvention.Reference }, 80).AssuranceOf(95));
    }

    /// <summary>A rise of seven ends where a rise of another seven, lower down, begins: the reference calls the last of the first falling.</summary>
    [Fact]
    public void The_last_point_of_a_trend_keeps_its_direction_where_another_trend_follows()
    {
        var values = Read("1 8 1 8 1 8 1 2 3 4 5 6 7 1 2 3 4 5 6 7");

        Assert.Equal(SpecialCause.TrendIncreasing, Chart(values).Points[12].Cause);
        Assert.Equal(SpecialCause.TrendDecreasing, Chart(new XmrOptions { Convention = XmrConvention.Reference }, values).Points[12].Cause);
    }

    [Fact]
    public void The_turn_of_a_rise_into_a_fall_goes_with_the_fall() =>
        Assert.Equal(SpecialCause.TrendDecreasing, Chart(Read("1 8 1 8 1 8 1 2 3 4 5 6 7 6 5 4 3 2 1")).Points[12].Cause);

    [Fact]
    public void A_phase_knows_nothing_of_the_one_before()
    {
        var chart = XmrChart.Of(Read("1 2 3 4 10 11 12 13"), [4], new XmrOptions());

        Assert.Equal([2.5m, 11.5m], chart.Phases.Select(phase => phase.Mean!.Value));
        Assert.Null(chart.Points[4].MovingRange);
        Assert.DoesNotContain(chart.Points, point => point.IsInTrend);
    }

    [Fact]
    public void Frozen_limits_come_from_the_first_rows_alone()
    {
        var values = Enumerable.Range(0, 24).Select(at => (decimal?)(at < 12 ? at % 2 : 50)).ToArray();

        var chart = Chart(new XmrOptions { FrozenAfter = 12 }, values);

        Assert.Equal(0.5m, chart.Phases[0].Mean);
        Assert.All(chart.Points.Skip(12), point => Assert.True(point.IsOutside));
        Assert.Throws<ArgumentOutOfRangeException>(() => Chart(new XmrOptions { FrozenAfter = 11 }, values));
    }

    [Theory]
    [InlineData(ImprovementDirection.Increase, Variation.ImprovementHigh, Variation.ConcernLow)]
    [InlineData(ImprovementDirection.Decrease, Variation.ConcernHigh, Variation.ImprovementLow)]
    [InlineData(ImprovementDirection.Neutral, Variation.NeutralHigh, Variation.NeutralLow)]
    public void A_special_cause_is_judged_by_which_way_is_better(ImprovementDirection better, Variation up, Variation down)
    {
        Assert.Equal(up, Chart(new XmrOptions { Improvement = better }, Read("1 2 3 4 5 6 7")).Variation);
        Assert.Equal(down, Chart(new XmrOptions { Improvement = better }, Read("7 6 5 4 3 2 1")).Variation);
    }

    /// <summary>0.1, 0.2 and 0.3 have the mean 0.2, which binary fractions miss.</summary>
    [Fact]
    public void A_value_on_the_mean_is_on_neither_side() => Assert.Equal([-1, 0, 1], Chart(0.1m, 0.2m, 0.3m).Points.Select(point => point.Side!.Value));

    private static decimal? Rounded(decimal? value) => value is { } known ? Math.Round(known, 6, MidpointRounding.AwayFromZero) : null;

    private static string Flags(XmrChart chart, Func<XmrPoint, bool> flag) => string.Concat(chart.Points.Select(point => flag(point) ? '1' : '0'));
}
