using Quarterdeck.Application.Publishing;
using Quarterdeck.Application.Store;
using Quarterdeck.Cli.Formats;
using Quarterdeck.Cli.Input;
using Quarterdeck.Cli.Output;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Packs.Reading;
using Quarterdeck.Storage;
using Quarterdeck.TestKit.Clocks;

namespace Quarterdeck.Cli.Tests.Sites;

/// <summary>A store of one organisation, and how many rows were last read of an earlier state of it.</summary>
internal sealed class WatchedStore(string file) : IAsyncDisposable
{
    private const string Organisation = "main";

    private readonly Lazy<CountedStore> _store = new(
        () => new CountedStore(StoreLocation.Of(file).OpenAsync(TimeProvider.System, "test", makes: true).GetAwaiter().GetResult()));

    public HandClock Clock { get; } = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    public IStore Store => _store.Value;

    public int Rows => _store.Value.RowsThen;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Imports a pack, and publishes all its reports where a folder is given.</summary>
    public async Task Publish(Pack pack, string? folder)
    {
        var plan = Import.Plan(await Store.ReadAsync(Organisation, cancellationToken: Stop), PackRows.Of(pack), keepsMissing: false);
        Assert.IsType<WriteOutcome.Written>(await Store.WriteAsync(Import.Write(plan, Organisation, "An analyst", "A return", "pack", "test"), Stop));
        if (folder is not null)
        {
            var handler = new PublishReportHandler(Store, PackFormat.Instance, ReportStyles.Instance, Clock, "test");
            var published = Assert.IsType<PublishOutcome.Published>(
                await handler.HandleAsync(new PublishReport(Organisation, null, ["json"], "An analyst", "A note"), null, Stop));
            Assert.Null(ReportFolders.Write(published.Reports, folder, (_, _) => { }));
        }
    }

    public async Task<PublicationArchive> Archive() => Application.Publishing.PublicationArchive.Of(
        Store,
        Organisation,
        PackFormat.Instance.Read,
        StoreOptions.FormatsOf,
        await Store.ReadAsync(Organisation, cancellationToken: Stop));

    /// <summary>Leaves the publications as a program of before wrote them.</summary>
    public async Task ForgetWhatItWasMadeFrom()
    {
        var rows = (await Store.ReadAsync(Organisation, cancellationToken: Stop)).Of(SystemTables.Publications).ToList();
        Assert.All(rows, row => Assert.Contains("\"made_from\"", row.Body, StringComparison.Ordinal));
        var stated = rows.Select(row => new RowWrite(
            row.Table,
            row.Key,
            row.Version,
            row.Place,
            RowBody.Write(RowBody.Read(row.Body!).Where(cell => cell.Key != "made_from").ToDictionary(StringComparer.Ordinal))));
        Assert.IsType<WriteOutcome.Written>(await Store.WriteAsync(new Change(Organisation, "An analyst", "As before", "test", "test", [.. stated]), Stop));
    }

    public async Task Erase(IndicatorRef reference)
    {
        var row = (await Store.ReadAsync(Organisation, cancellationToken: Stop)).Rows.Single(
            one => one.Table == "posts" && one.Key.StartsWith($"|{reference}|delivery-partner", StringComparison.Ordinal));
        Assert.IsType<EraseOutcome.Erased>(
            await Store.EraseAsync(new Erasing(Organisation, "An analyst", "Asked to", "test", row.Table, row.Key, null, []), Stop));
    }

    public async ValueTask DisposeAsync()
    {
        if (_store.IsValueCreated)
        {
            await _store.Value.DisposeAsync();
        }
    }
}
