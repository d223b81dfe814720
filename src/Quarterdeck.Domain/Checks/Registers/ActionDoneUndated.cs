using Quarterdeck.Domain.Assurance;
using Quarterdeck.Domain.Findings;

namespace Quarterdeck.Domain.Checks.Registers;

/// <summary>An action that says it is done and not since when, or the other way round.</summary>
public sealed class ActionDoneUndated() : Check(
    "action-done-undated",
    Severity.Warning,
    "Done, and no day, or a day and not done",
    "Without its day a done action stays in reports for ever, and nobody can tell whether the promise was kept.",
    "Fill in done_on, or correct status.")
{
    public override IEnumerable<Finding> Run(CheckContext context) =>
        from action in context.Pack.Actions
        where (action.Status == ActionStatus.Done) != (action.DoneOn is not null)
        select Find(
            action.DoneOn is null ? $"\"{action.Title}\" is done, and done_on does not say when."
                : $"\"{action.Title}\" has a day in done_on, and its status is not done.",
            null, "actions", action.At, action.DoneOn is null ? "done_on" : "status", action.Id);
}
