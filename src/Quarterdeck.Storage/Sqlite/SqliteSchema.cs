using Dapper;
using Microsoft.Data.Sqlite;
using Quarterdeck.Application.Store;
using Quarterdeck.Storage.Ledger;
using Quarterdeck.Storage.Migrations;

namespace Quarterdeck.Storage.Sqlite;

/// <summary>Makes a file a store, or brings its schema up to date; a copy of it is taken before and put back where that fails.</summary>
internal sealed class SqliteSchema(string file, Migrator migrator)
{
    /// <summary>Marks a file as a store of this program: the letters QDST. Stores made before have none, and are known by their tables.</summary>
    private const int ApplicationId = 0x5144_5354;

    /// <summary>Where the copy lies while the schema is being changed: always a whole one, for it gets the name when it is on the disk.</summary>
    public string Copy => file + ".before-migration";

    private string HalfCopy => Copy + ".part";

    public async Task BringUpToDate()
    {
        try
        {
            await Change().ConfigureAwait(false);
        }
        catch (SqliteException refused) when (SqliteStill.MayHelp(refused, file))
        {
            if ((await SqliteStill.Read(file, connection => migrator.Pending(connection)).ConfigureAwait(false)).Count > 0)
            {
                throw new StoreException($"The store {file} is of an earlier version and is read-only. Open it once as a user who may write to the file and its folder. This brings it up to date.", refused);
            }
        }
    }

    private async Task Change()
    {
        if (!File.Exists(file) && Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(file))))
        {
            SqliteFiles.MakePrivate(file);
        }

        await using var connection = SqliteEngine.Connection(file, SqliteOpenMode.ReadWriteCreate);
        await connection.OpenAsync().ConfigureAwait(false);
        await RequireNoOther(connection).ConfigureAwait(false);
        if (await connection.First("PRAGMA journal_mode").ConfigureAwait(false) is not "wal")
        {
            await connection.ExecuteAsync("PRAGMA journal_mode = WAL").ConfigureAwait(false);
        }

        var isMade = await HasRecord(connection).ConfigureAwait(false);
        if (isMade && (await migrator.Pending(connection).ConfigureAwait(false)).Count == 0 && !File.Exists(Copy) && !File.Exists(HalfCopy))
        {
            return;
        }

        var isCopied = false;
        try
        {
            await connection.ExecuteAsync("PRAGMA synchronous = FULL").ConfigureAwait(false);

            // From the copy to the last step nobody else may write: what they wrote would not be in the copy.
            await using var transaction = connection.BeginTransaction(deferred: false);
            isMade = await HasRecord(connection, transaction).ConfigureAwait(false);
            if (!isMade)
            {
                await connection.ExecuteAsync($"PRAGMA application_id = {ApplicationId}", transaction: transaction).ConfigureAwait(false);
            }

            await connection.ExecuteAsync(Migrator.CreateRecord, transaction: transaction).ConfigureAwait(false);
            var pending = await migrator.Pending(connection, transaction).ConfigureAwait(false);
            if (pending.Count > 0 && isMade)
            {
                await TakeCopy().ConfigureAwait(false);
                isCopied = true;
            }

            foreach (var step in pending)
            {
                await migrator.Take(step, connection, transaction).ConfigureAwait(false);
            }

            if (pending.Count > 0)
            {
                await transaction.CommitAsync().ConfigureAwait(false);
            }
        }
        catch (SqliteException) when (isCopied)
        {
            await connection.CloseAsync().ConfigureAwait(false);
            await PutBackUnlessSound().ConfigureAwait(false);
            throw;
        }

        // Also those of a program that was killed in the middle.
        File.Delete(HalfCopy);
        File.Delete(Copy);
    }

    private async Task TakeCopy()
    {
        File.Delete(HalfCopy);
        SqliteFiles.MakePrivate(HalfCopy);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(HalfCopy, File.GetUnixFileMode(file));
        }

        await using (var other = SqliteEngine.Connection(file, SqliteOpenMode.ReadWrite))
        {
            await other.OpenAsync().ConfigureAwait(false);
            await other.ExecuteAsync("VACUUM INTO @copy", new { copy = HalfCopy }).ConfigureAwait(false);
        }

        await using (var written = new FileStream(HalfCopy, FileMode.Open, FileAccess.ReadWrite))
        {
            written.Flush(flushToDisk: true);
        }

        File.Move(HalfCopy, Copy, overwrite: true);
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

    /// <summary>Whether the steps of a store's schema are recorded in the file. Another program may have a table of that name too.</summary>
    public static async Task<bool> HasRecord(SqliteConnection connection, SqliteTransaction? transaction = null) =>
        await connection.First("SELECT count(*) FROM pragma_table_info('migration') WHERE name IN ('number', 'checksum', 'program_version')", transaction).ConfigureAwait(false) is 3L;

    /// <exception cref="StoreException">The file is another program's database; it is left as it was.</exception>
    private async Task RequireNoOther(SqliteConnection connection)
    {
        var id = await connection.First("PRAGMA application_id").ConfigureAwait(false) is long number ? number : 0;
        var isEmpty = await connection.First("SELECT count(*) FROM sqlite_schema").ConfigureAwait(false) is 0L;
        if ((id != 0 && id != ApplicationId) || (!isEmpty && !await HasRecord(connection).ConfigureAwait(false)))
        {
            throw new StoreException($"The file {Path.GetFullPath(file)} is a database of another program, and was left as it was. Give another name for the store.");
        }
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
