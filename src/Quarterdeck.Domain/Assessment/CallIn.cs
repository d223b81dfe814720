using Quarterdeck.Domain.Commentary;
using Quarterdeck.Domain.Indicators;

namespace Quarterdeck.Domain.Assessment;

/// <summary>Which rule called an indicator in.</summary>
public enum CallInCause
{
    /// <summary>Red now.</summary>
    Failing,

    /// <summary>Amber period after period.</summary>
    RepeatedlyShort,

    /// <summary>A sign of real decline, whatever its rating.</summary>
    Declining,

    /// <summary>The year will probably miss its target.</summary>
    LikelyToMiss,

    /// <summary>Somebody chose to look at it, whatever its rating.</summary>
    Chosen,
}

/// <summary>An indicator that assurance must look at, and what assurance has recorded.</summary>
/// <param name="Ref">The indicator.</param>
/// <param name="Cause">The rule that called it in.</param>
/// <param name="Reason">In one sentence: <c>Amber in March 2011 and June 2011, two periods in a row.</c></param>
/// <param name="State">What the round's assurance notes record; none when nothing is recorded.</param>
public sealed record CallIn(IndicatorRef Ref, CallInCause Cause, string Reason, AssuranceState State)
{
    /// <summary>Nothing has been decided: not reviewed, scheduled, waived or met with actions.</summary>
    public bool IsOpen => State == AssuranceState.None;
}
