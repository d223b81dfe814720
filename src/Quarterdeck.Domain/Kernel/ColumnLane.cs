using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Quarterdeck.Domain.Directions;
using Quarterdeck.Domain.Indicators;

namespace Quarterdeck.Domain.Kernel;

/// <summary>
/// Rates a series four periods at a time in whole numbers: values, years to date, ratings and directions as columns of the
/// same length. Numbers are held below 2^51 before anything is multiplied, so nothing here can wrap.
/// </summary>
internal sealed class ColumnLane
{
    private const int Lanes = 4;

    private readonly BulkSeries _series;
    private readonly BulkRatings _ratings;
    private readonly int _stride;

    /// <summary>Displayed whole numbers and whether there is one, led by a vector of nothing so that a period can look back.</summary>
    private readonly long[] _shown;
    private readonly long[] _valid;

    private readonly long[] _sums;
    private readonly long[] _divisors;
    private readonly long[] _complete;
    private readonly long[] _yearsToDate;
    private readonly long[] _codes;
    private readonly long[] _yearCodes;
    private readonly long[] _directions;

    public ColumnLane(BulkSeries series, BulkRatings ratings, int stride)
    {
        (_series, _ratings, _stride) = (series, ratings, stride);
        long[] Column() => new long[Lanes + stride + NarrowedColumn.Step];
        (_shown, _valid, _sums, _divisors, _complete) = (Column(), Column(), Column(), Column(), Column());
        (_yearsToDate, _codes, _yearCodes, _directions) = (Column(), Column(), Column(), Column());
    }

    /// <summary>Rates one series, or answers false where its rules or numbers do not fit this lane.</summary>
    public bool TryRate(int number, Schedule schedule, ReadOnlySpan<long> numerators, ReadOnlySpan<long> denominators)
    {
        var terms = _series.Terms[schedule.Terms];
        if (!terms.FitsColumns || !Show(terms, numerators, denominators))
        {
            return false;
        }

        Classify(schedule.Runs, _shown, _codes);
        YearsToDate(terms, numerators, denominators);
        if (terms.Method != YtdMethod.None)
        {
            Classify(schedule.YearToDateRuns, _yearsToDate, _yearCodes);
        }

        Judge(terms, denominators);
        Write(number * _series.Axis.Count);
        return true;
    }

    private static Vector256<long> Load(long[] column, int at) =>
        Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(column), (nuint)at);

    private static Vector256<long> Load(ReadOnlySpan<long> column, int at) =>
        Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(column), (nuint)at);

    private static void Store(Vector256<long> vector, long[] column, int at) =>
        vector.StoreUnsafe(ref MemoryMarshal.GetArrayDataReference(column), (nuint)at);

    /// <summary>The displayed number of every period; false where a number is too large for this lane or a denominator below zero.</summary>
    private bool Show(CompiledTerms terms, ReadOnlySpan<long> numerators, ReadOnlySpan<long> denominators)
    {
        var isFraction = terms.Terms.IsFraction;
        var (least, one) = (Vector256.Create(Cells.Least), Vector256<long>.One);
        var (times, over) = (Vector256.Create(terms.Times), Vector256.Create(terms.Over));
        var (mostAbove, mostBelow) = (Vector256.Create(terms.MostNumerator), Vector256.Create(terms.MostDenominator));
        var unfit = Vector256<long>.Zero;
        for (var period = 0; period < _stride; period += Lanes)
        {
            var (above, below) = (Load(numerators, period), Load(denominators, period));
            var valid = Vector256.GreaterThan(below, least);
            var outside = Vector256.GreaterThan(above, mostAbove) | Vector256.LessThan(above, -mostAbove);
            if (isFraction)
            {
                outside |= Vector256.LessThan(below, Vector256<long>.Zero) | Vector256.GreaterThan(below, mostBelow);
                unfit |= outside & valid;
                valid &= Vector256.GreaterThan(below, Vector256<long>.Zero);
                below = Vector256.ConditionalSelect(valid, below * over, one);
            }
            else
            {
                unfit |= outside & valid;
                below = over;
            }

            var product = (above & valid) * times;
            Store(isFraction || terms.Over != 1 ? Rounding.Quotients(product, below) : product, _shown, Lanes + period);
            Store(valid, _valid, Lanes + period);
        }

        return unfit == Vector256<long>.Zero;
    }

    /// <summary>The rating code of every displayed number, run by run. A run's last vector may spill into the next, which then writes its own.</summary>
    private void Classify(int offset, long[] shown, long[] codes)
    {
        var runs = new RunReader(_series.Runs, offset);
        var count = _series.Axis.Count;
        for (var period = 0; period < count; runs.Next())
        {
            var (until, steps, first) = (runs.Until, runs.Steps, Vector256.Create(runs.First));
            for (; period < until; period += Lanes)
            {
                var (number, code) = (Load(shown, Lanes + period), first);
                for (var index = 0; index < steps; index++)
                {
                    var (from, delta) = runs.Step(index);
                    code += Vector256.GreaterThanOrEqual(number, Vector256.Create(from)) & Vector256.Create(delta);
                }

                Store(code, codes, Lanes + period);
            }

            period = until;
        }
    }

    private void YearsToDate(CompiledTerms terms, ReadOnlySpan<long> numerators, ReadOnlySpan<long> denominators)
    {
        switch (terms.Method)
        {
            case YtdMethod.Latest:
                Latest(terms);
                return;
            case YtdMethod.Sum or YtdMethod.Mean or YtdMethod.Ratio when terms.Terms.IsFraction == (terms.Method == YtdMethod.Ratio):
                Accumulate(terms, numerators, denominators);
                Divide(terms);
                return;
            default:
                // None at all, or a ratio of values that are no fractions.
                _complete.AsSpan().Clear();
                return;
        }
    }

    private void Latest(CompiledTerms terms)
    {
        for (var period = 0; period < _series.Axis.Count; period++)
        {
            _yearsToDate[Lanes + period] = _shown[Lanes + period];
            _complete[Lanes + period] = _valid[Lanes + period] & terms.Years.Begun[period];
        }
    }

    /// <summary>Running sums that start again with each year; a period without a row leaves the rest of its year incomplete.</summary>
    private void Accumulate(CompiledTerms terms, ReadOnlySpan<long> numerators, ReadOnlySpan<long> denominators)
    {
        var (keep, counted, count) = (terms.Years.Keep, terms.Years.Counted, _series.Axis.Count);
        var (counts, divides) = (terms.Method == YtdMethod.Mean, terms.Method == YtdMethod.Ratio);
        var (sum, divisor, gap) = (0L, 0L, 0L);
        unchecked
        {
            for (var period = 0; period < count; period++)
            {
                var present = denominators[period] > Cells.Least ? -1L : 0;
                sum = (sum & keep[period]) + (numerators[period] & present);
                divisor = (divisor & keep[period]) + ((divides ? denominators[period] : 1) & present);
                gap = (gap & keep[period]) | ~present;
                _sums[Lanes + period] = sum;
                _divisors[Lanes + period] = divides || counts ? divisor : 1;
                _complete[Lanes + period] = ~gap & counted[period];
            }
        }
    }

    private void Divide(CompiledTerms terms)
    {
        var (times, over, one) = (Vector256.Create(terms.Times), Vector256.Create(terms.Over), Vector256<long>.One);
        for (var period = Lanes; period < Lanes + _stride; period += Lanes)
        {
            var below = Load(_divisors, period);
            var complete = Load(_complete, period) & Vector256.GreaterThan(below, Vector256<long>.Zero);
            var product = (Load(_sums, period) & complete) * times;
            Store(Rounding.Quotients(product, Vector256.ConditionalSelect(complete, below * over, one)), _yearsToDate, period);
            Store(complete, _complete, period);
        }
    }

    /// <summary>Directions, and the reasons where there is no number to rate or judge.</summary>
    private void Judge(CompiledTerms terms, ReadOnlySpan<long> denominators)
    {
        var (noResult, marker) = (Vector256.Create(terms.NoResult), Vector256.Create(terms.Marker));
        var noYear = Vector256.Create(terms.Method == YtdMethod.None ? terms.NoYearToDate : terms.Incomplete);
        var (missing, none) = (Vector256.Create(Cells.Missing), Vector256.Create(BulkRatings.None));
        var better = Vector256.Create((long)(terms.Good < 0 ? Travel.Worsened : Travel.Improved));
        var worse = Vector256.Create((long)(terms.Good < 0 ? Travel.Improved : Travel.Worsened));
        var same = Vector256.Create(terms.Good == 0 ? DirectionCode.Of(NoDirection.NoPolarity).Code : (long)Travel.NoChange);
        var noNumber = Vector256.Create((long)DirectionCode.Of(NoDirection.NoNumber).Code);
        var noPrevious = Vector256.Create((long)DirectionCode.Of(NoDirection.NoPrevious).Code);
        var band = Vector256.Create(terms.Good == 0 ? long.MaxValue : terms.DeadBand);
        for (var period = Lanes; period < Lanes + _stride; period += Lanes)
        {
            var valid = Load(_valid, period);
            var gap = Vector256.Equals(Load(denominators, period - Lanes), missing);
            Store(Vector256.ConditionalSelect(valid, Load(_codes, period), Vector256.ConditionalSelect(gap, noResult, marker)), _codes, period);

            var complete = Load(_complete, period);
            Store(Vector256.ConditionalSelect(complete, Load(_yearCodes, period), noYear), _yearCodes, period);
            Store(Vector256.ConditionalSelect(complete, Load(_yearsToDate, period), none), _yearsToDate, period);

            var moved = Load(_shown, period) - Load(_shown, period - 1);
            var travel = Vector256.ConditionalSelect(
                Vector256.GreaterThan(moved, band), better, Vector256.ConditionalSelect(Vector256.LessThan(moved, -band), worse, same));
            travel = Vector256.ConditionalSelect(Load(_valid, period - 1), travel, noPrevious);
            Store(Vector256.ConditionalSelect(valid, travel, noNumber), _directions, period);
        }
    }

    private void Write(int at)
    {
        var count = _series.Axis.Count;
        _yearsToDate.AsSpan(Lanes, count).CopyTo(_ratings.YearToDateColumn.AsSpan(at, count));
        NarrowedColumn.Write(_codes.AsSpan(Lanes), _ratings.RatingColumn.AsSpan(at, count));
        NarrowedColumn.Write(_yearCodes.AsSpan(Lanes), _ratings.YearToDateRatingColumn.AsSpan(at, count));
        NarrowedColumn.Write(_directions.AsSpan(Lanes), _ratings.DirectionColumn.AsSpan(at, count));
    }
}
