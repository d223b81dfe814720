using Quarterdeck.Domain.Access;
using Quarterdeck.Domain.Collection;
using Quarterdeck.Domain.Indicators;

namespace Quarterdeck.Domain.Tests.Collection;

/// <summary>What other systems get wrong, each as a rule by name.</summary>
public sealed class ReturnRulesTests
{
    private static readonly DateOnly Today = new(2025, 11, 19);
    private static readonly IndicatorRef Indicator = new("FN08");
    private static readonly AccessSubject Subject = new(["FIN"], Indicator);
    private static readonly PersonId Officer = new("p-officer");
    private static readonly PersonId Director = new("p-director");

    [Fact]
    public void Whoever_is_no_named_approver_and_no_delegate_approves_nothing()
    {
        Assert.Equal("not-yours", Refusal(Sent(), DeskAction.Approve, Person(Director, Role.Analyst)).Code);
        Assert.Equal("not-yours", Refusal(Sent(), DeskAction.Approve, new Actor(Director, [Approver(1) with { Area = "HR" }], [])).Code);
    }

    [Fact]
    public void Some_of_the_levels_do_not_approve_the_whole()
    {
        var facts = Sent() with { Levels = [1, 3] };
        var first = Allowed(facts, DeskAction.Approve, Person(Director, Role.Approver, 1));
        var last = Allowed(facts with { Level = 3 }, DeskAction.Approve, Person(Director, Role.Approver, 3));

        Assert.Equal((ReturnState.Sent, 3), (first.State, first.Level));
        Assert.Equal((ReturnState.Approved, 3), (last.State, last.Level));
    }

    [Fact]
    public void A_level_whose_approver_is_barred_is_left_to_the_next()
    {
        var sent = Allowed(Draft() with { Levels = [2] }, DeskAction.Send, Person(Officer, Role.Officer));

        Assert.Equal((ReturnState.Sent, 2), (sent.State, sent.Level));
    }

    [Fact]
    public void Any_of_several_roles_may_act_where_the_first_may_not()
    {
        var both = new Actor(Director, [Approver(2), Approver(1)], []);

        Assert.Equal(1, Allowed(Sent(), DeskAction.Approve, both).By.Level);
    }

    [Fact]
    public void A_delegate_approves_for_someone_who_is_away_and_that_is_told()
    {
        var absent = new PersonId("p-away");
        var substitute = new Actor(Director, [], [(absent, Approver(1))]);

        Assert.Equal(absent, Allowed(Sent(), DeskAction.Approve, substitute).By.For);
        Assert.Equal("own-figure", Refusal(Sent() with { Authors = [absent] }, DeskAction.Approve, substitute).Code);
        Assert.Equal("own-figure", Refusal(Sent() with { Authors = [Director] }, DeskAction.Approve, substitute).Code);
    }

    [Fact]
    public void The_four_refusals_after_the_end_are_told_apart_and_each_says_who_can_help()
    {
        var (officer, stranger) = (Person(Officer, Role.Officer), Person(new("p-other"), Role.Reader));
        var locked = Draft() with { LockedOn = new DateOnly(2025, 11, 17) };

        Assert.Equal(
            new Refusal(
                "locked",
                "The round was locked on 17 November 2025. The analyst can let FN08 in after the lock, until a day they name."),
            Refusal(locked, DeskAction.Save, officer));
        Assert.Equal(
            new Refusal("not-yours", "You may not save a return here. An officer for it may. An administrator can grant you this."),
            Refusal(locked, DeskAction.Save, stranger));
        Assert.Equal(
            new Refusal(
                "already-approved",
                "FN08 is approved already. The officer can change it and say why, which ends its approvals; the analyst can reopen it until it is taken "
                + "into a release."),
            Refusal(locked with { State = ReturnState.Approved }, DeskAction.Save, officer));
        Assert.Equal(
            new Refusal("in-release", "FN08 is in a release already. The publisher can withdraw it until it is published."),
            Refusal(locked with { State = ReturnState.InRelease }, DeskAction.Save, officer));
    }

    [Fact]
    public void An_exception_lets_the_named_person_in_until_its_day_and_nobody_else()
    {
        var locked = Draft() with { LockedOn = new DateOnly(2025, 11, 17), Exceptions = [new LateAdmission(Officer, Today)] };

        Assert.Equal(ReturnState.Draft, Allowed(locked, DeskAction.Save, Person(Officer, Role.Officer)).State);
        Assert.Equal("locked", Refusal(locked, DeskAction.Save, Person(new("p-other"), Role.Officer)).Code);
        Assert.IsType<ReturnDecision.Refused>(
            ReturnRules.Decide(locked, DeskAction.Save, Person(Officer, Role.Officer), Subject, null, Today.AddDays(1)));
    }

    [Fact]
    public void An_analyst_and_a_publisher_go_on_after_the_lock()
    {
        var approved = Sent() with { State = ReturnState.Approved, LockedOn = new DateOnly(2025, 11, 17) };

        Assert.Equal(ReturnState.InRelease, Allowed(approved, DeskAction.TakeIntoRelease, Person(Director, Role.Analyst)).State);
        Assert.Equal(ReturnState.Returned, Allowed(approved, DeskAction.Reopen, Person(Director, Role.Analyst), "Wrong month.").State);
    }

    [Fact]
    public void What_nobody_may_approve_is_released_only_with_the_publishers_reason()
    {
        var publisher = Person(Director, Role.Publisher);

        Assert.Equal("approver-there", Refusal(Sent(), DeskAction.TakeIntoRelease, publisher, "Nobody is there.").Code);
        Assert.Equal("words-needed", Refusal(Sent() with { Levels = [] }, DeskAction.TakeIntoRelease, publisher).Code);
        Assert.Equal(
            ReturnState.InRelease,
            Allowed(Sent() with { Levels = [] }, DeskAction.TakeIntoRelease, publisher, "The council has one officer.").State);
    }

    [Fact]
    public void Each_step_that_needs_words_asks_for_its_own()
    {
        Assert.Equal("Say why you cannot give the figure.", Refusal(Draft(), DeskAction.CannotGive, Person(Officer, Role.Officer)).Sentence);
        Assert.Equal("Write your question.", Refusal(Sent(), DeskAction.Question, Person(Director, Role.Approver, 1)).Sentence);
        Assert.Equal(
            "Write your answer.",
            Refusal(Draft() with { State = ReturnState.Questioned }, DeskAction.Answer, Person(Officer, Role.Officer)).Sentence);
        Assert.Equal(
            "Say what has to change before you return it.",
            Refusal(Sent(), DeskAction.ReturnWithWords, Person(Director, Role.Approver, 1)).Sentence);
        Assert.Equal(
            "Say what was wrong: readers see your words.",
            Refusal(Sent() with { State = ReturnState.Published }, DeskAction.Correct, Person(Director, Role.Analyst)).Sentence);
        Assert.Equal("Say why.", Refusal(Sent() with { State = ReturnState.Approved }, DeskAction.Reopen, Person(Director, Role.Analyst)).Sentence);
    }

    [Fact]
    public void A_refusal_names_the_level_the_figure_or_the_state_it_is_about()
    {
        Assert.Equal(
            "FN08 waits for an approver of level 1, and you approve at level 2.",
            Refusal(Sent(), DeskAction.Approve, Person(Director, Role.Approver, 2)).Sentence);
        Assert.Equal(
            "FN08 has no figure. Enter the figure, or say why you cannot give it.",
            Refusal(Draft() with { HasFigure = false }, DeskAction.Send, Person(Officer, Role.Officer)).Sentence);
        Assert.Equal(
            "FN08 is saved and not sent, so nobody can answer a question now.",
            Refusal(Draft(), DeskAction.Answer, Person(Officer, Role.Officer)).Sentence);
        Assert.Equal(
            "You entered or changed FN08, or stand in for someone who did, so another person must approve it.",
            Refusal(Sent() with { Authors = [Director] }, DeskAction.Approve, Person(Director, Role.Approver, 1)).Sentence);
        Assert.Equal(
            "The approver has acted on FN08 already, so it cannot be taken back. Ask the approver to return it.",
            Refusal(Sent() with { IsSeen = true }, DeskAction.TakeBack, Person(Officer, Role.Officer)).Sentence);
        Assert.Equal(
            "FN08 is published. The analyst can correct it, with words for the reader.",
            Refusal(Sent() with { State = ReturnState.Published }, DeskAction.Save, Person(Officer, Role.Officer)).Sentence);
        Assert.Equal(
            "Somebody can approve FN08, so it cannot be released without approval. It waits at level 1.",
            Refusal(Sent(), DeskAction.TakeIntoRelease, Person(Director, Role.Publisher), "Now.").Sentence);
    }

    [Fact]
    public void Each_state_has_a_code_that_is_read_back_and_belongs_to_one_side()
    {
        foreach (var state in Enum.GetValues<ReturnState>())
        {
            Assert.Equal(state, ReturnStateWords.Parse(state.Code()));
            Assert.True(new[] { state.IsWithOfficer(), state.IsWithApprover(), state.IsApprovedOrLater() }.Count(one => one)
                == (state == ReturnState.ExplanationAccepted ? 0 : 1), state.ToString());
        }

        Assert.Equal(12, Enum.GetValues<ReturnState>().Select(state => state.Words()).Distinct().Count());
        Assert.Equal(["explanation-accepted", "in-release"], new[] { ReturnState.ExplanationAccepted, ReturnState.InRelease }.Select(one => one.Code()));
    }

    private static ReturnFacts Draft() => new() { Indicator = Indicator, State = ReturnState.Draft, HasFigure = true, Levels = [1], Authors = [Officer] };

    private static ReturnFacts Sent() => Draft() with { State = ReturnState.Sent };

    private static Grant Approver(int level) => new() { Role = Role.Approver, Level = level, From = Today.AddDays(-30) };

    private static Actor Person(PersonId id, Role role, int level = 0) => new(id, [new Grant { Role = role, Level = level, From = Today.AddDays(-30) }], []);

    private static Refusal Refusal(ReturnFacts facts, DeskAction action, Actor actor, string? words = null) =>
        Assert.IsType<ReturnDecision.Refused>(ReturnRules.Decide(facts, action, actor, Subject, words, Today)).Why;

    private static ReturnDecision.Allowed Allowed(ReturnFacts facts, DeskAction action, Actor actor, string? words = null) =>
        Assert.IsType<ReturnDecision.Allowed>(ReturnRules.Decide(facts, action, actor, Subject, words, Today));
}
