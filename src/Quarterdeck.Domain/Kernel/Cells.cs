namespace Quarterdeck.Domain.Kernel;

/// <summary>The cells of one block of series, period after period, each series on its own stretch; small enough for a processor's own cache.</summary>
/// <param name="count">Cells in a block.</param>
internal sealed class Cells(int count)
{
    /// <summary>A denominator that says there is no row.</summary>
    public const long Missing = long.MinValue;

    /// <summary>A denominator that says a marker stands here and takes the latest place.</summary>
    public const long Marker = long.MinValue + 1;

    /// <summary>A denominator that says a marker stands here that does not.</summary>
    public const long Waiting = long.MinValue + 2;

    /// <summary>Every real denominator is above it.</summary>
    public const long Least = -(1L << 62);

    public long[] Numerators { get; } = new long[count];

    /// <summary>A denominator, anything above <see cref="Least"/> beside a value, or what stands there instead.</summary>
    public long[] Denominators { get; } = new long[count];

    /// <summary>Which numbers are forecasts; cleared and written only where rows carry states.</summary>
    public bool[] Forecasts { get; } = new bool[count];

    /// <summary>Puts a block's rows in their places; gives how many rows fell on a place that was taken.</summary>
    public int Fill(ReadOnlySpan<Row> rows, bool haveStates)
    {
        Array.Fill(Denominators, Missing);
        var (numerators, denominators, taken) = (Numerators, Denominators, 0);
        foreach (ref readonly var row in rows)
        {
            taken += denominators[row.Cell] != Missing ? 1 : 0;
            numerators[row.Cell] = row.Numerator;
            denominators[row.Cell] = row.Denominator;
        }

        if (haveStates)
        {
            Array.Clear(Forecasts);
            foreach (ref readonly var row in rows)
            {
                Forecasts[row.Cell] = row.IsForecast;
            }
        }

        return taken;
    }
}
