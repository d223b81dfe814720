using System.Diagnostics;
using System.Globalization;
using Quarterdeck.Application.Store;

namespace Quarterdeck.Bench.Contention;

/// <summary>Fifty writers and two hundred readers, each at it without a pause, on one indicator for a while.</summary>
internal sealed class ContentionBench(IStore store, TimeSpan time)
{
    private const int Writers = 50;
    private const int Readers = 200;
    private const string Organisation = "bench";
    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(1);
    private const string Series = "HOT";

    /// <summary>Runs it and prints it; answers whether every acknowledged write is one version, and the record whole.</summary>
    public async Task<bool> Run(TextWriter output)
    {
        await store.WriteAsync(Change(0, 0, "The bench")).ConfigureAwait(false);
        var watch = Stopwatch.StartNew();
        using var stop = new CancellationTokenSource(time);
        var writing = Enumerable.Range(0, Writers).Select(writer => Task.Run(() => Write(writer, stop.Token))).ToList();
        var reading = Enumerable.Range(0, Readers).Select(_ => Task.Run(() => Read(stop.Token))).ToList();
        var (writes, refused, figures) = (new Latencies(), new Latencies(), new Latencies());
        foreach (var one in await Task.WhenAll(writing).ConfigureAwait(false))
        {
            writes.Add(one.Written);
            refused.Add(one.Refused);
            figures.Add(one.Figures);
        }

        var reads = new Latencies();
        foreach (var one in await Task.WhenAll(reading).ConfigureAwait(false))
        {
            reads.Add(one);
        }

        watch.Stop();
        var row = (await store.ReadAsync(Organisation).ConfigureAwait(false)).Rows.Single();
        var isWhole = row.Version == writes.Count + 1
            && await store.VerifyAsync(Organisation).ConfigureAwait(false) is AuditVerdict.Whole { Changes: var changes }
            && changes == row.Version;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{store.Description}: {Writers} writers and {Readers} readers on one indicator for {watch.Elapsed.TotalSeconds:N0} s"));
        output.WriteLine($"{"",-38}{"count",10}{"a second",10}{"p50 ms",10}{"p99 ms",10}{"most ms",10}");
        output.WriteLine(writes.Line("writes recorded", watch.Elapsed));
        output.WriteLine(refused.Line("conflicts told", watch.Elapsed));
        output.WriteLine(figures.Line("a figure, tried again until recorded", watch.Elapsed));
        output.WriteLine(reads.Line("reads", watch.Elapsed));
        output.WriteLine(isWhole
            ? "No write lost: as many versions as writes were acknowledged, and the record is whole."
            : "A WRITE WAS LOST, OR THE RECORD IS NOT WHOLE.");
        output.WriteLine();
        return isWhole;
    }

    /// <summary>
    /// Records figure after figure. Who is told of a conflict reads what is there now and tries again at once; who has recorded one takes a breath, or would
    /// be first in the queue again and have it for himself.
    /// </summary>
    private async Task<(Latencies Written, Latencies Refused, Latencies Figures)> Write(int writer, CancellationToken cancellationToken)
    {
        var (written, refused, figures) = (new Latencies(), new Latencies(), new Latencies());
        var meant = Stopwatch.StartNew();
        while (!cancellationToken.IsCancellationRequested)
        {
            var version = await Version().ConfigureAwait(false);
            var watch = Stopwatch.StartNew();
            var outcome = await store.WriteAsync(Change(version, writer, $"Writer {writer}"), CancellationToken.None).ConfigureAwait(false);
            if (outcome is not WriteOutcome.Written)
            {
                refused.Add(watch.Elapsed);
                continue;
            }

            written.Add(watch.Elapsed);
            figures.Add(meant.Elapsed);
            await Task.Delay(Breath, CancellationToken.None).ConfigureAwait(false);
            meant.Restart();
        }

        return (written, refused, figures);
    }

    private async Task<Latencies> Read(CancellationToken cancellationToken)
    {
        var reads = new Latencies();
        while (!cancellationToken.IsCancellationRequested)
        {
            var watch = Stopwatch.StartNew();
            await Version().ConfigureAwait(false);
            reads.Add(watch.Elapsed);

            // As a server does between two requests; SQLite answers at once, and a reader would never let go of its thread.
            await Task.Yield();
        }

        return reads;
    }

    /// <summary>Reads the indicator, as its page does.</summary>
    private async Task<long> Version() =>
        (await store.ReadAsync(Organisation, cancellationToken: CancellationToken.None).ConfigureAwait(false)).Rows.Single().Version;

    private static Change Change(long version, int value, string author)
    {
        var block = new ResultBlock();
        block.Set(new ResultKey(string.Empty, "2025-10"), new Dictionary<string, string> { ["value"] = value.ToString(CultureInfo.InvariantCulture) });
        return new Change(Organisation, author, "A figure", "bench", "bench", [new RowWrite(ResultBlock.Table, Series, version, 0, block.Write())]);
    }
}
