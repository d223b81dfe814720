using Quarterdeck.Application.Abstractions;
using Quarterdeck.Domain.Access;

namespace Quarterdeck.Application.Accounts;

/// <summary>Somebody whom the council's own sign-in vouches for is to be known by that account from now on.</summary>
/// <param name="Account">As that sign-in names them.</param>
/// <param name="Token">What stands in the address of a link that works once; null for whoever is signed in.</param>
/// <param name="By">Who is signed in; null for whoever has a link.</param>
public sealed record ConnectAccount(CouncilAccount Account, string? Token, PersonId? By);

public sealed class ConnectAccountHandler(Desk desk)
{
    /// <returns>Where it is done, the id is the person's.</returns>
    public async Task<DeskOutcome> HandleAsync(ConnectAccount request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var people = await desk.PeopleAsync(cancellationToken).ConfigureAwait(false);
        var digest = request.Token is { } token ? Tokens.Digest(token) : null;
        var link = digest is null ? null
            : await desk.Secrets.FindLinkAsync(digest, desk.Clock.GetUtcNow().ToUnixTimeSeconds(), cancellationToken).ConfigureAwait(false);
        var id = link is { Person: { Length: > 0 } named } ? new PersonId(named) : request.By;
        if (id is not { } known || people.Find(known) is not { LeftOn: null } person)
        {
            return new DeskOutcome.Refused(new Refusal(
                RefusalCodes.NotYours,
                "This link was used already, or has run out. Ask an administrator for a new one."));
        }

        if (people.People.Any(one => one.LeftOn is null && one.Id != person.Id && one.Account == request.Account))
        {
            return new DeskOutcome.Refused(new Refusal(
                RefusalCodes.NotYours,
                "This account of the council belongs to another post here. Sign in there with your own, or ask your administrator."));
        }

        if (person.Account == request.Account && digest is null)
        {
            return new DeskOutcome.Done(0) { Id = person.Id.Value };
        }

        var outcome = await desk.WriteAsync(
            person.Id.Value,
            $"{person.Id} signs in by an account of the council",
            [(person with { Account = request.Account }).Write()],
            cancellationToken,
            digest is null ? null : new CredentialChange(person.Id.Value, digest, null)).ConfigureAwait(false);
        return outcome is DeskOutcome.Done done ? done with { Id = person.Id.Value } : outcome;
    }
}
