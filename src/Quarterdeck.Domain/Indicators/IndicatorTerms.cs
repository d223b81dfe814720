namespace Quarterdeck.Domain.Indicators;

/// <summary>What an indicator is for. A highlight is rated but stays outside the counts; activity and context are never rated.</summary>
public enum IndicatorKind
{
    Kpi,
    Activity,
    Milestone,
    Context,
    Highlight,
}

/// <summary>Which way is good.</summary>
public enum Polarity
{
    Higher,
    Lower,

    /// <summary>Closest to the target is best: both sides count as away from it.</summary>
    OnTarget,

    /// <summary>Inside the lower and upper threshold is best.</summary>
    Range,
    Neutral,
}

/// <summary>Which part of time one result speaks for.</summary>
public enum BasisKind
{
    Period,

    /// <summary>The position at the period's end.</summary>
    Snapshot,

    /// <summary>Already the year to date.</summary>
    Cumulative,
    Rolling,

    /// <summary>The mean of the months in the period.</summary>
    Average,
    LastMonth,
}

/// <summary>A measure basis, with the window's length in months when it rolls (12 in <c>rolling-12</c>), else 0.</summary>
public readonly record struct MeasureBasis(BasisKind Kind, int RollingMonths = 0);

/// <summary>How the year to date is made from the year's periods (rules: Year to date).</summary>
public enum YtdMethod
{
    Sum,
    Ratio,
    Weighted,
    Mean,
    Latest,
    Supplied,
    None,
}

/// <summary>How figures of longer periods are made from the months held.</summary>
public enum FromMonths
{
    /// <summary>The months added up.</summary>
    Sum,

    /// <summary>The numerators added up over the denominators added up.</summary>
    Ratio,

    /// <summary>The mean of the months.</summary>
    Mean,

    /// <summary>The figure of the last month.</summary>
    Last,
}

/// <summary>Whether the figure a reader sees is compared with the target, or the exact one.</summary>
public enum RateOn
{
    Displayed,
    Exact,
}

/// <summary>Which figure is tested against the expected range.</summary>
public enum RangeOn
{
    Ytd,
    Latest,
}
