using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Milestones;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Results;
using Quarterdeck.Domain.Targets;
using static Quarterdeck.Domain.Tests.Given;

namespace Quarterdeck.Domain.Tests.Ratings;

/// <summary>A forecast is rated beside the latest result, and the target of the whole year stands beside those of its periods.</summary>
public sealed class ForecastTests
{
    private static readonly Indicator Yearly = Kpi() with { Calendar = new PeriodCalendar(Frequency.Year, 4) };

    [Fact]
    public void The_forecast_of_a_year_is_rated_and_the_latest_result_stays()
    {
        var forecast = Value(Yearly, "2026-03", 84) with { Status = ResultStatus.Forecast };

        var rated = Rate(Yearly, "2025-03", [Value(Yearly, "2025-03", 80), forecast], Aim("2024-04", 78, 70), Aim("2025-04", 90, 82));

        Assert.Equal(("80%", "Green"), (rated.Displayed, Say(rated.Rating)));
        Assert.Equal(("2026-03", "84%", "Amber"), (rated.Forecast!.Period.ToString(), rated.Forecast.Displayed, Say(rated.Forecast.Rating)));
    }

    [Fact]
    public void Of_several_the_last_of_the_year_stands_and_none_of_the_year_after()
    {
        var indicator = Kpi();
        Result[] forecasts = [.. new[] { "2025-07", "2026-03", "2026-04" }.Select(month => Value(indicator, month, 70) with { Status = ResultStatus.Forecast })];

        Assert.Equal("2026-03", Rate(indicator, "2025-06", [Value(indicator, "2025-06", 60), .. forecasts]).Forecast!.Period.ToString());
        Assert.Null(Rate(indicator, "2025-06", [Value(indicator, "2025-06", 60), forecasts[2]]).Forecast);
    }

    [Fact]
    public void A_forecast_that_a_result_has_overtaken_is_gone()
    {
        var indicator = Kpi();
        var overtaken = Value(indicator, "2025-05", 70) with { Status = ResultStatus.Forecast };

        Assert.Null(Rate(indicator, "2025-06", [overtaken, Value(indicator, "2025-06", 60)]).Forecast);
    }

    [Fact]
    public void The_target_of_the_year_is_held_beside_that_of_the_month()
    {
        var indicator = Kpi();
        var year = Aim("2025-04", 95, 90) with { Scope = TargetScope.Year };

        var rated = Rate(indicator, "2025-06", [Value(indicator, "2025-06", 80)], Aim("2025-04", 80), year);

        Assert.Equal((80m, 95m, 90m), (rated.Standard.Target!.Value, rated.YearStandard!.Target!.Value, rated.YearStandard.Floor!.Value));
        Assert.Contains("the target for 2025/26 as a whole is 95%", rated.Explanation, StringComparison.Ordinal);
        Assert.Null(Rate(Yearly, "2026-03", [Value(Yearly, "2026-03", 80)], year).YearStandard);
    }

    [Fact]
    public void A_milestone_had_a_rating_before_a_step_was_missed()
    {
        var indicator = Kpi() with { Kind = IndicatorKind.Milestone };
        var pack = Pack(indicator, []) with
        {
            Milestones = [Step("Plan", new(2025, 9, 10), StepState.Met), Step("Adopt", new(2025, 10, 28), StepState.Missed)],
        };

        Assert.Equal(("Red", "Green"), (Say(Rate(pack, "2025-10").YtdRating), Say(Rate(pack, "2025-10").PreviousRating)));
        Assert.Equal(("Red", "Red"), (Say(Rate(pack, "2025-11").YtdRating), Say(Rate(pack, "2025-11").PreviousRating)));
    }
}
