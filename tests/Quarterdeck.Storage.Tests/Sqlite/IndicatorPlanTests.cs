using Dapper;
using Microsoft.Data.Sqlite;
using Quarterdeck.Application.Store;
using Quarterdeck.Storage.Ledger;
using Quarterdeck.Storage.Sqlite;
using Quarterdeck.TestKit.Packs;

namespace Quarterdeck.Storage.Tests.Sqlite;

/// <summary>An indicator's rows are found by keys: no table is read through.</summary>
public sealed class IndicatorPlanTests
{
    [Theory]
    [InlineData(nameof(IndicatorSql.Current), 17)] // Each current row may have to be looked up in its entry.
    [InlineData(nameof(IndicatorSql.EntriesUpTo), 9)]
    public async Task No_table_is_read_through(string asked, int searches)
    {
        var sql = asked == nameof(IndicatorSql.Current) ? IndicatorSql.Current : IndicatorSql.EntriesUpTo;
        using var folder = new TemporaryPack();
        await (await StoreLocation.Of(folder["store.db"]).OpenAsync(TimeProvider.System, "test", makes: true)).DisposeAsync();
        await using var connection = SqliteDialect.Connection(folder["store.db"], SqliteOpenMode.ReadOnly);
        await connection.OpenAsync();

        var plan = (await connection.QueryAsync<(long Id, long Parent, long Unused, string Step)>(
            "EXPLAIN QUERY PLAN " + sql,
            IndicatorSql.QueryUpTo("org", "FN06", 9))).Select(step => step.Step).ToList();

        Assert.Equal(searches, plan.Count(step => step.StartsWith("SEARCH", StringComparison.Ordinal)));
        Assert.All(
            plan.Where(step => step.StartsWith("SEARCH", StringComparison.Ordinal)),
            step => Assert.Matches(@"\(org=\? AND (table_name=\? AND row_key[=>]|ref=\?)", step));
        Assert.DoesNotContain(plan, step => step.StartsWith("SCAN", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_several_indicators_none_is_read_through_either()
    {
        using var folder = new TemporaryPack();
        await (await StoreLocation.Of(folder["store.db"]).OpenAsync(TimeProvider.System, "test", makes: true)).DisposeAsync();
        await using var engine = new SqliteDialect(folder["store.db"]);
        await using var connection = SqliteDialect.Connection(folder["store.db"], SqliteOpenMode.ReadOnly);
        await connection.OpenAsync();

        var plan = (await connection.QueryAsync<(long Id, long Parent, long Unused, string Step)>(
            "EXPLAIN QUERY PLAN " + IndicatorsSql.EntriesUpTo(engine),
            new { org = "org", change = 9, keys = """["FN06"]""" })).Select(step => step.Step).ToList();

        Assert.Equal(
            IndicatorTables.KeyedByReference.Count + IndicatorsSql.OfAll.Count + 1,
            plan.Count(step => step.StartsWith("SEARCH stored", StringComparison.Ordinal)));
        Assert.All(
            plan.Where(step => step.StartsWith("SEARCH", StringComparison.Ordinal)),
            step => Assert.Contains("(org=? AND table_name=?", step, StringComparison.Ordinal));
        Assert.All(plan.Where(step => step.StartsWith("SCAN", StringComparison.Ordinal)), step => Assert.Contains("json_each", step, StringComparison.Ordinal));
    }
}
