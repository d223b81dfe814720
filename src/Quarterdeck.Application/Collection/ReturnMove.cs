using Quarterdeck.Domain.Access;
using Quarterdeck.Domain.Collection;

namespace Quarterdeck.Application.Collection;

/// <summary>What a step that was allowed makes of a return.</summary>
/// <param name="Request">What was asked.</param>
/// <param name="Held">The return before.</param>
/// <param name="Live">What is on the page, with what it is rated by.</param>
/// <param name="Typed">What was typed.</param>
/// <param name="Allowed">Where it leads.</param>
/// <param name="Round">Its round.</param>
/// <param name="Now">When.</param>
/// <param name="Today">The same as a day where the council is.</param>
internal sealed record ReturnMove(
    TakeStep Request,
    StoredReturn Held,
    ReturnContent Live,
    ReturnContent Typed,
    ReturnDecision.Allowed Allowed,
    Round Round,
    DateTimeOffset Now,
    DateOnly Today)
{
    public StoredReturn After() => Held with
    {
        State = Allowed.State,
        Level = Allowed.Level,
        Content = Typed,
        Authors = Typed.HasSameFigure(Held.Content) || Held.Authors.Contains(Request.By) ? Held.Authors : [.. Held.Authors, Request.By],
        Approvals = Approvals(),
        IsSeen = Request.Action is not (DeskAction.Send or DeskAction.Change or DeskAction.ChangeFigure or DeskAction.Correct or DeskAction.TakeBack)
            && (Held.IsSeen || Request.Action is DeskAction.CorrectWords or DeskAction.Question),
        DueOn = Allowed.State is ReturnState.Returned or ReturnState.Questioned or ReturnState.Wording && Request.Action != DeskAction.Save
            ? Lateness.DueAfterReturn(Today, Held.DueOn, Round.LockedBy(Today) is null ? Round.LockOn : DateOnly.MaxValue)
            : Held.DueOn,
        UnapprovedBecause = Request.Action == DeskAction.Withdraw ? string.Empty : Held.UnapprovedBecause,
        MovedBy = Request.By.Value,
        MovedAt = Now,
    };

    public ThreadMessage Message(int number) => new(Held.Id, number, Request.By.Value, Now, Said(Request.Action), Request.Words.Trim());

    /// <summary>The step as the trail and the thread tell it.</summary>
    public static string Said(DeskAction action) => action switch
    {
        DeskAction.Save => "Saved",
        DeskAction.Send => "Sent",
        DeskAction.CannotGive => "Cannot be given",
        DeskAction.TakeBack => "Taken back",
        DeskAction.ConfirmWords => "Words confirmed",
        DeskAction.Answer => "Answered",
        DeskAction.Change => "Changed after sending",
        DeskAction.AcceptExplanation => "Explanation accepted",
        DeskAction.Approve => "Approved",
        DeskAction.Question => "Asked",
        DeskAction.ReturnWithWords => "Returned",
        DeskAction.CorrectWords => "Words corrected",
        DeskAction.ChangeFigure => "Figure changed by the approver",
        DeskAction.Reopen => "Reopened",
        DeskAction.TakeIntoRelease => "Taken into a release",
        DeskAction.Withdraw => "Withdrawn from the release",
        DeskAction.Publish => "Published",
        DeskAction.Correct => "Corrected after publication",
        DeskAction.Write => "Wrote",
        _ => action.ToString(),
    };

    private IReadOnlyList<Approval> Approvals() => Request.Action switch
    {
        DeskAction.TakeBack => Approval.Ended(Held.Approvals, "the officer took it back"),
        DeskAction.ReturnWithWords => Approval.Ended(Held.Approvals, "it was returned to the officer"),
        DeskAction.Reopen => Approval.Ended(Held.Approvals, "the analyst reopened it"),
        _ => Approval.After(Held.Approvals, Live),
    };
}
