using System.Collections.Concurrent;
using System.Data;
using Dapper;
using Npgsql;
using Quarterdeck.Application.Store;
using Quarterdeck.Storage.Ledger;

namespace Quarterdeck.Storage.PostgreSql;

/// <summary>PostgreSQL 15 or later: each transaction names its organisation, and the server keeps it to that one's rows.</summary>
internal sealed class PostgreSqlDialect(NpgsqlDataSource source) : SqlDialect
{
    /// <summary>The schema all tables are in.</summary>
    public const string Schema = "quarterdeck";

    /// <summary>Sets, for one transaction, where its tables are. At the start of a connection a pooler such as PgBouncer would not pass it on.</summary>
    public const string SetSearchPath = $"set_config('search_path', '{Schema}', true)";

    // A program that stands still, or a line that was cut, must not keep an organisation's other writers out for hours.
    private const string Begin = $"""
        SELECT {SetSearchPath}, set_config('quarterdeck.organisation', @organisation, true), set_config('idle_in_transaction_session_timeout', '5min', true),
            set_config('tcp_keepalives_idle', '60', true), set_config('tcp_keepalives_interval', '10', true), set_config('tcp_keepalives_count', '6', true)
        """;

    private readonly PostgreSqlConnections _connections = new(source);

    // An organisation's writers come one after the other in any case; waiting here, they leave the connections to readers.
    private readonly ConcurrentDictionary<string, WriterQueue> _writers = new(StringComparer.Ordinal);

    private string _version = string.Empty;

    public override string Description => $"PostgreSQL {_version}, {_connections.Place}";

    public override string HeadForWriting => LedgerSql.Head + " FOR UPDATE";

    // Keys are looked up one by one, as OFFSET has it: knowing nothing of its tables, the server would rather go through all rows of one.
    public override string CurrentOfKeys => $"SELECT found.* FROM {Keys} AS asked CROSS JOIN LATERAL ({LedgerSql.CurrentOfKeys} = asked.key OFFSET 0) AS found";

    public override string Keys => "(SELECT json_array_elements_text(@keys::json) COLLATE \"C\" AS key)";

    /// <summary>Server and database, without who or with what password.</summary>
    public string Place => _connections.Place;

    public override Task<T> ReadAsync<T>(string organisation, Func<DbSession, Task<T>> work, CancellationToken cancellationToken) =>
        ExplainedAsync(
            () => InTransactionAsync(organisation, isWrite: false, async session => (await work(session).ConfigureAwait(false), false), cancellationToken));

    public override Task<CurrentRows> ReadNowAsync(
        string organisation,
        string? rows,
        IReadOnlyDictionary<string, string> query,
        CancellationToken cancellationToken) =>
        ExplainedAsync(() => _connections.UseAsync(
            isWrite: false,
            connection => PostgreSqlReading.NowAsync(connection, organisation, rows, query, cancellationToken),
            cancellationToken));

    public override Task<T> WriteAsync<T>(string organisation, Func<DbSession, Task<(T Outcome, bool Commit)>> work, CancellationToken cancellationToken) =>
        _writers.GetOrAdd(organisation, _ => new WriterQueue())
            .RunAsync(() => ExplainedAsync(() => InTransactionAsync(organisation, isWrite: true, work, cancellationToken)), cancellationToken);

    public override Task AddEntriesAsync(DbSession session, IReadOnlyList<EntryRow> entries) =>
        session.Connection.ExecuteAsync(PostgreSqlBatch.AddEntries, PostgreSqlBatch.Of(entries), session.Transaction);

    public override Task SetCurrentAsync(DbSession session, IReadOnlyList<CurrentRow> rows) =>
        session.Connection.ExecuteAsync(PostgreSqlBatch.SetCurrent, PostgreSqlBatch.Of(rows), session.Transaction);

    public override Task GoByKeysAsync(DbSession session) => session.Connection.ExecuteAsync(PostgreSqlReading.ByKeys, transaction: session.Transaction);

    public override async Task<IReadOnlyList<string>> OrganisationsAsync(DbSession session)
    {
        await session.Connection.ExecuteAsync($"SELECT set_config('{PostgreSqlSchema.EveryOrganisation}', 'on', true)", transaction: session.Transaction)
            .ConfigureAwait(false);
        var organisations = await base.OrganisationsAsync(session).ConfigureAwait(false);
        await session.Connection.ExecuteAsync($"SELECT set_config('{PostgreSqlSchema.EveryOrganisation}', 'off', true)", transaction: session.Transaction)
            .ConfigureAwait(false);
        return organisations;
    }

    public override Task<string> ForgetAsync(CancellationToken cancellationToken) =>
        Task.FromResult(
            "The server keeps the old text in its pages until its next vacuum: run 'VACUUM quarterdeck.entry, quarterdeck.current_row', or wait for "
            + "autovacuum. Its archived log and its backups have it for as long as you keep them.");

    public override object Stored(DateTimeOffset moment) => Ledger.LedgerTimestamp.Whole(moment).UtcDateTime;

    public override DateTimeOffset Moment(object stored) => new((DateTime)stored, TimeSpan.Zero);

    public override ValueTask DisposeAsync() => _connections.DisposeAsync();

    /// <summary>Runs work on a plain connection, for what concerns no organisation.</summary>
    public Task<T> PlainAsync<T>(Func<NpgsqlConnection, Task<T>> work) => ExplainedAsync(() => _connections.UseAsync(
        isWrite: false,
        async connection =>
        {
            _version = connection.PostgreSqlVersion.ToString();
            return await work(connection).ConfigureAwait(false);
        },
        CancellationToken.None));

    /// <summary>A connection for work on a whole store, which may take long.</summary>
    public Task<NpgsqlConnection> ConnectAsync(CancellationToken cancellationToken) =>
        ExplainedAsync(async () => await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false));

    private Task<T> InTransactionAsync<T>(
        string organisation,
        bool isWrite,
        Func<DbSession, Task<(T Outcome, bool Commit)>> work,
        CancellationToken cancellationToken) => _connections.UseAsync(
        isWrite,
        async connection =>
        {
            // A writer has the organisation to itself and must see what the one before it wrote.
            await using var transaction = await connection.BeginTransactionAsync(
                isWrite ? IsolationLevel.ReadCommitted : IsolationLevel.RepeatableRead,
                cancellationToken).ConfigureAwait(false);
            await connection.ExecuteAsync(Begin, new { organisation }, transaction).ConfigureAwait(false);
            var (outcome, commit) = await work(new DbSession(connection, transaction, cancellationToken)).ConfigureAwait(false);
            if (commit)
            {
                await CommitAsync(transaction).ConfigureAwait(false);
            }

            return outcome;
        },
        cancellationToken);

    private async Task CommitAsync(NpgsqlTransaction transaction)
    {
        try
        {
            // Nobody may be left in doubt whether it was written.
            await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (NpgsqlException failed) when (PostgreSqlRefusals.LeavesCommitUnknown(failed))
        {
            throw new StoreException($"The store on PostgreSQL, {_connections.Place}, was lost while a change was being recorded. {Unknown}", failed);
        }
    }

    /// <summary>Says in plain words what the server would not do.</summary>
    public async Task<T> ExplainedAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (NpgsqlException failed)
        {
            throw new StoreException($"The store on PostgreSQL, {_connections.Place}, {PostgreSqlRefusals.Why(failed)}", failed);
        }
    }
}
