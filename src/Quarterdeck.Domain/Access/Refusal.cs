namespace Quarterdeck.Domain.Access;

/// <summary>Why something may not be done.</summary>
/// <param name="Code">For programs and tests; it never changes.</param>
/// <param name="Sentence">For people: what stands in the way, and who can help.</param>
public sealed record Refusal(string Code, string Sentence);

/// <summary>Every refusal there is.</summary>
public static class RefusalCodes
{
    public const string NotYours = "not-yours";
    public const string Locked = "locked";
    public const string AlreadyApproved = "already-approved";
    public const string InRelease = "in-release";
    public const string Published = "published";
    public const string NotFromHere = "not-from-here";
    public const string AnotherLevel = "another-level";
    public const string OwnFigure = "own-figure";
    public const string AlreadySeen = "already-seen";
    public const string ApproverThere = "approver-there";
    public const string WordsNeeded = "words-needed";
    public const string NothingGiven = "nothing-given";

    /// <summary>Each with what it means, for the reference.</summary>
    public static IReadOnlyList<(string Code, string Meaning)> All { get; } =
    [
        (NotYours, "No grant of this person, and none they stand in for, allows it here."),
        (Locked, "The round is locked, and no exception names this return and this person."),
        (AlreadyApproved, "The return is approved. A change needs a reason, and ends the approvals."),
        (InRelease, "The return is in a release. The publisher can withdraw it."),
        (Published, "The return is published. The analyst can correct it."),
        (NotFromHere, "The state the return is in does not lead there."),
        (AnotherLevel, "The return waits for an approver of another level."),
        (OwnFigure, "Who entered or changed a figure cannot approve it, nor can whoever stands in for them."),
        (AlreadySeen, "The approver has acted, so the return cannot be taken back."),
        (ApproverThere, "Somebody can approve it, so it cannot be released without approval."),
        (WordsNeeded, "It cannot be done without words."),
        (NothingGiven, "There is no figure to send."),
    ];
}
