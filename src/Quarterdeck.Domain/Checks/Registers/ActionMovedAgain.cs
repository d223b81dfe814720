using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Domain.Checks.Registers;

/// <summary>An open action whose day was moved twice or more, or earlier than it stood, or without a reason.</summary>
public sealed class ActionMovedAgain() : Check(
    "action-moved-again",
    Severity.Warning,
    "A promise moved more than once, or without a reason",
    "One new date with its reason is a plan that met the world. A second one tells members that nobody knows when it will be done.",
    "Give every later day its reason in revised_due, and say in update what is different this time.")
{
    private const int Often = 2;

    public override IEnumerable<Finding> Run(CheckContext context) =>
        from action in context.Pack.Actions
        where action.IsOpen && (action.Revised.Count >= Often || action.Revised.Any(revised => revised.Reason is null))
        select Find(
            action.Revised.Count >= Often
                ? $"\"{action.Title}\" was moved {action.Revised.Count} times{(action.Due is { } due ? $" from {MonthNames.Long(due)}" : string.Empty)}"
                    + $"; now it is due on {MonthNames.Long(action.DueNow!.Value)}."
                : $"\"{action.Title}\" was moved to {MonthNames.Long(action.DueNow!.Value)}, and no reason is given.",
            null, "actions", action.At, "revised_due", action.Id);
}
