using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Indicators;

namespace Quarterdeck.Domain.Milestones;

/// <summary>What became of a step.</summary>
public enum StepState
{
    Due,
    Met,
    Missed,
}

/// <summary>One dated step of a milestone.</summary>
public sealed record MilestoneStep
{
    public required IndicatorRef Ref { get; init; }

    public required string Step { get; init; }

    public required DateOnly Due { get; init; }

    public DateOnly? Done { get; init; }

    /// <summary>As typed; null: derived from <see cref="Done"/> and <see cref="Due"/>.</summary>
    public StepState? State { get; init; }

    /// <summary>The meeting the step publishes papers for.</summary>
    public DateOnly? MeetingOn { get; init; }

    /// <summary>Clear working days the step must fall before the meeting.</summary>
    public int? ClearDays { get; init; }

    public string? Note { get; init; }

    public Origin At { get; init; }
}
