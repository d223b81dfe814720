using Quarterdeck.Domain.Figures;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Milestones;
using Quarterdeck.Domain.Ratings;
using Quarterdeck.Domain.Targets;
using static Quarterdeck.Domain.Tests.Given;

namespace Quarterdeck.Domain.Tests.Ratings;

public sealed class ExplanationTests
{
    private static readonly Indicator Share = Kpi();

    private static string Of(Indicator indicator, decimal value, params Target[] targets) =>
        Rate(indicator, "2025-10", [Value(indicator, "2025-10", value)], targets).Explanation;

    private static string By(string scheme, Polarity polarity, decimal value, Target target, params SchemeBand[] bands)
    {
        var indicator = Kpi(polarity) with { Scheme = scheme };
        return Rate(Pack(indicator, [Value(indicator, "2025-10", value)], target) with { Schemes = bands }, "2025-10").Explanation;
    }

    [Theory]
    [InlineData(88, 85, 80, "Green for October 2025: 88% achieves the target of 85% (floor standard 80%), where higher is better.")]
    [InlineData(85, 90, 85, "Amber for October 2025: 85% achieves the floor standard of 85% but not the target of 90%, where higher is better.")]
    [InlineData(27, 70, 65, "Red for October 2025: 27% achieves neither the floor standard of 65% nor the target of 70%, where higher is better.")]
    public void A_rating_names_value_target_floor_and_period(int value, int target, int floor, string sentence) =>
        Assert.Equal(sentence, Of(Share, value, Aim("2025-04", target, floor)));

    [Fact]
    public void Without_a_floor_or_a_target_it_says_what_is_missing()
    {
        Assert.Equal(
            "Not rated for October 2025: 82% does not achieve the target of 90%, and no floor standard is held to tell how serious that is, where "
            + "higher is better.",
            Of(Share, 82, Aim("2025-04", 90)));
        Assert.Equal("Not rated for October 2025: 82% has no target to be held against, where higher is better.", Of(Share, 82));
        Assert.Equal(
            "Not rated for October 2025: 82% cannot be held against a target in words, “Date met”, where higher is better.",
            Of(Share, 82, Aim("2025-04", null) with { Text = "Date met" }));
        Assert.Equal(
            "Not rated for October 2025: 82% cannot be judged, because nobody has said which way is good (target 90%, floor standard 80%).",
            Of(Kpi(Polarity.Neutral), 82, Aim("2025-04", 90, 80)));
    }

    [Fact]
    public void A_carried_rating_is_said_to_be_carried()
    {
        var pack = Pack(Share, [Value(Share, "2025-10", 82)], Aim("2025-04", 90)) with { Published = [Printed("2025-10", "Red")] };

        Assert.Equal(
            "Red for October 2025 as published, not computed: 82% does not achieve the target of 90%, and no floor standard is held to tell how "
            + "serious that is, where higher is better.",
            Rate(pack, "2025-10").Explanation);
    }

    [Fact]
    public void The_year_to_date_has_its_own_reason_and_its_own_months()
    {
        var indicator = Share with { Ytd = YtdMethod.Supplied, YtdFrom = 6 };

        Assert.Equal(
            "Amber for October 2025: 85% achieves the floor standard of 85% but not the target of 90%, where higher is better; "
            + "Amber for the year to date (June to October 2025, as supplied): 86% achieves the floor standard of 85% but not the target of 90%.",
            Rate(indicator, "2025-10", [Value(indicator, "2025-10", 85) with { Ytd = Figure.Of(86) }], Aim("2025-06", 90, 85)).Explanation);
        Assert.Equal(
            "Green for October 2025: 95% achieves the target of 90% (floor standard 85%), where higher is better; "
            + "the year to date is not computed: none was supplied for October 2025.",
            Of(indicator, 95, Aim("2025-06", 90, 85)));
    }

    [Fact]
    public void A_cumulative_figure_is_explained_once()
    {
        var jobs = Kpi() with { Unit = Unit.Number, Calendar = Quarterly, Ytd = YtdMethod.Latest, Basis = new MeasureBasis(BasisKind.Cumulative) };

        Assert.Equal(
            "Red for April to June 2011: 418 achieves neither the floor standard of 700 nor the target of 775, where higher is better; this is the "
            + "year to date.",
            Rate(jobs, "2011-06", Run(jobs, "2011-06", 418), Aim("2011-06", 775, 700)).Explanation);
    }

    [Fact]
    public void A_rolling_figure_speaks_for_its_window()
    {
        var starts = Kpi() with { Unit = Unit.Number, Calendar = Quarterly, Ytd = YtdMethod.Latest, Basis = new MeasureBasis(BasisKind.Rolling, 12) };

        Assert.EndsWith(
            "; Green for the 12 months to June 2011: 119 achieves the target of 88.",
            Rate(starts, "2011-06", Run(starts, "2011-06", 119), Aim("2011-06", 88)).Explanation,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_target_from_elsewhere_names_its_source()
    {
        Assert.Equal(
            "Not rated for October 2025: 72% does not achieve the target of 74% (national average), and no floor standard is held to tell how serious "
            + "that is, where higher is better.",
            Of(Share, 72, Aim("2025-04", 74) with { TargetFrom = "national average" }));
        Assert.Equal(
            "Green for October 2025: 75% achieves the target of 74% (Kent, incl. academies; floor standard 70%), where higher is better.",
            Of(Share, 75, Aim("2025-04", 74, 70) with { Label = "Kent (incl. academies)" }));
    }

    [Fact]
    public void An_exact_rating_shows_the_figure_before_rounding()
    {
        var indicator = Share with { RateOn = RateOn.Exact, Decimals = 0 };

        Assert.Equal(
            "Amber for October 2025: 100% (99.76% before rounding) achieves the floor standard of 99.0% but not the target of 99.8%, where higher is better.",
            Of(indicator, 99.76m, Aim("2025-04", 99.8m, 99.0m)));
        Assert.Equal("Green for October 2025: 100% achieves the target of 99.8%, where higher is better.", Of(indicator, 100, Aim("2025-04", 99.8m)));
    }

    [Fact]
    public void A_suspended_indicator_gives_the_reason_the_last_number_and_what_it_was_held_against()
    {
        var results = new[] { Value(Share, "2020-03", 96), Marked(Share, "2020-10", Marker.Suspended, "Audits suspended due to Covid-19.") };

        Assert.Equal(
            "Not rated for October 2020: suspended (Audits suspended due to Covid-19), last 96% in March 2020; target 95%, floor standard 90%.",
            Rate(Share, "2020-10", results, Aim("2020-04", 95, 90)).Explanation);
        Assert.Equal("Not rated: no result has been returned; target 95%, floor standard 90%.", Rate(Share, "2020-10", [], Aim("2020-04", 95, 90)).Explanation);
    }

    [Fact]
    public void A_stale_rating_names_the_period_that_closed_and_a_source_ends_without_a_second_full_stop()
    {
        var indicator = Share with { Source = "Management Information,\n June." };

        Assert.Equal(
            "Green for October 2025: 90% achieves the target of 85%, where higher is better; stale, because November 2025 has closed without a "
            + "result; source: Management Information, June.",
            Rate(indicator, "2026-02", [Value(indicator, "2025-10", 90)], Aim("2025-04", 85)).Explanation);
    }

    [Fact]
    public void Tolerances_are_given_with_the_figure_they_come_to()
    {
        SchemeBand[] bands = [
            Band("s", 1, "green", BandRule.WithinRelative, 5),
            Band("s", 2, "amber", BandRule.WithinRelative, 10),
            Band("s", 3, "red", BandRule.Otherwise)
        ];
        var aim = Aim("2025-04", 76);

        Assert.Equal("Green for October 2025: 80% achieves the target of 76%, where higher is better.", By("s", Polarity.Higher, 80, aim, bands));
        Assert.Equal(
            "Green for October 2025: 72.8% is within 5% of the target of 76% (72.2% or more), where higher is better.",
            By("s", Polarity.Higher, 72.8m, aim, bands));
        Assert.Equal(
            "Amber for October 2025: 70% is within 10% of the target of 76% (68.4% or more) but not within 5%, where higher is better.",
            By("s", Polarity.Higher, 70, aim, bands));
        Assert.Equal(
            "Red for October 2025: 60% is not within 10% of the target of 76% (68.4% or more), where higher is better.",
            By("s", Polarity.Higher, 60, aim, bands));
        Assert.Equal(
            "Amber for October 2025: 82% is within 10% of the target of 76% (83.6% or less) but not within 5%, where lower is better.",
            By("s", Polarity.Lower, 82, aim, bands));
        Assert.Equal(
            "Green for October 2025: 78% is within 5% of the target of 76% (72.2% to 79.8%), where closest to the target is best.",
            By("s", Polarity.OnTarget, 78, aim, bands));
    }

    [Fact]
    public void Strict_bands_say_more_than_and_less_than()
    {
        SchemeBand[] bands = [
            Band("s", 1, "green", BandRule.Value, 10, strict: true),
            Band("s", 2, "amber", BandRule.Value, 5, strict: true),
            Band("s", 3, "red", BandRule.Otherwise)
        ];
        SchemeBand[] aimed = [
            Band("s", 1, "star", BandRule.Target, strict: true),
            Band("s", 2, "circle", BandRule.Floor),
            Band("s", 3, "triangle", BandRule.Otherwise)
        ];

        Assert.Equal(
            "Amber for October 2025: 10% is more than 5% but not more than 10% (target 10%), where higher is better.",
            By("s", Polarity.Higher, 10, Aim("2025-04", 10), bands));
        Assert.Equal(
            "Red for October 2025: 12% is not less than 5% (target 10%), where lower is better.",
            By("s", Polarity.Lower, 12, Aim("2025-04", 10), [Band("s", 1, "green", BandRule.Value, 5, strict: true), bands[2]]));
        Assert.Equal(
            "Star for October 2025: 91% is above the target of 90% (floor standard 80%), where higher is better.",
            By("s", Polarity.Higher, 91, Aim("2025-04", 90, 80), aimed));
        Assert.Equal(
            "Circle for October 2025: 90% achieves the floor standard of 80% but is not above the target of 90%, where higher is better.",
            By("s", Polarity.Higher, 90, Aim("2025-04", 90, 80), aimed));
        Assert.Equal(
            "Triangle for October 2025: 79% does not achieve the floor standard of 80% (target 90%), where higher is better.",
            By("s", Polarity.Higher, 79, Aim("2025-04", 90, 80), aimed));
    }

    [Fact]
    public void Ranges_name_both_ends()
    {
        SchemeBand[] bands = [Band("s", 1, "green", BandRule.Range), Band("s", 2, "amber", BandRule.Range, 2), Band("s", 3, "red", BandRule.Otherwise)];

        Assert.Equal("Green for October 2025: 75% lies in the expected range of 70% to 80%.", By("s", Polarity.Range, 75, Range("2025-04", 70, 80), bands));
        Assert.Equal(
            "Amber for October 2025: 82% lies within 2% of the expected range of 70% to 80% but not in it.",
            By("s", Polarity.Range, 82, Range("2025-04", 70, 80), bands));
        Assert.Equal(
            "Red for October 2025: 83% lies more than 2% outside the expected range of 70% to 80%.",
            By("s", Polarity.Range, 83, Range("2025-04", 70, 80), bands));
    }

    [Fact]
    public void An_alert_says_what_was_tested_against_what()
    {
        var supplied = Activity() with { Ytd = YtdMethod.Supplied };
        var result = Value(supplied, "2025-10", 24) with { Ytd = Figure.Of(1_443) };
        var snapshot = Activity() with { Ytd = YtdMethod.None };

        Assert.Equal(
            "Above the expected range for the year to date (April to October 2025, as supplied): 1,443 against 920 to 1,120.",
            Rate(supplied, "2025-10", [result], Range("2025-04", 920, 1_120) with { Scope = TargetScope.Ytd }).Explanation);
        Assert.Equal(
            "Within the expected range for October 2025: 777 lies in the range 583 to 875.",
            Rate(snapshot, "2025-10", [Value(snapshot, "2025-10", 777)], Range("2025-04", 583, 875)).Explanation);
        Assert.Equal(
            "Below the expected range for October 2025: 57 against 80 or more.",
            Rate(snapshot, "2025-10", [Value(snapshot, "2025-10", 57)], Range("2025-04", 80, null)).Explanation);
        Assert.Equal("57 for October 2025, for context: no expected range is set.", Rate(snapshot, "2025-10", [Value(snapshot, "2025-10", 57)]).Explanation);
        Assert.Equal("No figure for October 2025: nil.", Rate(snapshot, "2025-10", [Marked(snapshot, "2025-10", Marker.Nil)]).Explanation);
        Assert.Equal("No result has been returned.", Rate(snapshot, "2025-10", []).Explanation);
        Assert.Equal(
            "24 for October 2025, not tested against the expected range, because there is no year to date: none was supplied for October 2025.",
            Rate(supplied, "2025-10", [Value(supplied, "2025-10", 24)], Range("2025-04", 920, 1_120)).Explanation);
    }

    [Fact]
    public void A_milestone_goes_through_its_steps()
    {
        var milestone = Share with { Kind = IndicatorKind.Milestone };
        string Of(params MilestoneStep[] steps) => Rate(Pack(milestone, []) with { Milestones = steps }, "2025-10").Explanation;
        var draft = Step("Draft", new DateOnly(2025, 6, 30), StepState.Met);
        var final = Step("Final", new DateOnly(2026, 2, 27));

        Assert.Equal(
            "Green at 31 October 2025, because every step due so far was met: Draft due 30 June 2025, met; Final due 27 February 2026, not yet due.",
            Of(draft, final));
        Assert.Equal("Red at 31 October 2025, because a step was missed: Draft due 30 June 2025, missed.", Of(draft with { State = StepState.Missed }));
        Assert.Equal("Not rated at 31 October 2025, because no step is due yet: Final due 27 February 2026, not yet due.", Of(final));
        Assert.Equal(
            "Not rated at 31 October 2025, because nobody has said whether a step past due was met: Draft due 30 June 2025, past due, not yet decided.",
            Of(draft with { State = null }));
        Assert.Equal("Not rated at 31 October 2025: no steps are set.", Of());
    }

    [Fact]
    public void One_of_anything_is_singular()
    {
        var days = Kpi(Polarity.Lower) with { Unit = new Unit("days") };

        Assert.Equal("Green for October 2025: 1 day achieves the target of 2 days, where lower is better.", Of(days, 1, Aim("2025-04", 2)));
    }
}
