using Dapper;
using Microsoft.Data.Sqlite;
using Quarterdeck.Application.Store;
using Quarterdeck.Storage.Sqlite;
using Quarterdeck.Storage.Tests.Ledger;
using Quarterdeck.TestKit.Packs;

namespace Quarterdeck.Storage.Tests.Sqlite;

/// <summary>A store in a file of its own.</summary>
internal sealed class SqliteUnderTest(IStore store, TemporaryPack folder) : EngineUnderTest(store)
{
    public static async Task<EngineUnderTest> Open(TimeProvider clock)
    {
        var folder = new TemporaryPack();
        return new SqliteUnderTest(await StoreLocation.Of(folder["store.db"]).OpenAsync(clock, "test", makes: true), folder);
    }

    /// <summary>The store's file and what lies beside it.</summary>
    public IReadOnlyList<string> Files => Directory.GetFiles(folder.Path);

    public override string Location => folder["store.db"];

    public override async Task Force(string sql, object parameters)
    {
        await using var connection = SqliteDialect.Connection(folder["store.db"], SqliteOpenMode.ReadWrite);
        await connection.OpenAsync();
        await connection.ExecuteAsync("PRAGMA foreign_keys = OFF");
        foreach (var trigger in (await connection.QueryAsync<string>("SELECT name FROM sqlite_schema WHERE type = 'trigger'")).ToList())
        {
            await connection.ExecuteAsync($"DROP TRIGGER {trigger}");
        }

        Assert.True(await connection.ExecuteAsync(sql, parameters) > 0, "The intruder found nothing to change.");
    }

    public override async Task<IReadOnlyList<string>> Query(string sql, string organisation)
    {
        await using var connection = SqliteDialect.Connection(folder["store.db"], SqliteOpenMode.ReadWrite);
        await connection.OpenAsync();
        return Lines((await connection.QueryAsync(sql, new { org = organisation })).Cast<IDictionary<string, object?>>());
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        folder.Dispose();
    }
}
