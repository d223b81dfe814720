using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Milestones;
using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Domain.Checks.Results;

/// <summary>A publication step that leaves too few clear days before its meeting.</summary>
public sealed class StepTooLate() : Check(
    "step-too-late",
    Severity.Error,
    "Milestone step too close to its meeting",
    "Papers must be published a number of clear working days before the meeting, not counting bank holidays. A step that " +
    "is due later than that cannot be met lawfully.",
    "Move the due date to the day given, or earlier.")
{
    public override IEnumerable<Finding> Run(CheckContext context) =>
        from step in context.Pack.Milestones
        where step is { MeetingOn: not null, ClearDays: not null }
        let last = WorkingDays.ClearDaysBefore(step.MeetingOn!.Value, step.ClearDays!.Value)
        where step.Due > last
        select Find(
            $"{step.Step} is due on {MonthNames.Long(step.Due)}; {step.ClearDays} clear working days before {MonthNames.Long(step.MeetingOn!.Value)} "
                + $"end on {MonthNames.Long(last)}.",
            step.Ref,
            "milestones",
            step.At,
            "due");
}
