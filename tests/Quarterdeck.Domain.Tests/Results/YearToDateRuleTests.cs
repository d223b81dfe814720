using Quarterdeck.Domain.Figures;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Results;
using static Quarterdeck.Domain.Tests.Given;

namespace Quarterdeck.Domain.Tests.Results;

public sealed class YearToDateRuleTests
{
    private static readonly Indicator Count = Activity();

    private static readonly Indicator Share = Kpi() with { Ytd = YtdMethod.Ratio, Per = 100 };

    private static YearToDate At(Indicator indicator, string month, params Result[] results) =>
        new YearToDateRule(new Series([indicator], results), null).At(indicator, indicator.Calendar.Closing(M(month)));

    private static decimal Shown(YearToDate ytd) => Assert.IsType<YearToDate.Known>(ytd).Rounded;

    private static string Why(YearToDate ytd) => Assert.IsType<YearToDate.NotComputed>(ytd).Reason;

    /// <summary>GL01b: 5, 6, 17, 3 and 19 committee meetings; 50 were printed.</summary>
    [Fact]
    public void Sum_adds_counts_up() =>
        Assert.Equal(50, Shown(At(Count, "2025-09", Run(Count, "2025-09", 0, 5, 6, 17, 3, 19))));

    /// <summary>GL01: papers in time for 49 of 50 meetings are 98%, where the mean of the months is 97%.</summary>
    [Fact]
    public void Ratio_divides_the_sums_and_is_no_mean_of_the_months()
    {
        Result[] results =
        [
            Parts(Share, "2025-04", 5, 5), Parts(Share, "2025-05", 0, 0), Parts(Share, "2025-06", 5, 6),
            Parts(Share, "2025-07", 17, 17), Parts(Share, "2025-08", 3, 3), Parts(Share, "2025-09", 19, 19),
        ];

        Assert.Equal(98, Shown(At(Share, "2025-09", results)));
    }

    [Fact]
    public void Ratio_needs_numerators_and_denominators()
    {
        Result[] results = [Parts(Share, "2025-04", 5, 5), Value(Share, "2025-05", 97)];

        Assert.Equal("no numerator and denominator for May 2025", Why(At(Share, "2025-05", results)));
    }

    [Fact]
    public void Ratio_of_nothing_at_all_is_not_computed() =>
        Assert.Equal("nothing to count", Why(At(Share, "2025-05", Parts(Share, "2025-04", 0, 0), Parts(Share, "2025-05", 0, 0))));

    [Fact]
    public void Mean_weighs_every_period_alike()
    {
        var indicator = Kpi() with { Ytd = YtdMethod.Mean, Decimals = 1 };

        Assert.Equal(90.7m, Shown(At(indicator, "2025-06", Run(indicator, "2025-06", 90, 91, 91))));
    }

    /// <summary>A third, a third and five sixths are one and a half: their mean is exactly a half, which rounds up.</summary>
    [Fact]
    public void Mean_of_fractions_that_do_not_end_is_exact()
    {
        var indicator = Kpi() with { Ytd = YtdMethod.Mean, Decimals = 0, Per = 1 };

        Assert.Equal(
            1,
            Shown(At(indicator, "2025-06", Parts(indicator, "2025-04", 1, 3), Parts(indicator, "2025-05", 1, 3), Parts(indicator, "2025-06", 5, 6))));
    }

    [Fact]
    public void Weighted_weighs_each_period_by_its_activity()
    {
        var calls = Count with { Ref = new IndicatorRef("CS08") };
        var seconds = Kpi(Polarity.Lower) with { Ytd = YtdMethod.Weighted, Weight = calls.Ref };
        var rule = new YearToDateRule(
            new Series([seconds], Run(seconds, "2025-05", 10, 40)), new Series([calls], Run(calls, "2025-05", 2_000, 1_000)));

        Assert.Equal(20, Shown(rule.At(seconds, Monthly.Closing(M("2025-05")))));
    }

    [Fact]
    public void Weighted_without_a_weight_says_which()
    {
        var calls = Count with { Ref = new IndicatorRef("CS08") };
        var seconds = Kpi(Polarity.Lower) with { Ytd = YtdMethod.Weighted, Weight = calls.Ref };
        var own = new Series([seconds], Run(seconds, "2025-05", 10, 40));

        Assert.Equal(
            "no weight for April 2025",
            Why(new YearToDateRule(own, new Series([calls], Run(calls, "2025-05", 1_000))).At(seconds, Monthly.Closing(M("2025-05")))));
        Assert.Equal("no weight for April 2025 and May 2025", Why(new YearToDateRule(own, null).At(seconds, Monthly.Closing(M("2025-05")))));
        Assert.Equal(
            "the weights add up to zero",
            Why(new YearToDateRule(own, new Series([calls], Run(calls, "2025-05", 0, 0))).At(seconds, Monthly.Closing(M("2025-05")))));
    }

    /// <summary>A weight of three over a figure of one sixth is exactly a half.</summary>
    [Fact]
    public void Weighted_fractions_are_exact()
    {
        var weight = Count with { Ref = new IndicatorRef("W") };
        var indicator = Kpi() with { Ytd = YtdMethod.Weighted, Weight = weight.Ref, Decimals = 0, Per = 3 };
        var rule = new YearToDateRule(new Series([indicator], [Parts(indicator, "2025-04", 1, 6)]), new Series([weight], Run(weight, "2025-04", 3)));

        Assert.Equal(1, Shown(rule.At(indicator, Monthly.Closing(M("2025-04")))));
    }

    /// <summary>lik-jobs stands at 418 in June, three months into the year; kent-success-starts at 119 over twelve months.</summary>
    [Theory]
    [InlineData(BasisKind.Cumulative, 0, "2011-04")]
    [InlineData(BasisKind.Rolling, 12, "2010-07")]
    [InlineData(BasisKind.Snapshot, 0, "2011-06")]
    [InlineData(BasisKind.Period, 0, "2011-04")]
    public void Latest_takes_the_figure_as_it_stands_for_the_months_of_its_basis(BasisKind basis, int months, string from)
    {
        var indicator = Count with { Ytd = YtdMethod.Latest, Calendar = Quarterly, Basis = new MeasureBasis(basis, months) };

        var known = Assert.IsType<YearToDate.Known>(At(indicator, "2011-06", Run(indicator, "2011-06", 2_588, 418)));

        Assert.Equal(418, known.Rounded);
        Assert.Equal((M(from), M("2011-06")), (known.From, known.To));
    }

    [Fact]
    public void A_snapshot_has_no_year_to_date()
    {
        var indicator = Kpi() with { Basis = new MeasureBasis(BasisKind.Snapshot) };

        Assert.IsType<YearToDate.NotApplicable>(At(indicator, "2025-10", Run(indicator, "2025-10", 27)));
    }

    [Fact]
    public void Supplied_is_what_was_typed_and_nothing_else()
    {
        var indicator = Kpi() with { Ytd = YtdMethod.Supplied };
        var result = Value(indicator, "2025-10", 88);

        Assert.Equal(87, Shown(At(indicator, "2025-10", result with { Ytd = Figure.Of(87) })));
        Assert.Equal("none was supplied for October 2025", Why(At(indicator, "2025-10", result)));
    }

    [Fact]
    public void A_supplied_figure_wins_and_the_computed_one_is_kept_beside_it()
    {
        var results = Run(Count, "2025-05", 10, 20);
        results[1] = results[1] with { Ytd = Figure.Of(31) };

        var known = Assert.IsType<YearToDate.Known>(At(Count, "2025-05", results));

        Assert.True(known.Supplied);
        Assert.Equal(31, known.Rounded);
        Assert.Equal(30, known.Computed?.Value);
    }

    [Fact]
    public void A_typed_marker_wins_too()
    {
        var results = Run(Count, "2025-05", 10, 20);
        results[1] = results[1] with { Ytd = Figure.Of(Marker.NotApplicable) };
        Assert.IsType<YearToDate.NotApplicable>(At(Count, "2025-05", results));

        results[1] = results[1] with { Ytd = Figure.Of(Marker.Suppressed) };
        Assert.Equal("it was given as suppressed", Why(At(Count, "2025-05", results)));
    }

    /// <summary>FN11 counts from June, because April and May are held to other targets.</summary>
    [Theory]
    [InlineData("2025-07", 1_545)]
    [InlineData("2026-03", 10_545)]
    public void An_indicator_may_count_from_a_month_of_its_own(string month, int sum)
    {
        var indicator = Count with { YtdFrom = 6 };

        var ytd = At(
            indicator,
            month,
            Run(indicator, month, [.. Enumerable.Repeat(9_999m, 2), 693, 852, .. Enumerable.Repeat(1_125m, M(month).MonthsSince(M("2025-07")))]));

        Assert.Equal(sum, Shown(ytd));
        Assert.Equal(M("2025-06"), Assert.IsType<YearToDate.Known>(ytd).From);
    }

    [Fact]
    public void Before_its_own_first_month_there_is_none_yet() =>
        Assert.Equal("the year to date starts in June 2025", Why(At(Count with { YtdFrom = 6 }, "2025-05", Run(Count, "2025-05", 1, 2))));

    [Fact]
    public void A_first_month_in_the_new_calendar_year_belongs_to_the_same_financial_year() =>
        Assert.Equal(M("2026-01"), YearToDateRule.From(Count with { YtdFrom = 1 }, Monthly.Closing(M("2025-10"))));

    [Fact]
    public void Every_missing_period_is_named_with_what_is_known_of_it()
    {
        Result[] results =
        [
            Value(Count, "2025-04", 1),
            Marked(Count, "2025-07", Marker.Suspended),
            Value(Count, "2025-08", 5) with { Status = ResultStatus.Forecast },
            Value(Count, "2025-09", 6),
        ];

        Assert.Equal(
            "no result for May 2025 and June 2025, suspended in July 2025, only a forecast for August 2025",
            Why(At(Count, "2025-09", results)));
    }

    [Fact]
    public void A_zero_is_a_number_and_nil_adds_nothing()
    {
        Assert.Equal(3, Shown(At(Count, "2025-06", Run(Count, "2025-06", 3, 0, 0))));
        Assert.Equal(3, At(Count, "2025-05", Value(Count, "2025-04", 3), Marked(Count, "2025-05", Marker.Nil)).Number);
        Assert.Equal(
            6, At(Count with { Ytd = YtdMethod.Mean }, "2025-06", Value(Count, "2025-04", 4), Marked(Count, "2025-05", Marker.Nil), Value(Count, "2025-06", 8)).Number);
        Assert.Equal("nothing to count", Why(At(Count, "2025-04", Marked(Count, "2025-04", Marker.Nil))));
    }

    [Fact]
    public void Decimal_places_are_those_typed()
    {
        Assert.Equal("2.50", Known(At(Count, "2025-05", Run(Count, "2025-05", 1.25m, 1.25m))));
        Assert.Equal("2.5", Known(At(Count with { Decimals = 1 }, "2025-05", Run(Count, "2025-05", 1.25m, 1.25m))));

        static string Known(YearToDate ytd) => Shown(ytd).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>FN11b: 5,907 against 4,962 in the same months of the year before.</summary>
    [Fact]
    public void The_year_before_is_counted_over_the_same_months()
    {
        var indicator = Count with { YtdFrom = 6 };
        var results = Run(indicator, "2025-07", [.. Enumerable.Repeat(100m, 16)]);

        var rated = Rate(indicator, "2025-07", results);

        Assert.Equal(200, rated.PreviousYearYtd?.Number);
        Assert.Equal(100, rated.PreviousYear?.Number);
    }

    [Fact]
    public void A_new_first_month_counts_for_the_year_before_as_well()
    {
        var before = Count with { To = M("2025-03") };
        var since = Count with { YtdFrom = 6, From = M("2025-04") };
        var results = Run(since, "2025-07", [.. Enumerable.Repeat(100m, 16)]);

        Assert.Equal(200, Rate(Pack([before, since], results), "2025-07").PreviousYearYtd?.Number);
    }

    [Fact]
    public void Without_history_the_year_before_is_as_typed_reason_included()
    {
        var known = Value(Count, "2025-04", 777) with { PreviousYear = Figure.Of(650), PreviousYearYtd = Figure.Of(Marker.New, "New in 2025/26") };

        var rated = Rate(Count, "2025-04", [known]);

        Assert.Equal(650, rated.PreviousYear?.Number);
        Assert.Equal("New in 2025/26", rated.PreviousYearYtd?.Words);
    }

    [Fact]
    public void A_forecast_is_no_figure_of_the_year_before()
    {
        var results = Run(Count, "2025-04", [.. Enumerable.Repeat(100m, 13)]);
        results[0] = results[0] with { Status = ResultStatus.Forecast };

        Assert.Null(Rate(Count, "2025-04", results).PreviousYear);
    }

    [Fact]
    public void Quarters_and_other_years_add_up_from_their_own_start()
    {
        var quarterly = Count with { Calendar = Quarterly };
        var academic = Count with { Calendar = new PeriodCalendar(Frequency.Quarter, 8) };

        Assert.Equal(30, Shown(At(quarterly, "2025-09", Run(quarterly, "2025-09", 99, 10, 20))));
        Assert.Equal(30, Shown(At(academic, "2011-01", Run(academic, "2011-01", 99, 10, 20))));
    }
}
