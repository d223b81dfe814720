using Dapper;
using Microsoft.Data.Sqlite;
using Quarterdeck.Application.Store;
using Quarterdeck.Storage.Migrations;

namespace Quarterdeck.Storage.Sqlite;

/// <summary>Opens a file without changing it, also one on a disk that may only be read.</summary>
internal static class SqliteReading
{
    /// <exception cref="SqliteException">It cannot be read.</exception>
    public static async Task<SqliteConnection> OpenAsync(string file, CancellationToken cancellationToken)
    {
        var connection = SqliteDialect.Connection(file, SqliteOpenMode.ReadOnly);
        try
        {
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM sqlite_schema").ConfigureAwait(false);
            return connection;
        }
        catch (SqliteException refused) when (SqliteReadOnlyCopy.MayHelp(refused, file))
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            var asItLies = SqliteReadOnlyCopy.Connection(file);
            await asItLies.OpenAsync(cancellationToken).ConfigureAwait(false);
            return asItLies;
        }
    }

    /// <summary>The steps the file's schema lacks.</summary>
    /// <exception cref="StoreException">It is no store, or of a later version.</exception>
    public static async Task<IReadOnlyList<Migration>> PendingAsync(SqliteConnection connection, string file, Migrator migrator)
    {
        if (!await SqliteSchema.HasRecordAsync(connection).ConfigureAwait(false))
        {
            throw new StoreException($"The file {Path.GetFullPath(file)} is not a store. Check the name.");
        }

        return await migrator.PendingAsync(connection).ConfigureAwait(false);
    }
}
