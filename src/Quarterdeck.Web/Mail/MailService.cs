using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quarterdeck.Application.Accounts;
using Quarterdeck.Application.Collection;
using Quarterdeck.Application.Notifications;
using Quarterdeck.Application.Store;
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
internal sealed partial class MailService(
    Desk desk, CatalogueReader catalogues, MailStatus status, PublicAddress address, TimeProvider clock, ILogger<MailService> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (status.Options is not { } options)
        {
            return;
        }

        var sending = new SendMail(desk, catalogues, new SmtpTransport(options, desk.Clock), address.Of, status.Council);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(Pause, clock, stoppingToken).ConfigureAwait(false);
                if (status.Problem is null)
                {
                    await sending.RunAsync(stoppingToken).ConfigureAwait(false);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (StoreException away)
            {
                Waiting(log, away.Message);
            }
            catch (Exception unforeseen) when (unforeseen is not OperationCanceledException)
            {
                // Whatever is wrong with mail, the site goes on.
                Failing(log, unforeseen);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mail waits, since the store does not answer: {Problem}")]
    private static partial void Waiting(ILogger log, string problem);

    [LoggerMessage(Level = LogLevel.Error, Message = "Mail could not be sent by a fault of the program, and is tried again")]
    private static partial void Failing(ILogger log, Exception problem);
}
