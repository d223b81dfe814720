namespace Quarterdeck.Domain.Statistics.ControlCharts;

/// <summary>Limits, zones and rules of one phase.</summary>
internal readonly ref struct XmrPhaseBuilder
{
    /// <summary>
    /// The largest product of a value and the square of the rows that the comparisons below hold in a decimal. Beyond it nothing is known,
    /// and nothing is drawn.
    /// </summary>
    private const double MostExact = 1e26;

    private const decimal ScreenFactor = 3.267m;

    private readonly ReadOnlySpan<decimal?> _values;
    private readonly XmrOptions _options;

    public XmrPhaseBuilder(ReadOnlySpan<decimal?> values, XmrOptions options)
    {
        _values = values;
        _options = options;
    }

    /// <summary>Sums of what the limits come from.</summary>
    /// <param name="Count">Values.</param>
    /// <param name="Sum">Of the values.</param>
    /// <param name="Ranges">Moving ranges kept; none where limits are not known.</param>
    /// <param name="RangeSum">Of the moving ranges kept.</param>
    private readonly record struct Baseline(int Count, decimal Sum, int Ranges, decimal RangeSum)
    {
        public bool HasLimits => Ranges > 0;
    }

    private int BaselineRows => Math.Min(_options.FrozenAfter ?? _values.Length, _values.Length);

    public XmrPhase Build(int start, int phase, Span<XmrPoint> points)
    {
        Span<bool> used = _values.Length <= 1024 ? stackalloc bool[_values.Length] : new bool[_values.Length];
        used.Clear();
        var baseline = IsWithinReach() ? Measure(used) : default;
        for (var row = 0; row < _values.Length; row++)
        {
            points[row] = Place(row, phase, used[row], baseline);
        }

        MarkTrends(points);
        MarkShifts(points);
        MarkTwoOfThree(points);
        for (var row = 0; row < points.Length; row++)
        {
            var cause = Cause(points, row);
            points[row] = points[row] with { Cause = cause, Variation = Meaning(cause) };
        }

        decimal? mean = baseline.Count == 0 ? null : baseline.Sum / baseline.Count;
        decimal? range = baseline.HasLimits ? baseline.RangeSum / baseline.Ranges : null;
        return new XmrPhase(start, _values.Length, mean, range, mean - (XmrChart.LimitFactor * range), mean + (XmrChart.LimitFactor * range));
    }

    private bool IsWithinReach()
    {
        var largest = 0m;
        foreach (var value in _values)
        {
            largest = Math.Max(largest, Math.Abs(value ?? 0));
        }

        return (double)largest * _values.Length * _values.Length < MostExact;
    }

    private Baseline Measure(Span<bool> used)
    {
        var rows = BaselineRows;
        var (count, sum, ranges, rangeSum) = (0, 0m, 0, 0m);
        for (var row = 0; row < rows; row++)
        {
            if (_values[row] is { } value)
            {
                count++;
                sum += value;
            }

            if (Range(row) is { } range)
            {
                ranges++;
                rangeSum += range;
                used[row] = true;
            }
        }

        if (_options.ScreensMovingRanges && ranges > 0)
        {
            (ranges, rangeSum) = Screen(rows, used, ranges, rangeSum);
        }

        return ranges == 0 && _options.Convention == XmrConvention.Clarified && IsConstant()
            ? new Baseline(count, sum, 1, 0)
            : new Baseline(count, sum, ranges, rangeSum);
    }

    /// <summary>Keeps only ranges under 3.267 times their mean, once. Where all are nought none is under it, so that none is kept.</summary>
    private (int Ranges, decimal Sum) Screen(int rows, Span<bool> used, int ranges, decimal rangeSum)
    {
        var (kept, keptSum) = (0, 0m);
        for (var row = 1; row < rows; row++)
        {
            if (!used[row] || Range(row) is not { } range)
            {
                continue;
            }

            used[row] = range * ranges < ScreenFactor * rangeSum;
            kept += used[row] ? 1 : 0;
            keptSum += used[row] ? range : 0;
        }

        return (kept, keptSum);
    }

    /// <summary>Two values or more, all the same.</summary>
    private bool IsConstant()
    {
        decimal? first = null;
        var count = 0;
        foreach (var value in _values)
        {
            if (value is not { } held)
            {
                continue;
            }

            count++;
            first ??= held;
            if (held != first)
            {
                return false;
            }
        }

        return count > 1;
    }

    private decimal? Range(int row) =>
        row > 0 && _values[row] is { } now && _values[row - 1] is { } before ? Math.Abs(now - before) : null;

    /// <summary>Value x n x k against sum x k +- 2.66 x range sum x n, for n values and k ranges: no side of it is rounded.</summary>
    private XmrPoint Place(int row, int phase, bool isUsed, Baseline baseline)
    {
        var value = baseline.Count == 0 ? null : _values[row];
        var (outside, near) = (false, false);
        if (value is { } held && baseline.HasLimits)
        {
            var distance = Math.Abs((held * baseline.Count) - baseline.Sum) * baseline.Ranges;
            var limit = XmrChart.LimitFactor * baseline.RangeSum * baseline.Count;
            outside = distance > limit;
            near = !outside && distance * 3 > limit * 2;
        }

        return new XmrPoint
        {
            Value = _values[row],
            Phase = phase,
            MovingRange = baseline.Count > 0 && row < BaselineRows ? Range(row) : null,
            IsRangeUsed = isUsed,
            Side = value is { } placed ? (placed * baseline.Count).CompareTo(baseline.Sum) : null,
            IsOutside = outside,
            IsNear = near,
            IsInTrend = false,
            IsInTwoOfThree = false,
            IsInShift = false,
            Cause = SpecialCause.CommonCause,
            Variation = Variation.CommonCause,
        };
    }

    /// <summary>Every run of points that only rise or only fall, if long enough. Points may cross the mean; equal neighbours end the run.</summary>
    private void MarkTrends(Span<XmrPoint> points)
    {
        for (int start = 0, row = 1; row <= points.Length; row++)
        {
            var step = row < points.Length ? Step(points, row) : 0;
            if (step != 0 && (row == start + 1 || step == Step(points, row - 1)))
            {
                continue;
            }

            for (var marked = start; marked < row && row - start >= _options.TrendLength; marked++)
            {
                points[marked] = points[marked] with { IsInTrend = true };
            }

            start = step == 0 ? row : row - 1;
        }
    }

    private static int Step(Span<XmrPoint> points, int row) =>
        points[row] is { Side: not null, Value: { } now } && points[row - 1] is { Side: not null, Value: { } before } ? now.CompareTo(before) : 0;

    /// <summary>Every run of points on one side of the mean, if long enough. A point on it, or without a value, ends the run.</summary>
    private void MarkShifts(Span<XmrPoint> points)
    {
        for (int start = 0, row = 0; row <= points.Length; row++)
        {
            if (row < points.Length && points[row].Side == points[start].Side && points[row].Side is 1 or -1)
            {
                continue;
            }

            for (var marked = start; marked < row && row - start >= _options.ShiftLength; marked++)
            {
                points[marked] = points[marked] with { IsInShift = true };
            }

            start = row;
        }
    }

    /// <summary>Three points on one side, at least two of them near a limit. A point outside is not near one.</summary>
    private static void MarkTwoOfThree(Span<XmrPoint> points)
    {
        for (var row = 2; row < points.Length; row++)
        {
            var window = points.Slice(row - 2, 3);
            if (window[0].Side is not (1 or -1) || window[1].Side != window[0].Side || window[2].Side != window[0].Side)
            {
                continue;
            }

            var near = (window[0].IsNear ? 1 : 0) + (window[1].IsNear ? 1 : 0) + (window[2].IsNear ? 1 : 0);
            for (var marked = 0; marked < 3 && near >= 2; marked++)
            {
                window[marked] = window[marked] with { IsInTwoOfThree = window[marked].IsInTwoOfThree || window[marked].IsNear };
            }
        }
    }

    private SpecialCause Cause(Span<XmrPoint> points, int row)
    {
        ref var point = ref points[row];
        var above = point.Side == 1;
        return point.IsOutside ? above ? SpecialCause.AboveUpperLimit : SpecialCause.BelowLowerLimit
            : point.IsInTrend ? IsIncreasing(points, row) ? SpecialCause.TrendIncreasing : SpecialCause.TrendDecreasing
            : point.IsInTwoOfThree ? above ? SpecialCause.TwoInThreeAbove : SpecialCause.TwoInThreeBelow
            : point.IsInShift ? above ? SpecialCause.ShiftAbove : SpecialCause.ShiftBelow
            : SpecialCause.CommonCause;
    }

    private bool IsIncreasing(Span<XmrPoint> points, int row)
    {
        var hasNext = row + 1 < points.Length && points[row + 1].IsInTrend;
        if (_options.Convention == XmrConvention.Reference)
        {
            return Step(points, hasNext ? row + 1 : row) > 0;
        }

        // The step to the next point is the last window's own only where a run of steps long enough holds it.
        return hasNext && IsLong(points, row + 1) ? Step(points, row + 1) > 0 : Step(points, row) > 0;
    }

    /// <summary>Whether the step up to a row is part of a trend.</summary>
    private bool IsLong(Span<XmrPoint> points, int row)
    {
        var step = Step(points, row);
        var (first, last) = (row, row);
        while (first > 1 && Step(points, first - 1) == step)
        {
            first--;
        }

        while (last + 1 < points.Length && Step(points, last + 1) == step)
        {
            last++;
        }

        return step != 0 && last - first + 2 >= _options.TrendLength;
    }

    private Variation Meaning(SpecialCause cause)
    {
        if (cause == SpecialCause.CommonCause)
        {
            return Variation.CommonCause;
        }

        var high = cause is SpecialCause.AboveUpperLimit or SpecialCause.TrendIncreasing or SpecialCause.TwoInThreeAbove or SpecialCause.ShiftAbove;
        return _options.Improvement switch
        {
            ImprovementDirection.Increase => high ? Variation.ImprovementHigh : Variation.ConcernLow,
            ImprovementDirection.Decrease => high ? Variation.ConcernHigh : Variation.ImprovementLow,
            ImprovementDirection.Neutral => high ? Variation.NeutralHigh : Variation.NeutralLow,
        };
    }
}
