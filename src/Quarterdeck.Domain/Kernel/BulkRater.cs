using System.Runtime.InteropServices;

namespace Quarterdeck.Domain.Kernel;

/// <summary>
/// Rates millions of results at once by the rules one result is rated by: columns in, ratings out, exact whole-number
/// arithmetic throughout. Rows may come in any order; they are laid into a cube of series by period first.
/// </summary>
public sealed class BulkRater
{
    private readonly BulkSeriesRater[] _rules;
    private readonly int[] _ruleOf;
    private readonly int _periods;

    /// <param name="rules">One for each indicator.</param>
    /// <param name="ruleOf">For each series, which rule rates it.</param>
    /// <param name="periods">How many periods there are; every rule has as many standards.</param>
    public BulkRater(IReadOnlyList<BulkRule> rules, int[] ruleOf, int periods)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(periods);
        foreach (var rule in rules)
        {
            if (rule.Standards.Count != periods || rule.YtdStandards.Count != periods || rule.StartsYear.Count != periods)
            {
                throw new ArgumentException($"A rule has {rule.Standards.Count} standards for {periods} periods.", nameof(rules));
            }
        }

        _rules = [.. rules.Select(rule => new BulkSeriesRater(rule, periods))];
        (_ruleOf, _periods) = (ruleOf, periods);
    }

    /// <param name="results">The columns.</param>
    /// <param name="threads">How many threads may work at once, from 1.</param>
    /// <exception cref="ArgumentException">A series and period occurs twice, or lies outside the cube.</exception>
    public BulkRatings Rate(BulkResults results, int threads = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        var cells = checked(_ruleOf.Length * _periods);
        var cube = GC.AllocateUninitializedArray<BulkCell>(cells);
        InParallel(threads, cells, (from, to) => cube.AsSpan(from, to - from).Clear());
        var widest = new long[threads];
        InParallel(threads, results.Count, (part, from, to) => widest[part] = Lay(results, from, to, cube));
        var rating = GC.AllocateUninitializedArray<sbyte>(cells);
        var ytd = GC.AllocateUninitializedArray<sbyte>(cells);
        var direction = GC.AllocateUninitializedArray<sbyte>(cells);
        var latest = new int[_ruleOf.Length];
        var present = new long[threads];
        var largest = widest.Max();
        InParallel(threads, _ruleOf.Length, (part, from, to) =>
        {
            var found = 0L;
            for (var series = from; series < to; series++)
            {
                var start = series * _periods;
                found += _rules[_ruleOf[series]].Rate(
                    cube.AsSpan(start, _periods), largest, rating.AsSpan(start, _periods), ytd.AsSpan(start, _periods), direction.AsSpan(start, _periods), out latest[series]);
            }

            present[part] = found;
        });
        return present.Sum() == results.Count
            ? new BulkRatings(_periods, rating, ytd, direction, latest)
            : throw new ArgumentException($"{results.Count - present.Sum()} results are for a series and period that another result is for.", nameof(results));
    }

    /// <summary>Puts rows in their places; returns the largest figure met.</summary>
    private long Lay(BulkResults results, int from, int to, BulkCell[] cube)
    {
        var (series, period, numerator, denominator) = (results.Series, results.Period, results.Numerator, results.Denominator);
        var (periods, count) = ((uint)_periods, (uint)_ruleOf.Length);
        ulong widest = 0;
        for (var row = from; row < to; row++)
        {
            if ((uint)series[row] >= count || (uint)period[row] >= periods || denominator[row] < BulkResults.NoDenominator)
            {
                throw new ArgumentException($"Row {row} lies outside the series and periods, or its denominator is below zero.", nameof(results));
            }

            unchecked
            {
                // Zeroed memory means nothing was returned, so a denominator is stored one higher and a value as -1.
                var stored = denominator[row] == BulkResults.NoDenominator ? BulkCell.Value : denominator[row] + 1;
                cube[(series[row] * _periods) + period[row]] = new BulkCell(numerator[row], stored);
                var sign = numerator[row] >> 63;
                widest |= (ulong)((numerator[row] ^ sign) | (stored & ~(stored >> 63)));
            }
        }

        return (long)Math.Min(widest & long.MaxValue, long.MaxValue - 1);
    }

    private static void InParallel(int threads, int count, Action<int, int> work) => InParallel(threads, count, (_, from, to) => work(from, to));

    private static void InParallel(int threads, int count, Action<int, int, int> work)
    {
        if (threads == 1)
        {
            work(0, 0, count);
            return;
        }

        Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, part =>
            work(part, (int)((long)count * part / threads), (int)((long)count * (part + 1) / threads)));
    }
}

/// <summary>One place of the cube.</summary>
/// <param name="Numerator">Or the value.</param>
/// <param name="Stored">0: nothing; <see cref="Value"/>: a value; else the denominator and one.</param>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct BulkCell(long Numerator, long Stored)
{
    public const long Value = -1;
}
