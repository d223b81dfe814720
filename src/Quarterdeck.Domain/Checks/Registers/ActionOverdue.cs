using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Domain.Checks.Registers;

/// <summary>An open action whose day has passed.</summary>
public sealed class ActionOverdue() : Check(
    "action-overdue",
    Severity.Warning,
    "Action overdue",
    "A promise whose day has passed is either done, and nobody wrote it down, or late, and readers should be told by when it will be done.",
    "Write done and the day it was done, or a later day with its reason in revised_due.")
{
    public override bool IsAboutAge => true;

    public override IEnumerable<Finding> Run(CheckContext context) =>
        from action in context.Pack.Actions
        where action.IsOverdueOn(context.Today)
        select Find(
            $"\"{action.Title}\" was due on {MonthNames.Long(action.DueNow!.Value)}{(action.Owner is { } owner ? $", from the {owner}" : string.Empty)}.",
            null,
            "actions",
            action.At, "due", action.Id);
}
