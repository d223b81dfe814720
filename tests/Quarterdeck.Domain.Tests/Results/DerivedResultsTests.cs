using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Figures;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Results;
using static Quarterdeck.Domain.Tests.Given;

namespace Quarterdeck.Domain.Tests.Results;

/// <summary>Figures made from months, and figures made of two others.</summary>
public sealed class DerivedResultsTests
{
    private static readonly Indicator Months = Kpi() with { Unit = Unit.Number, Ytd = YtdMethod.Sum };

    private static Indicator Made(FromMonths method, Frequency frequency = Frequency.Quarter, MeasureBasis basis = default) =>
        Months with { FromMonths = method, Calendar = new PeriodCalendar(frequency, 4), Basis = basis, Ytd = YtdMethod.None };

    private static RatedIndicator Rated(Indicator indicator, string asAt, params Result[] months) => Rate(indicator, asAt, months);

    [Theory]
    [InlineData(FromMonths.Sum, "60", "3 months added up")]
    [InlineData(FromMonths.Mean, "20", "the mean of 3 months")]
    [InlineData(FromMonths.Last, "30", "the figure of the last month")]
    public void A_quarter_is_made_of_its_months(FromMonths method, string shown, string made)
    {
        var rated = Rated(Made(method), "2025-07", Run(Months, "2025-07", 10, 20, 30, 99));

        Assert.Equal(("2025-06", shown, made), (rated.Latest.ToString(), rated.Displayed, rated.LatestResult!.MadeOf));
        Assert.Contains("; the figure is " + made, rated.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void A_ratio_adds_up_what_was_counted_and_not_the_shares()
    {
        var indicator = Made(FromMonths.Ratio) with { Unit = Unit.Percent, Per = 100, Decimals = 1 };

        var rated = Rated(indicator, "2025-06", Parts(Months, "2025-04", 1, 2), Parts(Months, "2025-05", 9, 10), Parts(Months, "2025-06", 80, 88));

        Assert.Equal(("90.0%", 90m, 100m), (rated.Displayed, rated.LatestResult!.Numerator, rated.LatestResult.Denominator));
    }

    [Fact]
    public void A_mean_is_shown_with_the_places_of_the_target_or_of_the_months()
    {
        var months = Run(Months, "2025-06", 10, 10, 11);

        Assert.Equal("10", Rated(Made(FromMonths.Mean), "2025-06", months).Displayed);
        Assert.Equal("10.33", Rate(Made(FromMonths.Mean), "2025-06", months, Aim("2025-04", 10.25m)).Displayed);
    }

    [Fact]
    public void A_year_a_rolling_window_and_a_cumulative_figure_are_made_alike()
    {
        var months = Run(Months, "2026-03", [.. Enumerable.Range(1, 24).Select(number => (decimal)number)]);

        Assert.Equal("222", Rated(Made(FromMonths.Sum, Frequency.Year), "2026-03", months).Displayed);
        Assert.Equal("222", Rated(Made(FromMonths.Sum, Frequency.Month, new(BasisKind.Rolling, 12)), "2026-03", months).Displayed);
        Assert.Equal("27", Rated(Made(FromMonths.Sum, Frequency.Month, new(BasisKind.Cumulative)), "2025-05", months).Displayed);
    }

    [Fact]
    public void A_rolling_window_begins_when_it_is_full()
    {
        var rated = Rated(Made(FromMonths.Sum, Frequency.Month, new(BasisKind.Rolling, 12)), "2025-04", Run(Months, "2025-04", [.. new decimal[13]]));

        Assert.Equal(["2025-03", "2025-04"], rated.History.Select(own => own.Period.ToString()));
    }

    [Fact]
    public void A_period_that_has_not_closed_is_not_made() =>
        Assert.Equal("2025-06", Rated(Made(FromMonths.Sum), "2025-08", Run(Months, "2025-08", 1, 1, 1, 1, 1)).Latest.ToString());

    [Fact]
    public void A_missing_or_marked_month_is_named_in_place_of_the_figure()
    {
        var missing = Rated(Made(FromMonths.Sum), "2025-06", Value(Months, "2025-04", 1), Value(Months, "2025-06", 1));
        var marked = Rated(
            Made(FromMonths.Sum), "2025-06", Value(Months, "2025-04", 1), Marked(Months, "2025-05", Marker.Suppressed), Value(Months, "2025-06", 1));

        Assert.Equal("no result for May 2025", missing.Displayed);
        Assert.Equal("May 2025 is suppressed", marked.Displayed);
        Assert.Equal(Marker.Suppressed, marked.LatestResult!.Value!.Value.Marker);
    }

    [Fact]
    public void A_forecast_month_makes_a_forecast()
    {
        var forecast = Value(Months, "2025-06", 3) with { Status = ResultStatus.Forecast };

        var rated = Rated(Made(FromMonths.Sum), "2025-06", Value(Months, "2025-04", 1), Value(Months, "2025-05", 2), forecast);

        Assert.Null(rated.Latest);
        Assert.Equal("6", rated.Forecast!.Displayed);
    }

    [Fact]
    public void Parts_are_made_like_the_whole()
    {
        var parts = Run(Months, "2025-06", 1, 2, 3).Select(result => result with { Breakdown = "North" });

        var rated = Rated(Made(FromMonths.Sum), "2025-06", [.. Run(Months, "2025-06", 10, 20, 30), .. parts]);

        Assert.Equal(("60", "North", "6"), (rated.Displayed, rated.Breakdowns.Single().Breakdown, rated.Breakdowns.Single().Displayed));
    }

    [Fact]
    public void A_version_that_gives_its_own_quarters_keeps_them()
    {
        var before = Months with { Calendar = Quarterly, Ytd = YtdMethod.None, To = M("2025-03") };
        var after = Made(FromMonths.Sum) with { From = M("2025-04") };

        var rated = new Rater(Pack([before, after], [Value(before, "2025-03", 50), .. Run(Months, "2025-06", 10, 20, 30)])).Rate(Ref, M("2025-06"));

        Assert.Equal(["50", "60"], rated.History.Select(own => own.Displayed));
    }

    [Fact]
    public void A_formula_is_one_figure_over_another_of_the_same_period()
    {
        var (above, below) = (Months with { Ref = new("A") }, Months with { Ref = new("B"), Scale = 1000 });
        var made = Kpi() with { Per = 100, NumeratorRef = above.Ref, DenominatorRef = below.Ref, Ytd = YtdMethod.Ratio, Decimals = 1 };

        var rated = new Rater(Pack([made, above, below], [.. Run(above, "2025-05", 300, 450), .. Run(below, "2025-05", 1, 2)])).Rate(Ref, M("2025-06"));

        Assert.Equal(("22.5%", "A over B"), (rated.Displayed, rated.LatestResult!.MadeOf));
        Assert.Equal("25.0%", rated.YtdDisplayed);
    }

    [Fact]
    public void A_formula_says_what_its_parts_say_where_one_gives_no_figure()
    {
        var (above, below) = (Months with { Ref = new("A") }, Months with { Ref = new("B") });
        var made = Kpi() with { Per = 100, NumeratorRef = above.Ref, DenominatorRef = below.Ref };
        RatedIndicator Of(Result over, Result under) => new Rater(Pack([made, above, below], [over, under])).Rate(Ref, M("2025-06"));

        Assert.Equal(
            Marker.Suspended, Of(Value(above, "2025-06", 1), Marked(below, "2025-06", Marker.Suspended)).LatestResult!.Value!.Value.Marker);
        Assert.Equal("nothing to count", Of(Value(above, "2025-06", 0), Value(below, "2025-06", 0)).Displayed);
        Assert.Null(Of(Value(above, "2025-06", 1), Value(below, "2025-05", 1)).Latest);
    }

    [Fact]
    public void A_formula_of_months_says_both_what_it_is_of_and_over_how_long()
    {
        var (above, below) = (Months with { Ref = new("A") }, Months with { Ref = new("B") });
        var made = Made(FromMonths.Ratio) with { Unit = Unit.Percent, Per = 100, NumeratorRef = above.Ref, DenominatorRef = below.Ref };

        var rated = new Rater(Pack([made, above, below], [.. Run(above, "2025-06", 1, 1, 2), .. Run(below, "2025-06", 2, 3, 3)])).Rate(Ref, M("2025-06"));

        Assert.Equal(("50.0%", "A over B, 3 months of numerators over 3 months of denominators"), (rated.Displayed, rated.LatestResult!.MadeOf));
    }

    [Fact]
    public void A_formula_may_be_made_of_made_figures()
    {
        var above = Made(FromMonths.Sum) with { Ref = new("A") };
        var below = Made(FromMonths.Last) with { Ref = new("B") };
        var made = Kpi() with { Per = 100, Calendar = Quarterly, NumeratorRef = above.Ref, DenominatorRef = below.Ref, Decimals = 0 };
        Result[] Of(Indicator indicator, params decimal[] values) => [.. Run(Months, "2025-06", values).Select(result => result with { Ref = indicator.Ref })];

        var rated = new Rater(Pack([made, above, below], [.. Of(above, 10, 20, 30), .. Of(below, 100, 100, 120)])).Rate(Ref, M("2025-06"));

        Assert.Equal("50%", rated.Displayed);
    }
}
