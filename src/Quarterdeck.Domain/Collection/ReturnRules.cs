using Quarterdeck.Domain.Access;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Domain.Collection;

/// <summary>What the table of states must know of a return.</summary>
public sealed record ReturnFacts
{
    public required IndicatorRef Indicator { get; init; }

    public required ReturnState State { get; init; }

    /// <summary>The approver's level it stands at, from 1.</summary>
    public int Level { get; init; } = 1;

    /// <summary>Everybody who entered or changed its figure, or explained why there is none.</summary>
    public IReadOnlyCollection<PersonId> Authors { get; init; } = [];

    /// <summary>Levels at which somebody holds a grant and may approve, ascending.</summary>
    public IReadOnlyList<int> Levels { get; init; } = [];

    /// <summary>Whether the approver of its level has acted on what was sent.</summary>
    public bool IsSeen { get; init; }

    public bool HasFigure { get; init; }

    /// <summary>The day its round was locked; null while it is open.</summary>
    public DateOnly? LockedOn { get; init; }

    /// <summary>Who may go on after the lock, and until when.</summary>
    public IReadOnlyList<LateAdmission> Exceptions { get; init; } = [];
}

/// <summary>A person may still act on a return after the lock.</summary>
/// <param name="Person">Who.</param>
/// <param name="Until">The last day.</param>
public sealed record LateAdmission(PersonId Person, DateOnly Until);

/// <summary>What the table of states says.</summary>
public abstract record ReturnDecision
{
    private ReturnDecision()
    {
    }

    /// <param name="State">The next state.</param>
    /// <param name="Level">The level it stands at then.</param>
    /// <param name="By">By what right.</param>
    public sealed record Allowed(ReturnState State, int Level, Authority By) : ReturnDecision;

    /// <param name="Why">Why not.</param>
    public sealed record Refused(Refusal Why) : ReturnDecision;
}

/// <summary>Reads the two tables: whether somebody may take a step from where a return stands, and where it leads.</summary>
public static class ReturnRules
{
    /// <param name="facts">Where the return stands.</param>
    /// <param name="action">What is asked.</param>
    /// <param name="actor">By whom.</param>
    /// <param name="subject">The return's indicator and areas.</param>
    /// <param name="words">The words that go with it; null or blank for none.</param>
    /// <param name="today">The day.</param>
    public static ReturnDecision Decide(ReturnFacts facts, DeskAction action, Actor actor, AccessSubject subject, string? words, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(actor);
        if (AccessTable.AuthoritiesFor(actor, action, subject) is not { Count: > 0 } authorities)
        {
            return new ReturnDecision.Refused(AccessTable.NotYours(action));
        }

        List<ReturnStep> steps = [.. ReturnTable.Steps.Where(step => step.From == facts.State && step.Action == action)];
        if (steps.Count == 0)
        {
            return new ReturnDecision.Refused(NoWay(facts, action));
        }

        // The way that is open is taken; where none is, the first that was tried says why.
        var tried = (from step in steps
                     from authority in authorities
                     where PartyOf(authority.Role) == step.Party
                     let refusal = Refuse(facts, step, authority, actor.Id, words, today)
                     select (step, authority, refusal)).ToList();
        return tried.Find(one => one.refusal is null) is { step: { } open, authority: var by }
            ? new ReturnDecision.Allowed(StateAfter(facts, open), LevelAfterStep(facts, open), by)
            : new ReturnDecision.Refused(tried is [{ refusal: { } why }, ..] ? why : AccessTable.NotYours(action));
    }

    /// <summary>What the clock or a change of target does; null where the table has no such step.</summary>
    public static (ReturnState State, int Level)? ByProgram(ReturnFacts facts, DeskAction action)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return ReturnTable.Steps.FirstOrDefault(one => one.From == facts.State && one.Action == action && one.Party == Party.Program) is { } step
            ? (step.To, LevelAfterStep(facts, step))
            : null;
    }

    public static Party? PartyOf(Role role) => role switch
    {
        Role.Officer => Party.Officer,
        Role.Approver => Party.Approver,
        Role.Analyst => Party.Analyst,
        Role.Publisher => Party.Publisher,
        _ => null,
    };

    private static ReturnState StateAfter(ReturnFacts facts, ReturnStep step) =>
        step.Level == LevelAfter.Next && facts.Levels.Any(level => level > facts.Level) ? ReturnState.Sent : step.To;

    private static int LevelAfterStep(ReturnFacts facts, ReturnStep step) => step.Level switch
    {
        LevelAfter.First => facts.Levels.Count > 0 ? facts.Levels[0] : 1,
        LevelAfter.Next => facts.Levels.Where(level => level > facts.Level).DefaultIfEmpty(facts.Level).First(),
        _ => facts.Level,
    };

    private static Refusal? Refuse(ReturnFacts facts, ReturnStep step, Authority authority, PersonId actor, string? words, DateOnly today) =>
        step.IsClosedByLock && facts.LockedOn is { } day && !facts.Exceptions.Any(one => one.Person == actor && today <= one.Until) ? Locked(facts, day)
        : step.Party == Party.Approver && step.From != ReturnState.Explained && authority.Level != facts.Level ? AnotherLevel(facts, authority)
        : step.NeedsIndependence && (facts.Authors.Contains(actor) || (authority.For is { } absent && facts.Authors.Contains(absent))) ? OwnFigure(facts)
        : step.OnlyUnseen && facts.IsSeen ? new Refusal(
            RefusalCodes.AlreadySeen,
            $"The approver has acted on {facts.Indicator} already, so it cannot be taken back. Ask the approver to return it.")
        : step.OnlyWithoutApprover && facts.Levels.Count > 0 ? new Refusal(
            RefusalCodes.ApproverThere,
            $"Somebody can approve {facts.Indicator}, so it cannot be released without approval. It waits at level {facts.Level}.")
        : step.NeedsFigure && !facts.HasFigure ? new Refusal(
            RefusalCodes.NothingGiven,
            $"{facts.Indicator} has no figure. Enter the figure, or say why you cannot give it.")
        : step.NeedsWords && string.IsNullOrWhiteSpace(words) ? WordsNeeded(step)
        : null;

    private static Refusal Locked(ReturnFacts facts, DateOnly day) => new(
        RefusalCodes.Locked,
        $"The round was locked on {MonthNames.Long(day)}. The analyst can let {facts.Indicator} in after the lock, until a day they name.");

    private static Refusal AnotherLevel(ReturnFacts facts, Authority authority) => new(
        RefusalCodes.AnotherLevel,
        $"{facts.Indicator} waits for an approver of level {facts.Level}, and you approve at level {authority.Level}.");

    private static Refusal OwnFigure(ReturnFacts facts) => new(
        RefusalCodes.OwnFigure,
        $"You entered or changed {facts.Indicator}, or stand in for someone who did, so another person must approve it.");

    private static Refusal WordsNeeded(ReturnStep step) => new(RefusalCodes.WordsNeeded, step.Action switch
    {
        DeskAction.CannotGive => "Say why you cannot give the figure.",
        DeskAction.Question => "Write your question.",
        DeskAction.Answer => "Write your answer.",
        DeskAction.ReturnWithWords => "Say what has to change before you return it.",
        DeskAction.Correct => "Say what was wrong: readers see your words.",
        _ => "Say why.",
    });

    private static Refusal NoWay(ReturnFacts facts, DeskAction action) => facts.State switch
    {
        ReturnState.Approved => new(
            RefusalCodes.AlreadyApproved,
            $"{facts.Indicator} is approved already. The officer can change it and say why, which ends its approvals; the analyst can reopen it until it is "
            + "taken into a release."),
        ReturnState.InRelease => new(
            RefusalCodes.InRelease,
            $"{facts.Indicator} is in a release already. The publisher can withdraw it until it is published."),
        ReturnState.Published => new(RefusalCodes.Published, $"{facts.Indicator} is published. The analyst can correct it, with words for the reader."),
        _ => new(RefusalCodes.NotFromHere, $"{facts.Indicator} is {facts.State.Words()}, so nobody can {AccessTable.RuleOf(action).Words} now."),
    };
}
