using System.Data;
using Dapper;
using Npgsql;
using Quarterdeck.App.Store;
using Quarterdeck.Storage.Ledger;

namespace Quarterdeck.Storage.PostgreSql;

/// <summary>PostgreSQL 15 or later: each transaction names its organisation, and the server keeps it to that one's rows.</summary>
internal sealed class PostgreSqlEngine(NpgsqlDataSource source) : Engine
{
    /// <summary>The schema all tables are in.</summary>
    public const string Schema = "quarterdeck";

    private string _version = string.Empty;

    public override string Description => $"PostgreSQL {_version}, {Place}";

    public override string HeadForWriting => LedgerSql.Head + " FOR UPDATE";

    /// <summary>Server and database, without who or with what password.</summary>
    public string Place => new NpgsqlConnectionStringBuilder(source.ConnectionString) is var parts ? $"{parts.Host}:{parts.Port}/{parts.Database}" : string.Empty;

    public override Task<T> Read<T>(string organisation, Func<Session, Task<T>> work, CancellationToken stop) =>
        Explained(() => InTransaction(organisation, IsolationLevel.RepeatableRead, async session => (await work(session).ConfigureAwait(false), false), stop));

    public override Task<T> Write<T>(string organisation, Func<Session, Task<(T Outcome, bool Commit)>> work, CancellationToken stop) =>
        Explained(() => InTransaction(organisation, IsolationLevel.ReadCommitted, work, stop));

    public override Task<string> Forget(CancellationToken stop) =>
        Task.FromResult("The server keeps the old text in its pages until it next cleans them: have 'VACUUM quarterdeck.entry, quarterdeck.current_row' run, or wait for autovacuum. Its archived log and its backups hold it as long as you keep them.");

    public override object Stored(DateTimeOffset moment) => Ledger.Moment.Whole(moment).UtcDateTime;

    public override DateTimeOffset Moment(object stored) => new((DateTime)stored, TimeSpan.Zero);

    public override ValueTask DisposeAsync() => source.DisposeAsync();

    /// <summary>Runs work on a plain connection, for what concerns no organisation.</summary>
    public Task<T> Plain<T>(Func<NpgsqlConnection, Task<T>> work) => Explained(async () =>
    {
        await using var connection = await source.OpenConnectionAsync().ConfigureAwait(false);
        _version = connection.PostgreSqlVersion.ToString();
        return await work(connection).ConfigureAwait(false);
    });

    /// <summary>A connection for work that may take long: no command of it ends by the clock.</summary>
    public Task<NpgsqlConnection> Connect(CancellationToken stop) => Explained(async () => await source.OpenConnectionAsync(stop).ConfigureAwait(false));

    private async Task<T> InTransaction<T>(string organisation, IsolationLevel level, Func<Session, Task<(T Outcome, bool Commit)>> work, CancellationToken stop)
    {
        await using var connection = await source.OpenConnectionAsync(stop).ConfigureAwait(false);
        await using var transaction = await connection.BeginTransactionAsync(level, stop).ConfigureAwait(false);
        await connection.ExecuteAsync("SELECT set_config('quarterdeck.organisation', @organisation, true)", new { organisation }, transaction).ConfigureAwait(false);
        var (outcome, commit) = await work(new Session(connection, transaction, stop)).ConfigureAwait(false);
        if (commit)
        {
            // Nobody may be left in doubt whether it was written.
            await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
        }

        return outcome;
    }

    /// <summary>Says in plain words what the server would not do.</summary>
    public async Task<T> Explained<T>(Func<Task<T>> work)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (PostgresException refused) when (Why(refused.SqlState) is { } why)
        {
            throw new StoreException($"The store on PostgreSQL, {Place}, {why}", refused);
        }
        catch (NpgsqlException failed) when (failed is not PostgresException)
        {
            throw new StoreException($"The store on PostgreSQL, {Place}, cannot be reached: {failed.Message} Check the server's name, its port and that it is running.", failed);
        }
    }

    private static string? Why(string state) => state switch
    {
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification => "does not let this user in. Check the user name and password.",
        PostgresErrorCodes.InvalidCatalogName => "has no database of that name. Have it made, or correct the name.",
        PostgresErrorCodes.InsufficientPrivilege => "does not let this user do that. The schema is made and changed by its owner; afterwards the role quarterdeck_program is enough for everything but erasing.",
        PostgresErrorCodes.DiskFull => "has no room left on its disk. Nothing was changed.",
        PostgresErrorCodes.TooManyConnections => "has no connection free. Try again in a moment, or allow it more.",
        PostgresErrorCodes.ReadOnlySqlTransaction => "may only be read: it is a standby, or set to reading only. Nothing was changed.",
        PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow => "is stopping or starting. Nothing was changed; try again in a moment.",
        _ => null,
    };
}
