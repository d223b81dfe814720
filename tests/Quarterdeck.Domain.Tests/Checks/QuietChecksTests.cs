using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Checks;
using Quarterdeck.Domain.Commentary;
using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Results;
using Quarterdeck.Domain.Targets;
using static Quarterdeck.Domain.Tests.Given;

namespace Quarterdeck.Domain.Tests.Checks;

/// <summary>What looks like a fault and is none is not told; what is one fact is told once.</summary>
public sealed class QuietChecksTests
{
    private static readonly Indicator Share = Kpi() with { Title = "Percentage of calls answered", Decimals = 0 };
    private static readonly Indicator Count = Activity() with { Title = "Number of calls" };

    [Fact]
    public void A_limit_that_grows_through_the_year_does_not_loosen()
    {
        var fires =
            Kpi(Polarity.Lower) with { Unit = Unit.Number, Basis = new MeasureBasis(BasisKind.Cumulative), Ytd = YtdMethod.Latest, Title = "Number of fires" };
        var pack = Pack(fires, Run(fires, "2025-10", 5, 9, 14), Aim("2025-04", 60, 80) with { Profile = TargetProfile.StraightLine });

        Assert.DoesNotContain("target-loosens", Codes(pack));
    }

    [Theory]
    [InlineData("We had difficulties meeting the target because of a flood.")]
    [InlineData("The north team exceeded the target, and two offices did not.")]
    [InlineData("Unless staff are found we risk missing more, and it is hard to say when we will be on track.")]
    [InlineData("Most of the six districts met the target.")]
    public void Words_about_a_difficulty_or_a_part_do_not_contradict_a_rating(string words) =>
        Assert.DoesNotContain("words-against-rating", Codes(Said(words, 70)));

    [Theory]
    [InlineData("Answering is no longer below target.")]
    [InlineData("If two more posts fall vacant it would be below target.")]
    [InlineData("The west office is below target.")]
    public void Words_about_missing_a_target_are_read_with_their_doubts(string words) =>
        Assert.DoesNotContain("words-against-rating", Codes(Said(words, 95)));

    [Fact]
    public void Above_target_is_good_news_only_where_higher_is_better()
    {
        var days = Kpi(Polarity.Lower) with { Unit = new Unit("days"), Title = "Days to repair" };
        Pack Of(string words, decimal value) => Pack(days, Run(days, "2025-10", value), Aim("2025-04", 20, 25)) with { Commentary = [Entry(words)] };

        Assert.DoesNotContain("words-against-rating", Codes(Of("Repairs are below target again.", 15)));
        Assert.Contains("words-against-rating", Codes(Of("Repairs are below target again.", 30)));
        Assert.Contains("words-against-rating", Codes(Of("Repairs are above target again.", 15)));
    }

    [Fact]
    public void Two_hidden_parts_cannot_be_worked_out() => Assert.DoesNotContain("suppressed-part-follows", Codes(CheckListTests.Hidden("North", "South")));

    [Fact]
    public void Parts_that_never_make_up_the_whole_are_not_held_against_it()
    {
        Result[] Part(string name) => [.. Run(Count, "2025-10", 10, 11, 12).Select(result => result with { Breakdown = name })];

        Assert.DoesNotContain("parts-against-whole", Codes(Pack(Count, [.. Run(Count, "2025-10", 100, 110, 120), .. Part("One office"), .. Part("Another")])));
    }

    [Fact]
    public void Rounded_parts_may_miss_the_whole_by_what_rounding_takes()
    {
        var money = Count with { Unit = new Unit("gbp"), Scale = 1000 };
        Result[] Part(string name, decimal last) => [.. Run(money, "2025-10", 5.1m, last).Select(result => result with { Breakdown = name })];
        IEnumerable<string> Of(decimal last) => Codes(Pack(money, [.. Run(money, "2025-10", 10.2m, 10.3m), .. Part("North", last), .. Part("South", 5.1m)]));

        Assert.DoesNotContain("parts-against-whole", Of(5.1m));
        Assert.Contains("parts-against-whole", Of(5.5m));
    }

    [Fact]
    public void A_target_in_words_is_a_target()
    {
        var pack = Pack(Share, Run(Share, "2025-10", 91), Aim("2025-04", null) with { Text = "Plan agreed" });

        Assert.DoesNotContain("target-missing", Codes(pack));
        Assert.DoesNotContain("target-gap", Codes(pack));
    }

    [Fact]
    public void A_run_of_missing_targets_is_one_finding()
    {
        var pack = Pack(Share, Run(Share, "2025-10", 91, 92, 93, 94, 95, 96, 97), Aim("2025-04", 90, 85) with { To = M("2025-05") });

        var finding = Assert.Single(Found(pack), finding => finding.Code.StartsWith("target-", StringComparison.Ordinal));
        Assert.Equal("target-missing", finding.Code);
        Assert.Contains("June 2025 to October 2025", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rating_printed_earlier_does_not_hide_that_the_target_has_ended()
    {
        var pack = Pack(Share, Run(Share, "2025-10", 70), Aim("2024-04", 90, 85) with { To = M("2025-03") }) with { Published = [Printed("2025-10", "Red")] };

        Assert.Contains("target-missing", Codes(pack));
    }

    [Fact]
    public void Where_no_indicator_has_a_target_one_finding_says_so()
    {
        var indicators = Enumerable.Range(1, 5).Select(number => Share with { Ref = new IndicatorRef($"T0{number}"), Title = $"Percentage {number}" }).ToList();
        var pack = Pack(indicators, [.. indicators.Select(one => Value(one, "2025-10", 91))]);

        Assert.Equal(["target-missing"], Codes(pack).Where(code => code.StartsWith("target-", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(35, 12, 0.8, false)]
    [InlineData(24, 22, 0.8, false)]
    [InlineData(95, 96, 0.97, true)]
    [InlineData(88, 79, 0.84, true)]
    public void A_small_share_is_not_a_fraction_where_its_hundredfold_would_not_fit(double first, double second, double latest, bool isFound) =>
        Assert.Equal(
            isFound,
            Codes(Pack(Share with { Decimals = 2 }, Run(Share, "2025-10", (decimal)first, (decimal)second, (decimal)latest), Aim("2025-04", 30, 20)))
            .Contains("percent-as-fraction"));

    [Fact]
    public void A_rolling_figure_that_is_taken_once_a_year_has_no_gaps()
    {
        var rolling = Share with { Basis = new MeasureBasis(BasisKind.Rolling, 12) };
        Result[] yearly = [Value(rolling, "2023-03", 90), Value(rolling, "2024-03", 91), Value(rolling, "2025-03", 92)];

        Assert.DoesNotContain("period-missing", Codes(Pack(rolling, yearly, Aim("2022-04", 85, 80) with { To = M("2026-03") })));
        Assert.Contains("period-missing", Codes(Pack(Share, yearly, Aim("2022-04", 85, 80) with { To = M("2026-03") })));
    }

    [Fact]
    public void A_pack_without_any_commentary_is_told_once()
    {
        var indicators = Enumerable.Range(1, 4).Select(number => Share with { Ref = new IndicatorRef($"T0{number}"), Title = $"Percentage {number}" }).ToList();
        var targets = indicators.Select(one => Aim("2025-04", 90, 85) with { Ref = one.Ref }).ToArray();
        var pack = Pack(indicators, [.. indicators.Select(one => Value(one, "2025-10", 70))], targets);

        Assert.Contains("4 indicators need one", Assert.Single(Found(pack), finding => finding.Code == "commentary-missing").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Commentary_is_missing_only_for_the_bands_that_a_report_asks_it_for()
    {
        var amber = Pack(Share, Run(Share, "2025-10", 87), Aim("2025-04", 90, 85));
        var report = new ReportDefinition { Code = "main", Kind = ReportKind.Dashboard, Title = "Main", CommentaryFor = ["Red"] };

        Assert.Contains("commentary-missing", Codes(amber));
        Assert.DoesNotContain("commentary-missing", Codes(amber with { Reports = [report] }));
    }

    [Fact]
    public void A_figure_with_a_note_or_a_month_that_the_text_names_is_explained()
    {
        var results = Run(Count, "2025-10", 100, 101, 99, 100, 900, 102, 101);
        var noted = results.Select(result => result.Period.Closing == M("2025-08") ? result with { Note = "A storm." } : result).ToList();

        Assert.Contains("implausible", Codes(Pack(Count, results)));
        Assert.DoesNotContain("implausible", Codes(Pack(Count, noted)));
        Assert.DoesNotContain("implausible", Codes(Pack(Count, results) with { Commentary = [Entry("The storm in August brought many calls.")] }));
    }

    [Fact]
    public void A_peak_of_every_December_and_a_new_level_are_not_mistakes()
    {
        var seasonal = Enumerable.Range(0, 36)
            .Select(month => Value(Count, M("2022-11").AddMonths(month).ToString(), M("2022-11").AddMonths(month).Number == 12 ? 400 : 100 + (month % 5)))
            .ToList();
        var level = Run(Count, "2025-10", [.. Enumerable.Repeat(100m, 20), 300, 301, 302, 303]);

        Assert.DoesNotContain("implausible", Codes(Pack(Count, seasonal)));
        Assert.DoesNotContain("implausible", Codes(Pack(Count, level)));
    }

    [Fact]
    public void A_rare_event_is_not_implausible_among_months_without_one()
    {
        var rare = Run(Share, "2025-10", [.. Enumerable.Range(0, 24).Select(month => month % 6 == 0 ? 100m : 0m)]);

        Assert.DoesNotContain("implausible", Codes(Pack(Share, rare, Aim("2023-04", 90, 80))));
    }

    [Fact]
    public void Age_is_one_finding_however_many_indicators_are_old()
    {
        var indicators = Enumerable.Range(1, 6)
            .Select(number => Count with { Ref = new IndicatorRef($"T0{number}"), Title = $"Calls of kind {number}" })
            .ToList();
        var pack = Pack(indicators, [.. indicators.Select(one => Value(one, "2023-10", 91))]);

        var finding = Assert.Single(Found(pack), finding => finding.Code == "stale");
        Assert.Contains("Results of all 6 indicators are overdue, the first since 31 December 2023, 23 months ago", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2025-11-30", false)]
    [InlineData("2025-12-01", true)]
    public void A_result_is_due_at_the_end_of_its_period_and_its_lag(string today, bool isOverdue)
    {
        var pack = Pack(Share, Run(Share, "2025-09", 91), Aim("2025-04", 90, 85));
        var rater = new Rater(pack);

        Assert.Equal(isOverdue, CheckList.Run(pack, rater.RateAll(M("2025-09")), DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture))
            .Any(finding => finding.Code == "stale"));
    }

    [Fact]
    public void An_indicator_that_has_ended_is_owed_nothing()
    {
        var ended = Share with { To = M("2025-06") };
        var other = Share with { Ref = new IndicatorRef("T02"), Title = "Percentage of letters answered" };
        var pack = Pack(
            [ended, other],
            [Value(ended, "2025-06", 70), Value(other, "2025-10", 91)],
            Aim("2025-04", 90, 85),
            Aim("2025-04", 90, 85) with { Ref = other.Ref });

        Assert.Empty(Found(pack));
    }

    private static IEnumerable<string> Codes(Pack pack) => Found(pack).Select(finding => finding.Code);

    private static IReadOnlyList<Finding> Found(Pack pack)
    {
        var rater = new Rater(pack);
        return CheckList.Run(pack, rater.RateAll(rater.DefaultAsAt), new DateOnly(2025, 12, 1));
    }

    private static Pack Said(string words, decimal value) =>
        Pack(Share, Run(Share, "2025-10", value), Aim("2025-04", 90, 85)) with { Commentary = [Entry(words)] };

    private static CommentaryEntry Entry(string words) => new() { Round = M("2025-10"), Kind = CommentaryKind.Commentary, Text = words, Refs = [Ref] };
}
