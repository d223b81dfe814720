namespace Quarterdeck.Domain.Access;

/// <summary>Everything that can be done by a signed-in person or by the clock.</summary>
public enum DeskAction
{
    ReadReturns,
    Write,
    Save,
    Send,
    CannotGive,
    TakeBack,
    ConfirmWords,
    Answer,
    Change,
    AcceptExplanation,
    Approve,
    Question,
    ReturnWithWords,
    CorrectWords,
    ChangeFigure,
    Reopen,
    TakeIntoRelease,
    Withdraw,
    Publish,
    Correct,

    /// <summary>Done by the clock.</summary>
    FallDue,

    /// <summary>Done by a change of target, floor, definition or an earlier month.</summary>
    Lapse,
    ReadRound,
    OpenRound,
    Extend,
    Lock,
    ReadPeople,
    ManagePeople,
    ReadTrail,
}
