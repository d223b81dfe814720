using Quarterdeck.Documents.Tree;
using Quarterdeck.Domain.Indicators;

namespace Quarterdeck.Documents.Charts;

/// <summary>Values over time, with what they are judged by.</summary>
/// <param name="Id">Its place in the document.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Description">What a reader would take from looking at it, in words.</param>
/// <param name="Unit">How the axis writes its figures.</param>
/// <param name="Points">In order of time, evenly spaced; forecast points come last.</param>
public sealed record TrendChart(Anchor Id, string Title, string Description, ChartUnit Unit, IReadOnlyList<TrendPoint> Points)
    : Chart(Id, Title, Description)
{
    /// <summary>What the values are, over their column of figures.</summary>
    public string ResultWord { get; init; } = "Result";

    /// <summary>The council's word for a target.</summary>
    public string TargetWord { get; init; } = "Target";

    /// <summary>The council's word for a floor standard.</summary>
    public string FloorWord { get; init; } = "Floor";

    public string RangeWord { get; init; } = "Expected range";

    public string LowerWord { get; init; } = "Lower";

    public string UpperWord { get; init; } = "Upper";

    public string ForecastWord { get; init; } = "Forecast";

    /// <summary>Whom the comparator values are of: <c>England</c>.</summary>
    public string ComparatorWord { get; init; } = "Comparator";

    /// <summary>One of several on a page, or beside its figures: it has no legend, and its title says the rest.</summary>
    public bool Small { get; init; }

    public override Scene Lay() => TrendLayout.Of(this);

    public override Table Figures() => TrendFigures.Of(this, FiguresId, FiguresCaption);
}

/// <summary>How the axis writes its figures.</summary>
/// <param name="Prefix">Before the number: <c>£</c>.</param>
/// <param name="Suffix">After it: <c>%</c>.</param>
/// <param name="Name">What is counted, at the head of the axis: <c>days</c>, <c>visits</c>; null where the figures say it.</param>
public sealed record ChartUnit(string Prefix = "", string Suffix = "", string? Name = null)
{
    /// <summary>The words that stand for numbers, where figures are grades.</summary>
    public GradeScale? Grades { get; init; }
}

/// <summary>What chance alone explains of a figure: from its lower to its upper process limit, about the mean.</summary>
/// <param name="Mean">Of the figures it comes from.</param>
/// <param name="Lower">Null where no figure can be so low.</param>
/// <param name="Upper">Null where no figure can be so high.</param>
public sealed record UsualFigures(decimal Mean, ChartFigure? Lower, ChartFigure? Upper)
{
    /// <summary>Whether somebody decided that the limits begin anew here.</summary>
    public bool IsDecided { get; init; }
}

/// <summary>One period of a trend.</summary>
/// <param name="Label">The period, short: <c>Oct 25</c>.</param>
/// <param name="Value">Null where there is none: a gap.</param>
/// <param name="Displayed">The value as printed everywhere else, or why there is none.</param>
public sealed record TrendPoint(string Label, decimal? Value, string Displayed)
{
    /// <summary>What chance alone explains; null where that is not told.</summary>
    public UsualFigures? Usual { get; init; }

    /// <summary>Whether the value is a sign of real change.</summary>
    public bool IsSignal { get; init; }

    public RatingMark? Rating { get; init; }

    public ChartFigure? Target { get; init; }

    public ChartFigure? Floor { get; init; }

    /// <summary>Lower end of the expected range, inside it.</summary>
    public decimal? Lower { get; init; }

    /// <summary>Upper end of the expected range, inside it.</summary>
    public decimal? Upper { get; init; }

    /// <summary>The value of another body for the same period.</summary>
    public ChartFigure? Comparator { get; init; }

    /// <summary>The value is expected, not reported.</summary>
    public bool Forecast { get; init; }

    /// <summary>
    /// Why no line leads here from the value before: what changed, marked between the two; or nothing to say, where a figure that adds up
    /// over the year begins again. Null where a line leads here.
    /// </summary>
    public string? Break { get; init; }
}

/// <summary>A figure to draw and the same figure as printed.</summary>
public sealed record ChartFigure(decimal Value, string Displayed);
