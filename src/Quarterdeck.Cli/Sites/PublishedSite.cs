using System.Globalization;
using Quarterdeck.App.Publications;
using Quarterdeck.App.Sites;
using Quarterdeck.App.Store;
using Quarterdeck.Cli.Packs;
using Quarterdeck.Cli.Publications;
using Quarterdeck.Cli.Store;
using Quarterdeck.Cli.Terminals;
using Quarterdeck.Interchange.Packs;
using Quarterdeck.Web.Sites;

namespace Quarterdeck.Cli.Sites;

/// <summary>What a store has published, as readers meet it on the web; and what it publishes later, as soon as it does.</summary>
internal sealed class PublishedSite(IStore store, string organisation, TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private long _seen;

    /// <summary>Null when nothing was published.</summary>
    public async Task<ShownSite?> Read(CancellationToken stop)
    {
        var state = await store.ReadTables(organisation, [OwnTables.Publications, OwnTables.PublishedRecords], stop);
        var archive = Archive.Of(store, organisation, StoreOptions.Read, StoreOptions.FormatsOf, state);
        var published = await archive.Shown(stop);

        // Only now: what could not be read is to be read again.
        _seen = state.Change;
        return published is not var (pack, then, reports) ? null
            : new ShownSite(new Site(pack, reports), StoreOptions.FormatsOf(pack, then), string.Create(CultureInfo.InvariantCulture, $"{archive.Versions[0].Id} {archive.Versions[0].Inputs} {archive.Versions.Count}"), archive, HouseStyle.Of(pack, new FilesInStore(then)).Brand)
            {
                Pack = new Lazy<byte[]>(() => PackWriter.Zip(OpenPack.Of(pack))),
            };
    }

    /// <summary>Looks now and then whether anything was published, and shows it. A store that does not answer is asked again; readers keep what there is.</summary>
    public async Task Follow(SiteSource source, Terminal terminal, CancellationToken stop)
    {
        var isTold = false;
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(Pause, clock, stop);
                if (await store.LastChange(organisation, stop) != _seen && await Read(stop) is { } shown && shown.Fingerprint != source.Current.Fingerprint)
                {
                    source.Current = shown;
                }

                isTold = false;
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (StoreException away)
            {
                if (!isTold)
                {
                    await terminal.Error.WriteLineAsync($"{away.Message} Readers go on seeing what was published before.");
                    isTold = true;
                }
            }
        }
    }
}
