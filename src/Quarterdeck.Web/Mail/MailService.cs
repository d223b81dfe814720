using Microsoft.Extensions.Logging;
using Quarterdeck.Application.Accounts;
using Quarterdeck.Application.Collection;
using Quarterdeck.Application.Notifications;
using Quarterdeck.Web.Background;
using Quarterdeck.Web.Options;
using Quarterdeck.Web.Snapshots;

namespace Quarterdeck.Web.Mail;

/// <summary>Whether mails are sent, and why not.</summary>
/// <param name="setup">What the desk is set up with.</param>
/// <param name="options">How the site is served.</param>
/// <param name="provider">What is shown.</param>
public sealed class MailStatus(DeskSetup setup, WebsiteOptions options, SnapshotProvider provider)
{
    /// <summary>Why nobody gets mail, in a sentence; null where people do.</summary>
    public string? Problem => setup.Mail is null ? "Nobody gets mail, since no mail server is set up: the settings mail-server and mail-from are missing."
        : (options.PublicAddress ?? provider.Current.Site.PublicAddress) is null
            ? "Nobody gets mail, since links need the address of the site: the setting public-address is missing."
        : null;

    public MailOptions? Options => setup.Mail;

    /// <summary>What people call the council's own sign-in; null where there is none.</summary>
    public string? Council => setup.SignIn?.Name;
}

/// <summary>Sends what waits, as long as the site runs.</summary>
internal sealed class MailService(
    Desk desk, CatalogueReader catalogues, MailStatus status, PublicAddress address, TimeProvider clock, ILogger<MailService> log)
    : RepeatedWork("mail", TimeSpan.FromSeconds(30), clock, log)
{
    private readonly SendMail? _sending = status.Options is { } options
        ? new SendMail(desk, catalogues, new SmtpTransport(options, desk.Clock), address.Of, status.Council) : null;

    protected override Task RunOnceAsync(CancellationToken cancellationToken) =>
        _sending is null || status.Problem is not null ? Task.CompletedTask : _sending.RunAsync(cancellationToken);
}
