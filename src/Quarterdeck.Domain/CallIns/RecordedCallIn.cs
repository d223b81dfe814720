using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Domain.CallIns;

/// <summary>How far assurance has got with an indicator that was called in.</summary>
public enum CallInState
{
    Open,
    Scheduled,
    Reviewed,
    Waived,
}

/// <summary>A row of the table <c>call_ins</c>: what assurance decided about an indicator in one round.</summary>
public sealed record RecordedCallIn
{
    public required IndicatorRef Ref { get; init; }

    /// <summary>Closing month of the reporting round.</summary>
    public required Month Round { get; init; }

    /// <summary>Why it was called in, in words; null: by the rule.</summary>
    public string? Reason { get; init; }

    public CallInState State { get; init; }

    public DateOnly? MeetingOn { get; init; }

    /// <summary>What came of it, in Markdown.</summary>
    public string? Outcome { get; init; }

    /// <summary>The actions that were agreed, by their ids.</summary>
    public IReadOnlyList<string> Actions { get; init; } = [];

    /// <summary>The post that decided not to look at it.</summary>
    public string? WaivedBy { get; init; }

    /// <summary>The round in which it is looked at again.</summary>
    public Month? FollowUp { get; init; }

    public Origin At { get; init; }
}
