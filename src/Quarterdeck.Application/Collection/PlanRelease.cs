using Quarterdeck.Application.Accounts;
using Quarterdeck.Application.Publishing;
using Quarterdeck.Application.Store;
using Quarterdeck.Domain.Access;
using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Application.Collection;

/// <summary>Asks that the release of a round is published at a day and minute, or at another than was set before.</summary>
/// <param name="Month">The round.</param>
/// <param name="Day">The day, where the council is.</param>
/// <param name="Time">The minute of it.</param>
/// <param name="What">What is published, as the calendar says it.</param>
/// <param name="Reason">Where it was set before, why it is moved.</param>
/// <param name="Seen">The version that was on the page; 0 where none was set.</param>
/// <param name="By">Who asks.</param>
public sealed record PlanRelease(Month Month, DateOnly Day, TimeOnly Time, string What, string Reason, long Seen, PersonId By);

public sealed class PlanReleaseHandler(Desk desk)
{
    private const int Longest = 120;

    public async Task<DeskOutcome> HandleAsync(PlanRelease request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var people = await desk.PeopleAsync(cancellationToken).ConfigureAwait(false);
        if (AccessTable.Refuse(people.ActorOf(request.By, desk.Today), DeskAction.Publish, AccessSubject.Whole) is { } refusal)
        {
            return new DeskOutcome.Refused(refusal);
        }

        var local = request.Day.ToDateTime(request.Time);
        var before = (await PlannedRelease.AllAsync(desk.Store, desk.Organisation, cancellationToken).ConfigureAwait(false))
            .FirstOrDefault(one => one.Month == request.Month);
        var bound = await BoundRelease.ReadAsync(desk, request.Month, cancellationToken).ConfigureAwait(false);
        var problems = new List<FieldProblem>();
        if (bound.Released.Count == 0)
        {
            problems.Add(new FieldProblem("release", "Nothing of this round is in a release"));
        }

        if (desk.Zone.IsInvalidTime(local))
        {
            problems.Add(new FieldProblem("time", "That minute is left out when the clocks go forward. Choose another"));
        }
        else if (MomentOf(local) <= desk.Clock.GetUtcNow())
        {
            problems.Add(new FieldProblem("day", "The day and time must be to come"));
        }

        if (string.IsNullOrWhiteSpace(request.What) || request.What.Length > Longest)
        {
            problems.Add(new FieldProblem("what", "Say what is published, like October dashboard"));
        }

        if (before is { IsAwaited: true } && string.IsNullOrWhiteSpace(request.Reason))
        {
            problems.Add(new FieldProblem("move-reason", "Say why it is moved"));
        }

        if (problems.Count > 0)
        {
            return new DeskOutcome.Invalid(problems);
        }

        var planned = new PlannedRelease(request.Month, MomentOf(local), request.What.Trim(), request.By.Value, bound.Digest, request.Seen);
        var said = before is { IsAwaited: true } ? $"Moved the release of {MonthNames.Long(request.Month)}: {request.Reason.Trim()}"
            : $"Set the hour of the release of {MonthNames.Long(request.Month)}";
        return await desk.WriteAsync(request.By.Value, said, [planned.Write()], cancellationToken, source: SystemTables.CalendarSource).ConfigureAwait(false);
    }

    /// <summary>Of an hour that comes twice, the first.</summary>
    private DateTimeOffset MomentOf(DateTime local) =>
        new(local, desk.Zone.IsAmbiguousTime(local) ? desk.Zone.GetAmbiguousTimeOffsets(local).Max() : desk.Zone.GetUtcOffset(local));
}

/// <summary>Asks that a release is not published at the hour that was set.</summary>
/// <param name="Month">The round.</param>
/// <param name="Reason">Why.</param>
/// <param name="Seen">The version that was on the page.</param>
/// <param name="By">Who asks.</param>
public sealed record CancelRelease(Month Month, string Reason, long Seen, PersonId By);

public sealed class CancelReleaseHandler(Desk desk)
{
    public async Task<DeskOutcome> HandleAsync(CancelRelease request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var people = await desk.PeopleAsync(cancellationToken).ConfigureAwait(false);
        if (AccessTable.Refuse(people.ActorOf(request.By, desk.Today), DeskAction.Publish, AccessSubject.Whole) is { } refusal)
        {
            return new DeskOutcome.Refused(refusal);
        }

        var planned = (await PlannedRelease.AllAsync(desk.Store, desk.Organisation, cancellationToken).ConfigureAwait(false))
            .FirstOrDefault(one => one.Month == request.Month && one.IsAwaited);
        var problem = planned is null ? new FieldProblem("release", "No hour is set for this round")
            : string.IsNullOrWhiteSpace(request.Reason) ? new FieldProblem("cancel-reason", "Say why it is cancelled")
            : null;
        if (problem is not null)
        {
            return new DeskOutcome.Invalid([problem]);
        }

        var cancelled = planned! with { Stopped = $"Cancelled: {request.Reason.Trim()}", Version = request.Seen };
        return await desk.WriteAsync(
            request.By.Value,
            $"Cancelled the release of {MonthNames.Long(request.Month)}: {request.Reason.Trim()}",
            [cancelled.Write()],
            cancellationToken,
            source: SystemTables.CalendarSource).ConfigureAwait(false);
    }
}
