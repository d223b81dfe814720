using Quarterdeck.Domain.Indicators;

namespace Quarterdeck.Domain.Kernel;

/// <summary>A bulk rule made ready: its standards as steps, its multipliers as whole numbers.</summary>
internal sealed class BulkSeriesRater
{
    private readonly RatingSteps[] _steps;
    private readonly RatingSteps[] _ytdSteps;
    private readonly StepPair[]? _pairs;
    private readonly StepPair[]? _ytdPairs;
    private readonly bool[] _startsYear;
    private readonly YtdMethod _ytd;
    private readonly long _ratio;
    private readonly (long Times, long Over) _shown;
    private readonly int _good;
    private readonly int _periods;

    public BulkSeriesRater(BulkRule rule, int periods)
    {
        if (rule.Ytd is YtdMethod.Weighted or YtdMethod.Supplied)
        {
            throw new ArgumentException($"A year to date that is {rule.Ytd} needs figures of its own and cannot be rated in bulk.", nameof(rule));
        }

        var known = new Dictionary<Targets.Standard, RatingSteps>(ReferenceEqualityComparer.Instance);
        RatingSteps Compile(Targets.Standard standard)
        {
            if (!known.TryGetValue(standard, out var steps))
            {
                known[standard] = steps = RatingSteps.Of(BandCuts.Compile(rule.Scheme.Rows, rule.Polarity, standard), rule.Decimals);
            }

            return steps;
        }

        _steps = [.. rule.Standards.Select(Compile)];
        _ytdSteps = [.. rule.YtdStandards.Select(Compile)];
        (_pairs, _ytdPairs) = (RatingSteps.Pairs(_steps), RatingSteps.Pairs(_ytdSteps));
        _startsYear = [.. rule.StartsYear];
        (_ytd, _periods) = (rule.Ytd, periods);
        _ratio = checked(rule.Per * (long)Scaled.PowerOfTen(rule.Decimals));
        var common = Math.Min(rule.Places, rule.Decimals);
        _shown = ((long)Scaled.PowerOfTen(rule.Decimals - common), (long)Scaled.PowerOfTen(rule.Places - common));
        _good = rule.Polarity switch
        {
            Polarity.Higher => 1,
            Polarity.Lower => -1,
            Polarity.OnTarget or Polarity.Range or Polarity.Neutral => 0,
        };
    }

    /// <summary>Rates one series; returns how many results it has.</summary>
    /// <param name="cells">Its periods in order.</param>
    /// <param name="largest">No figure of the whole set is larger: where sums and products of it fit, they are not checked again.</param>
    /// <param name="rating">Out.</param>
    /// <param name="ytd">Out.</param>
    /// <param name="direction">Out.</param>
    /// <param name="latest">Last period with a number, or -1.</param>
    public int Rate(ReadOnlySpan<BulkCell> cells, long largest, Span<sbyte> rating, Span<sbyte> ytd, Span<sbyte> direction, out int latest)
    {
        var room = long.MaxValue / 4 / Math.Max(_ratio, _shown.Times) / Math.Max(_periods, 1);
        if (largest <= room && _pairs is not null && _ytdPairs is not null && _shown is { Times: 1, Over: 1 }
            && _ytd is YtdMethod.Ratio or YtdMethod.Sum && Quick(cells, rating, ytd, direction, out latest) is >= 0 and var found)
        {
            return found;
        }

        return largest <= room
            ? Rate<long>(cells, rating, ytd, direction, out latest)
            : Rate<Int128>(cells, rating, ytd, direction, out latest);
    }

    /// <summary>
    /// The common case without detours: every cell a fraction with a ratio for the year, or every cell a value with a sum.
    /// Any other cell gives the series back (-1), and the general routine begins again.
    /// </summary>
    private int Quick(ReadOnlySpan<BulkCell> cells, Span<sbyte> rating, Span<sbyte> ytd, Span<sbyte> direction, out int latest)
    {
        var pairs = _pairs.AsSpan(0, cells.Length);
        var ytdPairs = _ytdPairs.AsSpan(0, cells.Length);
        var starts = _startsYear.AsSpan(0, cells.Length);
        var (ratio, good, isRatio) = (_ratio, _good, _ytd == YtdMethod.Ratio);
        long above = 0, below = 0, previous = 0;
        var (found, has, whole) = (0, false, false);
        latest = -1;
        unchecked
        {
            for (var period = 0; period < cells.Length; period++)
            {
                if (starts[period])
                {
                    (above, below, whole) = (0, 0, true);
                }

                var (numerator, stored) = cells[period];
                if (stored == 0)
                {
                    (whole, has) = (false, false);
                    (rating[period], ytd[period], direction[period]) = (BulkCode.NoResult, BulkCode.Incomplete, BulkCode.NoResult);
                    continue;
                }

                if (stored > 0 != isRatio)
                {
                    return -1;
                }

                found++;
                above += numerator;
                below += stored - 1;
                var isNumber = !isRatio || stored > 1;
                var number = !isRatio ? numerator : isNumber ? WholeOf(numerator * ratio, stored - 1) : 0;
                rating[period] = isNumber ? pairs[period].Classify(number) : BulkCode.Nil;
                ytd[period] = !whole || (isRatio && below == 0) ? BulkCode.Incomplete
                    : ytdPairs[period].Classify(isRatio ? WholeOf(above * ratio, below) : above);
                direction[period] = isNumber && has && good != 0 ? (sbyte)(((number > previous ? 1 : 0) - (number < previous ? 1 : 0)) * good) : BulkCode.NoResult;
                (previous, has) = (number, isNumber);
                latest = isNumber ? period : latest;
            }
        }

        return found;
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]
    private static long WholeOf(long above, long below) =>
        above is >= 0 and < 1L << 50 && below < 1L << 50 ? Rounding.Near(above, below) : Rounding.Quotient(above, below);

    /// <summary>The one routine for both widths.</summary>
    private int Rate<T>(ReadOnlySpan<BulkCell> cells, Span<sbyte> rating, Span<sbyte> ytd, Span<sbyte> direction, out int latest)
        where T : struct, System.Numerics.IBinaryInteger<T>
    {
        var (found, previous, hasPrevious) = (0, 0L, false);
        var year = new YearSoFar<T>();
        latest = -1;
        for (var period = 0; period < cells.Length; period++)
        {
            if (_startsYear[period])
            {
                year = new YearSoFar<T> { Whole = true };
            }

            var cell = cells[period];
            if (cell.Stored == 0)
            {
                year.Whole = false;
                (rating[period], ytd[period], direction[period], hasPrevious) = (BulkCode.NoResult, Year(period, ref year, false, 0), BulkCode.NoResult, false);
                continue;
            }

            found++;
            var (number, isNumber) = Figure<T>(cell, ref year);
            rating[period] = isNumber ? (sbyte)_steps[period].Classify(number) : BulkCode.Nil;
            direction[period] = isNumber && hasPrevious && _good != 0 ? (sbyte)(number.CompareTo(previous) * _good) : BulkCode.NoResult;
            ytd[period] = Year(period, ref year, isNumber, number);
            (previous, hasPrevious) = (number, isNumber);
            latest = isNumber ? period : latest;
        }

        return found;
    }

    /// <summary>The figure as displayed, whole at its decimal places, and its part in the year.</summary>
    private (long Number, bool IsNumber) Figure<T>(BulkCell cell, ref YearSoFar<T> year)
        where T : struct, System.Numerics.IBinaryInteger<T>
    {
        unchecked
        {
            var numerator = T.CreateTruncating(cell.Numerator);
            if (cell.Stored == BulkCell.Value)
            {
                year.Values += numerator;
                year.Count++;
                year.AllFractions = false;
                return (Shown(numerator), true);
            }

            var denominator = T.CreateTruncating(cell.Stored - 1);
            year.Numerators += numerator;
            year.Denominators += denominator;
            year.AllValues = false;
            return T.IsZero(denominator) ? (0, false) : (Whole(numerator * T.CreateTruncating(_ratio), denominator), true);
        }
    }

    private sbyte Year<T>(int period, ref YearSoFar<T> year, bool isNumber, long number)
        where T : struct, System.Numerics.IBinaryInteger<T>
    {
        switch (_ytd)
        {
            case YtdMethod.None:
                return BulkCode.NoYearToDate;
            case YtdMethod.Latest:
                return isNumber ? (sbyte)_ytdSteps[period].Classify(number) : BulkCode.Incomplete;
            case YtdMethod.Ratio:
                return year.Whole && year.AllFractions && !T.IsZero(year.Denominators)
                    ? (sbyte)_ytdSteps[period].Classify(Whole(year.Numerators * T.CreateTruncating(_ratio), year.Denominators))
                    : BulkCode.Incomplete;
            case YtdMethod.Sum:
                return year.Whole && year.AllValues ? (sbyte)_ytdSteps[period].Classify(Shown(year.Values)) : BulkCode.Incomplete;
            default:
                return year.Whole && year.AllValues && year.Count > 0
                    ? (sbyte)_ytdSteps[period].Classify(Whole(year.Values * T.CreateTruncating(_shown.Times), T.CreateTruncating(_shown.Over * year.Count)))
                    : BulkCode.Incomplete;
        }
    }

    private long Shown<T>(T value)
        where T : struct, System.Numerics.IBinaryInteger<T> =>
        _shown.Over == 1 ? Narrow(value * T.CreateTruncating(_shown.Times)) : Whole(value * T.CreateTruncating(_shown.Times), T.CreateTruncating(_shown.Over));

    /// <summary>The rounded quotient. For long a double proposes it and whole numbers confirm it: the result is that of <see cref="Rounding.Quotient"/>.</summary>
    private static long Whole<T>(T numerator, T denominator)
        where T : struct, System.Numerics.IBinaryInteger<T>
    {
        if (typeof(T) != typeof(long))
        {
            return Narrow(Rounding.Quotient(numerator, denominator));
        }

        var (above, below) = ((long)(object)numerator, (long)(object)denominator);
        return WholeOf(above, below);
    }

    /// <summary>A figure beyond what any step can tell apart stands at the end of the line.</summary>
    private static long Narrow<T>(T figure)
        where T : struct, System.Numerics.IBinaryInteger<T> => long.CreateSaturating(figure);

    /// <summary>What the year has so far.</summary>
    private struct YearSoFar<T>()
        where T : struct, System.Numerics.IBinaryInteger<T>
    {
        public T Numerators = T.Zero;
        public T Denominators = T.Zero;
        public T Values = T.Zero;
        public int Count = 0;
        public bool Whole = false;
        public bool AllValues = true;
        public bool AllFractions = true;
    }
}
