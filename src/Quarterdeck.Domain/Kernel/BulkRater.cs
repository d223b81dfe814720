namespace Quarterdeck.Domain.Kernel;

/// <summary>
/// Rates many series at once by the full rules: columns of results in, a rating, year to date, year-to-date rating and
/// direction (by the indicator's first method) out, per series and period. Made by <see cref="BulkRaterBuilder"/>; may be
/// used again and from several threads.
/// </summary>
/// <remarks>
/// Two lanes give the same answers. The column lane rates four periods at a time in whole numbers; it takes series rated on
/// the displayed figure where higher, lower or neither is better and the direction is from the period before, and whose
/// numbers, multiplied and summed over a year, stay within 2^51. Every other series (rated exactly, on target, in a range,
/// other directions, sums or means of fractions, forecasts, negative denominators, larger numbers) takes the exact lane, one
/// figure at a time through the code that rates one indicator.
/// While rating, 24 bytes a row are held beside the columns, and half a megabyte for each thread.
/// </remarks>
public sealed class BulkRater
{
    private readonly BulkSeries _series;

    internal BulkRater(BulkSeries series) => _series = series;

    public PeriodAxis Axis => _series.Axis;

    /// <summary>How many series there are.</summary>
    public int Series => _series.Count;

    /// <summary>Rates every series.</summary>
    /// <param name="columns">Results in any order.</param>
    /// <param name="degreeOfParallelism">Threads to use, at least 1. The answer does not depend on it.</param>
    /// <exception cref="ArgumentException">A row is for an unknown series or period; the message says which.</exception>
    /// <exception cref="OverflowException">A figure has more than 28 significant digits.</exception>
    public BulkRatings Rate(ResultColumns columns, int degreeOfParallelism = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(degreeOfParallelism, 1);
        using var blocks = RowBlocks.Of(columns, _series.Count, Axis.Count, degreeOfParallelism);
        var ratings = new BulkRatings(_series);
        var (next, duplicates) = (-1, 0);
        Workers.Run(degreeOfParallelism, _ =>
        {
            var lanes = new Lanes(_series, ratings, blocks, !columns.States.IsEmpty);
            for (var block = Interlocked.Increment(ref next); block < blocks.Count; block = Interlocked.Increment(ref next))
            {
                Interlocked.Add(ref duplicates, lanes.Rate(block));
            }
        });
        ratings.Duplicates = duplicates;
        return ratings;
    }
}
