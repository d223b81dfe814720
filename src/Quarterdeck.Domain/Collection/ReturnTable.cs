using Quarterdeck.Domain.Access;

namespace Quarterdeck.Domain.Collection;

/// <summary>As whom somebody takes a step.</summary>
public enum Party
{
    Officer,

    /// <summary>Of the level the return stands at.</summary>
    Approver,
    Analyst,
    Publisher,

    /// <summary>No person: the clock, or a change of something the figure is rated by.</summary>
    Program,
}

/// <summary>At which level the return stands after a step.</summary>
public enum LevelAfter
{
    Same,
    First,
    Next,
}

/// <summary>A row of the table of states: one way from one state.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="Party">Who may take it.</param>
/// <param name="Action">What they do.</param>
/// <param name="To">Where it leads.</param>
public sealed record ReturnStep(ReturnState From, Party Party, DeskAction Action, ReturnState To)
{
    public LevelAfter Level { get; init; }

    /// <summary>Whether it cannot be taken without words.</summary>
    public bool NeedsWords { get; init; }

    /// <summary>Whether who entered or changed the figure is kept from it.</summary>
    public bool NeedsIndependence { get; init; }

    /// <summary>Whether it is there only while the approver has not acted.</summary>
    public bool OnlyUnseen { get; init; }

    /// <summary>Whether it is there only where nobody may approve.</summary>
    public bool OnlyWithoutApprover { get; init; }

    /// <summary>Whether there must be a figure, or a marker in its place.</summary>
    public bool NeedsFigure { get; init; }

    /// <summary>Whether the lock of the round closes it.</summary>
    public bool IsClosedByLock => Party is Party.Officer or Party.Approver;
}

/// <summary>The table of states. What does not stand here is refused; there is no way round it.</summary>
public static class ReturnTable
{
    public static IReadOnlyList<ReturnStep> Steps { get; } =
    [
        .. Given(ReturnState.Due), .. Given(ReturnState.Draft), .. Given(ReturnState.Explained), .. Given(ReturnState.ExplanationAccepted),
        new(ReturnState.Due, Party.Officer, DeskAction.CannotGive, ReturnState.Explained) { NeedsWords = true },
        new(ReturnState.Draft, Party.Officer, DeskAction.CannotGive, ReturnState.Explained) { NeedsWords = true },
        .. Judged(Party.Approver), .. Judged(Party.Analyst),
        new(ReturnState.ExplanationAccepted, Party.Program, DeskAction.FallDue, ReturnState.Due),
        .. Approving(ReturnState.Sent), .. Approving(ReturnState.Answered),
        new(ReturnState.Sent, Party.Officer, DeskAction.TakeBack, ReturnState.Draft) { Level = LevelAfter.First, OnlyUnseen = true },
        new(ReturnState.Wording, Party.Officer, DeskAction.ConfirmWords, ReturnState.Sent),
        Changing(ReturnState.Wording, Party.Officer, needsWords: false),
        new(ReturnState.Questioned, Party.Officer, DeskAction.Answer, ReturnState.Answered) { NeedsWords = true },
        Changing(ReturnState.Questioned, Party.Officer, needsWords: false),
        new(ReturnState.Returned, Party.Officer, DeskAction.Save, ReturnState.Returned),
        Sending(ReturnState.Returned),
        new(ReturnState.Approved, Party.Analyst, DeskAction.Reopen, ReturnState.Returned) { Level = LevelAfter.First, NeedsWords = true },
        new(ReturnState.Approved, Party.Analyst, DeskAction.TakeIntoRelease, ReturnState.InRelease),
        new(ReturnState.InRelease, Party.Publisher, DeskAction.Withdraw, ReturnState.Approved) { NeedsWords = true },
        new(ReturnState.InRelease, Party.Publisher, DeskAction.Publish, ReturnState.Published),
        Changing(ReturnState.Approved, Party.Officer, needsWords: true), Changing(ReturnState.Approved, Party.Analyst, needsWords: true),
        Changing(ReturnState.InRelease, Party.Officer, needsWords: true), Changing(ReturnState.InRelease, Party.Analyst, needsWords: true),
        new(ReturnState.Approved, Party.Program, DeskAction.Lapse, ReturnState.Sent) { Level = LevelAfter.First },
        new(ReturnState.InRelease, Party.Program, DeskAction.Lapse, ReturnState.Sent) { Level = LevelAfter.First },
        new(ReturnState.Sent, Party.Publisher, DeskAction.TakeIntoRelease, ReturnState.InRelease) { NeedsWords = true, OnlyWithoutApprover = true },
        new(ReturnState.Published, Party.Analyst, DeskAction.Correct, ReturnState.Sent) { Level = LevelAfter.First, NeedsWords = true, NeedsFigure = true },
    ];

    /// <summary>Where the officer gives a figure.</summary>
    private static ReturnStep[] Given(ReturnState from) => [new(from, Party.Officer, DeskAction.Save, ReturnState.Draft), Sending(from)];

    private static ReturnStep Sending(ReturnState from) =>
        new(from, Party.Officer, DeskAction.Send, ReturnState.Sent) { Level = LevelAfter.First, NeedsFigure = true };

    private static ReturnStep Changing(ReturnState from, Party party, bool needsWords) =>
        new(from, party, DeskAction.Change, ReturnState.Sent) { Level = LevelAfter.First, NeedsWords = needsWords, NeedsFigure = true };

    /// <summary>What becomes of an explanation.</summary>
    private static ReturnStep[] Judged(Party party) =>
    [
        new(ReturnState.Explained, party, DeskAction.AcceptExplanation, ReturnState.ExplanationAccepted) { NeedsIndependence = true },
        new(ReturnState.Explained, party, DeskAction.ReturnWithWords, ReturnState.Due) { NeedsWords = true },
    ];

    /// <summary>What an approver can do with what waits for them.</summary>
    private static ReturnStep[] Approving(ReturnState from) =>
    [
        new(from, Party.Approver, DeskAction.Approve, ReturnState.Approved) { Level = LevelAfter.Next, NeedsIndependence = true },
        new(from, Party.Approver, DeskAction.Question, ReturnState.Questioned) { NeedsWords = true },
        new(from, Party.Approver, DeskAction.ReturnWithWords, ReturnState.Returned) { Level = LevelAfter.First, NeedsWords = true },
        new(from, Party.Approver, DeskAction.CorrectWords, ReturnState.Wording),
        new(from, Party.Approver, DeskAction.ChangeFigure, ReturnState.Sent) { Level = LevelAfter.First, NeedsFigure = true },
    ];
}
