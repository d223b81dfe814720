using System.Buffers.Text;
using Quarterdeck.Domain.Results;

namespace Quarterdeck.Application.Store;

/// <summary>Writes one series of plain results as a <see cref="ResultBlock"/> straight from its rows, byte for byte what the block itself would
/// write.</summary>
internal sealed class SeriesText
{
    private byte[] _bytes = new byte[4096];
    private int _length;

    /// <summary>What was written last.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    /// <param name="rows">The series' rows, by rising month; none of them held whole.</param>
    public void Write(ReadOnlySpan<PlainResult> rows)
    {
        _length = 0;
        Append("{\"v\":2,\"period\":["u8);
        var before = 0;
        foreach (ref readonly var row in rows)
        {
            Append(row.Month - before);
            Append((byte)',');
            before = row.Month;
        }

        _bytes[_length - 1] = (byte)']';
        Append(rows, ",\"denominator\":\""u8, static (in row) => row.Denominator);
        Append(rows, ",\"numerator\":\""u8, static (in row) => row.Numerator);
        Append(rows, ",\"value\":\""u8, static (in row) => row.Value);
        Append((byte)'}');
    }

    private void Append(ReadOnlySpan<PlainResult> rows, ReadOnlySpan<byte> name, NumberOf numberOf)
    {
        var start = _length;
        var isBlank = true;
        Append(name);
        foreach (ref readonly var row in rows)
        {
            var number = numberOf(in row);
            if (!number.IsBlank)
            {
                Append(number.Digits, number.Scale);
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

    private delegate PlainNumber NumberOf(in PlainResult row);
}
