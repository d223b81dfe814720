using Dapper;
using Npgsql;
using Quarterdeck.Storage.Migrations;

namespace Quarterdeck.Storage.PostgreSql;

/// <summary>Makes a database a store, or brings its schema up to date, in one transaction.</summary>
internal static class PostgreSqlSchema
{
    // Any number serves that no other program takes for its own lock.
    private const long Lock = 0x5175_6172_7465_7264;

    public static async Task<bool> BringUpToDate(NpgsqlConnection connection, Migrator migrator)
    {
        var exists = await connection.ExecuteScalarAsync<bool>("SELECT to_regclass(@name) IS NOT NULL", new { name = PostgreSqlEngine.Schema + ".migration" }).ConfigureAwait(false);
        if (exists && (await migrator.Pending(connection).ConfigureAwait(false)).Count == 0)
        {
            return false;
        }

        await using var transaction = await connection.BeginTransactionAsync().ConfigureAwait(false);
        await connection.ExecuteAsync("SELECT pg_advisory_xact_lock(@key)", new { key = Lock }, transaction).ConfigureAwait(false);

        // The owner too is shown only one organisation's rows. A step that forgot it would change none and say nothing; so it fails.
        await connection.ExecuteAsync("SET LOCAL row_security = off", transaction: transaction).ConfigureAwait(false);
        await connection.ExecuteAsync($"CREATE SCHEMA IF NOT EXISTS {PostgreSqlEngine.Schema}", transaction: transaction).ConfigureAwait(false);
        await connection.ExecuteAsync(Migrator.CreateRecord, transaction: transaction).ConfigureAwait(false);
        foreach (var step in await migrator.Pending(connection, transaction).ConfigureAwait(false))
        {
            await migrator.Take(step, connection, transaction).ConfigureAwait(false);
        }

        await transaction.CommitAsync().ConfigureAwait(false);
        return true;
    }
}
