using Quarterdeck.Application.Store;
using Quarterdeck.Domain.Access;

namespace Quarterdeck.Application.Accounts;

/// <summary>Asks that somebody who left can no longer sign in, and that their name and address are erased.</summary>
/// <param name="Person">Who left.</param>
/// <param name="By">Who asks; null for whoever holds the store itself.</param>
/// <param name="Author">Who answers for it, where nobody signed in asks.</param>
public sealed record RemovePerson(PersonId Person, PersonId? By, string Author);

public sealed class RemovePersonHandler(Desk desk)
{
    private static readonly string[] Personal = ["name", "email", "issuer", "subject"];

    public async Task<DeskOutcome> HandleAsync(RemovePerson request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var people = await desk.PeopleAsync(cancellationToken).ConfigureAwait(false);
        if (request.By is { } by && AccessTable.Refuse(people.ActorOf(by, desk.Today), DeskAction.ManagePeople, AccessSubject.Whole) is { } refusal)
        {
            return new DeskOutcome.Refused(refusal);
        }

        if (people.Find(request.Person) is not { } person)
        {
            return new DeskOutcome.Invalid([new FieldProblem("person", $"There is no person {request.Person}")]);
        }

        if (IsLastAdministrator(people, request.Person))
        {
            return new DeskOutcome.Invalid([new FieldProblem("person", "This is the last administrator. Grant the role to somebody else first")]);
        }

        var author = request.By?.Value ?? request.Author;
        DeskOutcome outcome = new DeskOutcome.Done(0);
        if (person.LeftOn is null || person.Name.Length > 0 || person.Email.Length > 0)
        {
            var left = person with { Name = string.Empty, Email = string.Empty, Account = null, LeftOn = person.LeftOn ?? desk.Today };
            outcome = await desk.WriteAsync(author, $"{person.Id} left", [left.Write()], cancellationToken).ConfigureAwait(false);
        }

        if (outcome is not DeskOutcome.Done done)
        {
            return outcome;
        }

        await desk.Secrets.RemoveAsync(person.Id.Value, cancellationToken).ConfigureAwait(false);
        return done with { Left = await EraseAsync(person.Id, author, cancellationToken).ConfigureAwait(false) };
    }

    /// <summary>What the rows said before goes for good, where this program may do that.</summary>
    private async Task<string> EraseAsync(PersonId person, string author, CancellationToken cancellationToken)
    {
        var erasing = new Erasing(
            desk.Organisation, author, $"{person} left", desk.ProgramVersion, SystemTables.People, person.Value, null, Personal);
        try
        {
            return await desk.Store.EraseAsync(erasing, cancellationToken).ConfigureAwait(false) is EraseOutcome.Erased erased ? erased.Left : string.Empty;
        }
        catch (StoreException)
        {
            return $"The name is still in the record, since only the store's owner erases: run 'quarterdeck people remove {person}' as the owner.";
        }
    }

    private bool IsLastAdministrator(PeopleRegister people, PersonId person)
    {
        var administrators = people.Grants.Where(one => one.Grant.Role == Role.Administrator && one.Grant.HoldsOn(desk.Today) && people.IsHere(one.Person))
            .Select(one => one.Person).Distinct().ToList();
        return administrators is [var last] && last == person;
    }
}
