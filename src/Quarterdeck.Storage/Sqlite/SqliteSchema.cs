using Dapper;
using Microsoft.Data.Sqlite;
using Quarterdeck.Storage.Migrations;

namespace Quarterdeck.Storage.Sqlite;

/// <summary>Makes a file a store, or brings its schema up to date; a copy of it is taken before and put back where that fails.</summary>
internal sealed class SqliteSchema(string file, Migrator migrator)
{
    /// <summary>Where the copy lies while the schema is being changed.</summary>
    public string Copy => file + ".before-migration";

    public async Task BringUpToDate()
    {
        IReadOnlyList<Migration> pending;
        await using (var connection = SqliteEngine.Connection(file, SqliteOpenMode.ReadWriteCreate))
        {
            await connection.OpenAsync().ConfigureAwait(false);
            if (await connection.ExecuteScalarAsync<string>("PRAGMA journal_mode").ConfigureAwait(false) != "wal")
            {
                await connection.ExecuteAsync("PRAGMA journal_mode = WAL").ConfigureAwait(false);
            }

            if (await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM sqlite_schema WHERE name = 'migration'").ConfigureAwait(false) == 0)
            {
                await connection.ExecuteAsync(Migrator.CreateRecord).ConfigureAwait(false);
            }

            pending = await migrator.Pending(connection).ConfigureAwait(false);
            if (pending.Count == 0)
            {
                return;
            }

            File.Delete(Copy);
            await connection.ExecuteAsync("VACUUM INTO @copy", new { copy = Copy }).ConfigureAwait(false);
        }

        try
        {
            await Take().ConfigureAwait(false);
        }
        catch (SqliteException)
        {
            PutBack();
            throw;
        }

        File.Delete(Copy);
    }

    private async Task Take()
    {
        await using var connection = SqliteEngine.Connection(file, SqliteOpenMode.ReadWrite);
        await connection.OpenAsync().ConfigureAwait(false);
        await connection.ExecuteAsync("PRAGMA synchronous = FULL").ConfigureAwait(false);

        // All steps in one transaction, and what is pending asked again in it: another process may have been first.
        await using var transaction = connection.BeginTransaction(deferred: false);
        foreach (var step in await migrator.Pending(connection, transaction).ConfigureAwait(false))
        {
            await migrator.Take(step, connection, transaction).ConfigureAwait(false);
        }

        await transaction.CommitAsync().ConfigureAwait(false);
    }

    private void PutBack()
    {
        File.Delete(file + "-wal");
        File.Delete(file + "-shm");
        File.Move(Copy, file, overwrite: true);
    }
}
