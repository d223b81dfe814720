using Quarterdeck.Domain.Assurance;

namespace Quarterdeck.Domain.Tests.Assurance;

public sealed class RegisterTests
{
    private static readonly PlannedAction Action = new() { Id = "A1", Title = "Mend it" };
    private static readonly Risk Risk = new() { Id = "R1", Title = "It fails", Current = new RiskScore(3, 4) };

    [Fact]
    public void An_action_is_due_on_the_last_day_promised()
    {
        var moved = Action with { Due = new DateOnly(2025, 9, 30), Revised = [new RevisedDate(new DateOnly(2025, 11, 30), "late parts")] };

        Assert.Equal(new DateOnly(2025, 11, 30), moved.DueNow);
        Assert.False(moved.IsOverdueOn(new DateOnly(2025, 11, 30)));
        Assert.True(moved.IsOverdueOn(new DateOnly(2025, 12, 1)));
        Assert.False((moved with { Status = ActionStatus.Done }).IsOverdueOn(new DateOnly(2025, 12, 1)));
        Assert.False(Action.IsOverdueOn(new DateOnly(2025, 12, 1)));
    }

    [Theory]
    [InlineData("2025-10", ActionStatus.OnTrack, null, true)]
    [InlineData("2025-11", ActionStatus.OnTrack, null, false)]
    [InlineData("2025-08", ActionStatus.Dropped, null, false)]
    [InlineData("2025-04", ActionStatus.Done, "2025-08-01", true)]
    [InlineData("2025-04", ActionStatus.Done, "2025-07-31", false)]
    [InlineData("2025-04", ActionStatus.Done, null, true)]
    public void October_shows_what_has_begun_and_is_open_or_was_done_in_three_months(string since, ActionStatus status, string? done, bool isShown) =>
        Assert.Equal(
            isShown,
            (Action with { Since = Given.M(since), Status = status, DoneOn = done is null ? null : DateOnly.Parse(done, System.Globalization.CultureInfo.InvariantCulture) })
            .IsShownIn(Given.M("2025-10")));

    [Fact]
    public void The_judgement_of_a_round_is_the_last_that_had_begun()
    {
        var rows = new[]
        {
            Risk with { From = Given.M("2025-04") },
            Risk with { From = Given.M("2025-10"), Current = new RiskScore(4, 4) },
            Risk with { Id = "R2", To = Given.M("2025-08") },
            Risk with { Id = "R3" },
        };

        Assert.Equal("R1 12, R2 12, R3 12", Say(rows, "2025-08"));
        Assert.Equal("R1 12, R3 12", Say(rows, "2025-09"));
        Assert.Equal("R1 16, R3 12", Say(rows, "2025-12"));
        Assert.Equal("R2 12, R3 12", Say(rows, "2025-03"));
    }

    [Theory]
    [InlineData(12, false)]
    [InlineData(11, true)]
    [InlineData(null, false)]
    public void A_risk_is_above_appetite_when_its_score_is_higher(int? appetite, bool isAbove) =>
        Assert.Equal(isAbove, (Risk with { Appetite = appetite }).IsAboveAppetite);

    private static string Say(Risk[] rows, string round) =>
        string.Join(", ", Risk.In(rows, Given.M(round)).Select(risk => $"{risk.Id} {risk.Current?.Product}"));
}
