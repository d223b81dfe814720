using System.Data;
using Dapper;
using Microsoft.Data.Sqlite;
using Quarterdeck.Application.Store;
using Quarterdeck.Storage.Ledger;

namespace Quarterdeck.Storage.Sqlite;

/// <summary>SQLite: one file, any number of readers, one writer at a time in the order they come.</summary>
internal sealed class SqliteDialect : SqlDialect
{
    // A write of another process is waited for so long; within this process the queue decides.
    private const int BusySeconds = 5;

    private const string BackupsHoldIt = "Earlier backups have it for as long as you keep them.";
    private const string InUse =
        "The file is in use or its disk is full, so its free space may still have the old text. A new backup does not have it: make one, and put it "
        + "in the store's place. "
        + BackupsHoldIt;

    private readonly WriterQueue _writers = new();
    private readonly string _file;

    static SqliteDialect() => SQLitePCL.Batteries_V2.Init();

    public SqliteDialect(string file) => _file = Path.GetFullPath(file);

    public override string Description => $"SQLite {SQLitePCL.raw.sqlite3_libversion().utf8_to_string()}, file {_file}";

    public override string HeadForWriting => LedgerSql.Head;

    public override string CurrentOfKeys => LedgerSql.CurrentOfKeys + "IN (SELECT value FROM json_each(@keys))";

    public override string Keys => "(SELECT value AS key FROM json_each(@keys))";

    /// <param name="file">The store's file.</param>
    /// <param name="mode">Whether it may be made, or only read.</param>
    /// <param name="pooled">Whether the connection stays open for the next; the last to close folds the log into the file, which is slow.</param>
    public static SqliteConnection Connection(string file, SqliteOpenMode mode, bool pooled = false)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = mode,
            ForeignKeys = true,
            DefaultTimeout = BusySeconds,
            Pooling = pooled,
        }.ToString());
        connection.StateChange += DistrustSchema;
        return connection;
    }

    /// <summary>A store's file may come from anywhere: its triggers and views may call nothing that reaches outside the database.</summary>
    private static void DistrustSchema(object sender, StateChangeEventArgs change)
    {
        if (change.CurrentState == ConnectionState.Open)
        {
            using var command = ((SqliteConnection)sender).CreateCommand();
            command.CommandText = "PRAGMA trusted_schema = OFF";
            command.ExecuteNonQuery();
        }
    }

    public override Task<T> ReadAsync<T>(string organisation, Func<DbSession, Task<T>> work, CancellationToken cancellationToken) =>
        ExplainedAsync(async () =>
        {
            try
            {
                return await InTransactionAsync(isWrite: false, async session => (await work(session).ConfigureAwait(false), false), cancellationToken)
                    .ConfigureAwait(false);
            }
            catch (SqliteException refused) when (SqliteReadOnlyCopy.MayHelp(refused, _file))
            {
                return await SqliteReadOnlyCopy.ReadAsync(_file, async connection =>
                {
                    await using var transaction = connection.BeginTransaction(deferred: true);
                    return await work(new DbSession(connection, transaction, cancellationToken)).ConfigureAwait(false);
                }).ConfigureAwait(false);
            }
        });

    public override Task<T> WriteAsync<T>(string organisation, Func<DbSession, Task<(T Outcome, bool Commit)>> work, CancellationToken cancellationToken) =>
        _writers.RunAsync(
            () => ExplainedAsync(async () =>
            {
                try
                {
                    return await InTransactionAsync(isWrite: true, work, cancellationToken).ConfigureAwait(false);
                }
                catch (SqliteException refused) when (refused.SqliteErrorCode == SQLitePCL.raw.SQLITE_CANTOPEN && SqliteReadOnlyCopy.MayHelp(refused, _file))
                {
                    // What cannot be opened is the log beside the file.
                    throw new SqliteException(refused.Message, SQLitePCL.raw.SQLITE_READONLY);
                }
            }),
            cancellationToken);

    public override Task<string> ForgetAsync(CancellationToken cancellationToken) => ExplainedAsync(async () =>
    {
        await using var connection = await OpenAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // Freed space keeps old texts until the file is written anew and its log emptied.
            await connection.ExecuteAsync("VACUUM").ConfigureAwait(false);
            return await connection.ExecuteScalarAsync<long>("PRAGMA wal_checkpoint(TRUNCATE)").ConfigureAwait(false) == 0 ? BackupsHoldIt : InUse;
        }
        catch (SqliteException refused) when (refused.SqliteErrorCode is SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED or SQLitePCL.raw.SQLITE_FULL)
        {
            return InUse;
        }
    });

    public override Task AddEntriesAsync(DbSession session, IReadOnlyList<EntryRow> entries)
    {
        SqliteBatch.Insert((SqliteConnection)session.Connection, LedgerSql.AddEntry, entries, static (batch, entry) => batch
            .Add(entry.Org).Add(entry.Change).Add(entry.Ordinal).Add(entry.TableName).Add(entry.RowKey).Add(entry.Version).Add(entry.Place)
            .Add(entry.Salt).Add(entry.Digest).Add(entry.Body));
        return Task.CompletedTask;
    }

    public override Task SetCurrentAsync(DbSession session, IReadOnlyList<CurrentRow> rows)
    {
        SqliteBatch.Insert((SqliteConnection)session.Connection, LedgerSql.SetCurrent, rows, static (batch, row) => batch
            .Add(row.Org).Add(row.TableName).Add(row.RowKey).Add(row.Version).Add(row.Change).Add(row.Place).Add(row.Body));
        return Task.CompletedTask;
    }

    public override object Stored(DateTimeOffset moment) => Ledger.LedgerTimestamp.Text(moment);

    public override DateTimeOffset Moment(object stored) => Ledger.LedgerTimestamp.Read((string)stored);

    public override ValueTask DisposeAsync()
    {
        using var connection = Connection(_file, SqliteOpenMode.ReadWrite, pooled: true);
        SqliteConnection.ClearPool(connection);
        return ValueTask.CompletedTask;
    }

    /// <summary>Says in plain words what the engine would not do.</summary>
    public async Task<T> ExplainedAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (SqliteException refused)
        {
            var why = Why(refused.SqliteErrorCode)
                ?? $"could not be worked on: {refused.Message} Nothing was changed. Check that the file is a store of this program.";
            throw new StoreException(refused.Data.Contains(Unknown)
                ? $"The store {_file} could not be written to its disk to the end. {Unknown} Check the disk first."
                : $"The store {_file} {why}", refused);
        }
    }

    private async Task<SqliteConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = Connection(_file, SqliteOpenMode.ReadWrite, pooled: true);
        await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
        await connection.FirstAsync("PRAGMA synchronous = FULL").ConfigureAwait(false);
        return connection;
    }

    private async Task<T> InTransactionAsync<T>(bool isWrite, Func<DbSession, Task<(T Outcome, bool Commit)>> work, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken).ConfigureAwait(false);
        await using var transaction = connection.BeginTransaction(IsolationLevel.Serializable, deferred: !isWrite);
        try
        {
            var (outcome, commit) = await work(new DbSession(connection, transaction, cancellationToken)).ConfigureAwait(false);
            if (commit)
            {
                await CommitAsync(transaction).ConfigureAwait(false);
            }

            return outcome;
        }
        catch (SqliteException)
        {
            await EndAsync(connection, transaction).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>
    /// On a full disk the engine rolls back by itself. The provider may not know, does it again, and its complaint of that
    /// would hide what happened; so it is given something to roll back.
    /// </summary>
    private static async Task EndAsync(SqliteConnection connection, SqliteTransaction transaction)
    {
        try
        {
            await transaction.DisposeAsync().ConfigureAwait(false);
        }
        catch (SqliteException) when (SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle) != 0)
        {
            SQLitePCL.raw.sqlite3_exec(connection.Handle, "BEGIN");
            await transaction.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static async Task CommitAsync(SqliteTransaction transaction)
    {
        try
        {
            // Nobody may be left in doubt whether it was written.
            await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (SqliteException failed) when (failed.SqliteErrorCode == SQLitePCL.raw.SQLITE_IOERR)
        {
            failed.Data[Unknown] = true;
            throw;
        }
    }

    private static string? Why(int code) => code switch
    {
        SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED =>
            "is being written to by another program. Close it there, or try again in a moment. Reading is possible meanwhile.",
        SQLitePCL.raw.SQLITE_READONLY => "is read-only: this user may not write to the file or its folder. Nothing was changed.",
        SQLitePCL.raw.SQLITE_FULL => "has no space left on its disk. Nothing was changed. Free some space and try again.",
        SQLitePCL.raw.SQLITE_CANTOPEN => "cannot be opened. Check that the file and its folder exist, and that this user may read and write them.",
        SQLitePCL.raw.SQLITE_NOTADB => "is not a store: the file is something else, or encrypted.",
        SQLitePCL.raw.SQLITE_CORRUPT => "is damaged. Nothing was changed. Restore a backup.",
        SQLitePCL.raw.SQLITE_IOERR => "could not be read from or written to its disk. Nothing was changed. Check the disk.",
        _ => null,
    };
}
