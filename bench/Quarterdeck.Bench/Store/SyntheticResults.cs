namespace Quarterdeck.Bench.Store;

/// <summary>
/// The same made-up results every time: units with 200 indicators of 50 months from April 2022. Nine indicators of ten are
/// percentages shown to one decimal with a numerator and a denominator (one in a hundred is zero) and a ratio as year to
/// date; the tenth is a count with a mean. Every second indicator is better lower.
/// </summary>
public sealed class SyntheticResults
{
    public const int Indicators = 200;
    public const int Months = 50;
    public const int RowsInUnit = Indicators * Months;

    private const int Seed = 20261121;

    public SyntheticResults(int rows)
    {
        Series = rows / Months;
        (Numerators, Denominators) = (new int[rows], new int[rows]);
        var random = new Random(Seed);
        for (var series = 0; series < Series; series++)
        {
            Make(series, random);
        }

        Columns = Shuffled(random);
    }

    public int Series { get; }

    public int Rows => Numerators.Length;

    /// <summary>In order: series after series, month after month.</summary>
    public int[] Numerators { get; }

    /// <summary>In order; 1 beside a count.</summary>
    public int[] Denominators { get; }

    /// <summary>The same rows shuffled.</summary>
    public ShuffledResults Columns { get; }

    public static bool IsCount(int indicator) => indicator % 10 == 9;

    public static bool IsLowerBetter(int indicator) => indicator % 2 == 1;

    private void Make(int series, Random random)
    {
        var indicator = series % Indicators;
        var usual = 300 + random.Next(500);
        for (var row = series * Months; row < (series + 1) * Months; row++)
        {
            var level = usual + random.Next(-120, 121);
            if (IsCount(indicator))
            {
                (Numerators[row], Denominators[row]) = (level, 1);
                continue;
            }

            var denominator = random.Next(100) == 0 ? 0 : 20 + random.Next(980);
            (Numerators[row], Denominators[row]) = (denominator * level / 1000, denominator);
        }
    }

    private ShuffledResults Shuffled(Random random)
    {
        var order = new int[Rows];
        for (var row = 0; row < order.Length; row++)
        {
            order[row] = row;
        }

        random.Shuffle(order);
        var (series, months) = (new int[Rows], new int[Rows]);
        var (numerators, denominators) = (new long[Rows], new long[Rows]);
        for (var at = 0; at < order.Length; at++)
        {
            (series[at], months[at]) = (order[at] / Months, order[at] % Months);
            (numerators[at], denominators[at]) = (Numerators[order[at]], Denominators[order[at]]);
        }

        return new ShuffledResults(series, months, numerators, denominators);
    }
}

/// <summary>The rows in any order, a list for each column.</summary>
/// <param name="Series">Which series.</param>
/// <param name="Months">Which month, from 0.</param>
/// <param name="Numerators">What was counted, or the value of a count.</param>
/// <param name="Denominators">Out of how many; 1 beside a count.</param>
public sealed record ShuffledResults(
    IReadOnlyList<int> Series, IReadOnlyList<int> Months, IReadOnlyList<long> Numerators, IReadOnlyList<long> Denominators);
