using Quarterdeck.Application.Store;
using Quarterdeck.Domain.Access;

namespace Quarterdeck.Application.Accounts;

/// <summary>Asks that somebody may sign in.</summary>
/// <param name="Title">The post, which pages show.</param>
/// <param name="Name">The person's name.</param>
/// <param name="Email">Where they get mail, and what they sign in with.</param>
/// <param name="Grants">What they are granted at once; may be empty.</param>
/// <param name="By">Who asks; null for whoever holds the store itself.</param>
/// <param name="Author">Who answers for it, where nobody signed in asks.</param>
public sealed record AddPerson(string Title, string Name, string Email, IReadOnlyList<Grant> Grants, PersonId? By, string Author);

public sealed class AddPersonHandler(Desk desk)
{
    private const int Longest = 200;

    public async Task<DeskOutcome> HandleAsync(AddPerson request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var people = await desk.PeopleAsync(cancellationToken).ConfigureAwait(false);
        if (request.By is { } by && AccessTable.Refuse(people.ActorOf(by, desk.Today), DeskAction.ManagePeople, AccessSubject.Whole) is { } refusal)
        {
            return new DeskOutcome.Refused(refusal);
        }

        if (Problems(request, people) is { Count: > 0 } problems)
        {
            return new DeskOutcome.Invalid(problems);
        }

        var id = new PersonId(Tokens.NewId('p'));
        var author = request.By?.Value ?? request.Author;
        RowWrite[] rows =
        [
            new Person(id, request.Title.Trim(), request.Name.Trim(), request.Email.Trim(), null, 0).Write(),
            .. request.Grants.Select(grant => new GivenGrant(Tokens.NewId('g'), id, grant, author, 0).Write()),
        ];
        var outcome = await desk.WriteAsync(author, $"Added {id}, {request.Title.Trim()}", rows, cancellationToken).ConfigureAwait(false);
        return outcome is DeskOutcome.Done done ? done with { Id = id.Value } : outcome;
    }

    internal static IReadOnlyList<FieldProblem> Problems(AddPerson request, PeopleRegister people)
    {
        var problems = new List<FieldProblem>();
        if (string.IsNullOrWhiteSpace(request.Title) || request.Title.Length > Longest)
        {
            problems.Add(new FieldProblem("title", "Enter the post, like Director of Finance"));
        }

        if (string.IsNullOrWhiteSpace(request.Name) || request.Name.Length > Longest)
        {
            problems.Add(new FieldProblem("name", "Enter the name"));
        }

        if (request.Email.Trim() is var email && (email.Length > Longest || email.Split('@') is not [{ Length: > 0 }, { Length: > 0 }] || email.Contains(' ')))
        {
            problems.Add(new FieldProblem("email", "Enter an e-mail address, like name@example.gov.uk"));
        }
        else if (people.FindByEmail(email) is not null)
        {
            problems.Add(new FieldProblem("email", "Somebody has this e-mail address already"));
        }

        return problems;
    }
}
