using Quarterdeck.Domain.Results;
using Quarterdeck.Packs.Cells;

namespace Quarterdeck.Packs.Schemas;

/// <summary>
/// A stretch of the file from one line end to another, read on its own and on any thread: its plain rows into columns, the places of all others. Rows are
/// numbered
/// from the block's first line; whoever puts blocks together knows which that is.
/// </summary>
internal sealed class ResultsBlock
{
    private const int PeriodLength = 7;
    private const int LinesAhead = 16;

    private PlainResult[] _rows = [];

    /// <summary>The bytes; those to be read are from <see cref="Start"/> to before <see cref="End"/>.</summary>
    public byte[] Bytes { get; } = new byte[1 << 20];

    public int Start { get; set; }

    public int End { get; set; }

    /// <summary>The file holds what only the reader of all tables understands.</summary>
    public bool IsRefused { get; private set; }

    public int Lines { get; private set; }

    public ReadOnlySpan<PlainResult> Rows => _rows.AsSpan(0, Count);

    public int Count { get; private set; }

    /// <summary>Lines that are more than a plain row: how many plain rows come before, the line's number, and where it stands.</summary>
    public List<(int Before, int Line, Range Place)> Others { get; } = [];

    /// <param name="series">The known references.</param>
    /// <param name="kinds">What each column is: its place in <see cref="ResultsTable.PlainColumns"/>, or less than nothing.</param>
    public ResultsBlock Read(SeriesTable series, int[] kinds)
    {
        (Count, Lines, IsRefused) = (0, 0, false);
        Others.Clear();
        if (Bytes.AsSpan(Start, End - Start).IndexOfAny((byte)'"', (byte)0) >= 0)
        {
            IsRefused = true;
            return this;
        }

        var references = Array.IndexOf(kinds, 0);
        Span<Range> lines = stackalloc Range[LinesAhead];
        Span<SeriesTable.Place> places = stackalloc SeriesTable.Place[LinesAhead];
        Span<SeriesTable.Slot> found = stackalloc SeriesTable.Slot[LinesAhead];
        for (var position = Start; position < End;)
        {
            var count = 0;
            for (; count < LinesAhead && position < End; count++)
            {
                var length = Bytes.AsSpan(position, End - position).IndexOf((byte)'\n');
                var end = length < 0 ? End : position + length;
                lines[count] = new Range(position, end > position && Bytes[end - 1] == '\r' ? end - 1 : end);
                places[count] = series.PlaceOf(Cell(Bytes.AsSpan(lines[count]), references));
                position = end + 1;
            }

            series.Look(places[..count], found);
            for (var at = 0; at < count; at++, Lines++)
            {
                var line = Bytes.AsSpan(lines[at]);
                if (!line.IsEmpty && !TakePlain(line, series.Find(Cell(line, references), places[at], found[at]), kinds))
                {
                    Others.Add((Count, Lines, lines[at]));
                }
            }
        }

        return this;
    }

    /// <summary>The cell at that place of the line; nothing where the line ends before it.</summary>
    private static ReadOnlySpan<byte> Cell(ReadOnlySpan<byte> line, int place)
    {
        for (; place > 0; place--)
        {
            var before = line.IndexOf((byte)',');
            if (before < 0)
            {
                return default;
            }

            line = line[(before + 1)..];
        }

        var length = line.IndexOf((byte)',');
        return length < 0 ? line : line[..length];
    }

    private bool TakePlain(ReadOnlySpan<byte> line, in SeriesTable.Slot series, int[] kinds)
    {
        var month = -1;
        var (value, numerator, denominator) = (PlainNumber.Blank, PlainNumber.Blank, PlainNumber.Blank);
        for (var place = 0; ; place++)
        {
            var comma = line.IndexOf((byte)',');
            var cell = comma < 0 ? line : line[..comma];
            var isRead = false;
            switch (place < kinds.Length ? kinds[place] : int.MaxValue)
            {
                case 0:
                    isRead = !series.IsEmpty;
                    break;
                case 1:
                    month = MonthOf(cell);
                    isRead = month >= 0;
                    break;
                case 2:
                    isRead = DigitParser.TryRead(cell, out value);
                    break;
                case 3:
                    isRead = DigitParser.TryRead(cell, out numerator);
                    break;
                case 4:
                    isRead = DigitParser.TryRead(cell, out denominator);
                    break;
                case < 0:
                    isRead = cell.IsEmpty;
                    break;
            }

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

        if (series.IsEmpty || month < 0 || !series.HasPeriod(month))
        {
            return false;
        }

        if (Count == _rows.Length)
        {
            Array.Resize(ref _rows, Math.Max(1024, Count * 2));
        }

        _rows[Count++] = new PlainResult(series.Series, month, value, numerator, denominator, Lines);
        return true;
    }

    private static int MonthOf(ReadOnlySpan<byte> cell)
    {
        if (cell.Length != PeriodLength || cell[4] != '-')
        {
            return -1;
        }

        var (year, month) = (0, 0);
        for (var at = 0; at < PeriodLength; at++)
        {
            var digit = cell[at] - '0';
            if (at == 4)
            {
                continue;
            }

            if (digit is not (>= 0 and <= 9))
            {
                return -1;
            }

            (year, month) = at < 4 ? ((year * 10) + digit, month) : (year, (month * 10) + digit);
        }

        return year is >= 1900 and <= 2199 && month is >= 1 and <= 12 ? (year * 12) + month - 1 : -1;
    }
}
