using System.Runtime.InteropServices;

namespace Quarterdeck.Bench.Ratings;

/// <summary>The system's SQLite, called directly: the peer at its fastest, with no provider in between.</summary>
internal sealed partial class SqliteDatabase : IDisposable
{
    private const string Library = "libsqlite3.so.0";
    private const int Row = 100;

    private readonly nint _handle;

    public SqliteDatabase(string path)
    {
        if (Open(path, out _handle) != 0)
        {
            throw new InvalidOperationException("SQLite could not open a database.");
        }
    }

    /// <summary>Whether this machine has SQLite.</summary>
    public static bool IsHere => NativeLibrary.TryLoad(Library, out _);

    public void Run(string sql)
    {
        if (Execute(_handle, sql, 0, 0, 0) != 0)
        {
            throw new InvalidOperationException($"SQLite refused a statement: {Marshal.PtrToStringUTF8(Message(_handle))}");
        }
    }

    public void Insert(string sql, int rows, Func<int, (long, long, long, long)> row)
    {
        _ = Prepare(_handle, sql, -1, out var statement, 0);
        for (var index = 0; index < rows; index++)
        {
            var (first, second, third, fourth) = row(index);
            _ = Bind(statement, 1, first) + Bind(statement, 2, second) + Bind(statement, 3, third) + Bind(statement, 4, fourth);
            _ = Step(statement);
            _ = Reset(statement);
        }

        _ = Finish(statement);
    }

    public long Number(string sql)
    {
        _ = Prepare(_handle, sql, -1, out var statement, 0);
        var number = Step(statement) == Row ? Column(statement, 0) : throw new InvalidOperationException("SQLite gave no row.");
        _ = Finish(statement);
        return number;
    }

    public void Dispose() => _ = Close(_handle);

    [LibraryImport(Library, EntryPoint = "sqlite3_open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, out nint handle);

    [LibraryImport(Library, EntryPoint = "sqlite3_close")]
    private static partial int Close(nint handle);

    [LibraryImport(Library, EntryPoint = "sqlite3_exec", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Execute(nint handle, string sql, nint callback, nint argument, nint error);

    [LibraryImport(Library, EntryPoint = "sqlite3_errmsg")]
    private static partial nint Message(nint handle);

    [LibraryImport(Library, EntryPoint = "sqlite3_prepare_v2", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Prepare(nint handle, string sql, int length, out nint statement, nint tail);

    [LibraryImport(Library, EntryPoint = "sqlite3_bind_int64")]
    private static partial int Bind(nint statement, int place, long value);

    [LibraryImport(Library, EntryPoint = "sqlite3_step")]
    private static partial int Step(nint statement);

    [LibraryImport(Library, EntryPoint = "sqlite3_reset")]
    private static partial int Reset(nint statement);

    [LibraryImport(Library, EntryPoint = "sqlite3_finalize")]
    private static partial int Finish(nint statement);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_int64")]
    private static partial long Column(nint statement, int place);
}
