namespace Quarterdeck.Domain.Collection;

/// <summary>Where a return stands. One that is not due yet is not there at all.</summary>
public enum ReturnState
{
    Due,
    Draft,

    /// <summary>The officer said why the figure cannot be given.</summary>
    Explained,

    /// <summary>That was accepted.</summary>
    ExplanationAccepted,
    Sent,

    /// <summary>The approver corrected words, which the officer confirms.</summary>
    Wording,
    Questioned,
    Answered,
    Returned,
    Approved,
    InRelease,
    Published,
}

/// <summary>The words of the states.</summary>
public static class ReturnStateWords
{
    /// <summary>As stored: <c>in-release</c>.</summary>
    public static string Code(this ReturnState state) => state switch
    {
        ReturnState.ExplanationAccepted => "explanation-accepted",
        ReturnState.InRelease => "in-release",
        _ => state.ToString().ToLowerInvariant(),
    };

    /// <summary>In a sentence, after "is": <c>in a release</c>.</summary>
    public static string Words(this ReturnState state) => state switch
    {
        ReturnState.Due => "not started",
        ReturnState.Draft => "saved and not sent",
        ReturnState.Explained => "explained",
        ReturnState.ExplanationAccepted => "explained, and that is accepted",
        ReturnState.Sent => "sent",
        ReturnState.Wording => "waiting for the officer to confirm corrected words",
        ReturnState.Questioned => "waiting for an answer",
        ReturnState.Answered => "answered",
        ReturnState.Returned => "returned to the officer",
        ReturnState.Approved => "approved",
        ReturnState.InRelease => "in a release",
        ReturnState.Published => "published",
    };

    public static ReturnState Parse(string code) => Enum.GetValues<ReturnState>().Single(state => state.Code() == code);

    /// <summary>Whether the officer owes something.</summary>
    public static bool IsWithOfficer(this ReturnState state) =>
        state is ReturnState.Due or ReturnState.Draft or ReturnState.Returned or ReturnState.Questioned or ReturnState.Wording;

    /// <summary>Whether an approver is to act.</summary>
    public static bool IsWithApprover(this ReturnState state) => state is ReturnState.Sent or ReturnState.Answered or ReturnState.Explained;

    public static bool IsApprovedOrLater(this ReturnState state) => state is ReturnState.Approved or ReturnState.InRelease or ReturnState.Published;
}
