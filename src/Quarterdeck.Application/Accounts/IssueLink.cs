using Quarterdeck.Application.Abstractions;
using Quarterdeck.Domain.Access;

namespace Quarterdeck.Application.Accounts;

/// <summary>
/// Asks for a link that works once: it sets up a person's password and codes, also anew. Without a person it makes the first administrator, and is
/// given only while there is none.
/// </summary>
/// <param name="Person">Whose account it sets up; null for the first administrator's.</param>
/// <param name="By">Who asks; null for whoever holds the store itself.</param>
public sealed record IssueLink(PersonId? Person, PersonId? By);

public sealed class IssueLinkHandler(Desk desk)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    /// <returns>Where it is given, its id is what stands in the address: it is told once and kept nowhere.</returns>
    public async Task<DeskOutcome> HandleAsync(IssueLink request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var people = await desk.PeopleAsync(cancellationToken).ConfigureAwait(false);
        if (request.By is { } by && AccessTable.Refuse(people.ActorOf(by, desk.Today), DeskAction.ManagePeople, AccessSubject.Whole) is { } refusal)
        {
            return new DeskOutcome.Refused(refusal);
        }

        var problem = request.Person is { } person
            ? people.IsHere(person) ? null : $"There is no person {person}, or they have left"
            : people.HoldersOf(Role.Administrator, AccessSubject.Whole, desk.Today).Any()
                ? "There is an administrator already. Name a person to give a link to" : null;
        if (problem is not null)
        {
            return new DeskOutcome.Invalid([new FieldProblem("person", problem)]);
        }

        var token = Tokens.New();
        var link = new AccountLink(
            Tokens.Digest(token), request.Person?.Value ?? string.Empty, desk.Clock.GetUtcNow().Add(Lifetime).ToUnixTimeSeconds());
        await desk.Secrets.AddLinkAsync(link, cancellationToken).ConfigureAwait(false);
        return new DeskOutcome.Done(0) { Id = token };
    }
}
