using Quarterdeck.Domain.Directions;
using Quarterdeck.Domain.Figures;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Results;
using static Quarterdeck.Domain.Indicators.DirectionMethod;
using static Quarterdeck.Domain.Tests.Given;

namespace Quarterdeck.Domain.Tests.Directions;

public sealed class DirectionTests
{
    private static string Say(DirectionOutcome outcome) => outcome.Travel is { } travel ? DirectionOutcome.Word(travel) : outcome.Reason!;

    private static Indicator By(DirectionMethod method, Polarity polarity = Polarity.Higher, decimal deadBand = 0) =>
        Kpi(polarity) with { Calendar = Quarterly, Direction = new DirectionSetting([method], deadBand) };

    private static DirectionOutcome Of(Indicator indicator, decimal before, decimal now, params Domain.Targets.Target[] targets) =>
        Rate(indicator, "2011-06", Run(indicator, "2011-06", before, now), targets).Direction;

    /// <summary>Arrows a county printed in June 2011: raw movement in the good direction, whatever the target did.</summary>
    [Theory]
    [InlineData("lac", Polarity.Lower, 55, 56, "worsened")]
    [InlineData("adopted", Polarity.Higher, 9.6, 15.1, "improved")]
    [InlineData("cpp-2yr", Polarity.Lower, 11.1, 11.2, "worsened")]
    [InlineData("schools-category", Polarity.Lower, 18, 17, "improved")]
    [InlineData("telecare", Polarity.Higher, 985, 966, "worsened")]
    [InlineData("asc-assessments", Polarity.Higher, 79.8, 79.7, "worsened")]
    [InlineData("pothole-days", Polarity.Lower, 29.5, 24.4, "improved")]
    [InlineData("residual-waste-kg", Polarity.Lower, 658, 644, "improved")]
    [InlineData("lik-jobs", Polarity.Higher, 2_588, 418, "worsened")]
    public void Published_arrows_come_out_again(string what, Polarity polarity, double before, double now, string travel)
    {
        Assert.NotEmpty(what);
        Assert.Equal(travel, Say(Of(By(Previous, polarity), (decimal)before, (decimal)now)));
    }

    [Theory]
    [InlineData(18, 18, 0, "no change")]
    [InlineData(18, 18.5, 0.5, "no change")]
    [InlineData(18, 18.6, 0.5, "improved")]
    [InlineData(18, 17.4, 0.5, "worsened")]
    public void A_movement_within_the_dead_band_is_no_change(double before, double now, double band, string travel) =>
        Assert.Equal(travel, Say(Of(By(Previous, deadBand: (decimal)band), (decimal)before, (decimal)now)));

    [Theory]
    [InlineData(1000, 1050, "no change")]
    [InlineData(1000, 1051, "improved")]
    [InlineData(1000, 950, "no change")]
    [InlineData(-1000, -1050, "no change")]
    [InlineData(0, 1, "improved")]
    public void A_dead_band_in_per_cent_is_a_per_cent_of_the_earlier_figure(double before, double now, string travel)
    {
        var indicator = By(Previous) with { Unit = Unit.Number, Direction = new DirectionSetting([Previous], 5, IsPercent: true) };

        Assert.Equal(travel, Say(Of(indicator, (decimal)before, (decimal)now)));
    }

    [Theory]
    [InlineData(false, "A movement of up to 5 counts as no change.")]
    [InlineData(true, "A movement of up to 5% of the earlier figure counts as no change.")]
    public void A_movement_that_is_no_change_says_how_large_it_might_be(bool isPercent, string note)
    {
        var indicator = By(Previous) with { Unit = Unit.Number, Direction = new DirectionSetting([Previous], 5, isPercent) };

        Assert.Equal(note, Of(indicator, 100, 102).Note);
        Assert.Null(Of(indicator, 100, 100).Note);
        Assert.Null(Of(indicator, 100, 200).Note);
    }

    /// <summary>60 of 100 attained before: a fiftieth of that is 1.2 points.</summary>
    [Theory]
    [InlineData(61.2, "no change")]
    [InlineData(61.3, "improved")]
    public void A_dead_band_in_per_cent_of_an_attainment(double now, string travel)
    {
        var indicator = By(Attainment) with { Direction = new DirectionSetting([Attainment], 2, IsPercent: true) };

        Assert.Equal(travel, Say(Of(indicator, 60, (decimal)now, Aim("2010-04", 100) with { To = M("2012-03") })));
    }

    [Fact]
    public void A_cumulative_figure_is_compared_with_last_year_unless_the_pack_says_otherwise()
    {
        Assert.Equal([SamePeriodLastYear], DirectionSetting.DefaultFor(BasisKind.Cumulative).Methods);
        Assert.All(
            Enum.GetValues<BasisKind>().Except([BasisKind.Cumulative]),
            basis => Assert.Equal([Previous], DirectionSetting.DefaultFor(basis).Methods));
    }

    [Fact]
    public void The_displayed_figures_are_compared_or_the_exact_ones_where_those_are_rated()
    {
        var indicator = By(Previous) with { Decimals = 0 };

        Assert.Equal("no change", Say(Of(indicator, 81.6m, 82.4m)));
        Assert.Equal("improved", Say(Of(indicator with { RateOn = RateOn.Exact }, 81.6m, 82.4m)));
    }

    [Fact]
    public void A_cumulative_figure_that_starts_again_says_so_beside_its_arrow()
    {
        var jobs = By(Previous) with { Basis = new MeasureBasis(BasisKind.Cumulative) };

        var direction = Of(jobs, 2_588, 418);

        Assert.Equal("worsened", Say(direction));
        Assert.Equal("The figure starts again each April: April to June 2011 is compared with the full year before it.", direction.Note);
        Assert.Null(Rate(jobs, "2011-09", Run(jobs, "2011-09", 2_588, 418, 900)).Direction.Note);
    }

    [Fact]
    public void Without_a_number_in_the_period_before_there_is_none_and_the_period_is_named()
    {
        var indicator = By(Previous);

        Assert.Equal("no result for January to March 2011", Say(Rate(indicator, "2011-06", Run(indicator, "2011-06", 56)).Direction));
        Assert.Equal(
            "January to March 2011 is suspended",
            Say(Rate(indicator, "2011-06", [Marked(indicator, "2011-03", Marker.Suspended), Value(indicator, "2011-06", 56)]).Direction));
        Assert.Equal(
            "April to June 2011 is suspended",
            Say(Rate(indicator, "2011-06", [Value(indicator, "2011-03", 56), Marked(indicator, "2011-06", Marker.Suspended)]).Direction));
        var forecast = Value(indicator, "2011-03", 50) with { Status = ResultStatus.Forecast };
        Assert.Equal("only a forecast for January to March 2011", Say(Rate(indicator, "2011-06", [forecast, Value(indicator, "2011-06", 56)]).Direction));
        Assert.Equal("no result", Say(Rate(indicator, "2011-06", []).Direction));
    }

    [Fact]
    public void Where_nobody_said_which_way_is_good_there_is_none() =>
        Assert.Equal("no good direction is set", Say(Of(By(Previous, Polarity.Neutral), 1, 2)));

    [Theory]
    [InlineData(45, 55, "no change")]
    [InlineData(45, 52, "improved")]
    [InlineData(52, 45, "worsened")]
    public void Towards_the_target_is_better_where_closest_is_best(int before, int now, string travel) =>
        Assert.Equal(travel, Say(Of(By(Previous, Polarity.OnTarget), before, now, Aim("2011-03", 50) with { To = M("2012-03") })));

    [Theory]
    [InlineData(66, 85, "worsened")]
    [InlineData(66, 75, "improved")]
    [InlineData(72, 78, "no change")]
    public void Into_the_range_is_better_where_inside_is_best(int before, int now, string travel) =>
        Assert.Equal(travel, Say(Of(By(Previous, Polarity.Range), before, now, Range("2011-03", 70, 80) with { To = M("2012-03") })));

    [Fact]
    public void Close_to_what_is_a_question_without_targets_or_thresholds()
    {
        Assert.Equal("no target in both periods", Say(Of(By(Previous, Polarity.OnTarget), 45, 55)));
        Assert.Equal("no thresholds in both periods", Say(Of(By(Previous, Polarity.Range), 45, 55)));
    }

    /// <summary>lik-jobs: 2,588 of 3,100 was 83%, 418 of 775 is 54%; adopted jobs of 700 would have been 90%.</summary>
    [Theory]
    [InlineData(Polarity.Higher, 418, "worsened")]
    [InlineData(Polarity.Higher, 700, "improved")]
    [InlineData(Polarity.Higher, 647, "no change")]
    [InlineData(Polarity.Lower, 418, "improved")]
    public void Attainment_compares_shares_of_the_target(Polarity polarity, int now, string travel) =>
        Assert.Equal(travel, Say(Of(By(Attainment, polarity), 2_588, now, Aim("2011-03", 3_100), Aim("2011-06", 775))));

    /// <summary>83.48% and 84.52% of the target are 1.03 points apart.</summary>
    [Theory]
    [InlineData(1, "improved")]
    [InlineData(2, "no change")]
    public void The_dead_band_of_attainment_is_points_of_the_target(int band, string travel) =>
        Assert.Equal(travel, Say(Of(By(Attainment, deadBand: band), 2_588, 655, Aim("2011-03", 3_100), Aim("2011-06", 775))));

    [Fact]
    public void Attainment_says_why_where_it_cannot_be_told()
    {
        Assert.Equal("no target above zero in both periods", Say(Of(By(Attainment), 1, 2, Aim("2011-06", 5))));
        Assert.Equal("no target above zero in both periods", Say(Of(By(Attainment), 1, 2, Aim("2011-03", 0) with { To = M("2012-03") })));
        Assert.Equal(
            "attainment can be told only where higher or lower is better",
            Say(Of(By(Attainment, Polarity.OnTarget), 1, 2, Aim("2011-03", 5) with { To = M("2012-03") })));
    }

    /// <summary>personal-budgets: 32 was two over its target of 30, 34 is one over its target of 33.</summary>
    [Theory]
    [InlineData(Polarity.Higher, 34, "worsened")]
    [InlineData(Polarity.Higher, 36, "improved")]
    [InlineData(Polarity.Lower, 34, "improved")]
    [InlineData(Polarity.OnTarget, 34, "improved")]
    public void Relative_to_target_compares_the_gaps(Polarity polarity, int now, string travel) =>
        Assert.Equal(travel, Say(Of(By(RelativeToTarget, polarity), 32, now, Aim("2011-03", 30), Aim("2011-06", 33))));

    [Fact]
    public void Relative_to_target_needs_targets()
    {
        Assert.Equal("no target to compare with in both periods", Say(Of(By(RelativeToTarget), 32, 34, Aim("2011-06", 33))));
        Assert.Equal("an expected range has no target to compare with", Say(Of(By(RelativeToTarget, Polarity.Range), 32, 34)));
    }

    [Fact]
    public void Same_period_last_year_is_from_history_else_as_typed()
    {
        var indicator = By(SamePeriodLastYear);

        Assert.Equal("improved", Say(Rate(indicator, "2011-06", Run(indicator, "2011-06", 50, 99, 99, 99, 56)).Direction));
        Assert.Equal("worsened", Say(Rate(indicator, "2011-06", [Value(indicator, "2011-06", 56) with { PreviousYear = Figure.Of(60) }]).Direction));
        Assert.Equal("no result for April to June 2010", Say(Rate(indicator, "2011-06", [Value(indicator, "2011-06", 56)]).Direction));
    }

    [Fact]
    public void Baseline_is_the_one_set_else_the_first_number()
    {
        var indicator = By(Baseline);
        var results = Run(indicator, "2011-06", 50, 60, 56);
        var set = Pack(indicator, results) with { Comparators = [Comparator("2010-03", "baseline", 58)] };

        Assert.Equal("worsened", Say(Given.Rate(set, "2011-06").Direction));
        Assert.Equal("improved", Say(Rate(indicator, "2011-06", results).Direction));
        Assert.Equal("no baseline", Say(Rate(indicator, "2011-06", Run(indicator, "2011-06", 56)).Direction));
        results[0] = results[0] with { Status = ResultStatus.Forecast };
        Assert.Equal("worsened", Say(Rate(indicator, "2011-06", results).Direction));
    }

    [Fact]
    public void Several_may_be_shown_the_first_is_the_arrow()
    {
        var indicator = By(Previous) with { Direction = new DirectionSetting([SamePeriodLastYear, Previous], 0) };

        var rated = Rate(indicator, "2011-06", Run(indicator, "2011-06", 60, 99, 99, 50, 56));

        Assert.Equal(["worsened", "improved"], rated.Directions.Select(Say));
        Assert.Equal("worsened", Say(rated.Direction));
    }

    [Fact]
    public void Terms_and_years_have_an_own_period_before()
    {
        var term = By(Previous, Polarity.Lower) with { Calendar = new PeriodCalendar(Frequency.Term, 9) };
        var year = By(Previous) with { Calendar = new PeriodCalendar(Frequency.Year, 9) };

        Assert.Equal("improved", Say(Rate(term, "2011-07", Run(term, "2011-07", 18, 17)).Direction));
        Assert.Equal("improved", Say(Rate(year, "2011-08", Run(year, "2011-08", 70, 72)).Direction));
    }
}
