using Quarterdeck.Application.Store;
using Quarterdeck.Domain.Access;

namespace Quarterdeck.Application.Accounts;

/// <summary>Asks that somebody stands in for another from one day to another.</summary>
/// <param name="Delegation">Who for whom, and when.</param>
/// <param name="By">Who asks: whoever will be away, or an administrator.</param>
public sealed record DelegateWork(Delegation Delegation, PersonId By);

public sealed class DelegateWorkHandler(Desk desk)
{
    public async Task<DeskOutcome> HandleAsync(DelegateWork request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var people = await desk.PeopleAsync(cancellationToken).ConfigureAwait(false);
        var wanted = request.Delegation;
        if (request.By != wanted.Absent
            && AccessTable.Refuse(people.ActorOf(request.By, desk.Today), DeskAction.ManagePeople, AccessSubject.Whole) is { } refusal)
        {
            return new DeskOutcome.Refused(refusal);
        }

        var problem = !people.IsHere(wanted.Absent) || !people.IsHere(wanted.Delegate) ? new FieldProblem("delegate", "Choose who stands in")
            : wanted.Absent == wanted.Delegate ? new FieldProblem("delegate", "Choose somebody else to stand in")
            : wanted.To < wanted.From ? new FieldProblem("to", "The last day must not be before the first")
            : wanted.To < desk.Today ? new FieldProblem("to", "The last day must not be past")
            : null;
        if (problem is not null)
        {
            return new DeskOutcome.Invalid([problem]);
        }

        var id = Tokens.NewId('d');
        RowWrite[] rows = [new SetDelegation(id, wanted, request.By.Value, 0).Write()];
        var reason = $"{wanted.Delegate} stands in for {wanted.Absent}";
        var outcome = await desk.WriteAsync(request.By.Value, reason, rows, cancellationToken).ConfigureAwait(false);
        return outcome is DeskOutcome.Done done ? done with { Id = id } : outcome;
    }
}
