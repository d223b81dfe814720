using System.Diagnostics;
using Quarterdeck.Application.Store;
using Quarterdeck.Bench.Rating;
using Quarterdeck.Domain.Kernel;
using Quarterdeck.Domain.Results;
using Quarterdeck.Packs.Reading;
using Quarterdeck.Storage;

namespace Quarterdeck.Bench.Store;

/// <summary>Our own store on one engine, through the same calls as the commands.</summary>
internal sealed class StoreWay(IStore store, SyntheticResults data, int threads) : IAsyncDisposable
{
    private const string Organisation = "main";

    private readonly BulkRater _rater = data.Rater();
    private readonly Dictionary<string, SeriesPlace> _places = Enumerable.Range(0, data.Series)
        .ToDictionary(StoreFiles.Ref, series => new SeriesPlace(series, !SyntheticResults.IsCount(series % SyntheticResults.Indicators), 0, 0), StringComparer.Ordinal);

    private BulkRatings? _ratings;

    public static async Task<StoreWay> Open(string location, SyntheticResults data, int threads) =>
        new(await StoreLocation.Of(location).Open(TimeProvider.System, "bench", makes: true), data, threads);

    /// <summary>Reads the pack, plans and writes as <c>quarterdeck import</c> does, and says how long each took.</summary>
    public async Task<IReadOnlyList<(string Part, double Seconds, double Processor)>> Import(string folder)
    {
        var parts = new List<(string Part, double Seconds, double Processor)>();
        var (watch, processor) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        var reading = PackReader.Read(folder);
        var pack = reading.Pack ?? throw new InvalidOperationException(reading.Findings[0].Message);
        Part("read and validate");
        var state = await store.Read(Organisation);
        Part("read what is stored");
        var plan = pack.Results is ResultList results
            ? BulkImport.Plan(state, PackRows.Of(pack with { Results = [] }), results, PackRows.Whole(results), keepsMissing: false)
            : Application.Store.Import.Plan(state, PackRows.Of(pack), keepsMissing: false);
        Part("plan");
        if (plan.Statements.Count > 0 && await store.Write(Application.Store.Import.Write(plan, Organisation, "Bench", "Bench", folder, "bench")) is not WriteOutcome.Written)
        {
            throw new InvalidOperationException("The import was not written.");
        }

        Part("write");
        return parts;

        void Part(string name)
        {
            parts.Add((name, watch.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - processor).TotalSeconds));
            watch.Restart();
            processor = Environment.CpuUsage.TotalTime;
        }
    }

    public async Task<(double Read, double Rate)> Rate()
    {
        var watch = Stopwatch.StartNew();
        var columns = new StoredColumns(_places, _rater.Axis, data.Rows);
        await store.ReadResults(Organisation, columns.Take);
        var read = watch.Elapsed.TotalSeconds;
        if (columns.Count != data.Rows || columns.Left.Count > 0)
        {
            throw new InvalidOperationException($"{columns.Count} results were read and {columns.Left.Count} series left.");
        }

        _ratings = _rater.Rate(columns.Columns, threads);
        return (read, watch.Elapsed.TotalSeconds - read);
    }

    public Tally Tally() => BulkWay.Tally(_ratings ?? throw new InvalidOperationException("Rated first."));

    /// <summary>Writes one result of one series anew, reads the series and rates it; milliseconds with and without the write.</summary>
    public async Task<(double Written, double Rerated)> Late(int series)
    {
        var single = data.Rater(series);
        var place = new Dictionary<string, SeriesPlace> { [StoreFiles.Ref(series)] = _places[StoreFiles.Ref(series)] with { Number = 0 } };
        var before = (await store.ReadIndicator(Organisation, StoreFiles.Ref(series))).Rows.Single(row => row.Table == ResultBlock.Table);
        var block = new ResultBlock();
        var own = place.Values.Single().IsFraction ? new Dictionary<string, string> { ["numerator"] = "1", ["denominator"] = "2" } : new Dictionary<string, string> { ["value"] = "7" };
        block.Set(new Observation(string.Empty, StoreFiles.Period(SyntheticResults.Months - 1)), own);
        var watch = Stopwatch.StartNew();
        await store.Write(new Change(Organisation, "Bench", "Late", "bench", "bench", [new Statement(ResultBlock.Table, before.Key, before.Version, 0, block.Write())]));
        var written = watch.Elapsed.TotalMilliseconds;
        var columns = new StoredColumns(place, single.Axis);
        foreach (var row in (await store.ReadIndicator(Organisation, StoreFiles.Ref(series))).Rows.Where(row => row.Table == ResultBlock.Table))
        {
            columns.Take(row.Key, System.Text.Encoding.UTF8.GetBytes(row.Body!));
        }

        single.Rate(columns.Columns);
        return (written, watch.Elapsed.TotalMilliseconds - written);
    }

    /// <summary>Milliseconds to read an indicator's data.</summary>
    public async Task<double> Page(int series)
    {
        var watch = Stopwatch.StartNew();
        var state = await store.ReadIndicator(Organisation, StoreFiles.Ref(series));
        return state.Rows.Count == 2 ? watch.Elapsed.TotalMilliseconds : throw new InvalidOperationException($"{state.Rows.Count} rows.");
    }

    public ValueTask DisposeAsync() => store.DisposeAsync();
}
