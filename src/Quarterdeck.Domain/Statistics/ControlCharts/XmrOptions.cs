namespace Quarterdeck.Domain.Statistics.ControlCharts;

/// <summary>Which way a figure has to move to be better.</summary>
public enum ImprovementDirection
{
    Increase,
    Decrease,
    Neutral,
}

/// <summary>What is done where the reference (NHSRplotthedots 0.2.2) cannot be right.</summary>
public enum XmrConvention
{
    /// <summary>
    /// For display. A series that never changes has limits on its mean, so that it can pass or fail; a single value has no assurance;
    /// a point on a trend takes the direction of the last run of seven that holds it.
    /// </summary>
    Clarified,

    /// <summary>As the reference does it: for comparing cell by cell.</summary>
    Reference,
}

/// <summary>How an XmR chart is drawn up.</summary>
public sealed record XmrOptions
{
    /// <summary>The fewest rows limits may be frozen after.</summary>
    public const int FewestFrozen = 12;

    public ImprovementDirection Improvement { get; init; } = ImprovementDirection.Increase;

    /// <summary>
    /// Leaves moving ranges of at least 3.267 times their mean out of the limits (Nelson 1982). The Excel tool of Making Data Count does not.
    /// </summary>
    public bool ScreensMovingRanges { get; init; } = true;

    /// <summary>Limits of each phase come from its first rows, this many, and hold for all later ones. Null: from all its rows.</summary>
    public int? FrozenAfter { get; init; }

    /// <summary>The same of single phases, by their number from 0.</summary>
    public IReadOnlyDictionary<int, int> FrozenPhases { get; init; } = new Dictionary<int, int>();

    public XmrConvention Convention { get; init; } = XmrConvention.Clarified;

    /// <summary>Points that make a trend.</summary>
    public int TrendLength { get; init; } = 7;

    /// <summary>Points that make a shift.</summary>
    public int ShiftLength { get; init; } = 7;
}
