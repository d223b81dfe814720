using Quarterdeck.Domain.Access;
using Quarterdeck.Domain.Indicators;

namespace Quarterdeck.Domain.Tests.Access;

/// <summary>The access table, cell by cell, against the same table as the design has it.</summary>
public sealed class AccessTableTests
{
    /// <summary>Roles in the order reader, officer, approver, analyst, publisher, assurance, auditor, administrator; W: only for the whole.</summary>
    private static readonly Dictionary<DeskAction, string> Design = new()
    {
        [DeskAction.ReadReturns] = "x x x x x x x .",
        [DeskAction.Write] = ". x x x . x . .",
        [DeskAction.Save] = ". x . . . . . .",
        [DeskAction.Send] = ". x . . . . . .",
        [DeskAction.CannotGive] = ". x . . . . . .",
        [DeskAction.TakeBack] = ". x . . . . . .",
        [DeskAction.ConfirmWords] = ". x . . . . . .",
        [DeskAction.Answer] = ". x . . . . . .",
        [DeskAction.Change] = ". x . x . . . .",
        [DeskAction.AcceptExplanation] = ". . x x . . . .",
        [DeskAction.Approve] = ". . x . . . . .",
        [DeskAction.Question] = ". . x . . . . .",
        [DeskAction.ReturnWithWords] = ". . x x . . . .",
        [DeskAction.CorrectWords] = ". . x . . . . .",
        [DeskAction.ChangeFigure] = ". . x . . . . .",
        [DeskAction.Reopen] = ". . . x . . . .",
        [DeskAction.TakeIntoRelease] = ". . . x x . . .",
        [DeskAction.Withdraw] = ". . . . x . . .",
        [DeskAction.Publish] = ". . . . x . . .",
        [DeskAction.Correct] = ". . . x . . . .",
        [DeskAction.FallDue] = ". . . . . . . .",
        [DeskAction.Lapse] = ". . . . . . . .",
        [DeskAction.ReadRound] = ". . x x x . x .",
        [DeskAction.OpenRound] = ". . . W . . . .",
        [DeskAction.Extend] = ". . . W . . . .",
        [DeskAction.Lock] = ". . . W . . . .",
        [DeskAction.ReadPeople] = ". . . . . . W W",
        [DeskAction.ManagePeople] = ". . . . . . . W",
        [DeskAction.ReadTrail] = ". . . W . . W W",
    };

    private static readonly DateOnly Today = new(2025, 11, 12);
    private static readonly AccessSubject Finance = new(["FIN", "CED"], new IndicatorRef("FN08"));

    public static TheoryData<DeskAction> Actions => [.. Enum.GetValues<DeskAction>()];

    [Theory]
    [MemberData(nameof(Actions))]
    public void Every_cell_is_allowed_or_refused_as_the_design_has_it(DeskAction action)
    {
        var cells = Design[action].Split(' ');
        foreach (var (at, role) in Enum.GetValues<Role>().Index())
        {
            Check(role, Grant(role), cells[at] != ".");
            Check(role, Grant(role) with { Area = "CED" }, cells[at] == "x");
            Check(role, Grant(role) with { Indicators = [new IndicatorRef("FN08")] }, cells[at] == "x");
            Check(role, Grant(role) with { Area = "HR" }, isAllowed: false);
            Check(role, Grant(role) with { Indicators = [new IndicatorRef("FN07")] }, isAllowed: false);
        }

        void Check(Role role, Grant grant, bool isAllowed)
        {
            var own = new Actor(new("p-1"), [grant], []);
            var delegated = new Actor(new("p-1"), [], [(new("p-2"), grant)]);

            Assert.True(isAllowed == AccessTable.Refuse(own, action, Finance) is null, $"{action} by {role} with {grant}");
            Assert.True(isAllowed == AccessTable.Refuse(delegated, action, Finance) is null, $"{action} by {role} for another");
            Assert.Equal(isAllowed, AccessTable.AuthoritiesFor(own, action, Finance).Contains(new Authority(role, 0, null)));
            Assert.Equal(isAllowed, AccessTable.AuthoritiesFor(delegated, action, Finance).Contains(new Authority(role, 0, new("p-2"))));
        }
    }

    [Theory]
    [MemberData(nameof(Actions))]
    public void A_refusal_says_who_may_and_who_can_help(DeskAction action)
    {
        var refusal = AccessTable.Refuse(new Actor(new("p-1"), [], []), action, Finance)!;

        Assert.Equal("not-yours", refusal.Code);
        if (AccessTable.RuleOf(action).Roles.Count == 0)
        {
            Assert.Equal("Only the program does this.", refusal.Sentence);
        }
        else
        {
            Assert.StartsWith("You may not ", refusal.Sentence, StringComparison.Ordinal);
            Assert.EndsWith(" may. An administrator can grant you this.", refusal.Sentence, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_refusal_reads_as_a_sentence()
    {
        var nobody = new Actor(new("p-1"), [], []);

        Assert.Equal(
            "You may not change what was sent or approved here. An officer or an analyst for it may. An administrator can grant you this.",
            AccessTable.Refuse(nobody, DeskAction.Change, Finance)!.Sentence);
        Assert.Equal(
            "You may not lock a round here. An analyst for the whole council may. An administrator can grant you this.",
            AccessTable.Refuse(nobody, DeskAction.Lock, Finance)!.Sentence);
        Assert.Equal("a reader, an officer, an approver, an analyst, a publisher, an assurance officer, an auditor, an administrator",
            string.Join(", ", Enum.GetValues<Role>().Select(role => role.WithArticle())));
    }

    [Fact]
    public void A_reader_of_drafts_cannot_write()
    {
        var reader = new Actor(new("p-1"), [Grant(Role.Reader)], []);

        Assert.Equal([DeskAction.ReadReturns], Enum.GetValues<DeskAction>().Where(action => AccessTable.Refuse(reader, action, Finance) is null));
    }

    [Fact]
    public void An_auditor_reads_everything_and_changes_nothing()
    {
        var auditor = new Actor(new("p-1"), [Grant(Role.Auditor)], []);

        Assert.Equal(
            [DeskAction.ReadReturns, DeskAction.ReadRound, DeskAction.ReadPeople, DeskAction.ReadTrail],
            Enum.GetValues<DeskAction>().Where(action => AccessTable.Refuse(auditor, action, Finance) is null));
    }

    [Theory]
    [InlineData("2025-11-11", false)]
    [InlineData("2025-11-12", true)]
    [InlineData("2025-11-20", true)]
    [InlineData("2025-11-21", false)]
    public void A_grant_and_a_delegation_hold_from_their_first_day_to_their_last(string day, bool holds)
    {
        var (from, to, on) = (Today, new DateOnly(2025, 11, 20), DateOnly.ParseExact(day, "yyyy-MM-dd"));
        var (away, substitute) = (new PersonId("p-1"), new PersonId("p-2"));
        var always = Grant(Role.Officer) with { From = from.AddDays(-9) };
        var dated = Grant(Role.Officer) with { From = from, To = to };

        Assert.Equal(holds, dated.HoldsOn(on));
        Assert.Equal(holds ? 1 : 0, Actor.Of(away, on, Of((away, dated)), []).Own.Count);
        Assert.Equal(holds ? 1 : 0, Actor.Of(substitute, on, Of((away, always)), [new(away, substitute, from, to)]).Delegated.Count);
        Assert.Equal(holds ? 1 : 0, Actor.Of(substitute, on, Of((away, dated)), [new(away, substitute, from.AddDays(-9), to.AddDays(9))]).Delegated.Count);
        Assert.Empty(Actor.Of(new PersonId("p-3"), on, Of((away, always)), [new(away, substitute, from, to)]).Delegated);
        Assert.True((Grant(Role.Officer) with { From = from }).HoldsOn(DateOnly.MaxValue));
    }

    [Fact]
    public void The_menu_shows_only_what_a_role_may_do_somewhere()
    {
        var ofArea = new Actor(new("p-1"), [Grant(Role.Analyst) with { Area = "HR" }], []);
        var ofAll = new Actor(new("p-1"), [], [(new("p-2"), Grant(Role.Analyst))]);

        Assert.True(AccessTable.MayAnywhere(ofArea, DeskAction.ReadRound));
        Assert.False(AccessTable.MayAnywhere(ofArea, DeskAction.Lock));
        Assert.False(AccessTable.MayAnywhere(ofArea, DeskAction.Approve));
        Assert.True(AccessTable.MayAnywhere(ofAll, DeskAction.Lock));
    }

    [Fact]
    public void Every_action_has_one_rule_and_every_role_a_code_and_a_purpose()
    {
        Assert.Equal(Enum.GetValues<DeskAction>(), AccessTable.Rules.Select(rule => rule.Action).Order());
        Assert.Equal(Enum.GetValues<Role>(), Enum.GetValues<Role>().Select(role => RoleWords.Parse(role.Code())!.Value));
        Assert.Null(RoleWords.Parse("king"));
        Assert.Equal(8, Enum.GetValues<Role>().Select(role => role.Purpose()).Distinct().Count());
    }

    private static Grant Grant(Role role) => new() { Role = role, From = Today };

    private static ILookup<PersonId, Grant> Of(params (PersonId Person, Grant Grant)[] grants) => grants.ToLookup(one => one.Person, one => one.Grant);
}
