using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Figures;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Results;
using Quarterdeck.Domain.Targets;
using static Quarterdeck.Domain.Tests.Given;

namespace Quarterdeck.Domain.Tests.Ratings;

public sealed class RaterTests
{
    private static readonly Indicator Share = Kpi();

    [Fact]
    public void Latest_is_the_last_number_admitted_by_the_month_asked_for()
    {
        var results = Run(Share, "2025-10", 46, 47, 41, 27);

        Assert.Equal("2025-10", Rate(Share, "2025-12", results).Latest.ToString());
        Assert.Equal("2025-09", Rate(Share, "2025-09", results).Latest.ToString());
        Assert.Null(Rate(Share, "2025-06", results).Latest);
    }

    [Theory]
    [InlineData(Marker.Suspended, "2025-10")]
    [InlineData(Marker.NotReturned, "2025-10")]
    [InlineData(Marker.NotYetDue, "2025-09")]
    [InlineData(Marker.New, "2025-09")]
    public void A_later_marker_takes_its_place_unless_nothing_was_due(Marker marker, string latest)
    {
        var rated = Rate(Share, "2025-10", [Value(Share, "2025-09", 41), Marked(Share, "2025-10", marker)]);

        Assert.Equal(latest, rated.Latest.ToString());
        Assert.Equal(latest == "2025-10" ? "41%" : null, rated.LastNumber?.Displayed);
    }

    [Fact]
    public void A_suspended_indicator_shows_its_reason_with_the_last_number_beside_it()
    {
        var rated = Rate(Share, "2020-10", [Value(Share, "2020-03", 96), Marked(Share, "2020-10", Marker.Suspended, "Audits suspended due to Covid-19")]);

        Assert.Equal("Audits suspended due to Covid-19", rated.Displayed);
        Assert.Equal("suspended", Say(rated.Rating));
        Assert.Equal("2020-03", rated.LastNumber?.Period.ToString());
        Assert.False(rated.Stale);
    }

    [Fact]
    public void Where_nothing_was_due_yet_that_is_what_is_said()
    {
        var rated = Rate(Share, "2025-10", [Marked(Share, "2025-10", Marker.NotYetDue)], Aim("2025-04", 90, 85));

        Assert.Equal("not yet due", Say(rated.Rating));
        Assert.Equal("Not yet due", rated.Displayed);
    }

    /// <summary>contact-20s: 37.4% in June, a forecast for September.</summary>
    [Fact]
    public void A_forecast_is_never_the_latest_but_stands_in_the_history_with_its_rating()
    {
        var quarterly = Share with { Calendar = Quarterly };
        var results = Run(quarterly, "2011-09", 75.9m, 37.4m, 60);
        results[2] = results[2] with { Status = ResultStatus.Forecast };

        var rated = Rate(quarterly, "2011-09", results, Aim("2011-03", 80, 75) with { To = M("2012-03") });

        Assert.Equal("37.4%", rated.Displayed);
        Assert.Equal("Red", Say(rated.History.Single(own => own.IsForecast).Rating));
    }

    [Fact]
    public void An_annual_figure_not_yet_in_is_rated_on_its_forecast_against_the_years_target()
    {
        var annual = Share with { Calendar = new PeriodCalendar(Frequency.Year, 4) };
        var forecast = Value(annual, "2012-03", 82) with { Status = ResultStatus.Forecast };
        var pack = Pack(annual, [forecast], Aim("2012-03", 80, 75));

        Assert.Equal("Green", Say(new Rater(pack).RatePeriod(annual.Ref, forecast.Period).Rating));
        Assert.Equal("no result", Say(Rate(pack, "2011-09").Rating));
    }

    [Fact]
    public void The_rating_before_is_that_of_the_own_period_before()
    {
        var aim = Aim("2025-04", 70, 45);

        Assert.Equal("Amber", Say(Rate(Share, "2025-08", Run(Share, "2025-08", 46, 80), aim).PreviousRating));
        Assert.Equal("no result", Say(Rate(Share, "2025-08", Run(Share, "2025-08", 80), aim).PreviousRating));
        var forecast = Value(Share, "2025-07", 46) with { Status = ResultStatus.Forecast };
        Assert.Equal("only a forecast", Say(Rate(Share, "2025-08", [forecast, Value(Share, "2025-08", 80)], aim).PreviousRating));
    }

    [Theory]
    [InlineData(Frequency.Month, 4, "2025-10", "2025-12", 1, false)]
    [InlineData(Frequency.Month, 4, "2025-10", "2026-01", 1, true)]
    [InlineData(Frequency.Month, 4, "2025-10", "2026-01", 2, false)]
    [InlineData(Frequency.Month, 4, "2025-10", "2025-12", 0, true)]
    [InlineData(Frequency.Quarter, 4, "2025-09", "2026-01", 1, false)]
    [InlineData(Frequency.Quarter, 4, "2025-09", "2026-02", 1, true)]
    [InlineData(Frequency.Quarter, 4, "2025-09", "2026-02", 2, false)]
    [InlineData(Frequency.Term, 9, "2011-04", "2011-08", 1, false)]
    [InlineData(Frequency.Term, 9, "2011-04", "2011-09", 1, true)]
    [InlineData(Frequency.Year, 4, "2025-03", "2026-04", 1, false)]
    [InlineData(Frequency.Year, 4, "2025-03", "2026-05", 1, true)]
    public void A_rating_is_stale_once_a_later_own_period_closed_longer_ago_than_the_lag(
        Frequency frequency, int yearStart, string latest, string asAt, int lag, bool stale)
    {
        var indicator = Share with { Calendar = new PeriodCalendar(frequency, yearStart), Lag = lag };

        Assert.Equal(stale, Rate(indicator, asAt, [Value(indicator, latest, 90)]).Stale);
    }

    [Fact]
    public void An_indicator_that_ended_is_not_stale()
    {
        var ended = Share with { To = M("2025-10") };

        Assert.False(Rate(ended, "2026-03", [Value(ended, "2025-10", 90)]).Stale);
    }

    [Fact]
    public void The_default_month_is_the_last_in_which_an_actual_number_closes()
    {
        var forecast = Value(Share, "2026-03", 90) with { Status = ResultStatus.Forecast };

        Assert.Equal(M("2025-10"), new Rater(Pack(Share, [Value(Share, "2025-10", 27), forecast, Marked(Share, "2025-12", Marker.Suspended)])).DefaultAsAt);
    }

    [Fact]
    public void Activity_and_context_are_not_rated_and_highlights_are()
    {
        Result[] results = [Value(Share, "2025-10", 90)];

        Assert.Equal("not a KPI", Say(Rate(Share with { Kind = IndicatorKind.Context }, "2025-10", results, Aim("2025-04", 85, 80)).Rating));
        Assert.Equal("Green", Say(Rate(Share with { Kind = IndicatorKind.Highlight }, "2025-10", results, Aim("2025-04", 85, 80)).Rating));
    }

    /// <summary>FN12: 100% in October is Green, 99% since April is Amber.</summary>
    [Fact]
    public void Latest_and_year_to_date_are_rated_each_by_itself()
    {
        var indicator = Share with { Ytd = YtdMethod.Supplied };

        var rated = Rate(indicator, "2025-10", [Value(indicator, "2025-10", 100) with { Ytd = Figure.Of(99) }], Aim("2025-04", 100, 90));

        Assert.Equal("Green", Say(rated.Rating));
        Assert.Equal("Amber", Say(rated.YtdRating));
    }

    [Fact]
    public void A_year_to_date_that_is_incomplete_or_absent_is_not_rated_and_says_so()
    {
        var sum = Share with { Ytd = YtdMethod.Sum };

        Assert.Equal(
            "year to date incomplete: no result for April 2025",
            Say(Rate(sum, "2025-05", [Value(sum, "2025-05", 9)], Aim("2025-04", 1, 0)).YtdRating));
        Assert.Equal("no year to date", Say(Rate(Share, "2025-05", [Value(Share, "2025-05", 9)], Aim("2025-04", 1, 0)).YtdRating));
    }

    /// <summary>nas-starts: the target is the same point of the year before, 3,870 in April.</summary>
    [Fact]
    public void Last_years_figure_may_be_the_target_period_and_year_to_date_alike()
    {
        var indicator = Share with { Unit = Unit.Number, Ytd = YtdMethod.Sum };
        Target[] targets = [Aim("2010-04", null) with { TargetFrom = "previous-year", To = M("2012-03") }];

        var rated = Rate(indicator, "2011-05", Run(indicator, "2011-05", [10, 20, .. Enumerable.Repeat(0m, 10), 11, 18]), targets);

        Assert.Equal(20, rated.Standard.Target);
        Assert.Equal(30, rated.YtdStandard.Target);
        Assert.Equal("no floor standard", Say(rated.Rating));
        Assert.Equal("no floor standard", Say(rated.YtdRating));
    }

    [Fact]
    public void History_runs_through_gaps_and_on_to_the_last_target_ahead()
    {
        var quarterly = Share with { Calendar = Quarterly };
        var targets = Aim("2011-03", 33) with { To = M("2012-03") };

        var history = Rate(quarterly, "2011-09", [Value(quarterly, "2011-03", 32), Value(quarterly, "2011-09", 36)], targets).History;

        Assert.Equal(["2011-03", "2011-06", "2011-09", "2011-12", "2012-03"], history.Select(own => own.Period.ToString()));
        Assert.Equal("no result", Say(history[1].Rating));
        Assert.Equal("not yet due", Say(history[^1].Rating));
    }

    [Theory]
    [InlineData("2012-09", true)]
    [InlineData("2012-12", false)]
    public void History_looks_twelve_months_ahead_and_no_further(string target, bool isShown)
    {
        var quarterly = Share with { Calendar = Quarterly };
        var ahead = Aim(target, 33) with { To = M(target) };

        var history = Rate(quarterly, "2011-09", [Value(quarterly, "2011-09", 36)], ahead).History;

        Assert.Equal(isShown ? target : "2011-09", history[^1].Period.ToString());
    }

    [Fact]
    public void History_changes_its_rhythm_with_the_version()
    {
        var quarterly = Share with { Calendar = Quarterly, To = M("2025-03") };
        var monthly = Share with { From = M("2025-04") };
        var pack = Pack(
            [quarterly, monthly],
            [Value(quarterly, "2024-12", 1), Value(quarterly, "2025-03", 2), Value(monthly, "2025-04", 3), Value(monthly, "2025-05", 4)]);

        Assert.Equal(["2024-12", "2025-03", "2025-04", "2025-05"], Rate(pack, "2025-05").History.Select(own => own.Period.ToString()));
    }

    [Fact]
    public void All_indicators_come_once_in_the_order_of_the_pack()
    {
        var other = Share with { Ref = new IndicatorRef("A01") };
        var pack = Pack([Share, other, Share with { From = M("2025-04") }], []);

        Assert.Equal(["T01", "A01"], new Rater(pack).RateAll(M("2025-10")).Select(rated => rated.Indicator.Ref.Value));
    }
}
