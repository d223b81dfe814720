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
            await PutBackUnlessSound().ConfigureAwait(false);
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

    /// <summary>
    /// A step that fails is undone by its own transaction, together with nothing others wrote meanwhile; only a file that is
    /// not sound after it gives way to the copy.
    /// </summary>
    internal async Task PutBackUnlessSound()
    {
        if (await IsSound().ConfigureAwait(false))
        {
            File.Delete(Copy);
            return;
        }

        File.Delete(file + "-wal");
        File.Delete(file + "-shm");
        File.Move(Copy, file, overwrite: true);
    }

    private async Task<bool> IsSound()
    {
        try
        {
            await using var connection = SqliteEngine.Connection(file, SqliteOpenMode.ReadWrite);
            await connection.OpenAsync().ConfigureAwait(false);
            return await connection.ExecuteScalarAsync<string>("PRAGMA quick_check(1)").ConfigureAwait(false) == "ok";
        }
        catch (SqliteException)
        {
            return false;
        }
    }
}
