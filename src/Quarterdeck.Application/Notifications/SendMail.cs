using System.Globalization;
using Quarterdeck.Application.Abstractions;
using Quarterdeck.Application.Accounts;
using Quarterdeck.Application.Collection;
using Quarterdeck.Application.Publishing;
using Quarterdeck.Domain.Access;
using Quarterdeck.Domain.Collection;
using Quarterdeck.Domain.Milestones;
using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Application.Notifications;

/// <summary>
/// Sends what waits: the day's one mail to each person who has something to do, and invitations at once. It may end at any moment and run on several
/// nodes: a mail is claimed by one, and whoever dies between sending it and noting that has it sent once more, under the same Message-ID.
/// </summary>
/// <param name="desk">The desk.</param>
/// <param name="catalogues">Reads what returns are of.</param>
/// <param name="transport">Hands a mail to the mail server.</param>
/// <param name="link">Makes an address of a path.</param>
/// <param name="council">What people call the council's own sign-in; null where there is none.</param>
public sealed class SendMail(
    Desk desk, CatalogueReader catalogues, IMailTransport transport, Func<string, string> link, string? council = null)
{
    /// <summary>How long a mail is tried by whoever claimed it, before another may.</summary>
    public static readonly TimeSpan Claim = TimeSpan.FromMinutes(10);

    private const int FirstHour = 7;
    private const int LastHour = 19;

    /// <summary>How long is waited for more to tell, so that the first of many steps is not all that a person hears of on a day.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(8),
    ];

    private DateOnly? _promptedOn;

    /// <summary>Looks once what is to be told, and sends what is to be sent.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = desk.Clock.GetUtcNow();
        var hour = TimeZoneInfo.ConvertTime(now, desk.Zone).Hour;
        if (WorkingDays.IsWorkingDay(desk.Today) && hour is >= FirstHour and < LastHour)
        {
            await GatherAsync(now, cancellationToken).ConfigureAwait(false);
        }

        var claimed = await desk.Outbox.ClaimAsync(now.ToUnixTimeSeconds(), (now + Claim).ToUnixTimeSeconds(), cancellationToken).ConfigureAwait(false);
        foreach (var mail in claimed)
        {
            await SendAsync(mail, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task GatherAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (_promptedOn != desk.Today && await catalogues.ReadAsync(desk, cancellationToken).ConfigureAwait(false) is { } catalogue)
        {
            var people = await desk.PeopleAsync(cancellationToken).ConfigureAwait(false);
            var notices = await PromptNotices.OfTodayAsync(desk, catalogue, people, cancellationToken).ConfigureAwait(false);
            await desk.Outbox.AddAsync(notices, now.ToUnixTimeSeconds(), cancellationToken).ConfigureAwait(false);
            await desk.Outbox.ForgetAsync((now - Kept).ToUnixTimeSeconds(), cancellationToken).ConfigureAwait(false);
            _promptedOn = desk.Today;
        }

        var day = desk.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await desk.Outbox.GatherAsync(day, now.ToUnixTimeSeconds(), (now - Patience).ToUnixTimeSeconds(), cancellationToken).ConfigureAwait(false);
    }

    private async Task SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        // Whoever left, or is to do nothing any more, is looked up at the last moment.
        var people = await desk.PeopleAsync(cancellationToken).ConfigureAwait(false);
        var text = people.Find(new PersonId(mail.Person)) is { LeftOn: null, Email.Length: > 0 } person
            ? InvitePersonHandler.IsInvitation(mail.Id)
                ? await InvitationAsync(person, cancellationToken).ConfigureAwait(false)
                : await DigestAsync(mail, person, people, cancellationToken).ConfigureAwait(false)
            : null;
        if (text is not var (to, subject, body))
        {
            await desk.Outbox.DropAsync(mail.Id, cancellationToken).ConfigureAwait(false);
            return;
        }

        var sent = new MailText($"{desk.Organisation}/{mail.Id}", to, subject, body);
        var delivery = await transport.SendAsync(sent, cancellationToken).ConfigureAwait(false);
        if (delivery.Problem is not { } problem)
        {
            await desk.Outbox.SentAsync(mail.Id, desk.Clock.GetUtcNow().ToUnixTimeSeconds(), cancellationToken).ConfigureAwait(false);
            return;
        }

        long? next = delivery.IsFinal || mail.Tries > Pauses.Length ? null : (desk.Clock.GetUtcNow() + Pauses[mail.Tries - 1]).ToUnixTimeSeconds();
        await desk.Outbox.FailedAsync(mail.Id, problem, next, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The link is made now, so that the store keeps nothing but its digest.</summary>
    private async Task<(string To, string Subject, string Body)?> InvitationAsync(Person person, CancellationToken cancellationToken)
    {
        var outcome = await new IssueLinkHandler(desk).HandleAsync(new IssueLink(person.Id, null), cancellationToken).ConfigureAwait(false);
        return outcome is not DeskOutcome.Done { Id: var token } ? null
            : (person.Email, "Set up how you sign in to performance reporting", $"""
                You can take part in performance reporting, as {person.Title}.

                Open this link and choose how you sign in. It works once, within seven days:
                {link("/desk/set-up?link=" + token)}

                {(council is null ? "You need an authenticator app on your phone." : $"You can use your {council}.")}
                If you did not expect this mail, leave the link unopened.

                """.ReplaceLineEndings("\n"));
    }

    private async Task<(string To, string Subject, string Body)?> DigestAsync(
        OutgoingMail mail, Person person, PeopleRegister people, CancellationToken cancellationToken)
    {
        if (await catalogues.ReadAsync(desk, cancellationToken).ConfigureAwait(false) is not { } catalogue)
        {
            return null;
        }

        var actor = people.ActorOf(person.Id, desk.Today);
        var list = await WorkList.ReadAsync(desk, catalogue, people, actor, cancellationToken).ConfigureAwait(false);
        var notices = await desk.Outbox.NoticesOfAsync(mail.Id, cancellationToken).ConfigureAwait(false);
        var stuck = await ItemsAsync(catalogue, people, actor, notices, MailStep.Stuck, cancellationToken).ConfigureAwait(false);
        var approved = await ItemsAsync(catalogue, people, actor, notices, MailStep.Approved, cancellationToken).ConfigureAwait(false);
        return new DigestText(people, desk.Today, link).Write(
            actor,
            list,
            [.. stuck.Where(item => IsStuck(item, people, person.Id) && !list.ToApprove.Any(own => own.Return.Id == item.Return.Id))],
            [.. approved.Where(item => item.Return.State.IsApprovedOrLater())],
            await StoppedAsync(notices, cancellationToken).ConfigureAwait(false)) is var (subject, body) ? (person.Email, subject, body) : null;
    }

    /// <summary>The months of releases that were stopped, and are so still.</summary>
    private async Task<IReadOnlyList<Month>> StoppedAsync(IReadOnlyList<MailNotice> notices, CancellationToken cancellationToken)
    {
        var told = notices.Where(one => one.Step == MailStep.ReleaseStopped).Select(one => one.Item).ToHashSet();
        return told.Count == 0 ? []
            : [
                .. (await PlannedRelease.AllAsync(desk.Store, desk.Organisation, cancellationToken).ConfigureAwait(false))
                    .Where(one => one.Stopped.Length > 0 && told.Contains(one.Month.ToString())).Select(one => one.Month)
            ];
    }

    private bool IsStuck(WorkItem item, PeopleRegister people, PersonId person) =>
        (item.Return.State.IsWithOfficer() || item.Return.State.IsWithApprover())
        && PromptNotices.WhoIsNext(people, item.Facts, item.Subject, Lateness.WorkingDaysLate(item.ActBy, desk.Today), desk.Today).Contains(person);

    /// <summary>The returns that a mail is to tell of for a reason, as they are now.</summary>
    private async Task<IReadOnlyList<WorkItem>> ItemsAsync(
        Catalogue catalogue, PeopleRegister people, Actor actor, IReadOnlyList<MailNotice> notices, MailStep step, CancellationToken cancellationToken)
    {
        var items = new List<WorkItem>();
        foreach (var id in notices.Where(one => one.Step == step).Select(one => ReturnId.Of(one.Item)).Distinct())
        {
            if (await RoundBook.RoundAsync(desk, id.Round, cancellationToken).ConfigureAwait(false) is { } round
                && await RoundBook.ReturnAsync(desk, id, cancellationToken).ConfigureAwait(false) is { } held
                && WorkList.ItemOf(desk, catalogue, people, actor, round, held) is { } item)
            {
                items.Add(item);
            }
        }

        return items;
    }
}
