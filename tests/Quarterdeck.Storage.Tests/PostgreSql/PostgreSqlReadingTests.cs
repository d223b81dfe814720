using Dapper;
using Npgsql;
using Quarterdeck.Application.Store;
using Quarterdeck.Storage.Ledger;
using Quarterdeck.Storage.PostgreSql;
using Quarterdeck.Storage.Tests.Ledger;
using Quarterdeck.TestKit.Programs;

namespace Quarterdeck.Storage.Tests.PostgreSql;

/// <summary>What is read in one exchange names its organisation for itself alone, on a connection that others use before and after.</summary>
public sealed class PostgreSqlReadingTests(PostgreSqlDatabase database)
{
    private const string Broken =
        "SELECT table_name AS TableName, row_key AS RowKey, version / 0 AS Version, change AS Change, place AS Place, body AS Body FROM row_current "
        + "WHERE org = @org";
    private const string Slow =
        "SELECT table_name AS TableName, row_key AS RowKey, version AS Version, change AS Change, place AS Place, pg_sleep(30)::text AS Body FROM "
        + "row_current WHERE org = @org";

    [Theory]
    [InlineData("")]
    [InlineData("?prepare=on")]
    public async Task Organisations_that_share_one_connection_never_meet(string options)
    {
        SkipWithoutServer();
        var (mine, theirs) = ("sharing-mine" + options, "sharing-theirs" + options);
        await Write(mine, theirs);
        await using var engine = OneConnection(options);
        var process = await engine.PlainAsync(connection => connection.ExecuteScalarAsync<int>("SELECT pg_backend_pid()"));

        // Often enough to be prepared, and planned for good.
        for (var round = 0; round < 12; round++)
        {
            Assert.Equal("Mine", await Name(engine, mine, mine));
            Assert.Equal("Theirs", await Name(engine, theirs, theirs));
            Assert.Null(await Name(engine, mine, theirs));
            Assert.Null(await Name(engine, mine + "-third", mine + "-third"));
            Assert.Equal(1, (await engine.ReadNowAsync(mine, null, Query(mine), TestContext.Current.CancellationToken)).Head?.LastChange);
            Assert.Null((await engine.ReadNowAsync(mine, null, Query(theirs), TestContext.Current.CancellationToken)).Head);
        }

        await NothingIsLeft(engine);
        Assert.Equal(process, await engine.PlainAsync(connection => connection.ExecuteScalarAsync<int>("SELECT pg_backend_pid()")));
    }

    [Fact]
    public async Task A_reading_that_fails_or_is_stopped_leaves_nothing_behind()
    {
        SkipWithoutServer();
        var (mine, theirs) = ("failing-mine", "failing-theirs");
        await Write(mine, theirs);
        await using var engine = OneConnection(string.Empty);

        for (var round = 0; round < 8; round++)
        {
            var told = await Assert.ThrowsAsync<StoreException>(() => engine.ReadNowAsync(mine, Broken, Query(mine), TestContext.Current.CancellationToken));
            Assert.Contains(
                "answered with an error this program does not expect: division by zero (SQLSTATE 22012). Nothing was changed.",
                told.Message,
                StringComparison.Ordinal);
            await NothingIsLeft(engine);
        }

        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => engine.ReadNowAsync(mine, Slow, Query(mine), stop.Token));
        await NothingIsLeft(engine);
        Assert.Equal("Theirs", await Name(engine, theirs, theirs));
    }

    [Fact]
    public async Task A_server_that_ends_in_the_middle_is_said_plainly()
    {
        SkipWithoutServer();
        await Write("ending-mine", "ending-theirs");
        await using var engine = OneConnection(string.Empty);
        var process = await engine.PlainAsync(connection => connection.ExecuteScalarAsync<int>("SELECT pg_backend_pid()"));

        var reading = engine.ReadNowAsync("ending-mine", Slow, Query("ending-mine"), TestContext.Current.CancellationToken);
        await using (var connection = await database.Open(PostgreSqlServer.Superuser))
        {
            while (!await connection.ExecuteScalarAsync<bool>(
                "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE pid = @process AND wait_event = 'PgSleep')",
                new { process }))
            {
                await Task.Delay(20, TestContext.Current.CancellationToken);
            }

            await connection.ExecuteAsync("SELECT pg_terminate_backend(@process)", new { process });
        }

        Assert.Contains("is stopping or starting", (await Assert.ThrowsAsync<StoreException>(() => reading)).Message, StringComparison.Ordinal);
        Assert.Equal("Mine", await Name(engine, "ending-mine", "ending-mine"));
    }

    /// <summary>With what the server knows of a table and without, it must read by the keys: a table gone through grows with the store.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_indicator_and_all_results_are_read_by_their_keys_whatever_the_server_knows(bool isAnalysed)
    {
        SkipWithoutServer();
        var name = await database.NewDatabase();
        await using (var store =
            await StoreLocation.Of(database.Server.Address(PostgreSqlDatabase.Owner, name)).OpenAsync(TimeProvider.System, "test", makes: true))
        {
            for (var number = 0; number < 30; number++)
            {
                await store.WriteAsync(Stored.Change("main", $"FN{number}", 0, "{}", ResultBlock.Table));
            }
        }

        await using var engine = OneConnection(string.Empty);
        await using var connection = await database.Open(PostgreSqlDatabase.Owner, name);
        await connection.ExecuteAsync(isAnalysed ? "ANALYZE organisation, entry, current_row" : "SELECT 1");
        await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);

        // As a writer asks, without a word of how it is to be planned.
        var written = await Plan(connection, engine.CurrentOfKeys.Replace("@org", "$1", StringComparison.Ordinal)
            .Replace("@table", "$2", StringComparison.Ordinal)
            .Replace("@keys", "$3", StringComparison.Ordinal), "'main'", "'results'", "'[\"FN1\"]'");
        await connection.ExecuteAsync(PostgreSqlReading.Begin.Replace("$1", "'main'", StringComparison.Ordinal));
        var indicator =
            await Plan(connection, IndicatorSql.Current.Replace("@org", "$1", StringComparison.Ordinal).Replace("@reference", "$2", StringComparison.Ordinal)
            .Replace("@first", "$3", StringComparison.Ordinal).Replace("@end", "$4", StringComparison.Ordinal), "'main'", "'FN1'", "'FN1|'", "'FN1}'");

        Assert.Matches(isAnalysed ? "row_key = .*json_array_elements_text" : "Index Cond: .*row_key = .*json_array_elements_text", written);
        Assert.DoesNotContain("Seq Scan", indicator, StringComparison.Ordinal);
        Assert.Contains("Index Scan using current_row_pkey", indicator, StringComparison.Ordinal);
    }

    /// <summary>The plan of a prepared statement, as the program's are.</summary>
    private static async Task<string> Plan(NpgsqlConnection connection, string sql, params string[] values)
    {
        await connection.ExecuteAsync($"PREPARE asked ({string.Join(", ", values.Select(_ => "text"))}) AS {sql}");
        var plan = await connection.QueryAsync<string>($"EXPLAIN (COSTS OFF) EXECUTE asked ({string.Join(", ", values)})");
        await connection.ExecuteAsync("DEALLOCATE PREPARE asked");
        return string.Join('\n', plan);
    }

    private static Dictionary<string, string> Query(string organisation) => new(IndicatorSql.Query(organisation, "FN06"));

    /// <summary>Asked as one organisation for the rows of another, the server finds none.</summary>
    private static async Task<string?> Name(PostgreSqlDialect engine, string organisation, string asked) =>
        (await engine.ReadNowAsync(organisation, IndicatorSql.Current, Query(asked), TestContext.Current.CancellationToken)).Rows.SingleOrDefault() is { } row
            ? RowBody.Read(row.Body!)["name"]
            : null;

    /// <summary>Who comes next on the connection sees nothing, and the server's settings are as they were.</summary>
    private static Task<bool> NothingIsLeft(PostgreSqlDialect engine) => engine.PlainAsync(async connection =>
    {
        Assert.True(string.IsNullOrEmpty(await connection.ExecuteScalarAsync<string?>("SELECT current_setting('quarterdeck.organisation', true)")));
        Assert.Equal("auto on on", await connection.ExecuteScalarAsync<string>(
            "SELECT current_setting('plan_cache_mode') || ' ' || current_setting('enable_seqscan') || ' ' || current_setting('enable_bitmapscan')"));
        Assert.Equal(
            0,
            await connection.ExecuteScalarAsync<long>(
                "SELECT (SELECT count(*) FROM quarterdeck.organisation) + (SELECT count(*) FROM quarterdeck.row_current) + (SELECT count(*) FROM "
                + "quarterdeck.entry)"));
        return true;
    });

    private async Task Write(string mine, string theirs)
    {
        await using var store = await StoreLocation.Of(database.ProgramAddress).OpenAsync(TimeProvider.System, "test", makes: false);
        await store.WriteAsync(Stored.Change(mine, "FN06|", 0, "Mine", "indicators"));
        await store.WriteAsync(Stored.Change(theirs, "FN06|", 0, "Theirs", "indicators"));
    }

    private PostgreSqlDialect OneConnection(string options)
    {
        var parts = PostgreSqlAddress.Read(database.ProgramAddress + options);
        parts.MaxPoolSize = 1;
        parts.NoResetOnClose = true;
        return new PostgreSqlDialect(NpgsqlDataSource.Create(parts));
    }

    private static void SkipWithoutServer() => Assert.SkipWhen(PostgreSqlServer.WhyNot is not null, PostgreSqlServer.WhyNot ?? string.Empty);
}
