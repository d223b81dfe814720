using Quarterdeck.Storage.Migrations;
using Quarterdeck.Storage.PostgreSql;
using Quarterdeck.Storage.Sqlite;

namespace Quarterdeck.Storage.Tests.Kills;

/// <summary>A step of the schema that takes long and touches every row, so that it can be interrupted half way.</summary>
internal static class LongStep
{
    public const int Rows = 200_000;

    public static async Task Take(string location)
    {
        if (location.StartsWith("postgresql://", StringComparison.Ordinal))
        {
            var address = PostgreSqlAddress.Read(location);
            address.SearchPath = PostgreSqlDialect.Schema;
            await using var engine = new PostgreSqlDialect(Npgsql.NpgsqlDataSource.Create(address));
            await engine.PlainAsync(connection => PostgreSqlSchema.BringUpToDateAsync(connection, Migrator("postgresql", "generate_series(1, ")));
            return;
        }

        await new SqliteSchema(location, Migrator("sqlite", "json_each('[' || replace(hex(zeroblob(@)), '00', '1,') || '1]'")).BringUpToDateAsync();
    }

    private static Migrator Migrator(string engine, string numbers)
    {
        var steps = Migration.Of(engine);
        var from = numbers.Contains('@', StringComparison.Ordinal) ? numbers.Replace("@", $"{Rows - 1}", StringComparison.Ordinal) + ")" : $"{numbers}{Rows})";
        var sql = $"""
            ALTER TABLE current_row ADD COLUMN note text;
            CREATE TABLE long_step (at bigint NOT NULL);
            INSERT INTO long_step SELECT 1 FROM {from};
            {(engine == "postgresql" ? "ALTER TABLE current_row NO FORCE ROW LEVEL SECURITY;" : string.Empty)}
            UPDATE current_row SET note = 'seen';
            {(engine == "postgresql" ? "ALTER TABLE current_row FORCE ROW LEVEL SECURITY;" : string.Empty)}
            """;
        return new Migrator([.. steps, new Migration(steps.Count + 1, "long", sql)], TimeProvider.System, "test");
    }
}
