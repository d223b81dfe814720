using System.Globalization;
using System.Text;
using System.Text.Unicode;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Results;
using Quarterdeck.Packs.Cells;
using Quarterdeck.Packs.Csv;
using Quarterdeck.Packs.Files;
using Quarterdeck.Packs.Rows;
using Quarterdeck.Packs.Tables;

namespace Quarterdeck.Packs.Schemas;

/// <summary>
/// Reads a large table of results from the bytes of its CSV into columns. A plain row (a reference, a month, plain figures) is read without an object; any
/// other row
/// is read as every table is. A file this cannot do justice to (quotation marks, other delimiters, doubled rows) is left to the reader of all tables, whose
/// findings
/// are the ones that count.
/// </summary>
internal sealed class ResultsCsv(ResultsTable described, RawTable table, PackReadContext pack)
{
    private const int RowsBetweenReports = 1_000_000;

    private static readonly int Ahead = Environment.ProcessorCount;

    private readonly ResultList _results = new();
    private readonly List<PercentsOf?> _percents = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Queue<Task<ResultsBlock>> _underway = new();
    private readonly Stack<ResultsBlock> _free = new();
    private bool _hasPlain;
    private bool _hasMonths;
    private int _row = 1;
    private RowReader? _reader;
    private int[] _kinds = [];
    private SeriesTable _series = new(0);

    /// <returns>Null when the file is for the reader of all tables, which then must start anew.</returns>
    public IReadOnlyList<Result>? Read(Func<Stream> open, ReadLimits limits)
    {
        List<Indicator> known = [.. pack.OnlyVersions()];
        _series = new SeriesTable(known.Count, pack.IsCanonical);
        foreach (var indicator in known)
        {
            _numbers[indicator.Ref.Value] = _results.Add(indicator.Ref, indicator.ResultCalendar);
            _series.Add(Encoding.UTF8.GetBytes(indicator.Ref.Value), indicator);
            _percents.Add(pack.Percents.Of(described.Name, indicator));
        }

        using var stream = open();
        return ReadAll(stream, limits) && _results.Count > 0 && !HasDoubtfulPeriods() && !HasDoubles() ? pack.Log.HasErrors ? [] : _results : null;
    }

    /// <summary>Reads block after block, so many of them at once as there are processors, and puts them together in their order.</summary>
    private bool ReadAll(Stream stream, ReadLimits limits)
    {
        var block = new ResultsBlock();
        var kept = 0;
        for (var isFirst = true; ; isFirst = false)
        {
            var filled = kept + stream.ReadAtLeast(block.Bytes.AsSpan(kept), block.Bytes.Length - kept, throwOnEndOfStream: false);
            var fresh = block.Bytes.AsSpan(0, filled);
            var isLast = filled < block.Bytes.Length;
            block.Start = 0;
            block.End = isLast ? filled : fresh.LastIndexOf((byte)'\n') + 1;

            // One line as long as the buffer is for the reader of all tables.
            if ((block.End == 0 && !isLast) || (isFirst && !TakeStart(block, fresh)))
            {
                return false;
            }

            var next = _free.Count > 0 ? _free.Pop() : new ResultsBlock();
            var rest = fresh[block.End..];
            rest.CopyTo(next.Bytes);
            kept = rest.Length;
            var begun = block;
            _underway.Enqueue(Task.Run(() => begun.Read(_series, _kinds), limits.Stop));
            while (_underway.Count > (isLast ? 0 : Ahead))
            {
                limits.Stop.ThrowIfCancellationRequested();
                if (!Take(_underway.Dequeue().GetAwaiter().GetResult(), limits))
                {
                    return false;
                }
            }

            if (isLast)
            {
                return true;
            }

            block = next;
        }
    }

    /// <summary>Takes what comes before the rows: a mark of the encoding, the header.</summary>
    private bool TakeStart(ResultsBlock block, ReadOnlySpan<byte> fresh)
    {
        block.Start = fresh.StartsWith("\uFEFF"u8) ? 3 : 0;
        var length = fresh[block.Start..block.End].IndexOf((byte)'\n');
        if (length < 0
            || fresh.IndexOfAny((byte)'"', (byte)0) >= 0
            || CsvDelimiter.Of(fresh) != ','
            || CsvEncoding.Refuse(table.File, fresh) is not null
            || fresh[block.Start..].StartsWith("sep="u8))
        {
            return false;
        }

        var header = fresh.Slice(block.Start, length) is [.. var all, (byte)'\r'] ? all : fresh.Slice(block.Start, length);
        block.Start += length + 1;
        return TakeHeader(header);
    }

    /// <summary>Takes a block's rows in their order; false when the file is not for this reader.</summary>
    private bool Take(ResultsBlock block, ReadLimits limits)
    {
        if (block.IsRefused || _row + block.Lines - 1 > limits.ResultRows)
        {
            return false;
        }

        var at = 0;
        foreach (var (before, line, place) in block.Others)
        {
            Take(block.Rows[at..before]);
            if (!TakeOther(block.Bytes.AsSpan(place), _row + line, limits))
            {
                return false;
            }

            at = before;
        }

        Take(block.Rows[at..]);
        var reported = _row / RowsBetweenReports;
        _row += block.Lines;
        if (_row / RowsBetweenReports > reported)
        {
            limits.Progress?.Report(
                string.Create(CultureInfo.InvariantCulture, $"  {_row / RowsBetweenReports * RowsBetweenReports:N0} rows of {table.File} read ..."));
        }

        _free.Push(block);
        return true;
    }

    private void Take(ReadOnlySpan<PlainResult> rows)
    {
        foreach (ref readonly var plain in rows)
        {
            var row = _row + plain.Number;
            _hasPlain = true;
            _hasMonths = _hasMonths || !PeriodText.NamesYear(ResultList.MonthOf(plain.Month));
            if (!plain.Value.IsBlank && _percents[plain.Series] is { } percents)
            {
                percents(row, ResultsTable.PlainColumns[2].Name, plain.Value.Number);
            }

            _results.Add(plain, row);
        }
    }

    private bool TakeHeader(ReadOnlySpan<byte> line)
    {
        if (line.IsEmpty || Cells(line) is not { } cells)
        {
            return false;
        }

        var header = Header.Read(new RawRow(_row++, cells), table, described.Name, described.Columns, pack);
        _reader = new RowReader(table, header, pack.Log);
        _kinds = Enumerable.Repeat(-1, cells.Length).ToArray();
        foreach (var (kind, column) in ResultsTable.PlainColumns.Index())
        {
            if (header.PlaceOf(column) is >= 0 and var place)
            {
                _kinds[place] = kind;
            }
        }

        return header.IsComplete && Enumerable.Range(0, _kinds.Length).All(header.IsNamed);
    }

    /// <summary>Reads a row as the reader of all tables does.</summary>
    private bool TakeOther(ReadOnlySpan<byte> line, int number, ReadLimits limits)
    {
        if (Cells(line) is not { } cells || cells.Length > limits.Columns || line.Length > limits.CellLength)
        {
            return false;
        }

        var row = new RawRow(number, cells);
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

    /// <summary>Whether every period may as well be a year: the reader of all tables then tells so.</summary>
    private bool HasDoubtfulPeriods() =>
        !pack.IsCanonical && _hasPlain && !_hasMonths && !pack.Periods.HasMonths;

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
