using Dapper;
using Npgsql;
using Quarterdeck.Application.Store;
using Quarterdeck.Storage.Ledger;
using Quarterdeck.Storage.PostgreSql;

namespace Quarterdeck.Storage.HealthChecks;

/// <summary>What there is to look at on a server.</summary>
internal static class PostgreSqlHealthCheck
{
    private const int OldestVersion = 150_000;

    public static async Task<IReadOnlyList<HealthFinding>> OfAsync(StoreLocation store, string organisation, StoreWork work)
    {
        await using var engine = store.Server();
        return await engine.ExplainedAsync(async () =>
        {
            await using var connection = await engine.ConnectAsync(work.Stop).ConfigureAwait(false);
            await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, work.Stop).ConfigureAwait(false);
            await connection.ExecuteAsync("SET TRANSACTION READ ONLY", transaction: transaction).ConfigureAwait(false);
            await PostgreSqlSchema.UseSchemaAsync(connection, transaction).ConfigureAwait(false);
            if (!await PostgreSqlSchema.IsThereAsync(connection, transaction).ConfigureAwait(false))
            {
                throw new StoreException($"There is no store on PostgreSQL, {engine.Place}. Check the address; 'quarterdeck import' makes a new store.");
            }

            var migrator = store.Migrator(work.Clock, work.ProgramVersion);
            var pending = await migrator.PendingAsync(connection, transaction).ConfigureAwait(false);
            var found = new List<HealthFinding> { await ServerAsync(connection, engine).ConfigureAwait(false), StoreHealthCheck.Schema(pending, migrator) };
            found.AddRange(await SettingsAsync(connection).ConfigureAwait(false));
            found.AddRange(await RightsAsync(connection).ConfigureAwait(false));
            if (pending.Count > 0)
            {
                return (IReadOnlyList<HealthFinding>)found;
            }

            foreach (var each in await OrganisationsAsync(connection, organisation).ConfigureAwait(false))
            {
                work.Progress.Report($"Checking the record of {each} ...");
                await connection.ExecuteAsync("SELECT set_config('quarterdeck.organisation', @each, true)", new { each }, transaction).ConfigureAwait(false);
                found.AddRange(
                    await StoreHealthCheck.RecordAsync(new DbSession(connection, transaction, work.Stop), engine, each, work.Clock).ConfigureAwait(false));
            }

            return found;
        }).ConfigureAwait(false);
    }

    private static async Task<HealthFinding> ServerAsync(NpgsqlConnection connection, PostgreSqlDialect engine)
    {
        var version = await connection.ExecuteScalarAsync<int>("SELECT current_setting('server_version_num')::int").ConfigureAwait(false);
        var told = $"PostgreSQL {connection.PostgreSqlVersion}, {engine.Place}, "
            + $"{StoreHealthCheck.Size(await connection.ExecuteScalarAsync<long>("SELECT pg_database_size(current_database())").ConfigureAwait(false))}";
        return version >= OldestVersion
            ? new HealthFinding("engine", Health.Fine, told)
            : new HealthFinding("engine", Health.Faulty, told, "Have the server brought to version 15 or later.");
    }

    private static async Task<IEnumerable<HealthFinding>> SettingsAsync(NpgsqlConnection connection)
    {
        async Task<string> SettingAsync(string name) =>
            await connection.ExecuteScalarAsync<string>("SELECT current_setting(@name)", new { name }).ConfigureAwait(false) ?? string.Empty;

        var (commit, sync) = (await SettingAsync("synchronous_commit").ConfigureAwait(false), await SettingAsync("fsync").ConfigureAwait(false));
        var encoding = await SettingAsync("server_encoding").ConfigureAwait(false);
        var isEncrypted = await connection.ExecuteScalarAsync<bool>("SELECT coalesce((SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()), false)")
            .ConfigureAwait(false);
        var isHere = connection.Host is null or "localhost" or "127.0.0.1" or "::1" || connection.Host.StartsWith('/');
        return
        [
            sync == "on" && commit != "off" ? new HealthFinding("durability", Health.Fine, $"fsync {sync}, synchronous_commit {commit}")
                : new HealthFinding(
                    "durability",
                    Health.Faulty,
                    $"fsync {sync}, synchronous_commit {commit}: a change that was acknowledged can be lost",
                    "Have both switched on for this database and this user."),
            encoding == "UTF8"
                ? new HealthFinding(
                    "texts",
                    Health.Fine,
                    $"encoding {encoding}; keys sort by character whatever the database's language; moments are kept in UTC, the server shows them in "
                        + $"{await SettingAsync("TimeZone").ConfigureAwait(false)}")
                : new HealthFinding(
                    "texts",
                    Health.Faulty,
                    $"encoding {encoding} cannot hold every text",
                    "Have a database made with the encoding UTF8, and move the store with 'quarterdeck copy'."),
            isEncrypted || isHere ? new HealthFinding("connection", Health.Fine, isEncrypted ? "encrypted (TLS)" : "to this machine, not encrypted")
                : new HealthFinding(
                    "connection",
                    Health.Doubtful,
                    "not encrypted, to another machine",
                    "Add sslmode=verify-full and sslrootcert to the address."),
        ];
    }

    private static async Task<IEnumerable<HealthFinding>> RightsAsync(NpgsqlConnection connection)
    {
        var role = await connection.ExecuteScalarAsync<string>("SELECT current_user").ConfigureAwait(false);
        var isAbove =
            await connection.ExecuteScalarAsync<bool>("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user").ConfigureAwait(false);
        var open = (await connection.QueryAsync<string>($"""
            SELECT c.relname::text FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'org'
            WHERE c.relnamespace = '{PostgreSqlDialect.Schema}'::regnamespace AND c.relkind = 'r' AND NOT (c.relrowsecurity AND c.relforcerowsecurity)
            ORDER BY 1
            """).ConfigureAwait(false)).ToList();
        var untriggered =
            await connection.ExecuteScalarAsync<long>(
                $"SELECT count(*) FROM pg_trigger WHERE tgrelid IN ('{PostgreSqlDialect.Schema}.change'::regclass, '"
                    + $"{PostgreSqlDialect.Schema}.entry'::regclass) AND NOT tgisinternal AND tgenabled NOT IN ('O', 'A')")
                .ConfigureAwait(false);
        return
        [
            isAbove ? new HealthFinding(
                "rights",
                Health.Doubtful,
                $"{role} is above row security: it may do more than the program needs",
                "Work as quarterdeck_program, and use the owner only to migrate, back up, copy and erase.")
                : await PostgreSqlSchema.SeesEveryOrganisationAsync(connection).ConfigureAwait(false) ? new HealthFinding(
                    "rights",
                    Health.Doubtful,
                    $"{role} owns the store: it may do more than the program needs every day",
                    "Work as quarterdeck_program, and use the owner only to migrate, back up, copy and erase.")
                : new HealthFinding("rights", Health.Fine, $"{role} may add to the record, and neither change nor delete what is in it"),
            open.Count == 0 && untriggered == 0 ? new HealthFinding("guards", Health.Fine, "row security and the triggers that keep the ledger are in force")
                : new HealthFinding(
                    "guards",
                    Health.Faulty,
                    open.Count > 0 ? $"row security is off for {string.Join(", ", open)}" : "triggers that keep the ledger are switched off",
                    "Have the owner switch them on, and run 'quarterdeck audit verify' for every organisation."),
        ];
    }

    private static async Task<IReadOnlyList<string>> OrganisationsAsync(NpgsqlConnection connection, string one)
    {
        if (!await PostgreSqlSchema.SeesEveryOrganisationAsync(connection).ConfigureAwait(false))
        {
            return [one];
        }

        await connection.ExecuteAsync($"SELECT set_config('{PostgreSqlSchema.EveryOrganisation}', 'on', true)").ConfigureAwait(false);
        return [.. await connection.QueryAsync<string>("SELECT org FROM organisation ORDER BY org").ConfigureAwait(false)];
    }
}
