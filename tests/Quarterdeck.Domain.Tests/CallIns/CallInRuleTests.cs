using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.CallIns;
using Quarterdeck.Domain.Commentary;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Milestones;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Targets;

namespace Quarterdeck.Domain.Tests.CallIns;

/// <summary>Target 90, floor 80: below 80 is Red, from 80 Amber, from 90 Green.</summary>
public sealed class CallInRuleTests
{
    private static readonly Month Round = Given.M("2025-10");

    [Theory]
    [InlineData(new[] { 95, 95, 70 }, "Red in October 2025.")]
    [InlineData(new[] { 70, 70, 95 }, null)]
    [InlineData(new[] { 95, 95, 85 }, null)]
    [InlineData(new[] { 95, 85, 85 }, "Amber in September 2025 and October 2025, two periods in a row.")]
    [InlineData(new[] { 85, 85, 85 }, "Amber in August 2025, September 2025 and October 2025, three periods in a row.")]
    [InlineData(new[] { 85, 85, 85, 85 }, "Amber since July 2025, four periods in a row.")]
    [InlineData(new[] { 85, 85, 95 }, null)]
    [InlineData(new[] { 85, 70, 85 }, null)]
    public void Red_now_or_amber_twice_running_is_called_in(int[] values, string? reason) =>
        Assert.Equal(reason, CalledIn(Kpi(values))?.Reason);

    [Theory]
    [InlineData(1, new[] { 95, 95, 85 }, true)]
    [InlineData(3, new[] { 95, 85, 85 }, false)]
    [InlineData(3, new[] { 85, 85, 85 }, true)]
    public void How_many_ambers_in_a_row_is_a_setting(int consecutive, int[] values, bool calledIn) =>
        Assert.Equal(calledIn, new CallInRule(consecutive).Of([Kpi(values)], [], [], Round).Count == 1);

    [Fact]
    public void A_gap_breaks_the_run_of_ambers()
    {
        var rated = Given.Rate(
            Given.Kpi(),
            "2025-10",
            [Given.Value(Given.Kpi(), "2025-08", 85), Given.Value(Given.Kpi(), "2025-10", 85)],
            Given.Aim("2025-04", 90, 80));

        Assert.Null(CalledIn(rated));
    }

    [Theory]
    [InlineData(95, null)]
    [InlineData(null, "Red for the year to date.")]
    public void A_red_year_to_date_calls_in_only_where_the_latest_result_is_not_rated(int? target, string? reason)
    {
        var indicator = Given.Kpi() with { Ytd = YtdMethod.Mean };
        var own = Given.Aim("2025-04", target is null ? null : 70, target is null ? null : 60);
        var year = Given.Aim("2025-04", 90, 85) with { Scope = TargetScope.Ytd };

        var rated = Given.Rate(indicator, "2025-05", Given.Run(indicator, "2025-05", 65, 80), own, year);

        Assert.Equal("Red", Given.Say(rated.YtdRating));
        Assert.Equal(reason, CalledIn(rated)?.Reason);
    }

    [Fact]
    public void A_milestone_is_called_in_by_its_year_to_date()
    {
        var milestone = Given.Kpi() with { Kind = IndicatorKind.Milestone, Calendar = new PeriodCalendar(Frequency.Year, 4) };
        var pack = Given.Pack([milestone], []) with { Milestones = [Given.Step("Draft", new DateOnly(2025, 6, 30), StepState.Missed)] };

        Assert.Equal("Red for the year to date.", CalledIn(Given.Rate(pack, "2025-10"))?.Reason);
    }

    [Theory]
    [InlineData(IndicatorKind.Highlight)]
    [InlineData(IndicatorKind.Activity)]
    public void What_is_outside_the_counts_is_never_called_in(IndicatorKind kind)
    {
        var rated = Kpi([70]);

        Assert.Null(CalledIn(rated with { Indicator = rated.Indicator with { Kind = kind } }));
    }

    [Theory]
    [InlineData(AssuranceState.None, true)]
    [InlineData(AssuranceState.Waived, false)]
    [InlineData(AssuranceState.Scheduled, false)]
    [InlineData(AssuranceState.Reviewed, false)]
    [InlineData(AssuranceState.Actions, false)]
    public void It_stays_open_until_a_decision_of_the_round_is_recorded(AssuranceState state, bool open)
    {
        var calledIn = CalledIn(Kpi([70]), Note("2025-10", state))!;

        Assert.Equal((state, open), (calledIn.State, calledIn.IsOpen));
    }

    [Fact]
    public void A_decision_of_an_earlier_round_does_not_close_it() =>
        Assert.True(CalledIn(Kpi([70]), Note("2025-07", AssuranceState.Reviewed))!.IsOpen);

    [Theory]
    [InlineData(CallInState.Open, AssuranceState.None)]
    [InlineData(CallInState.Scheduled, AssuranceState.Scheduled)]
    [InlineData(CallInState.Reviewed, AssuranceState.Reviewed)]
    [InlineData(CallInState.Waived, AssuranceState.Waived)]
    public void A_row_of_the_round_records_the_decision(CallInState state, AssuranceState shown) =>
        Assert.Equal(shown, CalledIn(Kpi([70]), [Row(state, Round)])!.State);

    [Fact]
    public void A_row_with_agreed_actions_says_so() =>
        Assert.Equal(AssuranceState.Actions, CalledIn(Kpi([70]), [Row(CallInState.Reviewed, Round) with { Actions = ["A1"] }])!.State);

    [Fact]
    public void A_row_of_another_round_records_nothing() => Assert.True(CalledIn(Kpi([70]), [Row(CallInState.Waived, Round.AddMonths(-1))])!.IsOpen);

    [Fact]
    public void A_row_calls_in_an_indicator_that_is_Green()
    {
        Assert.Null(CalledIn(Kpi([95])));
        var chosen = CalledIn(Kpi([95]), [Row(CallInState.Scheduled, Round) with { Reason = "Members asked." }])!;
        Assert.Equal((CallInCause.Chosen, "Members asked."), (chosen.Cause, chosen.Reason));
    }

    [Theory]
    [InlineData("on", null)]
    [InlineData("on; signals", "A sign of real decline: October 2025 is lower than chance explains")]
    public void A_sign_of_real_decline_calls_in_a_Green_where_the_council_asks_for_it(string setting, string? reason)
    {
        var rated = Kpi([96, 97, 96, 97, 96, 97, 96, 97, 96, 97, 96, 97, 91]);

        var called = new CallInRule(settings: new Settings([new PackSetting("call_in", setting)])).Of([rated], [], [], Round).SingleOrDefault();

        Assert.StartsWith(reason ?? string.Empty, called?.Reason ?? string.Empty, StringComparison.Ordinal);
        Assert.Equal(reason is null ? null : CallInCause.Declining, called?.Cause);
    }

    private static RecordedCallIn Row(CallInState state, Month round) => new() { Ref = Given.Ref, Round = round, State = state };

    private static CallIn? CalledIn(RatedIndicator rated, params CommentaryEntry[] notes) =>
        CalledIn(rated, [], notes);

    private static CallIn? CalledIn(RatedIndicator rated, RecordedCallIn[] recorded, params CommentaryEntry[] notes) =>
        new CallInRule().Of([rated], notes, recorded, Round).SingleOrDefault();

    private static CommentaryEntry Note(string round, AssuranceState state) =>
        new() { Round = Given.M(round), Kind = CommentaryKind.Assurance, Text = "Said.", Refs = [Given.Ref], State = state };

    private static RatedIndicator Kpi(int[] values) => Given.Rate(
        Given.Kpi(),
        "2025-10",
        Given.Run(Given.Kpi(), "2025-10", [.. values.Select(value => (decimal)value)]),
        Given.Aim("2025-04", 90, 80));
}
