using Quarterdeck.Domain.Access;
using Quarterdeck.Domain.Collection;
using Quarterdeck.Domain.Indicators;

namespace Quarterdeck.Domain.Tests.Collection;

/// <summary>Every cell of the table of states: state, action, role, own or delegated, author or not, level, words, figure and lock.</summary>
public sealed class ReturnTableTests
{
    /// <summary>
    /// The table as the design has it: who, what, where it leads. Behind it what it needs: w words, f a figure, i independence, u unseen, n no approver;
    /// and the level afterwards: 1 the first, + the next.
    /// </summary>
    private static readonly Dictionary<ReturnState, string> Design = new()
    {
        [ReturnState.Due] = "officer Save draft; officer Send sent f1; officer CannotGive explained w",
        [ReturnState.Draft] = "officer Save draft; officer Send sent f1; officer CannotGive explained w",
        [ReturnState.Explained] =
            "officer Save draft; officer Send sent f1; approver* AcceptExplanation explanation-accepted i; analyst AcceptExplanation explanation-accepted i; "
            + "approver* ReturnWithWords due w; analyst ReturnWithWords due w",
        [ReturnState.ExplanationAccepted] = "officer Save draft; officer Send sent f1; program FallDue due",
        [ReturnState.Sent] =
            "approver Approve approved i+; approver Question questioned w; approver ReturnWithWords returned w1; approver CorrectWords wording; "
            + "approver ChangeFigure sent f1; officer TakeBack draft u1; publisher TakeIntoRelease in-release wn",
        [ReturnState.Wording] = "officer ConfirmWords sent; officer Change sent f1",
        [ReturnState.Questioned] = "officer Answer answered w; officer Change sent f1",
        [ReturnState.Answered] =
            "approver Approve approved i+; approver Question questioned w; approver ReturnWithWords returned w1; approver CorrectWords wording; "
            + "approver ChangeFigure sent f1",
        [ReturnState.Returned] = "officer Save returned; officer Send sent f1",
        [ReturnState.Approved] =
            "analyst Reopen returned w1; analyst TakeIntoRelease in-release; officer Change sent wf1; analyst Change sent wf1; program Lapse sent 1",
        [ReturnState.InRelease] =
            "publisher Withdraw approved w; publisher Publish published; officer Change sent wf1; analyst Change sent wf1; program Lapse sent 1",
        [ReturnState.Published] = "analyst Correct sent wf1",
    };

    private static readonly Dictionary<ReturnState, List<string[]>> Cells =
        Design.ToDictionary(row => row.Key, row => row.Value.Split("; ").Select(cell => cell.Split(' ')).ToList());

    private static readonly DateOnly Today = new(2025, 11, 19);
    private static readonly IndicatorRef Indicator = new("FN08");
    private static readonly AccessSubject Subject = new(["FIN"], Indicator);
    private static readonly PersonId Me = new("p-1");
    private static readonly PersonId Away = new("p-2");

    public static TheoryData<ReturnState> States => [.. Enum.GetValues<ReturnState>()];

    [Fact]
    public void The_table_is_the_design()
    {
        var steps = ReturnTable.Steps.Select(step => $"{step.From.Code()}: {Written(step)}").Order(StringComparer.Ordinal);

        Assert.Equal(Design.SelectMany(row => row.Value.Split("; ").Select(cell => $"{row.Key.Code()}: {cell}")).Order(StringComparer.Ordinal), steps);
    }

    [Theory]
    [MemberData(nameof(States))]
    public void Every_cell_leads_where_the_design_says_or_is_refused_with_its_code(ReturnState state)
    {
        var cells = 0;
        foreach (var situation in Situations(state))
        {
            cells++;
            var decision = ReturnRules.Decide(situation.Facts, situation.Action, situation.Actor, Subject, situation.Words, Today);
            var told = decision switch
            {
                ReturnDecision.Allowed allowed => $"{allowed.State.Code()} {allowed.Level} {allowed.By.Role} {allowed.By.For}",
                ReturnDecision.Refused refused => refused.Why.Code,
                _ => string.Empty,
            };
            Assert.True(Expected(situation) == told, $"{situation}: expected {Expected(situation)}, was {told}");
            if (decision is ReturnDecision.Refused { Why: var why })
            {
                Assert.Contains(why.Code, RefusalCodes.All.Select(one => one.Code));
                Assert.EndsWith(".", why.Sentence, StringComparison.Ordinal);
            }
        }

        Assert.Equal(29 * 9 * 2 * 3 * 2 * 3 * 2 * 2 * 2, cells);
    }

    [Theory]
    [MemberData(nameof(States))]
    public void Only_the_steps_of_the_program_are_taken_by_no_person(ReturnState state)
    {
        foreach (var action in Enum.GetValues<DeskAction>())
        {
            var expected = Cells[state].Find(cell => cell[0] == "program" && cell[1] == action.ToString());
            Assert.Equal(
                expected is null ? null : (ReturnStateWords.Parse(expected[2]), state == ReturnState.ExplanationAccepted ? 2 : 1),
                ReturnRules.ByProgram(new ReturnFacts { Indicator = Indicator, State = state, Level = 2, Levels = [1, 2] }, action));
        }
    }

    [Fact]
    public void Every_step_is_taken_by_a_role_the_access_table_lets_do_it()
    {
        foreach (var step in ReturnTable.Steps.Where(step => step.Party != Party.Program))
        {
            Assert.Contains(step.Party, AccessTable.RuleOf(step.Action).Roles.Select(ReturnRules.PartyOf));
        }
    }

    /// <summary>Worked out from the design's text alone.</summary>
    private static string Expected(Situation at)
    {
        var design = Cells[at.Facts.State];
        var role = at.Role.Code();
        if (!AccessTable.RuleOf(at.Action).Roles.Contains(at.Role))
        {
            return "not-yours";
        }

        if (!design.Exists(cell => cell[1] == at.Action.ToString()))
        {
            return at.Facts.State switch
            {
                ReturnState.Approved => "already-approved",
                ReturnState.InRelease => "in-release",
                ReturnState.Published => "published",
                _ => "not-from-here",
            };
        }

        if (design.Find(cell => cell[0].TrimEnd('*') == role && cell[1] == at.Action.ToString()) is not { } step)
        {
            return "not-yours";
        }

        var needs = step.Length > 3 ? step[3] : string.Empty;
        var level = needs.Contains('1') ? at.Facts.Levels.DefaultIfEmpty(1).First()
            : needs.Contains('+') && at.Facts.Levels.Contains(at.Facts.Level + 1) ? at.Facts.Level + 1
            : at.Facts.Level;
        return role is "officer" or "approver" && at.IsLockedOut ? "locked"
            : step[0] == "approver" && at.ApproverLevel != at.Facts.Level ? "another-level"
            : needs.Contains('i') && at.IsAuthor ? "own-figure"
            : needs.Contains('u') && at.Facts.IsSeen ? "already-seen"
            : needs.Contains('n') && at.Facts.Levels.Count > 0 ? "approver-there"
            : needs.Contains('f') && !at.Facts.HasFigure ? "nothing-given"
            : needs.Contains('w') && string.IsNullOrWhiteSpace(at.Words) ? "words-needed"
            : $"{(needs.Contains('+') && level > at.Facts.Level ? "sent" : step[2])} {level} {at.Role} {(at.IsDelegated ? Away : null)}";
    }

    private static IEnumerable<Situation> Situations(ReturnState state) =>
        from action in Enum.GetValues<DeskAction>()
        from role in Enum.GetValues<Role>()
        from isDelegated in new[] { false, true }
        from author in new PersonId?[] { null, Me, Away }
        from levels in new int[][] { [1, 2], [] }
        from @lock in new[] { "open", "locked", "admitted" }
        from approverLevel in role == Role.Approver ? new[] { 1, 2 } : [0]
        from isComplete in new[] { false, true }
        from isSeen in new[] { false, true }
        from isSaid in new[] { false, true }
        let grant = new Grant { Role = role, Level = approverLevel, From = Today, Area = NeedsWhole(action) ? null : "FIN" }
        select new Situation(
            new ReturnFacts
            {
                Indicator = Indicator,
                State = state,
                Level = 1,
                Authors = author is { } one ? [one] : [],
                Levels = levels,
                IsSeen = isSeen,
                HasFigure = isComplete,
                LockedOn = @lock == "open" ? null : new DateOnly(2025, 11, 17),
                Exceptions = @lock == "admitted" ? [new LateAdmission(Me, Today)] : [new LateAdmission(Me, Today.AddDays(-1)), new LateAdmission(Away, Today)],
            },
            action,
            role,
            isDelegated ? new Actor(Me, [], [(Away, grant)]) : new Actor(Me, [grant], []),
            isSaid ? "Because." : isSeen ? " " : null);

    private static bool NeedsWhole(DeskAction action) => AccessTable.RuleOf(action).Reach == Reach.Whole;

    private static string Written(ReturnStep step)
    {
        var party = step.Party.ToString().ToLowerInvariant() + (step is { Party: Party.Approver, From: ReturnState.Explained } ? "*" : string.Empty);
        var needs = (step.NeedsWords ? "w" : string.Empty) + (step.NeedsFigure ? "f" : string.Empty) + (step.NeedsIndependence ? "i" : string.Empty)
            + (step.OnlyUnseen ? "u" : string.Empty) + (step.OnlyWithoutApprover ? "n" : string.Empty)
            + step.Level switch { LevelAfter.First => "1", LevelAfter.Next => "+", _ => string.Empty };
        return $"{party} {step.Action} {step.To.Code()} {needs}".TrimEnd();
    }

    private sealed record Situation(ReturnFacts Facts, DeskAction Action, Role Role, Actor Actor, string? Words)
    {
        public bool IsDelegated => Actor.Delegated.Count > 0;

        public int ApproverLevel => Actor.Own.Concat(Actor.Delegated.Select(one => one.Grant)).Single().Level;

        public bool IsAuthor => Facts.Authors.Contains(Me) || (IsDelegated && Facts.Authors.Contains(Away));

        public bool IsLockedOut => Facts.LockedOn is not null && !Facts.Exceptions.Contains(new LateAdmission(Me, Today));
    }
}
