using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Kernel;
using Quarterdeck.Domain.Ratings;
using Quarterdeck.Domain.Targets;

namespace Quarterdeck.Bench.Ratings;

/// <summary>
/// Synthetic results of many councils: 200 indicators over 50 months, four in five a percentage from numerator and
/// denominator (one in a hundred of them zero), one in five a count; targets phased by year; both polarities; the year to
/// date starts each April. The same seed gives the same data.
/// </summary>
public sealed class RatingData
{
    public const int Indicators = 200;
    public const int Months = 50;
    public const int Per = 100;

    private RatingData(int units, BulkResults rows) => (Units, Rows) = (units, rows);

    public int Units { get; }

    /// <summary>In an order no one could guess.</summary>
    public BulkResults Rows { get; }

    public int Series => Units * Indicators;

    public static bool IsCount(int indicator) => indicator % 5 == 4;

    public static bool HigherIsBetter(int indicator) => indicator % 3 != 0;

    /// <summary>The financial year a month belongs to; month 0 is an April.</summary>
    public static int Year(int month) => month / 12;

    public static int MonthOfYear(int month) => (month % 12) + 1;

    public static long Target(int indicator, int month) => IsCount(indicator)
        ? 400 + (indicator % 7 * 50) + (Year(month) * 10)
        : 55 + (indicator % 30) + Year(month);

    public static long Floor(int indicator, int month) => HigherIsBetter(indicator)
        ? Target(indicator, month) - (IsCount(indicator) ? 60 : 6)
        : Target(indicator, month) + (IsCount(indicator) ? 60 : 6);

    public static RatingData Make(int rows)
    {
        var units = Math.Max(1, rows / Indicators / Months);
        var count = units * Indicators * Months;
        var (series, period) = (new int[count], new short[count]);
        var (above, below) = (new long[count], new long[count]);
        var random = new Random(20251121);
        for (var cell = 0; cell < count; cell++)
        {
            var indicator = cell / Months % Indicators;
            (series[cell], period[cell]) = (cell / Months, (short)(cell % Months));
            if (IsCount(indicator))
            {
                (above[cell], below[cell]) = (random.Next(300, 900), BulkResults.NoDenominator);
            }
            else
            {
                below[cell] = random.Next(100) == 0 ? 0 : random.Next(20, 2000);
                above[cell] = below[cell] * random.Next(450, 1000) / 1000;
            }
        }

        for (var last = count - 1; last > 0; last--)
        {
            var other = random.Next(last + 1);
            (series[last], series[other]) = (series[other], series[last]);
            (period[last], period[other]) = (period[other], period[last]);
            (above[last], above[other]) = (above[other], above[last]);
            (below[last], below[other]) = (below[other], below[last]);
        }

        return new RatingData(units, new BulkResults(series, period, above, below));
    }

    /// <summary>The same rows in order of series and period, for the plain loop.</summary>
    public (long[] Above, long[] Below) InOrder()
    {
        var (above, below) = (new long[Rows.Count], new long[Rows.Count]);
        for (var row = 0; row < Rows.Count; row++)
        {
            var cell = (Rows.Series[row] * Months) + Rows.Period[row];
            (above[cell], below[cell]) = (Rows.Numerator[row], Rows.Denominator[row]);
        }

        return (above, below);
    }

    public BulkRater Rater() => new(
        [.. Enumerable.Range(0, Indicators).Select(indicator => new BulkRule
        {
            Scheme = RatingScheme.RagFloor,
            Polarity = HigherIsBetter(indicator) ? Polarity.Higher : Polarity.Lower,
            Decimals = 0,
            Per = Per,
            Ytd = IsCount(indicator) ? YtdMethod.Sum : YtdMethod.Ratio,
            Standards = [.. Enumerable.Range(0, Months).Select(month => Standard(indicator, month, 1))],
            YtdStandards = [.. Enumerable.Range(0, Months).Select(month => Standard(indicator, month, IsCount(indicator) ? MonthOfYear(month) : 1))],
            StartsYear = [.. Enumerable.Range(0, Months).Select(month => month % 12 == 0)],
        })],
        [.. Enumerable.Range(0, Series).Select(series => series % Indicators)],
        Months);

    private static Standard Standard(int indicator, int month, int months) =>
        new() { Target = Target(indicator, month) * months, Floor = Floor(indicator, month) * months };
}
