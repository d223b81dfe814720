using Dapper;
using Npgsql;
using Quarterdeck.Application.Store;
using Quarterdeck.Storage.Ledger;
using Quarterdeck.Storage.PostgreSql;

namespace Quarterdeck.Storage.Checkups;

/// <summary>What there is to look at on a server.</summary>
internal static class PostgreSqlCheckup
{
    private const int OldestVersion = 150_000;

    public static async Task<IReadOnlyList<Diagnosis>> Of(StoreLocation store, string organisation, StoreWork work)
    {
        await using var engine = store.Server();
        return await engine.Explained(async () =>
        {
            await using var connection = await engine.Connect(work.Stop).ConfigureAwait(false);
            await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, work.Stop).ConfigureAwait(false);
            await connection.ExecuteAsync("SET TRANSACTION READ ONLY", transaction: transaction).ConfigureAwait(false);
            await PostgreSqlSchema.UseSchema(connection, transaction).ConfigureAwait(false);
            if (!await PostgreSqlSchema.IsThere(connection, transaction).ConfigureAwait(false))
            {
                throw new StoreException($"There is no store on PostgreSQL, {engine.Place}. Check the address; 'quarterdeck import' makes a new store.");
            }

            var migrator = store.Migrator(work.Clock, work.ProgramVersion);
            var pending = await migrator.Pending(connection, transaction).ConfigureAwait(false);
            var found = new List<Diagnosis> { await Server(connection, engine).ConfigureAwait(false), Checkup.Schema(pending, migrator) };
            found.AddRange(await Settings(connection).ConfigureAwait(false));
            found.AddRange(await Rights(connection).ConfigureAwait(false));
            if (pending.Count > 0)
            {
                return (IReadOnlyList<Diagnosis>)found;
            }

            foreach (var each in await Organisations(connection, organisation).ConfigureAwait(false))
            {
                work.Progress.Report($"Checking the record of {each} ...");
                await connection.ExecuteAsync("SELECT set_config('quarterdeck.organisation', @each, true)", new { each }, transaction).ConfigureAwait(false);
                found.AddRange(await Checkup.Record(new Session(connection, transaction, work.Stop), engine, each, work.Clock).ConfigureAwait(false));
            }

            return found;
        }).ConfigureAwait(false);
    }

    private static async Task<Diagnosis> Server(NpgsqlConnection connection, PostgreSqlEngine engine)
    {
        var version = await connection.ExecuteScalarAsync<int>("SELECT current_setting('server_version_num')::int").ConfigureAwait(false);
        var told = $"PostgreSQL {connection.PostgreSqlVersion}, {engine.Place}, {Checkup.Size(await connection.ExecuteScalarAsync<long>("SELECT pg_database_size(current_database())").ConfigureAwait(false))}";
        return version >= OldestVersion ? new Diagnosis("engine", Health.Fine, told) : new Diagnosis("engine", Health.Faulty, told, "Have the server brought to version 15 or later.");
    }

    private static async Task<IEnumerable<Diagnosis>> Settings(NpgsqlConnection connection)
    {
        async Task<string> Setting(string name) => await connection.ExecuteScalarAsync<string>("SELECT current_setting(@name)", new { name }).ConfigureAwait(false) ?? string.Empty;

        var (commit, sync) = (await Setting("synchronous_commit").ConfigureAwait(false), await Setting("fsync").ConfigureAwait(false));
        var encoding = await Setting("server_encoding").ConfigureAwait(false);
        var isEncrypted = await connection.ExecuteScalarAsync<bool>("SELECT coalesce((SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()), false)").ConfigureAwait(false);
        var isHere = connection.Host is null or "localhost" or "127.0.0.1" or "::1" || connection.Host.StartsWith('/');
        return
        [
            sync == "on" && commit != "off" ? new Diagnosis("durability", Health.Fine, $"fsync {sync}, synchronous_commit {commit}")
                : new Diagnosis("durability", Health.Faulty, $"fsync {sync}, synchronous_commit {commit}: a change that was acknowledged can be lost", "Have both switched on for this database and this user."),
            encoding == "UTF8" ? new Diagnosis("texts", Health.Fine, $"encoding {encoding}; keys sort by character whatever the database's language; moments are kept in UTC, the server shows them in {await Setting("TimeZone").ConfigureAwait(false)}")
                : new Diagnosis("texts", Health.Faulty, $"encoding {encoding} cannot hold every text", "Have a database made with the encoding UTF8, and move the store with 'quarterdeck copy'."),
            isEncrypted || isHere ? new Diagnosis("connection", Health.Fine, isEncrypted ? "encrypted (TLS)" : "to this machine, not encrypted")
                : new Diagnosis("connection", Health.Doubtful, "not encrypted, to another machine", "Add sslmode=verify-full and sslrootcert to the address."),
        ];
    }

    private static async Task<IEnumerable<Diagnosis>> Rights(NpgsqlConnection connection)
    {
        var role = await connection.ExecuteScalarAsync<string>("SELECT current_user").ConfigureAwait(false);
        var isAbove = await connection.ExecuteScalarAsync<bool>("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user").ConfigureAwait(false);
        var open = (await connection.QueryAsync<string>($"""
            SELECT c.relname::text FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'org'
            WHERE c.relnamespace = '{PostgreSqlEngine.Schema}'::regnamespace AND c.relkind = 'r' AND NOT (c.relrowsecurity AND c.relforcerowsecurity) ORDER BY 1
            """).ConfigureAwait(false)).ToList();
        var untriggered = await connection.ExecuteScalarAsync<long>($"SELECT count(*) FROM pg_trigger WHERE tgrelid IN ('{PostgreSqlEngine.Schema}.change'::regclass, '{PostgreSqlEngine.Schema}.entry'::regclass) AND NOT tgisinternal AND tgenabled NOT IN ('O', 'A')").ConfigureAwait(false);
        return
        [
            isAbove ? new Diagnosis("rights", Health.Doubtful, $"{role} is above row security: it may do more than the program needs", "Work as quarterdeck_program, and use the owner only to migrate, back up, copy and erase.")
                : await PostgreSqlSchema.SeesEveryOrganisation(connection).ConfigureAwait(false) ? new Diagnosis("rights", Health.Doubtful, $"{role} owns the store: it may do more than the program needs every day", "Work as quarterdeck_program, and use the owner only to migrate, back up, copy and erase.")
                : new Diagnosis("rights", Health.Fine, $"{role} may add to the record, and neither change nor delete what is in it"),
            open.Count == 0 && untriggered == 0 ? new Diagnosis("guards", Health.Fine, "row security and the triggers that keep the ledger are in force")
                : new Diagnosis("guards", Health.Faulty, open.Count > 0 ? $"row security is off for {string.Join(", ", open)}" : "triggers that keep the ledger are switched off", "Have the owner switch them on, and run 'quarterdeck audit verify' for every organisation."),
        ];
    }

    private static async Task<IReadOnlyList<string>> Organisations(NpgsqlConnection connection, string one)
    {
        if (!await PostgreSqlSchema.SeesEveryOrganisation(connection).ConfigureAwait(false))
        {
            return [one];
        }

        await connection.ExecuteAsync($"SELECT set_config('{PostgreSqlSchema.EveryOrganisation}', 'on', true)").ConfigureAwait(false);
        return [.. await connection.QueryAsync<string>("SELECT org FROM organisation ORDER BY org").ConfigureAwait(false)];
    }
}
