using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Milestones;
using Quarterdeck.Domain.Ratings;
using static Quarterdeck.Domain.Tests.Given;

namespace Quarterdeck.Domain.Tests.Milestones;

public sealed class MilestoneRuleTests
{
    private static readonly DateOnly June = new(2025, 6, 30);
    private static readonly DateOnly October = new(2025, 10, 31);
    private static readonly DateOnly February = new(2026, 2, 27);

    private static string At(DateOnly day, params MilestoneStep[] steps) => Say(MilestoneRule.Rate(steps, day, RatingScheme.RagFloor));

    /// <summary>FN15: the draft accounts were out in time, the final ones are due in February.</summary>
    [Fact]
    public void All_steps_due_so_far_met_is_green() =>
        Assert.Equal("Green", At(October, Step("Draft", June, StepState.Met), Step("Final", February, StepState.Due)));

    /// <summary>FN16: the first of three publications was missed.</summary>
    [Fact]
    public void Any_step_missed_is_red() =>
        Assert.Equal("Red", At(
            October,
            Step("Cabinet Committee", new DateOnly(2025, 10, 28), StepState.Missed),
            Step("Cabinet", new DateOnly(2026, 1, 21), StepState.Due),
            Step("County Council", new DateOnly(2026, 2, 4), StepState.Due)));

    [Fact]
    public void None_due_yet_is_not_rated() => Assert.Equal("not yet due", At(October, Step("Final", February)));

    [Theory]
    [InlineData(StepState.Missed)]
    [InlineData(StepState.Met)]
    public void A_step_after_the_as_at_day_is_due_whatever_its_state(StepState state) =>
        Assert.Equal("not yet due", At(October, Step("Final", February, state)));

    [Fact]
    public void The_day_it_is_due_counts() => Assert.Equal("Green", At(June, Step("Draft", June, StepState.Met)));

    [Theory]
    [InlineData(0, "Green")]
    [InlineData(-10, "Green")]
    [InlineData(1, "Red")]
    public void Without_a_state_the_day_it_was_done_decides(int daysLate, string rating) =>
        Assert.Equal(rating, At(October, Step("Draft", June, done: June.AddDays(daysLate))));

    [Fact]
    public void A_state_typed_stands_over_the_day() =>
        Assert.Equal("Green", At(October, Step("Draft", June, StepState.Met, June.AddDays(5))));

    [Theory]
    [InlineData(null)]
    [InlineData(StepState.Due)]
    public void A_step_past_due_of_which_nobody_said_anything_is_undecided_and_not_missed(StepState? state) =>
        Assert.Equal("a step past due is undecided", At(October, Step("Draft", June, state)));

    [Fact]
    public void One_missed_is_red_though_another_is_undecided() =>
        Assert.Equal("Red", At(October, Step("Draft", June), Step("Audit", June, StepState.Missed)));

    [Fact]
    public void A_milestone_is_rated_on_the_year_to_date_only()
    {
        var milestone = Kpi() with { Kind = IndicatorKind.Milestone };
        var pack = Pack(milestone, [], Aim("2025-10", null) with { Text = "Date met" }) with { Milestones = [Step("Draft", June, StepState.Met)] };

        var rated = Rate(pack, "2025-10");

        Assert.Equal("rated on the year to date only", Say(rated.Rating));
        Assert.Equal("Green", Say(rated.YtdRating));
        Assert.Equal("Date met", rated.YtdStandard.Text);
        Assert.Equal("Draft due 30 June 2025, met", rated.Displayed);
    }

    [Fact]
    public void A_milestone_without_steps_has_nothing_to_rate() =>
        Assert.Equal("no result", Say(Rate(Pack(Kpi() with { Kind = IndicatorKind.Milestone }, []), "2025-10").YtdRating));
}
