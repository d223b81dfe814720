using System.Reflection;
using System.Runtime.InteropServices;

namespace Quarterdeck.Bench.Sqlite;

/// <summary>A database in memory, by the few functions of the machine's own SQLite that are needed.</summary>
public sealed class SqliteDatabase : IDisposable
{
    private const string Library = "sqlite3";
    private const int Row = 100;

    private readonly nint _handle;

    static SqliteDatabase() => NativeLibrary.SetDllImportResolver(typeof(SqliteDatabase).Assembly, Resolve);

    public SqliteDatabase()
    {
        Check(sqlite3_open(":memory:", out _handle));
    }

    /// <summary>Whether the machine has an SQLite to compare with.</summary>
    public static bool IsInstalled
    {
        get
        {
            if (Resolve(Library, typeof(SqliteDatabase).Assembly, null) is not (not 0 and var library))
            {
                return false;
            }

            NativeLibrary.Free(library);
            return true;
        }
    }

    public static string Version => Marshal.PtrToStringUTF8(sqlite3_libversion()) ?? string.Empty;

    public void Execute(string sql) => Check(sqlite3_exec(_handle, sql, 0, 0, 0));

    /// <summary>Inserts rows of whole numbers through one prepared statement, in one transaction.</summary>
    /// <param name="sql">With a parameter for each column.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="columns">Each gives its number for a row.</param>
    public void Insert(string sql, int rows, params Func<int, long>[] columns)
    {
        Execute("BEGIN");
        Check(sqlite3_prepare_v2(_handle, sql, -1, out var statement, 0));
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns.Length; column++)
            {
                Check(sqlite3_bind_int64(statement, column + 1, columns[column](row)));
            }

            _ = sqlite3_step(statement);
            Check(sqlite3_reset(statement));
        }

        Check(sqlite3_finalize(statement));
        Execute("COMMIT");
    }

    /// <summary>Reads rows of whole numbers; nulls are 0.</summary>
    public IEnumerable<long[]> Read(string sql, int columns)
    {
        Check(sqlite3_prepare_v2(_handle, sql, -1, out var statement, 0));
        while (sqlite3_step(statement) == Row)
        {
            var row = new long[columns];
            for (var column = 0; column < columns; column++)
            {
                row[column] = sqlite3_column_int64(statement, column);
            }

            yield return row;
        }

        Check(sqlite3_finalize(statement));
    }

    public void Dispose() => Check(sqlite3_close(_handle));

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path)
    {
        if (name != Library)
        {
            return 0;
        }

        foreach (var candidate in new[] { "libsqlite3.so.0", "libsqlite3.dylib", "winsqlite3", "sqlite3" })
        {
            if (NativeLibrary.TryLoad(candidate, assembly, path, out var library))
            {
                return library;
            }
        }

        return 0;
    }

    private void Check(int code)
    {
        if (code != 0)
        {
            throw new InvalidOperationException($"SQLite: {Marshal.PtrToStringUTF8(sqlite3_errmsg(_handle))} ({code})");
        }
    }

    [DllImport(Library)]
    private static extern int sqlite3_open([MarshalAs(UnmanagedType.LPUTF8Str)] string name, out nint database);

    [DllImport(Library)]
    private static extern int sqlite3_close(nint database);

    [DllImport(Library)]
    private static extern int sqlite3_exec(nint database, [MarshalAs(UnmanagedType.LPUTF8Str)] string sql, nint callback, nint argument, nint error);

    [DllImport(Library)]
    private static extern int sqlite3_prepare_v2(nint database, [MarshalAs(UnmanagedType.LPUTF8Str)] string sql, int length, out nint statement, nint tail);

    [DllImport(Library)]
    private static extern int sqlite3_bind_int64(nint statement, int index, long value);

    [DllImport(Library)]
    private static extern int sqlite3_step(nint statement);

    [DllImport(Library)]
    private static extern int sqlite3_reset(nint statement);

    [DllImport(Library)]
    private static extern int sqlite3_finalize(nint statement);

    [DllImport(Library)]
    private static extern long sqlite3_column_int64(nint statement, int column);

    [DllImport(Library)]
    private static extern nint sqlite3_errmsg(nint database);

    [DllImport(Library)]
    private static extern nint sqlite3_libversion();
}
