namespace Quarterdeck.Domain.Statistics.ControlCharts;

/// <summary>What a point is a sign of: the first rule that applies, with the side or the way it goes.</summary>
public enum SpecialCause
{
    CommonCause,
    AboveUpperLimit,
    BelowLowerLimit,
    TrendIncreasing,
    TrendDecreasing,
    TwoInThreeAbove,
    TwoInThreeBelow,
    ShiftAbove,
    ShiftBelow,
}

/// <summary>A special cause in the light of which way is better; <c>High</c> and <c>Low</c> say which way it went.</summary>
public enum Variation
{
    CommonCause,
    ImprovementHigh,
    ImprovementLow,
    ConcernHigh,
    ConcernLow,
    NeutralHigh,
    NeutralLow,
}

/// <summary>Whether a process with these limits will meet its target.</summary>
public enum TargetAssurance
{
    /// <summary>Always, as it runs now.</summary>
    Pass,

    /// <summary>Never, as it runs now.</summary>
    Fail,

    /// <summary>Sometimes, by chance alone.</summary>
    Inconsistent,
}

/// <summary>Rows that are judged together, knowing nothing of the rest.</summary>
/// <param name="Start">The first row, from 0.</param>
/// <param name="Count">Rows, those without a value too.</param>
/// <param name="Mean">The centre line; null where no value is held.</param>
/// <param name="AverageRange">The mean of the moving ranges kept; null where none is.</param>
/// <param name="Lower">Lower process limit. It is not cut at nought or a hundred per cent.</param>
/// <param name="Upper">Upper process limit.</param>
public sealed record XmrPhase(int Start, int Count, decimal? Mean, decimal? AverageRange, decimal? Lower, decimal? Upper);

/// <summary>One row of an XmR chart.</summary>
public readonly record struct XmrPoint
{
    public required decimal? Value { get; init; }

    /// <summary>Which of <see cref="XmrChart.Phases"/>.</summary>
    public required int Phase { get; init; }

    /// <summary>The distance from the row before it in its phase; null where either has no value, or where limits were frozen before.</summary>
    public required decimal? MovingRange { get; init; }

    /// <summary>Whether the limits are made from <see cref="MovingRange"/>.</summary>
    public required bool IsRangeUsed { get; init; }

    /// <summary>1 above the mean, -1 below it, 0 on it; null without a value.</summary>
    public required int? Side { get; init; }

    public required bool IsOutside { get; init; }

    /// <summary>Within the limits, beyond two thirds of the way to one.</summary>
    public required bool IsNear { get; init; }

    public required bool IsInTrend { get; init; }

    public required bool IsInTwoOfThree { get; init; }

    public required bool IsInShift { get; init; }

    public required SpecialCause Cause { get; init; }

    public required Variation Variation { get; init; }
}
