using System.Globalization;
using Quarterdeck.Application.Packs;
using Quarterdeck.Application.Publishing;
using Quarterdeck.Application.Sites;
using Quarterdeck.Application.Store;
using Quarterdeck.Cli.Formats;
using Quarterdeck.Cli.Input;
using Quarterdeck.Cli.Output;
using Quarterdeck.Packs.Packs;
using Quarterdeck.Web.Sites;

namespace Quarterdeck.Cli.Sites;

/// <summary>What a store has published, as readers meet it on the web; and what it publishes later, as soon as it does.</summary>
/// <param name="store">Where it was published from.</param>
/// <param name="organisation">Code of the organisation.</param>
/// <param name="clock">Says when to look again.</param>
/// <param name="answers">Where answers are kept for the next start; null for nowhere.</param>
internal sealed class PublishedSite(IStore store, string organisation, TimeProvider clock, AnswersFile? answers)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly PublicSnapshotReader _reader = new(store, organisation, PackFormat.Instance, ReportStyles.Instance);

    private string? _published;
    private bool _isUnkept;

    /// <summary>Gives readers the answers of the last run, where nothing has changed since, until all has been read.</summary>
    /// <returns>Whether there were any.</returns>
    public async Task<bool> Give(SiteSource source, CancellationToken stop) => answers is not null && source.Give(answers, Name(await store.End(organisation, stop)));

    /// <summary>Null when nothing was published.</summary>
    public async Task<ShownSite?> Read(CancellationToken stop)
    {
        var snapshot = await _reader.ReadAsync(stop);
        _published = snapshot?.Fingerprint;
        return snapshot is null ? null
            : new ShownSite(new Site(snapshot.Pack, snapshot.Reports), StoreOptions.FormatsOf(snapshot.Pack, snapshot.Stored), snapshot.Fingerprint, snapshot.Archive, HouseStyle.Of(snapshot.Pack, new FilesInStore(snapshot.Stored)).Brand)
            {
                Pack = new Lazy<byte[]>(() => PackWriter.Zip(OpenPack.Of(snapshot.Pack))),
            };
    }

    /// <summary>Looks now and then whether anything was published, and shows it. A store that does not answer is asked again; readers keep what there is.</summary>
    public async Task Follow(SiteSource source, SiteServer server, Terminal terminal, CancellationToken stop)
    {
        var (isTold, ready) = (false, (ShownSite?)null);
        while (!stop.IsCancellationRequested)
        {
            try
            {
                if (ready != source.Current)
                {
                    ready = source.Current;
                    await server.MakeReady(stop);
                }

                await Task.Delay(Pause, clock, stop);
                var end = await store.End(organisation, stop);
                if (end.Change != _reader.Seen && await Read(stop) is { } shown && shown.Fingerprint != source.Current.Fingerprint)
                {
                    source.Current = shown;
                }

                await Keep(source, end, terminal);
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

    /// <summary>Keeps the answers that are ready for the next start, where they are of what was published, and nothing was recorded meanwhile.</summary>
    public async Task Keep(SiteSource source, Terminal terminal, CancellationToken stop) => await Keep(source, await store.End(organisation, stop), terminal);

    private async Task Keep(SiteSource source, ChainEnd end, Terminal terminal)
    {
        if (answers is null || _isUnkept || end.Change != _reader.Seen || source.Current.Fingerprint != _published)
        {
            return;
        }

        try
        {
            source.Keep(answers, Name(end));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            _isUnkept = true;
            await terminal.Error.WriteLineAsync($"Answers cannot be kept for the next start, which will take a moment longer: {problem.Message} Name another file with the setting answer-file, or none.");
        }
    }

    private string Name(ChainEnd end) => string.Create(CultureInfo.InvariantCulture, $"{organisation} {end.Change} {end.Hash}");
}
