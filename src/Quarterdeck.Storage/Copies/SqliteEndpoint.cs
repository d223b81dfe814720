using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using Quarterdeck.Application.Store;
using Quarterdeck.Storage.Ledger;
using Quarterdeck.Storage.Migrations;
using Quarterdeck.Storage.Sqlite;

namespace Quarterdeck.Storage.Copies;

/// <summary>An SQLite file as one side of a transfer.</summary>
internal sealed class SqliteEndpoint : StoreEndpoint
{
    private readonly SqliteDialect _engine;
    private readonly SqliteConnection _connection;
    private readonly SqliteTransaction _transaction;

    private SqliteEndpoint(SqliteDialect engine, string file, SqliteConnection connection, SqliteTransaction transaction)
    {
        _engine = engine;
        _connection = connection;
        _transaction = transaction;
        Name = $"The store {Path.GetFullPath(file)}";
    }

    public override SqlDialect Engine => _engine;

    public override string Name { get; }

    protected override DbConnection Connection => _connection;

    protected override DbTransaction Transaction => _transaction;

    /// <summary>To read from; the file is not changed.</summary>
    /// <exception cref="StoreException">It is no store, or of another version.</exception>
    public static async Task<SqliteEndpoint> ReadAsync(string file, Migrator migrator, CancellationToken cancellationToken)
    {
        var engine = new SqliteDialect(file);
        var connection = await SqliteReading.OpenAsync(file, cancellationToken).ConfigureAwait(false);
        var isReady = false;
        try
        {
            if (await SqliteReading.PendingAsync(connection, file, migrator).ConfigureAwait(false) is { Count: > 0 } pending)
            {
                throw Migrator.IsOlder($"The store {Path.GetFullPath(file)}", pending);
            }

            isReady = true;
            return new SqliteEndpoint(engine, file, connection, connection.BeginTransaction(deferred: true));
        }
        finally
        {
            if (!isReady)
            {
                await connection.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    /// <summary>To write into: a file of our own that nobody knows of yet, so that speed counts and a power cut loses nothing.</summary>
    public static async Task<SqliteEndpoint> WriteAsync(string file, CancellationToken cancellationToken)
    {
        var engine = new SqliteDialect(file);
        var connection = SqliteDialect.Connection(file, SqliteOpenMode.ReadWrite);
        await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
        await connection.ExecuteAsync("PRAGMA journal_mode = DELETE; PRAGMA synchronous = OFF").ConfigureAwait(false);
        return new SqliteEndpoint(engine, file, connection, connection.BeginTransaction(deferred: false));
    }

    public override Task EnterAsync(string organisation, CancellationToken cancellationToken) => Task.CompletedTask;

    public override async Task WriteAsync(StoreTable table, IAsyncEnumerable<object?[]> rows, CancellationToken cancellationToken)
    {
        await using var command = _connection.CreateCommand();
        command.Transaction = _transaction;
        command.CommandText = $"INSERT INTO {table.Name} ({table.ColumnList}) VALUES ({string.Join(", ", table.Columns.Select(column => "@" + column.Name))})";
        foreach (var column in table.Columns)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = "@" + column.Name });
        }

        await command.PrepareAsync(cancellationToken).ConfigureAwait(false);
        await foreach (var row in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            for (var at = 0; at < row.Length; at++)
            {
                command.Parameters[at].Value = row[at] switch
                {
                    null => DBNull.Value,
                    DateTimeOffset moment => LedgerTimestamp.Text(moment),
                    var value => value,
                };
            }

            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public override Task CommitAsync() => _transaction.CommitAsync(CancellationToken.None);

    public override async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync().ConfigureAwait(false);
        await _connection.DisposeAsync().ConfigureAwait(false);
    }
}
