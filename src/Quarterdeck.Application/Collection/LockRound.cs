using Quarterdeck.Application.Accounts;
using Quarterdeck.Domain.Access;
using Quarterdeck.Domain.Collection;
using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Application.Collection;

/// <summary>Asks that officers and approvers of a round no longer act from today, but for those admitted.</summary>
/// <param name="Month">The round.</param>
/// <param name="Reason">Why, before its day.</param>
/// <param name="Seen">The version that was on the page.</param>
/// <param name="By">Who asks.</param>
public sealed record LockRound(Month Month, string Reason, long Seen, PersonId By);

public sealed class LockRoundHandler(Desk desk)
{
    public async Task<DeskOutcome> HandleAsync(LockRound request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var people = await desk.PeopleAsync(cancellationToken).ConfigureAwait(false);
        if (AccessTable.Refuse(people.ActorOf(request.By, desk.Today), DeskAction.Lock, AccessSubject.Whole) is { } refusal)
        {
            return new DeskOutcome.Refused(refusal);
        }

        if (await RoundBook.RoundAsync(desk, request.Month, cancellationToken).ConfigureAwait(false) is not { } round)
        {
            return new DeskOutcome.Invalid([new FieldProblem("month", $"There is no round of {MonthNames.Long(request.Month)}")]);
        }

        if (round.LockedBy(desk.Today) is { } day)
        {
            return new DeskOutcome.Refused(new Refusal(RefusalCodes.Locked, $"The {round.Name} round was locked on {MonthNames.Long(day)}."));
        }

        if (string.IsNullOrWhiteSpace(request.Reason))
        {
            return new DeskOutcome.Invalid([new FieldProblem("reason", "Say why you lock it before its day")]);
        }

        var locked = round with { LockedOn = desk.Today, LockReason = request.Reason.Trim(), Version = request.Seen };
        return await desk.WriteAsync(
            request.By.Value,
            $"Locked the round of {MonthNames.Long(request.Month)}: {request.Reason.Trim()}",
            [locked.Write()],
            cancellationToken).ConfigureAwait(false);
    }
}

/// <summary>Asks that a return may still come in after the lock: from its officers, and to its approvers.</summary>
/// <param name="Id">The return.</param>
/// <param name="Until">The last day.</param>
/// <param name="Seen">The version that was on the page.</param>
/// <param name="By">Who asks.</param>
public sealed record AdmitLate(ReturnId Id, DateOnly Until, long Seen, PersonId By);

public sealed class AdmitLateHandler(Desk desk, CatalogueReader catalogues)
{
    public async Task<DeskOutcome> HandleAsync(AdmitLate request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var people = await desk.PeopleAsync(cancellationToken).ConfigureAwait(false);
        if (AccessTable.Refuse(people.ActorOf(request.By, desk.Today), DeskAction.Extend, AccessSubject.Whole) is { } refusal)
        {
            return new DeskOutcome.Refused(refusal);
        }

        var catalogue = await catalogues.ReadAsync(desk, cancellationToken).ConfigureAwait(false);
        if (catalogue is null || await RoundBook.ReturnAsync(desk, request.Id, cancellationToken).ConfigureAwait(false) is not { } held)
        {
            return new DeskOutcome.Invalid([new FieldProblem("return", $"There is no return {request.Id}")]);
        }

        if (request.Until < desk.Today)
        {
            return new DeskOutcome.Invalid([new FieldProblem("until", "The day must not be past")]);
        }

        var admitted = held with
        {
            Admitted = Everybody(people, catalogue.SubjectOf(request.Id.Indicator, request.Id.Round), request.Until, desk.Today),
            DueOn = request.Until,
            Version = request.Seen,
        };
        return await desk.WriteAsync(
            request.By.Value,
            $"{request.Id} may come in until {MonthNames.Long(request.Until)}",
            [admitted.Write()],
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The officers and approvers of a return, and who stands in for them.</summary>
    internal static IReadOnlyList<LateAdmission> Everybody(PeopleRegister people, AccessSubject subject, DateOnly until, DateOnly today)
    {
        var holders = people.HoldersOf(Role.Officer, subject, today).Concat(people.HoldersOf(Role.Approver, subject, today))
            .Select(one => one.Person.Id).ToHashSet();
        var delegates = people.Delegations.Where(one => one.Delegation.HoldsOn(today) && holders.Contains(one.Delegation.Absent))
            .Select(one => one.Delegation.Delegate);
        return [.. holders.Concat(delegates).Distinct().OrderBy(id => id.Value, StringComparer.Ordinal).Select(id => new LateAdmission(id, until))];
    }
}
