using System.Collections;
using System.Text;

namespace Quarterdeck.Application.Store;

/// <summary>Very many statements, their bodies held together as bytes; each is made when it is asked for.</summary>
internal sealed class PackedStatements(IReadOnlyList<RowWrite> first) : IReadOnlyList<RowWrite>
{
    private const int BlockLength = 1 << 20;

    private readonly List<Packed> _rest = [];
    private readonly List<byte[]> _blocks = [];
    private int _filled = BlockLength;

    public int Count => first.Count + _rest.Count;

    public RowWrite this[int index]
    {
        get
        {
            if (index < first.Count)
            {
                return first[index];
            }

            var (table, key, expected, block, start, length) = _rest[index - first.Count];
            return new RowWrite(table, key, expected, 0, length < 0 ? null : Encoding.UTF8.GetString(_blocks[block], start, length));
        }
    }

    public void Add(string table, string key, long expected, ReadOnlySpan<byte> body)
    {
        if (_blocks.Count == 0 || _filled + body.Length > _blocks[^1].Length)
        {
            _blocks.Add(new byte[Math.Max(BlockLength, body.Length)]);
            _filled = 0;
        }

        body.CopyTo(_blocks[^1].AsSpan(_filled));
        _rest.Add(new Packed(table, key, expected, _blocks.Count - 1, _filled, body.Length));
        _filled += body.Length;
    }

    public void Add(RowWrite statement)
    {
        if (statement.Body is { } body)
        {
            Add(statement.Table, statement.Key, statement.Expected, Encoding.UTF8.GetBytes(body));
        }
        else
        {
            _rest.Add(new Packed(statement.Table, statement.Key, statement.Expected, 0, 0, -1));
        }
    }

    /// <summary>Adds another's statements, without copying their bodies.</summary>
    public void Add(PackedStatements other)
    {
        foreach (var statement in other._rest)
        {
            _rest.Add(statement with { Block = statement.Block + _blocks.Count });
        }

        _blocks.AddRange(other._blocks);
        _filled = BlockLength;
    }

    public IEnumerator<RowWrite> GetEnumerator()
    {
        for (var at = 0; at < Count; at++)
        {
            yield return this[at];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <param name="Table">Name of the table.</param>
    /// <param name="Key">The row's key.</param>
    /// <param name="Expected">The row's version the author had seen.</param>
    /// <param name="Block">Which block holds the body.</param>
    /// <param name="Start">Where in it.</param>
    /// <param name="Length">Bytes of the body; less than nothing withdraws the row.</param>
    private readonly record struct Packed(string Table, string Key, long Expected, int Block, int Start, int Length);
}
