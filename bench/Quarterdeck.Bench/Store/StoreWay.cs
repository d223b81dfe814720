using System.Diagnostics;
using Quarterdeck.Application.Store;
using Quarterdeck.Domain.Results;
using Quarterdeck.Packs.Reading;
using Quarterdeck.Storage;

namespace Quarterdeck.Bench.Store;

/// <summary>Our own store on one engine, through the same calls as the commands.</summary>
internal sealed class StoreWay(IStore store) : IAsyncDisposable
{
    private const string Organisation = "main";

    public static async Task<StoreWay> Open(string location) =>
        new(await StoreLocation.Of(location).OpenAsync(TimeProvider.System, "bench", makes: true));

    /// <summary>Reads the pack, plans and writes as <c>quarterdeck import</c> does, and says how long each took.</summary>
    public async Task<IReadOnlyList<(string Part, double Seconds, double Processor)>> Import(string folder)
    {
        var parts = new List<(string Part, double Seconds, double Processor)>();
        var (watch, processor) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        var reading = PackReader.Read(folder);
        var pack = reading.Pack ?? throw new InvalidOperationException(reading.Findings[0].Message);
        Part("read and validate");
        var state = await store.ReadAsync(Organisation);
        Part("read what is stored");
        var plan = pack.Results is ResultList results
            ? BulkImport.Plan(state, PackRows.Of(pack with { Results = [] }), results, PackRows.Whole(results), keepsMissing: false)
            : Application.Store.Import.Plan(state, PackRows.Of(pack), keepsMissing: false);
        Part("plan");
        if (plan.Statements.Count > 0
            && await store.WriteAsync(Application.Store.Import.Write(plan, Organisation, "Bench", "Bench", folder, "bench")) is not WriteOutcome.Written)
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

    /// <summary>Writes one result of one series anew and reads the series again; milliseconds of each.</summary>
    public async Task<(double Written, double Read)> Late(int series)
    {
        var before = (await store.ReadIndicatorAsync(Organisation, StoreFiles.Ref(series))).Rows.Single(row => row.Table == ResultBlock.Table);
        var block = new ResultBlock();
        var own = SyntheticResults.IsCount(series % SyntheticResults.Indicators)
            ? new Dictionary<string, string> { ["value"] = "7" }
            : new Dictionary<string, string> { ["numerator"] = "1", ["denominator"] = "2" };
        block.Set(new ResultKey(string.Empty, StoreFiles.Period(SyntheticResults.Months - 1)), own);
        var watch = Stopwatch.StartNew();
        await store.WriteAsync(new Change(
            Organisation, "Bench", "Late", "bench", "bench", [new RowWrite(ResultBlock.Table, before.Key, before.Version, 0, block.Write())]));
        var written = watch.Elapsed.TotalMilliseconds;
        return (written, await Page(series));
    }

    /// <summary>Milliseconds to read an indicator's data.</summary>
    public async Task<double> Page(int series)
    {
        var watch = Stopwatch.StartNew();
        var state = await store.ReadIndicatorAsync(Organisation, StoreFiles.Ref(series));
        return state.Rows.Count == 2 ? watch.Elapsed.TotalMilliseconds : throw new InvalidOperationException($"{state.Rows.Count} rows.");
    }

    public ValueTask DisposeAsync() => store.DisposeAsync();
}
