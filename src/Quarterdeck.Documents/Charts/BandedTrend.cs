namespace Quarterdeck.Documents.Charts;

/// <summary>Which side of its target an indicator is good on.</summary>
public enum GoodSide
{
    /// <summary>Nobody has said.</summary>
    None,
    Above,
    Below,
}

/// <summary>One period of a trend of the site, with its name at length and in short.</summary>
/// <param name="Long"><c>October</c>.</param>
/// <param name="Short"><c>Oct</c>.</param>
/// <param name="Point">Its figures.</param>
/// <param name="StartsAnew">Whether no line leads to it from the one before: a year's total begins again, or it measures something else.</param>
public sealed record NamedPoint(string Long, string Short, TrendPoint Point, bool StartsAnew = false);

/// <summary>How large a trend of the site is drawn, and in what type.</summary>
/// <param name="Width">In units.</param>
/// <param name="Height">In units.</param>
/// <param name="Type">Height of the type, in units.</param>
public sealed record TrendSize(double Width, double Height, double Type)
{
    /// <summary>As wide as the page.</summary>
    public static readonly TrendSize Wide = new(1000, 370, 16);
    public static readonly TrendSize Middle = new(580, 340, 17);
    public static readonly TrendSize Narrow = new(350, 300, 16);

    /// <summary>Beside its text.</summary>
    public static readonly TrendSize Beside = new(440, 230, 15);

    /// <summary>Over its text on a phone.</summary>
    public static readonly TrendSize Low = new(340, 220, 16);

    /// <summary>One of a set.</summary>
    public static readonly TrendSize Small = new(340, 180, 16);

    /// <summary>The line in a row of a table.</summary>
    public static readonly TrendSize Line = new(132, 40, 0);
}

/// <summary>
/// A trend as the site draws it: the ground says what is good, the lines of target and floor are named at the right (over the plot where that is
/// narrow), points are the shapes of their ratings, and the last value stands out.
/// </summary>
public sealed record BandedTrend(ChartUnit Unit, IReadOnlyList<NamedPoint> Points)
{
    public GoodSide Good { get; init; }

    public string TargetWord { get; init; } = "Target";

    public string FloorWord { get; init; } = "Floor";

    public string RangeWord { get; init; } = "Expected range";

    /// <summary>A second line: the same periods of another year.</summary>
    public IReadOnlyList<decimal?> Before { get; init; } = [];

    /// <summary>What the two lines are called, the second first: <c>2024/25</c>, <c>2025/26</c>.</summary>
    public (string Before, string Now)? Names { get; init; }

    /// <summary>The ends of an axis that a set of charts shares; null: its own.</summary>
    public (decimal Low, decimal High)? Ends { get; init; }

    /// <summary>Whether all of the axis lies above zero, which a page says.</summary>
    public bool StartsAboveZero => BandedAxis.Of(this, TrendSize.Wide).Low > 0;

    public Scene Lay(TrendSize size) => BandedLayout.Of(this, size);

    /// <summary>As a line in a row of a table: its own scale, the target dashed, the last value as its shape.</summary>
    public Scene Line() => BandedLine.Of(this);

    /// <summary>The least of everything drawn; 0 where nothing is.</summary>
    public decimal Least => Figures.DefaultIfEmpty().Min();

    /// <summary>The greatest of everything drawn; 0 where nothing is.</summary>
    public decimal Greatest => Figures.DefaultIfEmpty().Max();

    internal IEnumerable<decimal> Figures => Points.SelectMany(named => new[]
        {
            named.Point.Value, named.Point.Target?.Value, named.Point.Floor?.Value, named.Point.Lower, named.Point.Upper,
            named.Point.Usual?.Lower?.Value, named.Point.Usual?.Upper?.Value,
        })
        .Concat(Before).OfType<decimal>();
}

/// <summary>The axis of a trend of the site.</summary>
internal static class BandedAxis
{
    private const decimal Whole = 100;
    private const decimal HighStart = 70;
    private const decimal LeastOfHighStart = 75;

    /// <summary>A percentage starts at 0 or, where every figure is high, at 70; others where their figures ask for.</summary>
    public static ValueAxis Of(BandedTrend trend, TrendSize size)
    {
        var figures = trend.Figures.ToList();
        var few = size.Height < TrendSize.Low.Height;
        if (trend.Ends is var (low, high))
        {
            return new ValueAxis(low, high, (high - low) / (few ? 2 : 3));
        }

        if (trend.Unit.Suffix == "%" && figures.Count > 0 && figures.Min() >= 0 && figures.Max() <= Whole && figures.Max() > Whole / 4)
        {
            return figures.Min() >= LeastOfHighStart ? new ValueAxis(HighStart, Whole, few ? 15 : 10) : new ValueAxis(0, Whole, few ? 50 : 20);
        }

        var axis = ValueAxis.Over(figures, trend.Unit);
        return few && axis.Step > 0 ? axis with { Step = axis.High - axis.Low } : axis;
    }
}
