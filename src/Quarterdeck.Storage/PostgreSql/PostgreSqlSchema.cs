using Dapper;
using Npgsql;
using Quarterdeck.Application.Store;
using Quarterdeck.Storage.Migrations;

namespace Quarterdeck.Storage.PostgreSql;

/// <summary>Makes a database a store, or brings its schema up to date, in one transaction.</summary>
internal static class PostgreSqlSchema
{
    /// <summary>The setting with which the owner sees the codes of all organisations.</summary>
    public const string EveryOrganisation = "quarterdeck.every_organisation";

    // Any number serves that no other program takes for its own lock.
    private const long Lock = 0x5175_6172_7465_7264;

    public static Task<bool> IsThereAsync(NpgsqlConnection connection, NpgsqlTransaction? transaction = null) =>
        connection.ExecuteScalarAsync<bool>("SELECT to_regclass(@name) IS NOT NULL", new { name = PostgreSqlDialect.Schema + ".migration" }, transaction);

    /// <summary>The steps not yet taken; all of them where there is no store.</summary>
    public static async Task<IReadOnlyList<Migration>> PendingAsync(NpgsqlConnection connection, Migrator migrator)
    {
        await using var transaction = await connection.BeginTransactionAsync().ConfigureAwait(false);
        await UseSchemaAsync(connection, transaction).ConfigureAwait(false);
        return await IsThereAsync(connection, transaction).ConfigureAwait(false)
            ? await migrator.PendingAsync(connection, transaction).ConfigureAwait(false)
            : migrator.Steps;
    }

    /// <summary>Finds the store's tables by their names alone until the transaction ends.</summary>
    public static Task<int> UseSchemaAsync(NpgsqlConnection connection, NpgsqlTransaction transaction) =>
        connection.ExecuteAsync($"SELECT {PostgreSqlDialect.SetSearchPath}", transaction: transaction);

    public static async Task<bool> BringUpToDateAsync(NpgsqlConnection connection, Migrator migrator)
    {
        if ((await PendingAsync(connection, migrator).ConfigureAwait(false)).Count == 0)
        {
            return false;
        }

        await using var transaction = await connection.BeginTransactionAsync().ConfigureAwait(false);
        await MakeAsync(connection, transaction, migrator).ConfigureAwait(false);
        await transaction.CommitAsync().ConfigureAwait(false);
        return true;
    }

    /// <summary>The same within a transaction of the caller's.</summary>
    public static async Task MakeAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, Migrator migrator)
    {
        await UseSchemaAsync(connection, transaction).ConfigureAwait(false);
        await connection.ExecuteAsync("SELECT pg_advisory_xact_lock(@key)", new { key = Lock }, transaction).ConfigureAwait(false);
        if (!await IsThereAsync(connection, transaction).ConfigureAwait(false))
        {
            await connection.ExecuteAsync($"CREATE SCHEMA IF NOT EXISTS {PostgreSqlDialect.Schema}", transaction: transaction).ConfigureAwait(false);
            await connection.ExecuteAsync(Migrator.CreateRecord, transaction: transaction).ConfigureAwait(false);
        }

        // The owner too is shown only one organisation's rows. A step that forgot it would change none and say nothing; so it fails.
        await connection.ExecuteAsync("SET LOCAL row_security = off", transaction: transaction).ConfigureAwait(false);
        foreach (var step in await migrator.PendingAsync(connection, transaction).ConfigureAwait(false))
        {
            await migrator.TakeAsync(step, connection, transaction).ConfigureAwait(false);
        }

        await connection.ExecuteAsync("SET LOCAL row_security = on", transaction: transaction).ConfigureAwait(false);
    }

    /// <exception cref="StoreException">Steps are pending, and this is no time to take them.</exception>
    public static async Task RequireUpToDateAsync(PostgreSqlDialect engine, NpgsqlConnection connection, Migrator migrator)
    {
        if (await migrator.PendingAsync(connection).ConfigureAwait(false) is { Count: > 0 } pending)
        {
            throw Migrator.IsOlder($"The store on PostgreSQL, {engine.Place},", pending);
        }
    }

    /// <summary>Whether this user is the owner, acts for the owner, or is above row security.</summary>
    public static Task<bool> SeesEveryOrganisationAsync(NpgsqlConnection connection, NpgsqlTransaction? transaction = null) =>
        connection.ExecuteScalarAsync<bool>(
        $"""
        SELECT r.rolsuper OR r.rolbypassrls OR pg_has_role(r.oid, c.relowner, 'USAGE')
        FROM pg_roles r, pg_class c WHERE r.rolname = current_user AND c.oid = '{PostgreSqlDialect.Schema}.organisation'::regclass
        """,
        transaction: transaction);
}
