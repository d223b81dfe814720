using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Quarterdeck.Storage.Sqlite;

/// <summary>
/// One statement prepared once and run for many rows, without a parameter object a value. Parameters are named in the order the rows give
/// their values.
/// </summary>
internal sealed class SqliteBatch : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private byte[] _text = new byte[4096];
    private int _next;

    public SqliteBatch(SqliteConnection connection, string sql)
    {
        _database = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(_database, sql, out _statement));
    }

    public SqliteBatch Add(string? text)
    {
        _next++;
        if (text is null)
        {
            Check(raw.sqlite3_bind_null(_statement, _next));
            return this;
        }

        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (_text.Length < most)
        {
            _text = new byte[most];
        }

        Check(raw.sqlite3_bind_text(_statement, _next, _text.AsSpan(0, Encoding.UTF8.GetBytes(text, _text))));
        return this;
    }

    public SqliteBatch Add(long number)
    {
        Check(raw.sqlite3_bind_int64(_statement, ++_next, number));
        return this;
    }

    public SqliteBatch Add(byte[]? bytes)
    {
        _next++;
        Check(bytes is null ? raw.sqlite3_bind_null(_statement, _next) : raw.sqlite3_bind_blob(_statement, _next, bytes));
        return this;
    }

    /// <summary>Runs the statement with the values added, and starts the next row.</summary>
    public void Run()
    {
        var code = raw.sqlite3_step(_statement);
        _ = raw.sqlite3_reset(_statement);
        _next = 0;
        Check(code == raw.SQLITE_DONE ? raw.SQLITE_OK : code);
    }

    /// <summary>Goes to the next row the statement gives; false at the end.</summary>
    public bool Next()
    {
        var code = raw.sqlite3_step(_statement);
        Check(code is raw.SQLITE_DONE or raw.SQLITE_ROW ? raw.SQLITE_OK : code);
        return code == raw.SQLITE_ROW;
    }

    public string Text(int column) => raw.sqlite3_column_text(_statement, column).utf8_to_string();

    /// <summary>The column's bytes, there until the next row.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(_statement, column);

    public void Dispose() => _statement.Dispose();

    private void Check(int code) => SqliteException.ThrowExceptionForRC(code, _database);
}
