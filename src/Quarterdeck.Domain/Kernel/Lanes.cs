namespace Quarterdeck.Domain.Kernel;

/// <summary>One thread's work: fills a block's cells and sends each series down the lane that fits it.</summary>
internal sealed class Lanes(BulkSeries series, BulkRatings ratings, RowBlocks blocks, bool haveStates)
{
    private readonly Cells _cells = new(blocks.CellsInBlock);
    private readonly ColumnLane _columns = new(series, ratings, blocks.Stride);
    private readonly ExactLane _exact = new(series, ratings);

    /// <summary>Rates a block; gives how many of its rows fell on a taken place.</summary>
    public int Rate(int block)
    {
        var taken = _cells.Fill(blocks.Rows(block), haveStates);
        var first = block * blocks.SeriesInBlock;
        var count = Math.Min(blocks.SeriesInBlock, series.Count - first);
        for (var local = 0; local < count; local++)
        {
            var at = local * blocks.Stride;
            var numerators = _cells.Numerators.AsSpan(at, blocks.Stride);
            var denominators = _cells.Denominators.AsSpan(at, blocks.Stride);
            var forecasts = haveStates ? _cells.Forecasts.AsSpan(at, series.Axis.Count) : [];
            var schedule = series.Schedules[series.ScheduleOf[first + local]];
            if (forecasts.Contains(true) || !_columns.TryRate(first + local, schedule, numerators, denominators))
            {
                _exact.Rate(first + local, schedule, numerators, denominators, forecasts);
            }

            ratings.LatestColumn[first + local] = Latest(denominators[..series.Axis.Count], forecasts);
        }

        return taken;
    }

    private static int Latest(ReadOnlySpan<long> denominators, ReadOnlySpan<bool> forecasts)
    {
        var waiting = -1;
        for (var period = denominators.Length - 1; period >= 0; period--)
        {
            var denominator = denominators[period];
            if (denominator == Cells.Missing || (!forecasts.IsEmpty && forecasts[period]))
            {
                continue;
            }

            if (denominator != Cells.Waiting)
            {
                return period;
            }

            waiting = waiting < 0 ? period : waiting;
        }

        return waiting;
    }
}
