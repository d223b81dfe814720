using System.Security.Cryptography;
using Quarterdeck.Application.Abstractions;
using Quarterdeck.Application.Store;
using Quarterdeck.Domain.Access;

namespace Quarterdeck.Application.Accounts;

/// <summary>Somebody opened a link that works once, and chose how they sign in.</summary>
/// <param name="Token">What stands in the link's address.</param>
/// <param name="Title">Of the first administrator, the post; else it stays as it is.</param>
/// <param name="Name">Of the first administrator.</param>
/// <param name="Email">Of the first administrator.</param>
/// <param name="Password">The password.</param>
/// <param name="CodeSecret">What was shown to the authenticator app.</param>
/// <param name="Code">A code of the app, which proves that it has it.</param>
public sealed record SetUpAccount(string Token, string Title, string Name, string Email, string Password, string CodeSecret, string Code);

public sealed class SetUpAccountHandler(Desk desk)
{
    private const int CountOfRecoveryCodes = 8;

    /// <returns>Where it is done, the id is the person's, and the codes are for when the phone is lost: told once, kept as digests.</returns>
    public async Task<(DeskOutcome Outcome, IReadOnlyList<string> RecoveryCodes)> HandleAsync(SetUpAccount request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var now = desk.Clock.GetUtcNow();
        var people = await desk.PeopleAsync(cancellationToken).ConfigureAwait(false);
        var digest = Tokens.Digest(request.Token);
        var link = await desk.Secrets.FindLinkAsync(digest, now.ToUnixTimeSeconds(), cancellationToken).ConfigureAwait(false);
        var known = link is { Person: { Length: > 0 } id } ? people.Find(new PersonId(id)) : null;
        var isFirst = link is { Person.Length: 0 };
        if (link is null || (!isFirst && known is not { LeftOn: null })
            || (isFirst && people.HoldersOf(Role.Administrator, AccessSubject.Whole, desk.Today).Any()))
        {
            return (new DeskOutcome.Refused(new Refusal(
                RefusalCodes.NotYours,
                "This link was used already, or has run out. Ask an administrator for a new one.")), []);
        }

        var asked = new AddPerson(known?.Title ?? request.Title, known?.Name ?? request.Name, known?.Email ?? request.Email, [], null, string.Empty);
        List<FieldProblem> problems = [.. known is null ? AddPersonHandler.Problems(asked, people) : []];
        if (Passwords.Problem(request.Password, [asked.Email, asked.Title, asked.Name, desk.Organisation, "quarterdeck"]) is { } weak)
        {
            problems.Add(new FieldProblem("password", weak));
        }

        var step = OneTimeCodes.StepOf(request.CodeSecret, request.Code, now);
        if (step is null)
        {
            problems.Add(new FieldProblem("code", "Enter the six digits that your authenticator app shows now"));
        }

        return problems.Count > 0 ? (new DeskOutcome.Invalid(problems), [])
            : await WriteAsync(request, asked, known, digest, step!.Value, cancellationToken).ConfigureAwait(false);
    }

    private async Task<(DeskOutcome, IReadOnlyList<string>)> WriteAsync(
        SetUpAccount request, AddPerson asked, Person? known, string digest, long step, CancellationToken cancellationToken)
    {
        var person = known ?? new Person(new PersonId(Tokens.NewId('p')), asked.Title.Trim(), asked.Name.Trim(), asked.Email.Trim(), null, 0);
        var everything = new Grant { Role = Role.Administrator, From = desk.Today };
        RowWrite[] rows = known is not null
            ? [person.Write()]
            : [person.Write(), new GivenGrant(Tokens.NewId('g'), person.Id, everything, "the link of the first administrator", 0).Write()];
        List<string> codes = [.. Enumerable.Range(0, CountOfRecoveryCodes).Select(_ => NewRecoveryCode())];
        var credential = new Credential(
            person.Id.Value,
            Passwords.Hash(request.Password),
            request.CodeSecret,
            step,
            string.Join(' ', codes.Select(code => Tokens.Digest(code))));
        var outcome = await desk.WriteAsync(
            person.Id.Value,
            known is null ? $"{person.Id} became the first administrator" : $"{person.Id} set up how they sign in",
            rows,
            cancellationToken,
            new CredentialChange(person.Id.Value, digest, credential)).ConfigureAwait(false);
        return outcome is DeskOutcome.Done done ? (done with { Id = person.Id.Value }, codes) : (outcome, []);
    }

    private static string NewRecoveryCode()
    {
        var text = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        return $"{text[..4]}-{text[4..8]}-{text[8..12]}-{text[12..]}";
    }
}
