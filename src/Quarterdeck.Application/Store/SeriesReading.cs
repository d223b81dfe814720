using System.Buffers.Text;

namespace Quarterdeck.Application.Store;

/// <summary>
/// Goes through a stored series of plain results without making anything of it: periods, then columns of figures each one text. Whatever else a
/// <see cref="ResultBlock"/> may hold it does not read.
/// </summary>
internal ref struct SeriesReading
{
    private ReadOnlySpan<byte> _periods;
    private ReadOnlySpan<byte> _value;
    private ReadOnlySpan<byte> _numerator;
    private ReadOnlySpan<byte> _denominator;
    private int _month;

    /// <returns>False when the series is more than plain.</returns>
    public static bool TryBegin(ReadOnlySpan<byte> body, out SeriesReading reading)
    {
        reading = default;
        var start = "{\"v\":2,\"period\":["u8;
        if (!body.StartsWith(start) || body.IndexOf((byte)']') is not (> 0 and var end))
        {
            return false;
        }

        reading._periods = body[start.Length..end];
        for (var rest = body[(end + 1)..]; ;)
        {
            if (rest is [(byte)'}'])
            {
                return true;
            }

            if (Column(ref rest, ",\"value\":\""u8) is { Length: > 0 } value)
            {
                reading._value = value;
            }
            else if (Column(ref rest, ",\"numerator\":\""u8) is { Length: > 0 } numerator)
            {
                reading._numerator = numerator;
            }
            else if (Column(ref rest, ",\"denominator\":\""u8) is { Length: > 0 } denominator)
            {
                reading._denominator = denominator;
            }
            else
            {
                return false;
            }
        }
    }

    /// <summary>Goes to the next result; false at the end. Its cells are empty where they are blank.</summary>
    public bool Next(out int month, out ReadOnlySpan<byte> value, out ReadOnlySpan<byte> numerator, out ReadOnlySpan<byte> denominator)
    {
        month = 0;
        value = numerator = denominator = default;
        if (!Utf8Parser.TryParse(_periods, out int difference, out var read))
        {
            return false;
        }

        _periods = _periods.Length > read ? _periods[(read + 1)..] : default;
        month = _month += difference;
        value = Cell(ref _value);
        numerator = Cell(ref _numerator);
        denominator = Cell(ref _denominator);
        return true;
    }

    /// <summary>The text of the column and its closing mark, and goes behind it; nothing when another column comes.</summary>
    private static ReadOnlySpan<byte> Column(scoped ref ReadOnlySpan<byte> rest, scoped ReadOnlySpan<byte> name)
    {
        if (!rest.StartsWith(name))
        {
            return default;
        }

        var text = rest[name.Length..];
        var end = text.IndexOf((byte)'"');
        rest = text[(end + 1)..];
        return text[..(end + 1)];
    }

    private static ReadOnlySpan<byte> Cell(scoped ref ReadOnlySpan<byte> column)
    {
        if (column.IsEmpty)
        {
            return default;
        }

        var end = 0;
        while (column[end] is not ((byte)' ' or (byte)'"'))
        {
            end++;
        }

        var cell = column[..end];
        column = column[(end + 1)..];
        return cell;
    }
}
