using System.Data;
using System.Data.Common;
using Dapper;
using Npgsql;
using NpgsqlTypes;
using Quarterdeck.Application.Store;
using Quarterdeck.Storage.Ledger;
using Quarterdeck.Storage.Migrations;
using Quarterdeck.Storage.PostgreSql;

namespace Quarterdeck.Storage.Copies;

/// <summary>A PostgreSQL database as one side of a transfer, opened by the store's owner: nobody else may see every organisation.</summary>
internal sealed class PostgreSqlEndpoint : StoreEndpoint
{
    private readonly PostgreSqlDialect _engine;
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;
    private readonly bool _isWritten;

    private PostgreSqlEndpoint(PostgreSqlDialect engine, NpgsqlConnection connection, NpgsqlTransaction transaction, bool isWritten)
    {
        _engine = engine;
        _connection = connection;
        _transaction = transaction;
        _isWritten = isWritten;
    }

    public override SqlDialect Engine => _engine;

    public override string Name => $"The store on PostgreSQL, {_engine.Place},";

    protected override DbConnection Connection => _connection;

    protected override DbTransaction Transaction => _transaction;

    /// <summary>To read from, as it is at this moment, while others write on.</summary>
    public static Task<PostgreSqlEndpoint> ReadAsync(PostgreSqlDialect engine, Migrator migrator, CancellationToken cancellationToken) =>
        OpenAsync(engine, IsolationLevel.RepeatableRead, async end =>
    {
        await end.ExecuteAsync("SET TRANSACTION READ ONLY").ConfigureAwait(false);
        if (!await PostgreSqlSchema.IsThereAsync(end._connection, end._transaction).ConfigureAwait(false))
        {
            throw new StoreException($"There is no store on PostgreSQL, {engine.Place}. Check the address; 'quarterdeck import' makes a new store.");
        }

        await PostgreSqlSchema.RequireUpToDateAsync(engine, end._connection, migrator).ConfigureAwait(false);
        await end.RequireOwnerAsync().ConfigureAwait(false);
    }, cancellationToken);

    /// <summary>To write into: a database without a store, or with an empty one. The schema comes and goes with the rows.</summary>
    public static Task<PostgreSqlEndpoint> WriteAsync(PostgreSqlDialect engine, Migrator migrator, CancellationToken cancellationToken) =>
        OpenAsync(engine, IsolationLevel.ReadCommitted, async end =>
    {
        await PostgreSqlSchema.MakeAsync(end._connection, end._transaction, migrator).ConfigureAwait(false);
        await end.RequireOwnerAsync().ConfigureAwait(false);
        if ((await end.OrganisationsAsync(cancellationToken).ConfigureAwait(false)).Count > 0)
        {
            throw new StoreException($"{end.Name} is not empty, and a store is never overwritten. Name an empty database.");
        }

        // COPY does not work under row security. Nobody else sees this: the tables are locked till the end.
        await end.GuardAsync("NO FORCE").ConfigureAwait(false);
    }, cancellationToken);

    public override Task EnterAsync(string organisation, CancellationToken cancellationToken) =>
        _connection.ExecuteAsync("SELECT set_config('quarterdeck.organisation', @organisation, true)", new { organisation }, _transaction);

    public override async Task WriteAsync(StoreTable table, IAsyncEnumerable<object?[]> rows, CancellationToken cancellationToken)
    {
        await using var copy = await _connection.BeginBinaryImportAsync($"COPY {table.Name} ({table.ColumnList}) FROM STDIN (FORMAT BINARY)", cancellationToken)
            .ConfigureAwait(false);
        copy.Timeout = Timeout.InfiniteTimeSpan;
        await foreach (var row in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            await copy.StartRowAsync(cancellationToken).ConfigureAwait(false);
            foreach (var value in row)
            {
                await (value switch
                {
                    null => copy.WriteNullAsync(cancellationToken),
                    string text => copy.WriteAsync(text, NpgsqlDbType.Text, cancellationToken),
                    long number => copy.WriteAsync(number, NpgsqlDbType.Bigint, cancellationToken),
                    byte[] bytes => copy.WriteAsync(bytes, NpgsqlDbType.Bytea, cancellationToken),
                    DateTimeOffset moment => copy.WriteAsync(moment.UtcDateTime, NpgsqlDbType.TimestampTz, cancellationToken),
                    _ => throw new InvalidOperationException($"No column of a store holds a {value.GetType().Name}."),
                }).ConfigureAwait(false);
            }
        }

        await copy.CompleteAsync(cancellationToken).ConfigureAwait(false);
    }

    public override async Task CommitAsync()
    {
        if (_isWritten)
        {
            await GuardAsync("FORCE").ConfigureAwait(false);
        }

        await _transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
    }

    public override async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync().ConfigureAwait(false);
        await _connection.DisposeAsync().ConfigureAwait(false);
    }

    private static async Task<PostgreSqlEndpoint> OpenAsync(
        PostgreSqlDialect engine,
        IsolationLevel level,
        Func<PostgreSqlEndpoint, Task> prepare,
        CancellationToken cancellationToken)
    {
        var connection = await engine.ConnectAsync(cancellationToken).ConfigureAwait(false);
        var end = new PostgreSqlEndpoint(
            engine,
            connection,
            await connection.BeginTransactionAsync(level, cancellationToken).ConfigureAwait(false),
            level == IsolationLevel.ReadCommitted);
        var isReady = false;
        try
        {
            await PostgreSqlSchema.UseSchemaAsync(end._connection, end._transaction).ConfigureAwait(false);
            await prepare(end).ConfigureAwait(false);
            isReady = true;
            return end;
        }
        finally
        {
            if (!isReady)
            {
                await end.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    private async Task RequireOwnerAsync()
    {
        if (!await PostgreSqlSchema.SeesEveryOrganisationAsync(_connection, _transaction).ConfigureAwait(false))
        {
            throw new StoreException($"{Name} shows this user only one organisation at a time. Use the address of its owner, who may see all of it.");
        }
    }

    private async Task GuardAsync(string how)
    {
        foreach (var table in StoreTable.All)
        {
            await ExecuteAsync($"ALTER TABLE {table.Name} {how} ROW LEVEL SECURITY").ConfigureAwait(false);
        }
    }

    private Task<int> ExecuteAsync(string sql) => _connection.ExecuteAsync(sql, transaction: _transaction);
}
