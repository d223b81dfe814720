using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Results;
using Quarterdeck.Domain.Targets;
using static Quarterdeck.Domain.Tests.Given;

namespace Quarterdeck.Domain.Tests.Targets;

/// <summary>A figure is rated only by a target of its own span (rules: Span).</summary>
public sealed class SpanTests
{
    private static readonly PeriodCalendar Yearly = new(Frequency.Year, 4);

    private static Indicator Count(Polarity polarity = Polarity.Higher) => Kpi(polarity) with { Unit = Unit.Number, Ytd = YtdMethod.Sum };

    private static TargetSet UpTo(Indicator indicator, string month, params Target[] rows) =>
        new TargetResolver(rows, [], 4).OfYearToDate(indicator, indicator.Calendar.Closing(M(month)), _ => null, (_, _) => null);

    private static TargetSet In(Indicator indicator, string month, params Target[] rows) =>
        new TargetResolver(rows, [], 4).OfPeriod(indicator, indicator.Calendar.Closing(M(month)), _ => null);

    /// <summary>At most ten complaints a month, each month kept, is not forty against ten.</summary>
    [Fact]
    public void A_sum_is_held_against_the_added_targets_of_the_periods_it_counts()
    {
        var rated = Rate(Count(Polarity.Lower), "2025-07", Run(Count(), "2025-07", 8, 9, 7, 8), Aim("2025-04", 10, 12));

        Assert.Equal(40, rated.YtdStandard.Target);
        Assert.Equal(48, rated.YtdStandard.Floor);
        Assert.Equal("4 monthly targets added", rated.YtdStandard.Label);
        Assert.Equal("Green", Say(rated.YtdRating));
        Assert.Contains("the target of 40 (4 monthly targets added; floor standard 48)", rated.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Targets_that_change_during_the_year_are_added_as_they_were() =>
        Assert.Equal(35, UpTo(Count(), "2025-06", Aim("2025-04", 10), Aim("2025-06", 15)).Target);

    [Fact]
    public void Only_the_periods_counted_are_added() =>
        Assert.Equal(20, UpTo(Count() with { YtdFrom = 6 }, "2025-07", Aim("2025-04", 10)).Target);

    [Theory]
    [InlineData("2025-05")]
    [InlineData("2025-07")]
    public void Where_a_period_has_no_target_the_sum_has_none(string month)
    {
        var late = Aim("2025-05", 10) with { To = M("2025-05") };

        var rated = Rate(Count(), month, Run(Count(), month, [.. Enumerable.Repeat(12m, M(month).Number - 3)]), late);

        Assert.Null(rated.YtdStandard.Target);
        Assert.Equal("no target for the year to date", Say(rated.YtdRating));
        Assert.Contains("has no target for the year to date", rated.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void A_floor_is_added_only_where_every_period_has_one()
    {
        var standard = UpTo(Count(), "2025-05", Aim("2025-04", 10, 8) with { To = M("2025-04") }, Aim("2025-05", 10));

        Assert.Equal(20, standard.Target);
        Assert.Null(standard.Floor);
    }

    [Fact]
    public void An_expected_range_of_one_period_is_added_likewise()
    {
        var standard = UpTo(Activity(), "2025-06", Range("2025-04", 100, 120));

        Assert.Equal(300, standard.Lower);
        Assert.Equal(360, standard.Upper);
    }

    [Fact]
    public void A_row_of_the_year_to_date_comes_first_then_the_years_through_its_profile()
    {
        var year = Aim("2025-04", 120) with { Scope = TargetScope.Year, Profile = TargetProfile.StraightLine };
        var own = Aim("2025-10", 65) with { Scope = TargetScope.Ytd, To = M("2025-10") };

        Assert.Equal(60, UpTo(Count(), "2025-09", Aim("2025-04", 9), year, own).Target);
        Assert.Equal(65, UpTo(Count(), "2025-10", Aim("2025-04", 9), year, own).Target);
    }

    [Fact]
    public void A_year_row_without_a_profile_rates_no_year_to_date()
    {
        var year = Aim("2025-04", 120) with { Scope = TargetScope.Year };

        Assert.Null(UpTo(Count(), "2025-09", year).Target);
    }

    /// <summary>28 of 28 published: shares and rates do not grow with the months counted.</summary>
    [Theory]
    [InlineData(YtdMethod.Ratio)]
    [InlineData(YtdMethod.Weighted)]
    [InlineData(YtdMethod.Mean)]
    [InlineData(YtdMethod.Latest)]
    public void The_target_of_the_period_also_rates_a_year_to_date_that_does_not_grow(YtdMethod method)
    {
        var own = Aim("2025-10", 95) with { Scope = TargetScope.Ytd, To = M("2025-10") };
        var indicator = Kpi() with { Ytd = method };

        Assert.Equal(90, UpTo(indicator, "2025-09", Aim("2025-04", 90), own).Target);
        Assert.Equal(95, UpTo(indicator, "2025-10", Aim("2025-04", 90), own).Target);
    }

    [Theory]
    [InlineData("number", BasisKind.Period, true)]
    [InlineData("gbp", BasisKind.Period, true)]
    [InlineData("percent", BasisKind.Period, false)]
    [InlineData("number", BasisKind.Snapshot, false)]
    public void A_supplied_year_to_date_grows_where_it_is_a_count_of_its_periods(string unit, BasisKind basis, bool grows) =>
        Assert.Equal(
            grows,
            YearToDateRule.Grows(Kpi() with { Unit = new Unit(unit), Basis = new MeasureBasis(basis), Ytd = YtdMethod.Supplied }));

    /// <summary>120 homes a year is ten a month and thirty by June, whatever scope the row has.</summary>
    [Theory]
    [InlineData(TargetScope.Period)]
    [InlineData(TargetScope.Ytd)]
    [InlineData(TargetScope.Year)]
    public void A_straight_line_row_holds_the_years_figure(TargetScope scope)
    {
        var row = Aim("2025-04", 120, 100) with { Scope = scope, Profile = TargetProfile.StraightLine };

        Assert.Equal(30, UpTo(Count(), "2025-06", row).Target);
        Assert.Equal(25, UpTo(Count(), "2025-06", row).Floor);
        Assert.Equal(10, In(Count(), "2025-06", row).Target);
    }

    [Fact]
    public void A_straight_line_row_gives_a_quarter_three_months_and_a_cumulative_figure_those_gone_by()
    {
        var row = Aim("2025-04", 120) with { Profile = TargetProfile.StraightLine };

        Assert.Equal(30, In(Count() with { Calendar = Quarterly }, "2025-09", row).Target);
        Assert.Equal(60, In(Count() with { Calendar = Quarterly, Basis = new MeasureBasis(BasisKind.Cumulative) }, "2025-09", row).Target);
    }

    [Fact]
    public void A_straight_line_target_is_rounded_once_and_never_added_from_rounded_parts()
    {
        var row = Aim("2025-04", 85_000) with { Profile = TargetProfile.StraightLine };

        Assert.Equal(7_083, In(Count(), "2025-10", row).Target);
        Assert.Equal(49_583, UpTo(Count(), "2025-10", row).Target);
    }

    [Fact]
    public void A_straight_line_row_gives_a_rolling_figure_the_months_of_its_window()
    {
        var rolling = Kpi() with { Basis = new MeasureBasis(BasisKind.Rolling, 12), Ytd = YtdMethod.Latest };
        var row = Aim("2025-04", 120) with { Profile = TargetProfile.StraightLine };

        Assert.Equal(120, In(rolling, "2025-06", row).Target);
        Assert.Equal(120, UpTo(rolling, "2025-06", row).Target);
    }

    [Fact]
    public void A_whole_year_row_holds_the_years_figure_and_is_never_added()
    {
        var year = Aim("2025-04", 120) with { Profile = TargetProfile.WholeYear, To = M("2025-05") };

        Assert.Equal(120, UpTo(Count(), "2025-05", year).Target);
        Assert.Null(UpTo(Count(), "2025-06", year, Aim("2025-06", 10)).Target);
    }

    [Fact]
    public void The_range_of_the_year_to_date_is_one_rows_and_never_mixed()
    {
        var standard = UpTo(Activity(), "2025-06", Range("2025-04", 100, null), Range("2025-04", null, 330) with { Scope = TargetScope.Ytd });

        Assert.Null(standard.Lower);
        Assert.Equal(330, standard.Upper);
    }

    [Fact]
    public void Period_and_year_are_one_span_for_a_yearly_indicator()
    {
        var yearly = Count() with { Calendar = Yearly };
        var row = Aim("2025-04", 120) with { Scope = TargetScope.Year };

        Assert.Equal(120, In(yearly, "2026-03", row).Target);
        Assert.Equal(120, UpTo(yearly, "2026-03", row).Target);
        Assert.Equal(120, UpTo(yearly, "2026-03", Aim("2025-04", 120)).Target);
    }
}
