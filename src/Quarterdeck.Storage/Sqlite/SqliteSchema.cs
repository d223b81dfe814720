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

    public async Task BringUpToDateAsync()
    {
        try
        {
            await ChangeAsync().ConfigureAwait(false);
        }
        catch (SqliteException refused) when (SqliteReadOnlyCopy.MayHelp(refused, file))
        {
            if ((await SqliteReadOnlyCopy.ReadAsync(file, connection => migrator.PendingAsync(connection)).ConfigureAwait(false)).Count > 0)
            {
                throw new StoreException(
                    $"The store {file} is of an earlier version and is read-only. Open it once as a user who may write to the file and its folder. "
                    + $"This brings it up to date.",
                    refused);
            }
        }
    }

    private async Task ChangeAsync()
    {
        if (!File.Exists(file) && Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(file))))
        {
            SqliteFiles.MakePrivate(file);
        }

        await using var connection = SqliteDialect.Connection(file, SqliteOpenMode.ReadWriteCreate);
        await connection.OpenAsync().ConfigureAwait(false);
        await RequireNoOtherAsync(connection).ConfigureAwait(false);
        if (await connection.FirstAsync("PRAGMA journal_mode").ConfigureAwait(false) is not "wal")
        {
            await connection.ExecuteAsync("PRAGMA journal_mode = WAL").ConfigureAwait(false);
        }

        var isMade = await HasRecordAsync(connection).ConfigureAwait(false);
        if (isMade && (await migrator.PendingAsync(connection).ConfigureAwait(false)).Count == 0 && !File.Exists(Copy) && !File.Exists(HalfCopy))
        {
            return;
        }

        var isCopied = false;
        try
        {
            await connection.ExecuteAsync("PRAGMA synchronous = FULL").ConfigureAwait(false);

            // From the copy to the last step nobody else may write: what they wrote would not be in the copy.
            await using var transaction = connection.BeginTransaction(deferred: false);
            isMade = await HasRecordAsync(connection, transaction).ConfigureAwait(false);
            if (!isMade)
            {
                await connection.ExecuteAsync($"PRAGMA application_id = {ApplicationId}", transaction: transaction).ConfigureAwait(false);
            }

            await connection.ExecuteAsync(Migrator.CreateRecord, transaction: transaction).ConfigureAwait(false);
            var pending = await migrator.PendingAsync(connection, transaction).ConfigureAwait(false);
            if (pending.Count > 0 && isMade)
            {
                await TakeCopyAsync().ConfigureAwait(false);
                isCopied = true;
            }

            foreach (var step in pending)
            {
                await migrator.TakeAsync(step, connection, transaction).ConfigureAwait(false);
            }

            if (pending.Count > 0)
            {
                await transaction.CommitAsync().ConfigureAwait(false);
            }
        }
        catch (SqliteException) when (isCopied)
        {
            await connection.CloseAsync().ConfigureAwait(false);
            await PutBackUnlessSoundAsync().ConfigureAwait(false);
            throw;
        }

        // Also those of a program that was killed in the middle.
        File.Delete(HalfCopy);
        File.Delete(Copy);
    }

    private async Task TakeCopyAsync()
    {
        File.Delete(HalfCopy);
        SqliteFiles.MakePrivate(HalfCopy);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(HalfCopy, File.GetUnixFileMode(file));
        }

        await using (var other = SqliteDialect.Connection(file, SqliteOpenMode.ReadWrite))
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
    internal async Task PutBackUnlessSoundAsync()
    {
        if (await IsSoundAsync().ConfigureAwait(false))
        {
            File.Delete(Copy);
            return;
        }

        File.Delete(file + "-wal");
        File.Delete(file + "-shm");
        File.Move(Copy, file, overwrite: true);
    }

    /// <summary>Whether the steps of a store's schema are recorded in the file. Another program may have a table of that name too.</summary>
    public static async Task<bool> HasRecordAsync(SqliteConnection connection, SqliteTransaction? transaction = null) =>
        await connection.FirstAsync("SELECT count(*) FROM pragma_table_info('migration') WHERE name IN ('number', 'checksum', 'program_version')", transaction)
            .ConfigureAwait(false) is 3L;

    /// <exception cref="StoreException">The file is another program's database; it is left as it was.</exception>
    private async Task RequireNoOtherAsync(SqliteConnection connection)
    {
        var id = await connection.FirstAsync("PRAGMA application_id").ConfigureAwait(false) is long number ? number : 0;
        var isEmpty = await connection.FirstAsync("SELECT count(*) FROM sqlite_schema").ConfigureAwait(false) is 0L;
        if ((id != 0 && id != ApplicationId) || (!isEmpty && !await HasRecordAsync(connection).ConfigureAwait(false)))
        {
            throw new StoreException(
                $"The file {Path.GetFullPath(file)} is a database of another program, and was left as it was. Give another name for the store.");
        }
    }

    private async Task<bool> IsSoundAsync()
    {
        try
        {
            await using var connection = SqliteDialect.Connection(file, SqliteOpenMode.ReadWrite);
            await connection.OpenAsync().ConfigureAwait(false);
            return await connection.ExecuteScalarAsync<string>("PRAGMA quick_check(1)").ConfigureAwait(false) == "ok";
        }
        catch (SqliteException)
        {
            return false;
        }
    }
}
