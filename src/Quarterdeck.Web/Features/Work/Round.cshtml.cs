using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Quarterdeck.Application.Accounts;
using Quarterdeck.Application.Collection;
using Quarterdeck.Application.Publishing;
using Quarterdeck.Domain.Access;
using Quarterdeck.Domain.Collection;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Web.Mail;
using Quarterdeck.Web.Security;

namespace Quarterdeck.Web.Features.Work;

/// <summary>The returns of an area, counted; the counts add up to what is owed.</summary>
public sealed record AreaCounts(string Name, int Approved, int WithApprover, int WithOfficer, int Late, int CannotGive)
{
    public int Owed => Approved + WithApprover + WithOfficer + CannotGive;

    public static AreaCounts Of(string name, IReadOnlyCollection<WorkItem> items, DateOnly today) => new(
        name,
        items.Count(item => item.Return.State.IsApprovedOrLater()),
        items.Count(item => item.Return.State.IsWithApprover()),
        items.Count(item => item.Return.State.IsWithOfficer()),
        items.Count(item => item.Return.State.IsWithOfficer() && DeskWords.IsLate(item, today)),
        items.Count(item => item.Return.State == ReturnState.ExplanationAccepted));
}

/// <summary>How a round stands: who is late, what each area has done, its dates, and what goes into the release.</summary>
public sealed class RoundModel(
    Desk desk,
    DeskUser user,
    CatalogueReader catalogues,
    OpenRoundHandler opening,
    LockRoundHandler locking,
    AdmitLateHandler admitting,
    TakeIntoReleaseHandler releasing,
    PublishRoundHandler publishing,
    PlanReleaseHandler planning,
    CancelReleaseHandler cancelling,
    MailStatus mail) : DeskPage(desk, user)
{
    public MailStatus Mail { get; } = mail;

    /// <summary>The hour that was set for this round; null where none was.</summary>
    public PlannedRelease? Planned { get; private set; }

    public bool MayPublish => AccessTable.Refuse(Who.Actor, DeskAction.Publish, AccessSubject.Whole) is null;

    public Round? Round { get; private set; }

    public IReadOnlyList<Round> Rounds { get; private set; } = [];

    public IReadOnlyList<WorkItem> Items { get; private set; } = [];

    public IReadOnlyList<AreaCounts> Areas { get; private set; } = [];

    public AreaCounts All => AreaCounts.Of("All", Items.ToList(), Desk.Today);

    /// <summary>Late returns by who has them, the latest first.</summary>
    public IReadOnlyList<(string With, IReadOnlyList<WorkItem> Items)> Late =>
    [
        .. Items.Where(item => item.Return.State.IsWithOfficer() && DeskWords.IsLate(item, Desk.Today))
            .GroupBy(OfficersOf).Select(group => (group.Key, (IReadOnlyList<WorkItem>)[.. group.OrderBy(item => item.Return.DueOn)]))
            .OrderBy(group => group.Item2[0].Return.DueOn),
    ];

    public IReadOnlyList<WorkItem> Approved => [.. Items.Where(item => item.Return.State == ReturnState.Approved)];

    /// <summary>Sent returns that nobody may approve: only the publisher takes them, and says why.</summary>
    public IReadOnlyList<WorkItem> WithoutApprover =>
        [.. Items.Where(item => item.Return.State == ReturnState.Sent && item.Actions.Contains(DeskAction.TakeIntoRelease))];

    public IReadOnlyList<WorkItem> InRelease => [.. Items.Where(item => item.Return.State == ReturnState.InRelease)];

    public string Heading => Round is null ? "No round is open"
        : string.Create(CultureInfo.InvariantCulture, $"{Round.Name} round: {All.Approved} of {All.Owed} approved");

    /// <summary>The month that would be opened next.</summary>
    public Month NextMonth => Rounds.Count > 0 ? Rounds[0].Month.AddMonths(1) : Month.Of(Desk.Today).AddMonths(-1);

    public bool MayOpen => AccessTable.Refuse(Who.Actor, DeskAction.OpenRound, AccessSubject.Whole) is null;

    public async Task<IActionResult> OnGetAsync(string? month, CancellationToken cancellationToken) =>
        MayNot(DeskAction.ReadRound) || !await ReadAsync(month, cancellationToken) ? NotFound() : Page();

    public async Task<IActionResult> OnPostOpenAsync(
        string? month, string? of, string? due, string? approve, string? @lock, CancellationToken cancellationToken)
    {
        if (MayNot(DeskAction.ReadRound) || !await ReadAsync(month, cancellationToken))
        {
            return NotFound();
        }

        if (!Month.TryParse(of, out var asked) || Day(due) is not { } dueOn || Day(approve) is not { } approveBy || Day(@lock) is not { } lockOn)
        {
            Problems = [new FieldProblem("of", "Enter the month and the three days")];
            return Page();
        }

        return Answer(
            await opening.HandleAsync(new OpenRound(asked, dueOn, approveBy, lockOn, Who.Person.Id, string.Empty), cancellationToken),
            $"/desk/round/{asked}",
            $"The round of {MonthNames.Long(asked)} is open.");
    }

    public Task<IActionResult> OnPostLockAsync(string? month, long seen, string? reason, CancellationToken cancellationToken) => ActAsync(
        month,
        round => locking.HandleAsync(new LockRound(round.Month, reason ?? string.Empty, seen, Who.Person.Id), cancellationToken),
        "The round is locked.",
        cancellationToken);

    public Task<IActionResult> OnPostAdmitAsync(string? month, string key, long seen, string? until, CancellationToken cancellationToken) => ActAsync(
        month,
        async _ => Day(until) is { } day
            ? await admitting.HandleAsync(new AdmitLate(ReturnId.Of(key), day, seen, Who.Person.Id), cancellationToken)
            : new DeskOutcome.Invalid([new FieldProblem("late", "Enter the day until which it may come in")]),
        "It may come in until then.",
        cancellationToken);

    public Task<IActionResult> OnPostReleaseAsync(string? month, CancellationToken cancellationToken) =>
        ActAsync(month, _ => TakeAsync(Approved, string.Empty, cancellationToken), "The approved returns are in the release.", cancellationToken);

    public Task<IActionResult> OnPostUnapprovedAsync(string? month, string? why, CancellationToken cancellationToken) => ActAsync(
        month,
        _ => TakeAsync(WithoutApprover, why ?? string.Empty, cancellationToken),
        "They are in the release, marked as not independently approved.",
        cancellationToken);

    public Task<IActionResult> OnPostPublishAsync(string? month, string? reason, CancellationToken cancellationToken) => ActAsync(
        month,
        round => publishing.HandleAsync(new PublishRound(round.Month, reason ?? string.Empty, Who.Person.Id), cancellationToken),
        "The reports are published.",
        cancellationToken);

    public Task<IActionResult> OnPostPlanAsync(
        string? month, string? day, string? time, string? what, string? reason, long seen, CancellationToken cancellationToken) => ActAsync(
        month,
        async round => Day(day) is { } on && TimeOnly.TryParseExact(time, "HH:mm", out var at)
            ? await planning.HandleAsync(
                new PlanRelease(round.Month, on, at, what ?? string.Empty, reason ?? string.Empty, seen, Who.Person.Id), cancellationToken)
            : new DeskOutcome.Invalid([new FieldProblem("day", "Enter the day, and the time like 09:30")]),
        "The hour is set. Nothing is public before it.",
        cancellationToken);

    public Task<IActionResult> OnPostCancelAsync(string? month, string? reason, long seen, CancellationToken cancellationToken) => ActAsync(
        month,
        round => cancelling.HandleAsync(new CancelRelease(round.Month, reason ?? string.Empty, seen, Who.Person.Id), cancellationToken),
        "It is not published at that hour.",
        cancellationToken);

    /// <summary>When it is published, where the council is: <c>Fri 14 November, 09:30</c>.</summary>
    public string When(DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, Desk.Zone);
        return string.Create(CultureInfo.InvariantCulture, $"{DeskWords.Day(DateOnly.FromDateTime(local.DateTime))}, {local:HH:mm}");
    }

    public string OfficersOf(WorkItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        var officers = Who.People.HoldersOf(Role.Officer, item.Subject, Desk.Today).Select(one => one.Person.Title).Distinct().ToList();
        return officers.Count == 0 ? "Nobody: grant an officer" : string.Join(" or ", officers);
    }

    private async Task<DeskOutcome> TakeAsync(IReadOnlyList<WorkItem> items, string words, CancellationToken cancellationToken)
    {
        var outcome = await releasing.HandleAsync(
            new TakeIntoRelease([.. items.Select(item => item.Return.Id)], words, Who.Person.Id), cancellationToken);
        return outcome.Left.Count == 0 ? outcome.Outcome : new DeskOutcome.Refused(outcome.Left[0].Why);
    }

    private async Task<IActionResult> ActAsync(string? month, Func<Round, Task<DeskOutcome>> act, string done, CancellationToken cancellationToken)
    {
        if (MayNot(DeskAction.ReadRound) || !await ReadAsync(month, cancellationToken) || Round is null)
        {
            return NotFound();
        }

        var outcome = await act(Round);
        await ReadAsync(month, cancellationToken);
        return Answer(outcome, $"/desk/round/{Round.Month}", done);
    }

    private async Task<bool> ReadAsync(string? asked, CancellationToken cancellationToken)
    {
        Rounds = await RoundBook.RoundsAsync(Desk, cancellationToken);
        Round = asked is null ? Rounds.Count > 0 ? Rounds[0] : null : Rounds.FirstOrDefault(round => round.Month.ToString() == asked);
        if (Round is null)
        {
            return asked is null;
        }

        Planned = (await PlannedRelease.AllAsync(Desk.Store, Desk.Organisation, cancellationToken)).FirstOrDefault(one => one.Month == Round.Month);
        if (await catalogues.ReadAsync(Desk, cancellationToken) is { } catalogue)
        {
            var returns = await RoundBook.ReturnsAsync(Desk, Round.Month, cancellationToken);
            Items = [
                .. returns.Select(held => WorkList.ItemOf(Desk, catalogue, Who.People, Who.Actor, Round, held)).OfType<WorkItem>()
                    .Where(item => AccessTable.Refuse(Who.Actor, DeskAction.ReadRound, item.Subject) is null)
            ];
            Areas = [
                .. Items.GroupBy(item => catalogue.AreaNameOf(item.Indicator)).Select(area => AreaCounts.Of(area.Key, [.. area], Desk.Today))
                    .OrderBy(area => area.Name, StringComparer.Ordinal)
            ];
        }

        return true;
    }

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day) ? day : null;
}
