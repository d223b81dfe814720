using Dapper;
using Quarterdeck.Storage.Copies;
using Quarterdeck.Storage.Sqlite;
using Quarterdeck.TestKit.Packs;

namespace Quarterdeck.Storage.Tests.Copies;

/// <summary>A table added by a step of the schema must not be forgotten by a backup.</summary>
public sealed class StoreTableTests
{
    [Fact]
    public async Task Every_table_and_column_of_the_schema_but_the_record_of_its_steps_is_taken_along()
    {
        using var folder = new TemporaryPack();
        await using (await StoreLocation.Of(folder["store.db"]).OpenAsync(TimeProvider.System, "test", makes: true))
        {
        }

        await using var connection = await SqliteReading.OpenAsync(folder["store.db"], CancellationToken.None);
        var columns = await connection.QueryAsync<(string Table, string Column)>("""
            SELECT thing.name, info.name FROM sqlite_schema AS thing, pragma_table_info(thing.name) AS info
            WHERE thing.type = 'table' AND thing.name NOT IN ('migration', 'data_protection_key', 'mail', 'mail_notice')
                AND thing.name NOT LIKE 'account_%' AND thing.name NOT LIKE 'sqlite_%' ORDER BY thing.name, info.cid
            """);

        Assert.Equal(
            columns.Select(column => $"{column.Table}.{column.Column}"),
            StoreTable.All.OrderBy(table => table.Name, StringComparer.Ordinal)
                .SelectMany(table => table.Columns.Select(column => $"{table.Name}.{column.Name}")));
    }
}
