using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Targets;
using static Quarterdeck.Domain.Tests.Given;

namespace Quarterdeck.Domain.Tests.Targets;

public sealed class TargetResolverTests
{
    private static readonly Indicator Count = Activity();

    private static TargetSet Of(string month, params Target[] rows) =>
        new TargetResolver(rows, [], 4).OfPeriod(Kpi(), Monthly.Closing(M(month)), _ => null);

    private static TargetSet Ytd(string month, params Target[] rows) =>
        new TargetResolver(rows, [], 4).OfYearToDate(Count, Monthly.Closing(M(month)), _ => null, (_, _) => null);

    /// <summary>FN11: April and May are held to 60% and 45%, the rest of the year to 90% and 85%.</summary>
    [Theory]
    [InlineData("2025-04", 60, 45)]
    [InlineData("2025-05", 60, 45)]
    [InlineData("2025-06", 90, 85)]
    [InlineData("2026-03", 90, 85)]
    public void The_target_of_the_period_applies(string month, int target, int floor)
    {
        var standard = Of(month, Aim("2025-04", 60, 45) with { To = M("2025-05") }, Aim("2025-06", 90, 85));

        Assert.Equal(target, standard.Target);
        Assert.Equal(floor, standard.Floor);
    }

    [Theory]
    [InlineData("2025-03", null)]
    [InlineData("2025-04", 80)]
    [InlineData("2025-09", 80)]
    [InlineData("2025-10", 85)]
    [InlineData("2026-03", 85)]
    [InlineData("2026-04", null)]
    public void A_row_without_an_end_holds_to_the_next_row_or_the_end_of_its_financial_year(string month, int? target) =>
        Assert.Equal(target, Of(month, Aim("2025-04", 80), Aim("2025-10", 85)).Target);

    [Fact]
    public void A_row_followed_years_later_holds_until_then() =>
        Assert.Equal(80, Of("2024-12", Aim("2023-04", 80), Aim("2025-04", 85)).Target);

    [Fact]
    public void A_row_of_another_scope_ends_nothing() =>
        Assert.Equal(80, Of("2025-12", Aim("2025-04", 80), Aim("2025-06", 960) with { Scope = TargetScope.Ytd }).Target);

    [Fact]
    public void The_financial_year_ends_where_the_organisation_says() =>
        Assert.Equal(M("2025-12"), new TargetResolver([Aim("2025-04", 80)], [], 1).EndOf(Aim("2025-04", 80)));

    [Fact]
    public void Where_rows_overlap_the_one_that_began_last_applies() =>
        Assert.Equal(70, Of("2025-08", Aim("2025-04", 80) with { To = M("2026-03") }, Aim("2025-08", 70) with { To = M("2025-08") }).Target);

    /// <summary>HR13: 85,000 and 70,000 a year are 49,583 and 40,833 by October; HR24: 1,500 and 1,000 are 875 and 583.</summary>
    [Theory]
    [InlineData(70_000, 85_000, 40_833, 49_583)]
    [InlineData(1_000, 1_500, 583, 875)]
    public void A_straight_line_profile_gives_the_months_gone_by(int lower, int upper, int soFar, int atMost)
    {
        var row = Range("2025-04", lower, upper) with { Profile = TargetProfile.StraightLine };

        var standard = Ytd("2025-10", row);

        Assert.Equal(soFar, standard.Lower);
        Assert.Equal(atMost, standard.Upper);
    }

    [Fact]
    public void A_profile_rounds_to_the_places_targets_are_shown_with()
    {
        var row = Aim("2025-04", 100) with { Profile = TargetProfile.StraightLine };
        var indicator = Kpi() with { TargetDecimals = 1 };

        Assert.Equal(58.3m, new TargetResolver([row], [], 4).OfYearToDate(indicator, Monthly.Closing(M("2025-10")), _ => null, (_, _) => null).Target);
    }

    [Theory]
    [InlineData(TargetProfile.Given, null)]
    [InlineData(TargetProfile.StraightLine, 700)]
    [InlineData(TargetProfile.WholeYear, 1200)]
    public void A_year_row_is_used_only_through_its_profile(TargetProfile profile, int? target)
    {
        var row = Aim("2025-04", 1200) with { Scope = TargetScope.Year, Profile = profile };

        Assert.Equal(target, Ytd("2025-10", row).Target);
        Assert.Equal(profile == TargetProfile.StraightLine ? 100 : null, Of("2025-10", row).Target);
    }

    /// <summary>lik-jobs: a cumulative figure is a year to date whatever column it stands in.</summary>
    [Theory]
    [InlineData(TargetScope.Ytd, TargetProfile.Given, 1200)]
    [InlineData(TargetScope.Year, TargetProfile.StraightLine, 700)]
    public void A_cumulative_value_is_held_against_the_year_to_date(TargetScope scope, TargetProfile profile, int target)
    {
        var indicator = Kpi() with { Basis = new MeasureBasis(BasisKind.Cumulative) };
        var standards = new TargetResolver([Aim("2025-04", 1200) with { Scope = scope, Profile = profile }], [], 4);

        Assert.Equal(target, standards.OfPeriod(indicator, Monthly.Closing(M("2025-10")), _ => null).Target);
    }

    [Fact]
    public void A_target_may_be_what_others_achieved_in_the_same_period()
    {
        var row = Aim("2010-08", null) with { To = M("2011-08"), TargetFrom = "National Average" };
        var school = new PeriodCalendar(Frequency.Year, 9);
        var standards = new TargetResolver([row], [Comparator("2010-08", "national average", 73), Comparator("2011-08", "national average", 74)], 4);

        var standard = standards.OfPeriod(Kpi(), school.Closing(M("2011-08")), _ => null);

        Assert.Equal(74, standard.Target);
        Assert.Equal("National Average", standard.Label);
    }

    [Fact]
    public void A_target_may_be_last_years_figure()
    {
        var row = Aim("2011-04", null) with { TargetFrom = "previous-year" };

        var standard = new TargetResolver([row], [], 4).OfPeriod(Kpi(), Monthly.Closing(M("2011-06")), _ => 3870);

        Assert.Equal(3870, standard.Target);
        Assert.Equal("previous year", standard.Label);
    }

    /// <summary>nas-starts prints 3,870 and names the year before as its source.</summary>
    [Fact]
    public void A_typed_target_beats_the_other_series_which_becomes_its_label()
    {
        var row = Aim("2011-04", 3870) with { TargetFrom = "previous-year" };

        var standard = new TargetResolver([row], [], 4).OfPeriod(Kpi(), Monthly.Closing(M("2011-06")), _ => 4000);

        Assert.Equal(3870, standard.Target);
        Assert.Equal("previous year", standard.Label);
        Assert.Equal(
            "KCC Target",
            new TargetResolver([row with { Label = "KCC Target" }], [], 4).OfPeriod(Kpi(), Monthly.Closing(M("2011-06")), _ => null).Label);
    }

    [Fact]
    public void A_target_in_words_is_kept_as_words()
    {
        var standard = Of("2025-10", Aim("2025-04", null) with { Text = "Date met" });

        Assert.Null(standard.Target);
        Assert.Equal("Date met", standard.Text);
    }

    [Fact]
    public void Targets_are_rounded_to_their_own_places_only_where_the_displayed_figure_is_rated()
    {
        var standards = new TargetResolver([Aim("2025-04", 99.75m)], [], 4);
        var period = Monthly.Closing(M("2025-10"));
        var indicator = Kpi() with { TargetDecimals = 1 };

        Assert.Equal(99.8m, standards.OfPeriod(indicator, period, _ => null).Target);
        Assert.Equal(99.75m, standards.OfPeriod(indicator with { RateOn = RateOn.Exact }, period, _ => null).Target);
    }

    [Fact]
    public void The_baseline_is_the_last_comparator_of_that_name()
    {
        var standards = new TargetResolver([], [Comparator("2010-03", "Baseline", 40), Comparator("2011-03", "baseline", 45)], 4);

        Assert.Equal(40, standards.BaselineBy(M("2011-02")));
        Assert.Equal(45, standards.BaselineBy(M("2012-02")));
        Assert.Null(standards.BaselineBy(M("2010-02")));
    }
}
