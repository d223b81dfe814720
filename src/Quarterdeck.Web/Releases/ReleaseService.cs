using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quarterdeck.Application.Abstractions;
using Quarterdeck.Application.Accounts;
using Quarterdeck.Application.Collection;
using Quarterdeck.Application.Store;

namespace Quarterdeck.Web.Releases;

/// <summary>
/// Does what the clock does, as long as the site runs: publishes releases at their hour, and keeps open rounds. What came due meanwhile is done when it
/// starts again.
/// </summary>
internal sealed partial class ReleaseService(
    Desk desk, CatalogueReader catalogues, IReportStyles styles, TimeProvider clock, ILogger<ReleaseService> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var rounds = new KeepRounds(desk, catalogues);
        var publishing = new PublishPlanned(desk, styles, (time, stop) => Task.Delay(time, clock, stop));
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(Pause, clock, stoppingToken).ConfigureAwait(false);
                await publishing.RunAsync(stoppingToken).ConfigureAwait(false);
                await rounds.RunAsync(stoppingToken).ConfigureAwait(false);
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
                // Whatever is wrong with a release, what is published stays on the site.
                Failing(log, unforeseen);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Releases wait, since the store does not answer: {Problem}")]
    private static partial void Waiting(ILogger log, string problem);

    [LoggerMessage(Level = LogLevel.Error, Message = "A release could not be published by a fault of the program, and is tried again")]
    private static partial void Failing(ILogger log, Exception problem);
}
