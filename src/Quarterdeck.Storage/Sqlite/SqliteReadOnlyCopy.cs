using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Quarterdeck.Storage.Sqlite;

/// <summary>
/// A store nobody writes to, in a place this user may only read: on a read-only disk, or in another's folder. Readers
/// usually make two small files beside it, which is not allowed there; where they are not needed, it is read without.
/// </summary>
internal static class SqliteReadOnlyCopy
{
    /// <summary>Whether what was refused may yet be read so: nothing is under way that the file itself does not hold.</summary>
    public static bool MayHelp(SqliteException refused, string file) =>
        refused.SqliteErrorCode is raw.SQLITE_CANTOPEN or raw.SQLITE_READONLY && File.Exists(file) && IsStill(file);

    /// <summary>A connection to the file as it lies on the disk.</summary>
    public static SqliteConnection Connection(string file) =>
        SqliteDialect.Connection(new Uri(Path.GetFullPath(file)).AbsoluteUri + "?immutable=1", SqliteOpenMode.ReadOnly);

    /// <summary>Reads the file as it lies on the disk.</summary>
    /// <exception cref="SqliteException">It cannot be read so either, or somebody began to write meanwhile.</exception>
    public static async Task<T> ReadAsync<T>(string file, Func<SqliteConnection, Task<T>> work)
    {
        await using var connection = Connection(file);
        await connection.OpenAsync().ConfigureAwait(false);
        var read = await work(connection).ConfigureAwait(false);
        return IsStill(file) ? read : throw new SqliteException("A program began to write meanwhile.", raw.SQLITE_BUSY);
    }

    private static bool IsStill(string file) => new FileInfo(file + "-wal") is not { Exists: true, Length: > 0 };
}
