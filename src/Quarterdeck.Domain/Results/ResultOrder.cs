namespace Quarterdeck.Domain.Results;

/// <summary>The rows of a <see cref="ResultList"/> series by series and, within each, by month; of one month in the order given.</summary>
public sealed class ResultOrder
{
    private const int RowBits = 32;
    private const int SeriesAtOnce = 1024;

    private readonly long[] _rows;
    private readonly int[] _starts;

    internal ResultOrder(ResultList results)
    {
        _starts = new int[results.Series + 1];
        for (var row = 0; row < results.Count; row++)
        {
            _starts[results.At(row).Series + 1]++;
        }

        for (var series = 0; series < results.Series; series++)
        {
            _starts[series + 1] += _starts[series];
        }

        var next = _starts.AsSpan(0, results.Series).ToArray();
        _rows = new long[results.Count];
        for (var row = 0; row < results.Count; row++)
        {
            ref readonly var plain = ref results.At(row);
            _rows[next[plain.Series]++] = ((long)plain.Month << RowBits) | (uint)row;
        }

        Parallel.For(0, (results.Series + SeriesAtOnce - 1) / SeriesAtOnce, part =>
        {
            for (var series = part * SeriesAtOnce; series < Math.Min(results.Series, (part + 1) * SeriesAtOnce); series++)
            {
                _rows.AsSpan(_starts[series].._starts[series + 1]).Sort();
            }
        });
    }

    /// <summary>The places of a series' rows with their months, for <see cref="RowOf"/> and <see cref="MonthOf"/>.</summary>
    public ReadOnlySpan<long> Of(int series) => _rows.AsSpan(_starts[series].._starts[series + 1]);

    public static int RowOf(long place) => unchecked((int)place);

    public static int MonthOf(long place) => (int)(place >> RowBits);
}
