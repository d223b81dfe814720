using Quarterdeck.Application.Abstractions;
using Quarterdeck.Application.Accounts;
using Quarterdeck.Application.Store;
using Quarterdeck.Domain.Access;
using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Application.Collection;

/// <summary>Asks that officers return the figures of a month.</summary>
/// <param name="Month">The month.</param>
/// <param name="DueOn">When returns are due.</param>
/// <param name="ApproveBy">When approvals are due.</param>
/// <param name="LockOn">The last day on which officers and approvers act.</param>
/// <param name="By">Who asks; null for whoever holds the store itself.</param>
/// <param name="Author">Who answers for it, where nobody signed in asks.</param>
public sealed record OpenRound(Month Month, DateOnly DueOn, DateOnly ApproveBy, DateOnly LockOn, PersonId? By, string Author);

public sealed class OpenRoundHandler(Desk desk, CatalogueReader catalogues)
{
    public async Task<DeskOutcome> HandleAsync(OpenRound request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var people = await desk.PeopleAsync(cancellationToken).ConfigureAwait(false);
        if (request.By is { } by && AccessTable.Refuse(people.ActorOf(by, desk.Today), DeskAction.OpenRound, AccessSubject.Whole) is { } refusal)
        {
            return new DeskOutcome.Refused(refusal);
        }

        var catalogue = await catalogues.ReadAsync(desk, cancellationToken).ConfigureAwait(false);
        var owed = catalogue?.OwedIn(request.Month).Select(one => one.Ref).Distinct().ToList() ?? [];
        var problems = new List<FieldProblem>();
        if (owed.Count == 0)
        {
            problems.Add(new FieldProblem("month", $"No indicator owes a figure for {MonthNames.Long(request.Month)}"));
        }
        else if (await RoundBook.RoundAsync(desk, request.Month, cancellationToken).ConfigureAwait(false) is not null)
        {
            problems.Add(new FieldProblem("month", $"The round of {MonthNames.Long(request.Month)} is open already"));
        }

        if (request.DueOn < desk.Today)
        {
            problems.Add(new FieldProblem("due", "Returns cannot be due in the past"));
        }

        if (request.ApproveBy < request.DueOn)
        {
            problems.Add(new FieldProblem("approve", "Approvals cannot be due before returns"));
        }

        if (request.LockOn < request.ApproveBy)
        {
            problems.Add(new FieldProblem("lock", "The round cannot be locked before approvals are due"));
        }

        if (problems.Count > 0)
        {
            return new DeskOutcome.Invalid(problems);
        }

        RowWrite[] rows =
        [
            new Round(request.Month, desk.Today, request.DueOn, request.ApproveBy, request.LockOn, null, string.Empty, 0).Write(),
            .. owed.Select(reference => new StoredReturn { Id = new ReturnId(request.Month, reference), DueOn = request.DueOn }.Write()),
        ];
        var officers = owed.SelectMany(reference => people.ActorsFor(DeskAction.Save, catalogue!.SubjectOf(reference, request.Month), desk.Today)).Distinct();
        return await desk.WriteAsync(
            request.By?.Value ?? request.Author,
            $"Opened the round of {MonthNames.Long(request.Month)}",
            rows,
            cancellationToken,
            notices: [.. officers.Select(one => new MailNotice(one.Value, request.Month.ToString(), MailStep.Yours, 1))]).ConfigureAwait(false);
    }
}
