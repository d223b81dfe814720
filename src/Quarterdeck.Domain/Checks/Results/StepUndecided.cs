using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Milestones;
using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Domain.Checks.Results;

/// <summary>A milestone step past its date without a decision.</summary>
public sealed class StepUndecided() : Check(
    "step-undecided",
    Severity.Warning,
    "Milestone step past due and undecided",
    "The day has passed and nobody has recorded whether the step was met, so the milestone cannot be rated.",
    "Fill in done, or set state to met or missed.")
{
    public override IEnumerable<Finding> Run(CheckContext context) =>
        from step in context.Pack.Milestones
        where MilestoneRule.StateOn(step, context.AsAt.LastDay) is null
        select Find($"{step.Step} was due on {MonthNames.Long(step.Due)}.", step.Ref, "milestones", step.At, "state");
}
