using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Quarterdeck.Storage.Sqlite;

/// <summary>
/// One statement prepared once and run for many rows, without a parameter object a value. Parameters are named in the order the rows give
/// their values. The engine keeps a value from row to row, so what is the same as in the row before is not given again.
/// </summary>
internal sealed class SqliteBatch : IDisposable
{
    private const int RowsARun = 25;

    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private readonly object?[] _objects;
    private readonly long?[] _numbers;
    private byte[] _text = new byte[4096];
    private int _next;

    public SqliteBatch(SqliteConnection connection, string sql)
    {
        _database = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(_database, sql, out _statement));
        var parameters = raw.sqlite3_bind_parameter_count(_statement);
        (_objects, _numbers) = (new object?[parameters], new long?[parameters]);
    }

    /// <summary>Inserts rows, several with each run: what a run costs beside its rows is more than a row costs.</summary>
    /// <param name="connection">Where to.</param>
    /// <param name="insert">Inserts one row; each parameter is named once, in order, in its list of values.</param>
    /// <param name="rows">What the rows are made of.</param>
    /// <param name="add">Adds the values of one row.</param>
    public static void Insert<T>(SqliteConnection connection, string insert, IReadOnlyList<T> rows, Action<SqliteBatch, T> add)
    {
        var together = rows.Count / RowsARun * RowsARun;
        if (together > 0)
        {
            using var several = new SqliteBatch(connection, OfSeveral(insert));
            for (var at = 0; at < together; at++)
            {
                add(several, rows[at]);
                if (at % RowsARun == RowsARun - 1)
                {
                    several.Run();
                }
            }
        }

        if (together < rows.Count)
        {
            using var single = new SqliteBatch(connection, insert);
            for (var at = together; at < rows.Count; at++)
            {
                add(single, rows[at]);
                single.Run();
            }
        }
    }

    public SqliteBatch Add(string? text)
    {
        if (text is null)
        {
            return AddNull();
        }

        if (IsNew(text))
        {
            var most = Encoding.UTF8.GetMaxByteCount(text.Length);
            if (_text.Length < most)
            {
                _text = new byte[most];
            }

            Check(raw.sqlite3_bind_text(_statement, _next, _text.AsSpan(0, Encoding.UTF8.GetBytes(text, _text))));
        }

        return this;
    }

    public SqliteBatch Add(long number)
    {
        if (_numbers[_next++] != number)
        {
            (_objects[_next - 1], _numbers[_next - 1]) = (null, number);
            Check(raw.sqlite3_bind_int64(_statement, _next, number));
        }

        return this;
    }

    /// <param name="bytes">Not altered before another row's are added.</param>
    public SqliteBatch Add(byte[]? bytes)
    {
        if (bytes is null)
        {
            return AddNull();
        }

        if (IsNew(bytes))
        {
            Check(raw.sqlite3_bind_blob(_statement, _next, bytes));
        }

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

    /// <summary>The same with so many lists of values, their parameters without names.</summary>
    private static string OfSeveral(string insert)
    {
        var start = insert.IndexOf("VALUES", StringComparison.Ordinal) + "VALUES".Length;
        var end = insert.IndexOf(')', start) + 1;
        var values = $"({string.Join(", ", Enumerable.Repeat("?", insert[start..end].Count(letter => letter == '@')))})";
        return $"{insert[..start]} {string.Join(", ", Enumerable.Repeat(values, RowsARun))}{insert[end..]}";
    }

    private SqliteBatch AddNull()
    {
        // What was never given is null.
        if (_objects[_next] is not null || _numbers[_next] is not null)
        {
            (_objects[_next], _numbers[_next]) = (null, null);
            Check(raw.sqlite3_bind_null(_statement, _next + 1));
        }

        _next++;
        return this;
    }

    /// <summary>Goes to the next parameter, and notes what it is given; false when it is the very object it has.</summary>
    private bool IsNew(object value)
    {
        var isNew = !ReferenceEquals(_objects[_next], value);
        (_objects[_next], _numbers[_next]) = (value, null);
        _next++;
        return isNew;
    }

    private void Check(int code) => SqliteException.ThrowExceptionForRC(code, _database);
}
