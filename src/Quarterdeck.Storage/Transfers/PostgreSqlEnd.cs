using System.Data;
using System.Data.Common;
using Dapper;
using Npgsql;
using NpgsqlTypes;
using Quarterdeck.Application.Store;
using Quarterdeck.Storage.Ledger;
using Quarterdeck.Storage.Migrations;
using Quarterdeck.Storage.PostgreSql;

namespace Quarterdeck.Storage.Transfers;

/// <summary>A PostgreSQL database as one side of a transfer, opened by the store's owner: nobody else may see every organisation.</summary>
internal sealed class PostgreSqlEnd : TransferEnd
{
    private readonly PostgreSqlEngine _engine;
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;
    private readonly bool _isWritten;

    private PostgreSqlEnd(PostgreSqlEngine engine, NpgsqlConnection connection, NpgsqlTransaction transaction, bool isWritten)
    {
        _engine = engine;
        _connection = connection;
        _transaction = transaction;
        _isWritten = isWritten;
    }

    public override Engine Engine => _engine;

    public override string Name => $"The store on PostgreSQL, {_engine.Place},";

    protected override DbConnection Connection => _connection;

    protected override DbTransaction Transaction => _transaction;

    /// <summary>To read from, as it is at this moment, while others write on.</summary>
    public static Task<PostgreSqlEnd> Read(PostgreSqlEngine engine, Migrator migrator, CancellationToken stop) => Open(engine, IsolationLevel.RepeatableRead, async end =>
    {
        await end.Execute("SET TRANSACTION READ ONLY").ConfigureAwait(false);
        if (!await PostgreSqlSchema.IsThere(end._connection, end._transaction).ConfigureAwait(false))
        {
            throw new StoreException($"There is no store on PostgreSQL, {engine.Place}. Check the address; 'quarterdeck import' makes a new store.");
        }

        await PostgreSqlSchema.RequireUpToDate(engine, end._connection, migrator).ConfigureAwait(false);
        await end.RequireOwner().ConfigureAwait(false);
    }, stop);

    /// <summary>To write into: a database without a store, or with an empty one. The schema comes and goes with the rows.</summary>
    public static Task<PostgreSqlEnd> Write(PostgreSqlEngine engine, Migrator migrator, CancellationToken stop) => Open(engine, IsolationLevel.ReadCommitted, async end =>
    {
        await PostgreSqlSchema.Make(end._connection, end._transaction, migrator).ConfigureAwait(false);
        await end.RequireOwner().ConfigureAwait(false);
        if ((await end.Organisations(stop).ConfigureAwait(false)).Count > 0)
        {
            throw new StoreException($"{end.Name} is not empty, and a store is never overwritten. Name an empty database.");
        }

        // COPY does not work under row security. Nobody else sees this: the tables are locked till the end.
        await end.Guard("NO FORCE").ConfigureAwait(false);
    }, stop);

    public override Task Enter(string organisation, CancellationToken stop) =>
        _connection.ExecuteAsync("SELECT set_config('quarterdeck.organisation', @organisation, true)", new { organisation }, _transaction);

    public override async Task Write(StoreTable table, IAsyncEnumerable<object?[]> rows, CancellationToken stop)
    {
        await using var copy = await _connection.BeginBinaryImportAsync($"COPY {table.Name} ({table.ColumnList}) FROM STDIN (FORMAT BINARY)", stop).ConfigureAwait(false);
        copy.Timeout = Timeout.InfiniteTimeSpan;
        await foreach (var row in rows.WithCancellation(stop).ConfigureAwait(false))
        {
            await copy.StartRowAsync(stop).ConfigureAwait(false);
            foreach (var value in row)
            {
                await (value switch
                {
                    null => copy.WriteNullAsync(stop),
                    string text => copy.WriteAsync(text, NpgsqlDbType.Text, stop),
                    long number => copy.WriteAsync(number, NpgsqlDbType.Bigint, stop),
                    byte[] bytes => copy.WriteAsync(bytes, NpgsqlDbType.Bytea, stop),
                    DateTimeOffset moment => copy.WriteAsync(moment.UtcDateTime, NpgsqlDbType.TimestampTz, stop),
                    _ => throw new InvalidOperationException($"No column of a store holds a {value.GetType().Name}."),
                }).ConfigureAwait(false);
            }
        }

        await copy.CompleteAsync(stop).ConfigureAwait(false);
    }

    public override async Task Commit()
    {
        if (_isWritten)
        {
            await Guard("FORCE").ConfigureAwait(false);
        }

        await _transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
    }

    public override async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync().ConfigureAwait(false);
        await _connection.DisposeAsync().ConfigureAwait(false);
    }

    private static async Task<PostgreSqlEnd> Open(PostgreSqlEngine engine, IsolationLevel level, Func<PostgreSqlEnd, Task> prepare, CancellationToken stop)
    {
        var connection = await engine.Connect(stop).ConfigureAwait(false);
        var end = new PostgreSqlEnd(engine, connection, await connection.BeginTransactionAsync(level, stop).ConfigureAwait(false), level == IsolationLevel.ReadCommitted);
        var isReady = false;
        try
        {
            await PostgreSqlSchema.UseSchema(end._connection, end._transaction).ConfigureAwait(false);
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

    private async Task RequireOwner()
    {
        if (!await PostgreSqlSchema.SeesEveryOrganisation(_connection, _transaction).ConfigureAwait(false))
        {
            throw new StoreException($"{Name} shows this user only one organisation at a time. Use the address of its owner, who may see all of it.");
        }
    }

    private async Task Guard(string how)
    {
        foreach (var table in StoreTable.All)
        {
            await Execute($"ALTER TABLE {table.Name} {how} ROW LEVEL SECURITY").ConfigureAwait(false);
        }
    }

    private Task<int> Execute(string sql) => _connection.ExecuteAsync(sql, transaction: _transaction);
}
