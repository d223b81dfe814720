using System.Buffers;

namespace Quarterdeck.Domain.Kernel;

/// <summary>
/// Rows in any order, sorted by counting into blocks of neighbouring series, so that each block is put in order and rated
/// inside a processor's cache. Rows of one block keep the order they were given in.
/// </summary>
internal sealed class RowBlocks : IDisposable
{
    /// <summary>16 bytes each: half a megabyte.</summary>
    private const int MostCells = 1 << 15;

    /// <summary>A series' cells fill whole vectors.</summary>
    private const int Vector = 4;

    private readonly ResultColumns _columns;
    private readonly int _seriesCount;
    private readonly int _periodCount;
    private readonly int _shift;
    private readonly Row[] _rows;
    private readonly int[] _starts;

    private RowBlocks(in ResultColumns columns, int seriesCount, int periodCount, int degree)
    {
        columns.Check();
        (_columns, _seriesCount, _periodCount) = (columns, seriesCount, periodCount);
        Stride = (periodCount + Vector - 1) / Vector * Vector;
        _shift = Math.Max(0, int.Log2(Math.Max(1, MostCells / Stride)));
        Count = (int)(((long)seriesCount + SeriesInBlock - 1) >> _shift);
        _rows = ArrayPool<Row>.Shared.Rent(columns.Count);
        _starts = new int[Count + 1];
        Sort(degree);
    }

    /// <summary>How many blocks there are.</summary>
    public int Count { get; }

    /// <summary>Cells from one series to the next.</summary>
    public int Stride { get; }

    public int SeriesInBlock => 1 << _shift;

    public int CellsInBlock => SeriesInBlock * Stride;

    public static RowBlocks Of(in ResultColumns columns, int seriesCount, int periodCount, int degree) =>
        new(columns, seriesCount, periodCount, degree);

    public ReadOnlySpan<Row> Rows(int block) => _rows.AsSpan(_starts[block].._starts[block + 1]);

    public void Dispose() => ArrayPool<Row>.Shared.Return(_rows);

    private void Sort(int degree)
    {
        var next = new int[degree][];
        var wrong = new int[degree];
        Workers.Run(degree, part => (next[part], wrong[part]) = Tally(Part(part, degree)));
        Refuse(wrong, "is for a series or period that was not announced");
        var at = 0;
        for (var block = 0; block < Count; block++)
        {
            _starts[block] = at;
            foreach (var tally in next)
            {
                (tally[block], at) = (at, at + tally[block]);
            }
        }

        _starts[Count] = at;
        Workers.Run(degree, part => wrong[part] = Send(Part(part, degree), next[part]));
        Refuse(wrong, "has a denominator below any that can be meant");
    }

    private Range Part(int part, int degree) =>
        (int)((long)_columns.Count * part / degree)..(int)((long)_columns.Count * (part + 1) / degree);

    /// <summary>Rows in each block, and the first row that fits nowhere (or -1).</summary>
    private (int[] Tally, int Wrong) Tally(Range part)
    {
        var tally = new int[Count];
        var series = _columns.Series.Span[part];
        var periods = _columns.Periods.Span[part];
        unchecked
        {
            for (var row = 0; row < series.Length; row++)
            {
                if ((uint)series[row] >= (uint)_seriesCount || (uint)periods[row] >= (uint)_periodCount)
                {
                    return (tally, part.Start.Value + row);
                }

                tally[series[row] >> _shift]++;
            }
        }

        return (tally, -1);
    }

    /// <summary>Sends rows to their blocks; gives the first whose denominator cannot be held (or -1).</summary>
    private int Send(Range part, int[] next)
    {
        var series = _columns.Series.Span[part];
        var periods = _columns.Periods.Span[part];
        var numerators = _columns.Numerators.Span[part];
        var denominators = _columns.Denominators.IsEmpty ? default : _columns.Denominators.Span[part];
        var states = _columns.States.IsEmpty ? default : _columns.States.Span[part];
        var (mask, stride, shift, rows) = (SeriesInBlock - 1, Stride, _shift, _rows);
        unchecked
        {
            for (var row = 0; row < series.Length; row++)
            {
                var denominator = denominators.IsEmpty ? 1 : denominators[row];
                if (denominator <= Cells.Least)
                {
                    return part.Start.Value + row;
                }

                var state = states.IsEmpty ? RowState.Number : states[row];
                if (state >= RowState.Marker)
                {
                    denominator = state == RowState.Marker ? Cells.Marker : Cells.Waiting;
                }

                rows[next[series[row] >> shift]++] = new Row(
                    ((series[row] & mask) * stride) + periods[row], state == RowState.Forecast, numerators[row], denominator);
            }
        }

        return -1;
    }

    private void Refuse(int[] wrong, string why)
    {
        var first = wrong.Where(row => row >= 0).DefaultIfEmpty(-1).First();
        if (first >= 0)
        {
            Dispose();
            throw new ArgumentException(
                $"Row {first} (series {_columns.Series.Span[first]}, period {_columns.Periods.Span[first]}) {why}.", nameof(wrong));
        }
    }
}
