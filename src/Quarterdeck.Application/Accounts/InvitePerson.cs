using Quarterdeck.Application.Abstractions;
using Quarterdeck.Domain.Access;

namespace Quarterdeck.Application.Accounts;

/// <summary>Asks that a person gets by mail the link with which they set up how they sign in. The link itself is made when the mail is sent.</summary>
/// <param name="Person">Who.</param>
/// <param name="By">Who asks.</param>
public sealed record InvitePerson(PersonId Person, PersonId By);

public sealed class InvitePersonHandler(Desk desk)
{
    private const char Kind = 'i';

    /// <summary>Whether a mail of this id is an invitation.</summary>
    public static bool IsInvitation(string mail)
    {
        ArgumentNullException.ThrowIfNull(mail);
        return mail.StartsWith($"{Kind}-", StringComparison.Ordinal);
    }

    public async Task<DeskOutcome> HandleAsync(InvitePerson request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var people = await desk.PeopleAsync(cancellationToken).ConfigureAwait(false);
        if (AccessTable.Refuse(people.ActorOf(request.By, desk.Today), DeskAction.ManagePeople, AccessSubject.Whole) is { } refusal)
        {
            return new DeskOutcome.Refused(refusal);
        }

        if (people.Find(request.Person) is not { LeftOn: null, Email.Length: > 0 } person)
        {
            return new DeskOutcome.Invalid([new FieldProblem("person", $"There is no person {request.Person} with an e-mail address, or they have left")]);
        }

        return await desk.WriteAsync(
            request.By.Value,
            $"Sent {person.Id} a link to set up how they sign in",
            [person.Write()],
            cancellationToken,
            notices: [new MailNotice(person.Id.Value, Tokens.NewId(Kind), MailStep.Invited, 1)]).ConfigureAwait(false);
    }
}
