using Quarterdeck.Application.Store;
using Quarterdeck.Domain.Access;

namespace Quarterdeck.Application.Accounts;

/// <summary>Asks that a person holds a role.</summary>
/// <param name="Person">Who.</param>
/// <param name="Grant">What.</param>
/// <param name="By">Who asks; null for whoever holds the store itself.</param>
/// <param name="Author">Who answers for it, where nobody signed in asks.</param>
public sealed record GrantRole(PersonId Person, Grant Grant, PersonId? By, string Author);

public sealed class GrantRoleHandler(Desk desk)
{
    private const int HighestLevel = 3;

    public async Task<DeskOutcome> HandleAsync(GrantRole request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var people = await desk.PeopleAsync(cancellationToken).ConfigureAwait(false);
        if (request.By is { } by && AccessTable.Refuse(people.ActorOf(by, desk.Today), DeskAction.ManagePeople, AccessSubject.Whole) is { } refusal)
        {
            return new DeskOutcome.Refused(refusal);
        }

        if (!people.IsHere(request.Person))
        {
            return new DeskOutcome.Invalid([new FieldProblem("person", $"There is no person {request.Person}, or they have left")]);
        }

        if (Problem(request.Grant) is { } problem)
        {
            return new DeskOutcome.Invalid([problem]);
        }

        var (id, author) = (Tokens.NewId('g'), request.By?.Value ?? request.Author);
        RowWrite[] rows = [new GivenGrant(id, request.Person, request.Grant, author, 0).Write()];
        var outcome = await desk.WriteAsync(author, $"Granted {request.Grant.Role.Code()} to {request.Person}", rows, cancellationToken).ConfigureAwait(false);
        return outcome is DeskOutcome.Done done ? done with { Id = id } : outcome;
    }

    /// <summary>What is wrong with a grant; null where nothing is.</summary>
    public static FieldProblem? Problem(Grant grant)
    {
        ArgumentNullException.ThrowIfNull(grant);
        return grant.Role == Role.Approver && grant.Level is < 1 or > HighestLevel ? new FieldProblem("level", "Give an approver level 1, 2 or 3")
            : grant.To < grant.From ? new FieldProblem("to", "The last day must not be before the first")
            : grant.Role == Role.Administrator && !grant.IsForAll
                ? new FieldProblem("area", "An administrator is for the whole council: leave area and indicators empty")
            : null;
    }
}

/// <summary>Asks that a grant ends today.</summary>
/// <param name="GrantId">The grant.</param>
/// <param name="By">Who asks; null for whoever holds the store itself.</param>
/// <param name="Author">Who answers for it, where nobody signed in asks.</param>
public sealed record EndGrant(string GrantId, PersonId? By, string Author);

public sealed class EndGrantHandler(Desk desk)
{
    public async Task<DeskOutcome> HandleAsync(EndGrant request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var people = await desk.PeopleAsync(cancellationToken).ConfigureAwait(false);
        if (request.By is { } by && AccessTable.Refuse(people.ActorOf(by, desk.Today), DeskAction.ManagePeople, AccessSubject.Whole) is { } refusal)
        {
            return new DeskOutcome.Refused(refusal);
        }

        if (people.Grants.FirstOrDefault(one => one.Id == request.GrantId) is not { } grant)
        {
            return new DeskOutcome.Invalid([new FieldProblem("grant", $"There is no grant {request.GrantId}")]);
        }

        if (grant.Grant.Role == Role.Administrator && IsLastAdministrator(people, grant))
        {
            return new DeskOutcome.Invalid([new FieldProblem("grant", "This is the last administrator. Grant the role to somebody else first")]);
        }

        // It held until yesterday; one that began today never did.
        var ended = new RowWrite[]
        {
            grant.Grant.From < desk.Today
                ? (grant with { Grant = grant.Grant with { To = desk.Today.AddDays(-1) } }).Write()
                : new RowWrite(SystemTables.Grants, grant.Id, grant.Version, 0, null),
        };
        return await desk.WriteAsync(
            request.By?.Value ?? request.Author,
            $"Ended {grant.Grant.Role.Code()} of {grant.Person}",
            ended,
            cancellationToken).ConfigureAwait(false);
    }

    private bool IsLastAdministrator(PeopleRegister people, GivenGrant grant) => !people.Grants.Any(other =>
        other.Id != grant.Id && other.Grant.Role == Role.Administrator && other.Grant.HoldsOn(desk.Today) && people.IsHere(other.Person));
}
