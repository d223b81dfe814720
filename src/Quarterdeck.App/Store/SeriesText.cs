using System.Buffers.Text;
using Quarterdeck.Domain.Results;

namespace Quarterdeck.App.Store;

/// <summary>Writes one series of plain results as a <see cref="ResultBlock"/> straight from columns, byte for byte what the block itself would write.</summary>
internal sealed class SeriesText
{
    private byte[] _bytes = new byte[4096];
    private int _length;

    /// <summary>What was written last.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    /// <param name="results">Where the columns are.</param>
    /// <param name="rows">The series' rows, by rising month; none of them held whole.</param>
    public void Write(ResultList results, ReadOnlySpan<int> rows)
    {
        _length = 0;
        Append("{\"v\":2,\"period\":["u8);
        var before = 0;
        foreach (var row in rows)
        {
            var month = Chunk(results, row).Months[row % ResultChunk.Rows];
            Append(month - before);
            Append((byte)',');
            before = month;
        }

        _bytes[_length - 1] = (byte)']';
        Append(results, rows, ",\"denominator\":\""u8, static chunk => chunk.Denominator);
        Append(results, rows, ",\"numerator\":\""u8, static chunk => chunk.Numerator);
        Append(results, rows, ",\"value\":\""u8, static chunk => chunk.Value);
        Append((byte)'}');
    }

    private void Append(ResultList results, ReadOnlySpan<int> rows, ReadOnlySpan<byte> name, Func<ResultChunk, ResultColumn> columnOf)
    {
        var start = _length;
        var isBlank = true;
        Append(name);
        foreach (var row in rows)
        {
            var column = columnOf(Chunk(results, row));
            var at = row % ResultChunk.Rows;
            if (column.Scales[at] != ResultColumn.Blank)
            {
                Append(column.Digits[at], column.Scales[at]);
                isBlank = false;
            }

            Append((byte)' ');
        }

        if (isBlank)
        {
            _length = start;
            return;
        }

        _bytes[_length - 1] = (byte)'"';
    }

    private void Append(long digits, int scale)
    {
        if (digits < 0)
        {
            Append((byte)'-');
            digits = -digits;
        }

        Room(24);
        Utf8Formatter.TryFormat(digits, _bytes.AsSpan(_length), out var written);
        if (scale == 0)
        {
            _length += written;
            return;
        }

        // 0.05 has two digits after its point and one of its own.
        var missing = scale + 1 - written;
        if (missing > 0)
        {
            _bytes.AsSpan(_length, written).CopyTo(_bytes.AsSpan(_length + missing));
            _bytes.AsSpan(_length, missing).Fill((byte)'0');
            written += missing;
        }

        _bytes.AsSpan(_length + written - scale, scale).CopyTo(_bytes.AsSpan(_length + written - scale + 1));
        _bytes[_length + written - scale] = (byte)'.';
        _length += written + 1;
    }

    private void Append(int number)
    {
        Room(12);
        Utf8Formatter.TryFormat(number, _bytes.AsSpan(_length), out var written);
        _length += written;
    }

    private void Append(ReadOnlySpan<byte> text)
    {
        Room(text.Length);
        text.CopyTo(_bytes.AsSpan(_length));
        _length += text.Length;
    }

    private void Append(byte letter)
    {
        Room(1);
        _bytes[_length++] = letter;
    }

    private void Room(int more)
    {
        if (_length + more > _bytes.Length)
        {
            Array.Resize(ref _bytes, _bytes.Length * 2);
        }
    }

    private static ResultChunk Chunk(ResultList results, int row) => results.Chunks[row / ResultChunk.Rows];
}
