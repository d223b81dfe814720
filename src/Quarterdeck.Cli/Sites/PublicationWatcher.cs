using Quarterdeck.Application.Packs;
using Quarterdeck.Application.Publishing;
using Quarterdeck.Application.Store;
using Quarterdeck.Cli.Formats;
using Quarterdeck.Cli.Input;
using Quarterdeck.Cli.Output;
using Quarterdeck.Packs.Writing;
using Quarterdeck.Web.Snapshots;

namespace Quarterdeck.Cli.Sites;

/// <summary>Shows what a store has published, and what it publishes later within seconds.</summary>
/// <param name="store">Where it was published from.</param>
/// <param name="organisation">Code of the organisation.</param>
/// <param name="clock">Says when to look again.</param>
internal sealed class PublicationWatcher(IStore store, string organisation, TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly PublicSnapshotReader _reader = new(store, organisation, PackFormat.Instance, ReportStyles.Instance);

    /// <returns>Null when nothing was published.</returns>
    public async Task<DashboardSnapshot?> ReadAsync(CancellationToken cancellationToken) =>
        await _reader.ReadAsync(cancellationToken) is not { } published ? null
            : new DashboardSnapshot(
                new PublicDashboard(published.Pack, published.Reports),
                StoreOptions.FormatsOf(published.Pack, published.Stored),
                published.Fingerprint,
                published.Archive,
                HouseStyle.Of(published.Pack, new FilesInStore(published.Stored)).Brand)
            {
                Awaited = published.Awaited,
                Pack = new Lazy<byte[]>(() => PackWriter.Zip(OpenPack.Of(published.Pack))),
            };

    /// <summary>Looks every few seconds whether anything was published or erased, and shows it. When the store does not answer, visitors keep what there
    /// is.</summary>
    public async Task FollowAsync(SnapshotProvider provider, Terminal terminal, CancellationToken cancellationToken)
    {
        var isReported = false;
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(Pause, clock, cancellationToken);
                if (await _reader.HasChangedAsync(cancellationToken)
                    && await ReadAsync(cancellationToken) is { } snapshot
                    && snapshot.Fingerprint != provider.Current.Fingerprint)
                {
                    provider.Replace(snapshot);
                }

                isReported = false;
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (StoreException away)
            {
                if (!isReported)
                {
                    await terminal.Error.WriteLineAsync($"{away.Message} Visitors go on seeing what was published before.");
                    isReported = true;
                }
            }
        }
    }
}
