using System.Globalization;
using Quarterdeck.Application.Store;
using Quarterdeck.Storage.Tests.Ledger;
using Quarterdeck.Storage.Tests.PostgreSql;
using Quarterdeck.Storage.Tests.Sqlite;

namespace Quarterdeck.Storage.Tests.Contention;

/// <summary>Many writers and more readers on one row: nothing is lost, nobody fails, and whoever was late is told so.</summary>
public abstract class ContentionContract : EngineContract
{
    private static readonly int Writers = Soak.Of(50, 10);
    private static readonly int Readers = Soak.Of(200, 20);
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(Soak.Of(4, 1));

    [Fact]
    public async Task Every_acknowledged_write_is_one_version_and_no_other_is_there()
    {
        await Store.WriteAsync(Stored.Change(Organisation, "A", 0, "0"));
        using var stop = new CancellationTokenSource(Time);

        var writing = Enumerable.Range(0, Writers).Select(writer => Task.Run(() => Write(writer, stop.Token))).ToList();
        var reading = Enumerable.Range(0, Readers).Select(_ => Task.Run(() => Read(stop.Token))).ToList();
        var written = (await Task.WhenAll(writing)).SelectMany(versions => versions).Order().ToList();
        var read = (await Task.WhenAll(reading)).Sum();

        Assert.True(read > 0 && written.Count > 0);
        Assert.Equal(Enumerable.Range(2, written.Count).Select(version => (long)version), written);
        var row = Assert.Single((await Store.ReadAsync(Organisation)).Rows);
        Assert.Equal((written.Count + 1L, written.Count.ToString(CultureInfo.InvariantCulture)), (row.Version, RowBody.Read(row.Body!)["name"]));
        Assert.Equal(written.Count + 1, Assert.IsType<AuditVerdict.Whole>(await Store.VerifyAsync(Organisation)).Changes);
    }

    /// <summary>The versions this writer was told it had written.</summary>
    private async Task<List<long>> Write(int writer, CancellationToken cancellationToken)
    {
        var written = new List<long>();
        while (!cancellationToken.IsCancellationRequested)
        {
            var row = (await Store.ReadAsync(Organisation, cancellationToken: CancellationToken.None)).Rows.Single();
            var next = int.Parse(RowBody.Read(row.Body!)["name"], CultureInfo.InvariantCulture) + 1;
            var change = Stored.Change(Organisation, "A", row.Version, next.ToString(CultureInfo.InvariantCulture), author: $"Writer {writer}");
            if (await Store.WriteAsync(change, CancellationToken.None) is WriteOutcome.Written)
            {
                written.Add(row.Version + 1);
            }
        }

        return written;
    }

    /// <summary>How often it read; a version never goes back.</summary>
    private async Task<int> Read(CancellationToken cancellationToken)
    {
        var (count, last) = (0, 0L);
        for (; !cancellationToken.IsCancellationRequested; count++)
        {
            var row = (await Store.ReadAsync(Organisation, cancellationToken: CancellationToken.None)).Rows.Single();
            Assert.True(row.Version >= last);
            Assert.Equal((row.Version - 1).ToString(CultureInfo.InvariantCulture), RowBody.Read(row.Body!)["name"]);
            last = row.Version;

            // As a server does between two requests; SQLite answers at once, and a reader would never let go of its thread.
            await Task.Yield();
        }

        return count;
    }
}

public sealed class SqliteContentionTests : ContentionContract
{
    protected override Task<EngineUnderTest> Open(TimeProvider clock) => SqliteUnderTest.Open(clock);
}

public sealed class PostgreSqlContentionTests(PostgreSqlDatabase database) : ContentionContract
{
    protected override Task<EngineUnderTest> Open(TimeProvider clock) => PostgreSqlUnderTest.Open(database, clock);
}
