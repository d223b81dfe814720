using Quarterdeck.Domain.Figures;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Ranges;
using Quarterdeck.Domain.Targets;
using static Quarterdeck.Domain.Tests.Given;

namespace Quarterdeck.Domain.Tests.Ranges;

public sealed class RangeRuleTests
{
    private static string Test(decimal value, decimal? lower, decimal? upper) =>
        RangeRule.Test(value, new TargetSet { Lower = lower, Upper = upper }, onYearToDate: false) is RangeOutcome.Tested tested
            ? RangeOutcome.Word(tested.Result) : "none";

    /// <summary>
    /// The alerts a county published for October 2025. HR12 of an earlier paper (81 against 70 to 80, printed Yes) is the
    /// one alert of 41 that disagrees.
    /// </summary>
    [Theory]
    [InlineData("GL02b", 1_443, 920, 1_120, "Above")]
    [InlineData("GL03b", 469, 260, 320, "Above")]
    [InlineData("CS08", 240_518, 232_000, 280_000, "Yes")]
    [InlineData("CS12", 3_840, 4_020, 4_920, "Below")]
    [InlineData("CS13", 32, 30, 120, "Yes")]
    [InlineData("CS14", 92, 180, 300, "Below")]
    [InlineData("HR12", 57, 80, 90, "Below")]
    [InlineData("HR13", 54_404, 40_833, 49_583, "Above")]
    [InlineData("HR16", 23_181, 19_000, 23_000, "Above")]
    [InlineData("HR21", 194, 90, 100, "Above")]
    [InlineData("HR23", 93, 85, 90, "Above")]
    [InlineData("HR24", 777, 583, 875, "Yes")]
    [InlineData("HR12 of an earlier paper", 81, 70, 80, "Above")]
    public void Published_alerts_come_out_again(string what, int value, int lower, int upper, string alert)
    {
        Assert.NotEmpty(what);
        Assert.Equal(alert, Test(value, lower, upper));
    }

    [Theory]
    [InlineData(70, "Yes")]
    [InlineData(80, "Yes")]
    [InlineData(69, "Below")]
    [InlineData(81, "Above")]
    public void The_boundaries_are_inside(int value, string alert) => Assert.Equal(alert, Test(value, 70, 80));

    [Fact]
    public void One_threshold_is_enough_and_none_is_no_test()
    {
        Assert.Equal("Yes", Test(1, null, 80));
        Assert.Equal("Below", Test(1, 70, null));
        Assert.Equal("none", Test(1, null, null));
    }

    [Fact]
    public void Decimal_places_of_figure_and_threshold_may_differ()
    {
        Assert.Equal("Yes", Test(80.0m, 70, 80));
        Assert.Equal("Above", Test(80.1m, 70, 80));
        Assert.Equal("Yes", Test(80, 70, 80.00m));
    }

    /// <summary>CS13: the latest 24 seconds are below 30, the year to date of 32 is inside.</summary>
    [Fact]
    public void The_year_to_date_is_tested_where_there_is_one()
    {
        var indicator = Activity() with { Unit = new Unit("seconds"), Ytd = YtdMethod.Supplied };
        var result = Value(indicator, "2025-10", 24) with { Ytd = Figure.Of(32) };

        var rated = Rate(indicator, "2025-10", [result], Range("2025-04", 30, 120));

        Assert.Equal(RangeAlert.Within, rated.Range.Alert);
    }

    [Fact]
    public void The_latest_result_is_tested_where_there_is_no_year_to_date_or_the_setting_says_so()
    {
        var snapshot = Activity() with { Ytd = YtdMethod.None };
        var latest = Activity() with { RangeOn = RangeOn.Latest, Ytd = YtdMethod.Supplied };
        var target = Range("2025-04", 30, 120);

        Assert.Equal(RangeAlert.Below, Rate(snapshot, "2025-10", [Value(snapshot, "2025-10", 24)], target).Range.Alert);
        Assert.Equal(RangeAlert.Below, Rate(latest, "2025-10", [Value(latest, "2025-10", 24) with { Ytd = Figure.Of(32) }], target).Range.Alert);
    }

    [Fact]
    public void A_year_to_date_that_cannot_be_computed_is_no_alert_and_says_why()
    {
        var rated = Rate(Activity(), "2025-10", [Value(Activity(), "2025-10", 24)], Range("2025-04", 30, 120));

        var untested = Assert.IsType<RangeOutcome.Untested>(rated.Range);
        Assert.Equal("no year to date: no result for April to September 2025", untested.Reason);
    }

    [Fact]
    public void The_displayed_figure_is_tested()
    {
        var indicator = Activity() with { Ytd = YtdMethod.None, Decimals = 0 };

        Assert.Equal(RangeAlert.Within, Rate(indicator, "2025-10", [Value(indicator, "2025-10", 80.4m)], Range("2025-04", 70, 80)).Range.Alert);
        Assert.Equal(RangeAlert.Above, Rate(indicator, "2025-10", [Value(indicator, "2025-10", 80.5m)], Range("2025-04", 70, 80)).Range.Alert);
    }
}
