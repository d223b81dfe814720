using Quarterdeck.Application.Ratings;
using Quarterdeck.Application.Statistics;
using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Packs;
using Quarterdeck.TestKit;

namespace Quarterdeck.Application.Tests.Statistics;

/// <summary>How a year may end, and what the periods left must come to.</summary>
public sealed class YearEndTests
{
    /// <summary>Up and down about 80.</summary>
    private static readonly int[] Level = [80, 83, 79, 81, 77, 80, 84, 79, 81, 80, 78, 82, 80, 79, 83, 78, 81];

    [Fact]
    public void What_did_not_ask_for_a_forecast_has_none() => Assert.Null(Rated("percent,higher,month,none,", Level).YearEnd);

    [Fact]
    public void The_figures_so_far_are_carried_to_the_last_month_of_the_year()
    {
        var end = Rated("percent,higher,month,none,yes", Level, "K1,2024-04,period,95,70").YearEnd!;

        Assert.Equal(("March 2025", false), (end.Name, end.IsWholeYear));
        Assert.InRange(end.Forecast!.Expected, 79, 82);
        Assert.True(end.Forecast.Low < 79 && end.Forecast.High > 82);
        Assert.Equal("It is almost certain to miss the target of 95%. It is almost certain to meet the floor standard of 70%.", end.Forecast.Outlook);
        Assert.Null(end.RequiredRate);
    }

    [Fact]
    public void A_sum_says_what_the_months_left_must_come_to()
    {
        // April to August 2024 come to 401; the target of the year is 1,000.
        var end = Rated("number,higher,month,sum,yes", Level, "K1,2024-04,year,1000,").YearEnd!;

        Assert.Equal(("2024/25", true, 86m), (end.Name, end.IsWholeYear, end.RequiredRate));
        Assert.StartsWith("To meet the target of 1,000, the 7 months left may not come to less than 86 on average; the forecast for them is ", end.RequiredSentence,
            StringComparison.Ordinal);
        Assert.EndsWith(" No month on record came to as much.", end.RequiredSentence, StringComparison.Ordinal);
        Assert.InRange(end.Forecast!.Expected, 950, 975);
    }

    [Fact]
    public void Fewer_is_better_turns_the_sentence_round()
    {
        Assert.StartsWith(
            "To meet the target of 800, the 7 months left may come to at most 57 on average; the forecast for them is ",
            Rated("number,lower,month,sum,yes", Level, "K1,2024-04,year,800,").YearEnd!.RequiredSentence,
            StringComparison.Ordinal);
        Assert.Equal("The year has passed the target of 300 already.", Rated("number,lower,month,sum,yes", Level, "K1,2024-04,year,300,").YearEnd!.RequiredSentence);
    }

    [Fact]
    public void A_share_is_added_up_by_its_denominators()
    {
        // 65.2% after eight of twelve equal months, and a target of 70%: 79.6% is needed (spec.md, 5.1).
        var rows = string.Concat(Enumerable.Range(0, 8).Select(month => $"K1,2024-{month + 4:00},,652,1000\n"));
        var rated = Rate("K1,Calls,kpi,percent,higher,month,ratio,yes", "ref,period,value,numerator,denominator\n" + rows, "K1,2024-04,ytd,70,");

        Assert.Equal(79.6m, rated.YearEnd!.RequiredRate);
        Assert.Equal("How 2024/25 may end cannot be told: every figure so far is the same, so that nothing is known of how much it can change.",
            YearEndWords.WhyNone(rated.YearEnd));
    }

    [Fact]
    public void A_mean_that_no_month_can_reach_says_so()
    {
        var end = Rated("percent,higher,month,mean,yes", Level, "K1,2024-04,period,95,").YearEnd!;

        Assert.StartsWith("The year can no longer meet the target of 95%: the 7 months left would have to come to 105.", end.RequiredSentence, StringComparison.Ordinal);
        Assert.True(end.Forecast!.High <= 100);
    }

    [Theory]
    [InlineData("percent,higher,month,none,yes", 7, "7 figures in a row are held, and 8 are needed")]
    [InlineData("percent,higher,month,none,yes", 12, "2023/24 is complete")]
    public void A_short_series_and_a_complete_year_say_so(string indicator, int months, string reason)
    {
        var end = Rated(indicator, Level[..months]).YearEnd!;

        Assert.Null(end.Forecast);
        Assert.Equal(reason, end.WhyNone);
    }

    [Fact]
    public void Records_carry_the_forecast_and_never_a_certain_chance()
    {
        var rated = Rated("percent,higher,month,none,yes", Level, "K1,2024-04,period,95,70");
        string? Field(string name) => RateRecord.Fields.Single(field => field.Name == name).Value(rated);

        Assert.Equal(("2025-03", "period", "95", "0.001", "0.999"),
            (Field("year_end_period"), Field("year_end_of"), Field("year_end_target"), Field("chance_of_target"), Field("chance_of_floor")));
        Assert.Equal(rated.YearEnd!.Forecast!.Expected.ToString(System.Globalization.CultureInfo.InvariantCulture), Field("year_end_forecast"));
        Assert.Equal("81", Field("value"));
    }

    [Theory]
    [InlineData("on", false)]
    [InlineData("on; signals; forecasts", true)]
    public void A_likely_miss_calls_in_where_the_council_asks_for_it(string setting, bool isCalledIn)
    {
        var rated = Rated("percent,higher,month,mean,yes", Level, "K1,2024-04,period,80,70", "K1,2024-04,year,84,");

        var called = new CallInRule(settings: new Settings([new PackSetting("call_in", setting)])).Of([rated], [], [], rated.AsAt);

        Assert.True(rated.YearEnd!.Forecast!.IsLikelyMiss);
        Assert.Equal(isCalledIn ? [CallInCause.LikelyToMiss] : [], called.Select(one => one.Cause));
    }

    [Fact]
    public void Odd_figures_never_throw_and_never_have_ends_the_wrong_way_round()
    {
        var random = new Random(20_261_130);
        string[] odd = ["0", "-1", "1", "0.0000001", "999999999999999", "-999999999999999", "50", "n/a", ""];
        foreach (var run in Enumerable.Range(0, 200))
        {
            var kinds = odd.OrderBy(_ => random.Next()).Take(random.Next(1, 4)).ToArray();
            var rows = string.Concat(Enumerable.Range(0, random.Next(1, 30)).Select(month =>
                $"K1,{2022 + (month / 12)}-{(month % 12) + 1:00},{kinds[random.Next(kinds.Length)]}\n"));
            var ytd = new[] { "sum", "mean", "none" }[run % 3];
            var end = Rate($"K1,Calls,kpi,number,higher,month,{ytd},yes", "ref,period,value\n" + rows, "K1,2022-04,year,100,").YearEnd;

            Assert.True(end?.Forecast is not { } forecast || (forecast.Low <= forecast.Expected && forecast.Expected <= forecast.High));
        }
    }

    private static RatedIndicator Rated(string indicator, int[] values, params string[] targets) => Rate(
        $"K1,Calls,kpi,{indicator}",
        "ref,period,value\n" + string.Concat(values.Index().Select(value => $"K1,{2023 + ((value.Index + 3) / 12)}-{((value.Index + 3) % 12) + 1:00},{value.Item}\n")),
        targets);

    private static RatedIndicator Rate(string indicator, string results, params string[] targets)
    {
        var pack = Packed.From(
            $"indicators\nref,title,kind,unit,polarity,frequency,ytd,year_end_forecast\n{indicator}\n",
            $"results\n{results}",
            $"targets\nref,from,scope,target,floor\n{string.Concat(targets.Select(row => row + "\n"))}");
        var rater = new Rater(pack, MathNetDistributions.Instance);
        return rater.Rate(new IndicatorRef("K1"), rater.DefaultAsAt);
    }
}
