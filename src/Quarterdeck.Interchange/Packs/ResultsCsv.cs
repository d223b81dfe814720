using System.Text;
using System.Text.Unicode;
using Quarterdeck.Domain.Results;
using Quarterdeck.Interchange.Cells;
using Quarterdeck.Interchange.Tables;

namespace Quarterdeck.Interchange.Packs;

/// <summary>
/// Reads a large table of results from the bytes of its CSV into columns. A plain row (a reference, a month, plain figures) is read without an object; any other row
/// is read as every table is. A file this cannot do justice to (quotation marks, other delimiters, doubled rows) is left to the reader of all tables, whose findings
/// are the ones that count.
/// </summary>
internal sealed class ResultsCsv(ResultsTable described, RawTable table, PackUnderway pack)
{
    private const int BufferLength = 1 << 20;
    private const int PeriodLength = 7;

    private readonly ResultList _results = new();
    private readonly SeriesTable _series = new();
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private int _row = 1;
    private RowReader? _reader;
    private int[] _places = [];
    private int _width;

    /// <returns>Null when the file is for the reader of all tables, which then must start anew.</returns>
    public IReadOnlyList<Result>? Read(Func<Stream> open, ReadLimits limits)
    {
        foreach (var indicator in pack.OnlyVersions())
        {
            _numbers[indicator.Ref.Value] = _results.Add(indicator.Ref, indicator.Calendar);
            _series.Add(indicator, _results.Series - 1, pack.Percents.Of(described.Name, indicator));
        }

        using var stream = open();
        var buffer = new byte[BufferLength];
        var (filled, position) = (0, 0);
        for (var isFirst = true; ; isFirst = false)
        {
            filled = Refill(stream, buffer, position, filled);
            var fresh = buffer.AsSpan(0, filled);
            position = isFirst && fresh.StartsWith("\uFEFF"u8) ? 3 : 0;
            if (fresh.IndexOfAny((byte)'"', (byte)0) >= 0 || (isFirst && (CsvDelimiter.Of(fresh) != ',' || CsvEncoding.Refuse(table.File, fresh) is not null || fresh[position..].StartsWith("sep="u8))))
            {
                return null;
            }

            var isLast = filled < buffer.Length;
            while (position < filled)
            {
                var length = fresh[position..].IndexOf((byte)'\n');
                if (length < 0 && !isLast)
                {
                    break;
                }

                var line = length < 0 ? fresh[position..] : fresh.Slice(position, length);
                position += length < 0 ? line.Length : length + 1;
                if (!Take(line is [.. var all, (byte)'\r'] ? all : line, limits))
                {
                    return null;
                }
            }

            if (isLast)
            {
                break;
            }

            if (position == 0)
            {
                // One line as long as the buffer.
                return null;
            }
        }

        return _results.Count == 0 || HasDoubles() ? null : pack.Log.HasErrors ? [] : _results;
    }

    private static int Refill(Stream stream, byte[] buffer, int position, int filled)
    {
        var kept = filled - position;
        buffer.AsSpan(position, kept).CopyTo(buffer);
        return kept + stream.ReadAtLeast(buffer.AsSpan(kept), buffer.Length - kept, throwOnEndOfStream: false);
    }

    /// <summary>Takes one line; false when the file is not for this reader.</summary>
    private bool Take(ReadOnlySpan<byte> line, ReadLimits limits)
    {
        if (_reader is null)
        {
            return TakeHeader(line);
        }

        if (line.IsEmpty)
        {
            _row++;
            return true;
        }

        return _row <= limits.ResultRows && (TakePlain(line) || TakeOther(line, limits));
    }

    private bool TakeHeader(ReadOnlySpan<byte> line)
    {
        if (line.IsEmpty || Cells(line) is not { } cells)
        {
            return false;
        }

        var header = Header.Read(new RawRow(_row++, cells), table, described, pack.Log);
        _reader = new RowReader(table, header, pack.Log);
        _width = cells.Length;
        _places = Enumerable.Repeat(-1, _width).ToArray();
        foreach (var (kind, column) in ResultsTable.PlainColumns.Index())
        {
            if (header.PlaceOf(column) is >= 0 and var place)
            {
                _places[place] = kind;
            }
        }

        return header.IsComplete && Enumerable.Range(0, _width).All(header.IsNamed);
    }

    private bool TakePlain(ReadOnlySpan<byte> line)
    {
        SeriesTable.Known? known = null;
        var month = -1;
        var (value, numerator, denominator) = (PlainNumber.Blank, PlainNumber.Blank, PlainNumber.Blank);
        for (var place = 0; ; place++)
        {
            var comma = line.IndexOf((byte)',');
            var cell = comma < 0 ? line : line[..comma];
            var isRead = place < _width && _places[place] switch
            {
                0 => (known = _series.Find(cell)) is not null,
                1 => (month = MonthOf(cell)) >= 0,
                2 => PlainDigits.TryRead(cell, out value),
                3 => PlainDigits.TryRead(cell, out numerator),
                4 => PlainDigits.TryRead(cell, out denominator),
                _ => cell.IsEmpty,
            };
            if (!isRead)
            {
                return false;
            }

            if (comma < 0)
            {
                break;
            }

            line = line[(comma + 1)..];
        }

        if (known is null || month < 0 || !known.HasPeriod(month))
        {
            return false;
        }

        if (known.Percents is { } percents && !value.IsBlank)
        {
            percents(_row, ResultsTable.PlainColumns[2].Name, value.Number);
        }

        _results.Add(known.Series, month, value, numerator, denominator, _row++);
        return true;
    }

    /// <summary>Reads a row as the reader of all tables does.</summary>
    private bool TakeOther(ReadOnlySpan<byte> line, ReadLimits limits)
    {
        if (Cells(line) is not { } cells || cells.Length > limits.Columns || line.Length > limits.CellLength)
        {
            return false;
        }

        var row = new RawRow(_row++, cells);
        if (Array.TrueForAll(cells, cell => cell.Text.Length == 0))
        {
            return true;
        }

        _reader!.Start(row);
        if (described.ReadRow(_reader, pack) is { } result && !_reader.IsSpoilt)
        {
            if (!_numbers.TryGetValue(result.Ref.Value, out var series))
            {
                _numbers[result.Ref.Value] = series = _results.Add(result.Ref, result.Period.Calendar);
            }

            _results.Add(series, result);
        }

        return true;
    }

    /// <summary>Null when the line is no text, or holds a line end of another kind.</summary>
    private static RawCell[]? Cells(ReadOnlySpan<byte> line) =>
        line.Contains((byte)'\r') || !Utf8.IsValid(line) ? null : [.. Encoding.UTF8.GetString(line).Split(',').Select(text => new RawCell(text))];

    private static int MonthOf(ReadOnlySpan<byte> cell)
    {
        if (cell.Length != PeriodLength || cell[4] != '-')
        {
            return -1;
        }

        Span<int> digits = stackalloc int[PeriodLength];
        for (var at = 0; at < PeriodLength; at++)
        {
            digits[at] = cell[at] - '0';
            if (at != 4 && digits[at] is not (>= 0 and <= 9))
            {
                return -1;
            }
        }

        var year = (((((digits[0] * 10) + digits[1]) * 10) + digits[2]) * 10) + digits[3];
        var month = (digits[5] * 10) + digits[6];
        return year is >= 1900 and <= 2199 && month is >= 1 and <= 12 ? (year * 12) + month - 1 : -1;
    }

    /// <summary>Whether two rows are for the same series, period and part.</summary>
    private bool HasDoubles()
    {
        var parts = new HashSet<(int, string)>();
        for (var series = 0; series < _results.Series; series++)
        {
            var last = -1;
            parts.Clear();
            foreach (var place in _results.Order.Of(series))
            {
                var month = ResultOrder.MonthOf(place);
                var part = _results.Whole.Count > 0 && _results.Whole.TryGetValue(ResultOrder.RowOf(place), out var whole) ? whole.Breakdown : null;
                if (part is null ? last == month : !parts.Add((month, part.ToLowerInvariant())))
                {
                    return true;
                }

                last = part is null ? month : last;
            }
        }

        return false;
    }
}
