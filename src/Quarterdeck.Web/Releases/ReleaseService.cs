using Microsoft.Extensions.Logging;
using Quarterdeck.Application.Abstractions;
using Quarterdeck.Application.Accounts;
using Quarterdeck.Application.Collection;
using Quarterdeck.Web.Background;

namespace Quarterdeck.Web.Releases;

/// <summary>
/// Does what the clock does, as long as the site runs: publishes releases at their hour, and keeps open rounds. What came due meanwhile is done when it
/// starts again.
/// </summary>
internal sealed class ReleaseService(
    Desk desk, CatalogueReader catalogues, IReportStyles styles, TimeProvider clock, ILogger<ReleaseService> log)
    : RepeatedWork("releases", TimeSpan.FromSeconds(5), clock, log)
{
    private readonly KeepRounds _rounds = new(desk, catalogues);
    private readonly PublishPlanned _publishing = new(desk, styles, (time, stop) => Task.Delay(time, clock, stop));

    protected override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        await _publishing.RunAsync(cancellationToken).ConfigureAwait(false);
        await _rounds.RunAsync(cancellationToken).ConfigureAwait(false);
    }
}
