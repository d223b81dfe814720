using Microsoft.AspNetCore.Mvc;
using Quarterdeck.Application.Abstractions;
using Quarterdeck.Application.Accounts;
using Quarterdeck.Application.Collection;
using Quarterdeck.Domain.Access;
using Quarterdeck.Web.Features.Work;
using Quarterdeck.Web.Mail;
using Quarterdeck.Web.Security;

namespace Quarterdeck.Web.Features.Admin;

/// <summary>The mails of the last weeks: those that wait, those that failed and why, and those that were sent.</summary>
public sealed class MailModel(Desk desk, DeskUser user, MailStatus status) : DeskPage(desk, user)
{
    private const int Most = 100;

    public MailStatus Status { get; } = status;

    public IReadOnlyList<OutgoingMail> Mails { get; private set; } = [];

    public bool MayManage => Who.May(DeskAction.ManagePeople);

    public string Heading => Mails.Count(mail => mail.HasFailed) switch
    {
        0 when Status.Problem is not null => "Nobody gets mail",
        0 => "No mail has failed",
        1 => "1 mail has failed",
        var count => $"{count} mails have failed",
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (MayNot(DeskAction.ReadPeople))
        {
            return NotFound();
        }

        Mails = await Desk.Outbox.LatestAsync(Most, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string mail, CancellationToken cancellationToken)
    {
        if (!MayManage)
        {
            return NotFound();
        }

        await Desk.Outbox.RetryAsync(mail, Desk.Clock.GetUtcNow().ToUnixTimeSeconds(), cancellationToken);
        Done = "It is tried again within a minute.";
        return LocalRedirect("/desk/mail");
    }

    public string When(long at) => DeskWords.Moment(DateTimeOffset.FromUnixTimeSeconds(at), Desk.Zone);

    public string StateOf(OutgoingMail mail)
    {
        ArgumentNullException.ThrowIfNull(mail);
        return mail.SentAt is { } at ? $"Sent {When(at)}"
            : mail.HasFailed ? "Failed"
            : mail.Problem.Length > 0 ? $"Tried {mail.Tries} times, next {When(mail.NextTryAt)}"
            : "Waits";
    }
}
