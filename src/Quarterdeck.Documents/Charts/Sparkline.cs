using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Charts;

/// <summary>The last few values as one small line: where a full chart is too much. A gap is left open.</summary>
/// <param name="Id">Its place in the document.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Description">The line in one sentence; <see cref="Describe"/> makes one.</param>
/// <param name="Points">The values it shows, in order of time, evenly spaced. Only value, rating and target are drawn.</param>
public sealed record Sparkline(Anchor Id, string Title, string Description, IReadOnlyList<TrendPoint> Points)
    : Chart(Id, Title, Description)
{
    /// <summary>How many values are shown unless told otherwise.</summary>
    public const int Last = 12;

    /// <summary>The council's word for a target.</summary>
    public string TargetWord { get; init; } = "Target";

    /// <summary>Without the last figure in words, which stands in the row already.</summary>
    public bool Bare { get; init; }

    /// <summary>The last reported values of a trend; what it forecasts is left out.</summary>
    public static Sparkline Of(TrendChart trend, int last = Last)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(last, 1);
        IReadOnlyList<TrendPoint> points = [.. trend.Points.Where(point => !point.Forecast).TakeLast(last)];
        return new Sparkline(trend.Id.Part("spark"), trend.Title, Describe(points, trend.TargetWord), points) { TargetWord = trend.TargetWord };
    }

    /// <summary>One line in words: from where to where, highest and lowest, what is missing, the target.</summary>
    public static string Describe(IReadOnlyList<TrendPoint> points, string targetWord = "Target") => SparklineWords.Of(points, targetWord);

    public override Scene Lay() => SparklineLayout.Of(this);

    public override Table Figures()
    {
        var targets = Points.Any(point => point.Target is not null);
        List<Column> columns = [new Column("Period") { RowHeader = true }, new Column("Result") { Align = Align.End }];
        if (targets)
        {
            columns.Add(new Column(TargetWord) { Align = Align.End });
        }

        return new Table(FiguresId, FiguresCaption, columns, [.. Points.Select(point => new Row(
        [
            new TextCell(point.Label),
            TrendFigures.Result(point),
            .. targets ? new Cell[] { point.Target is { } target ? new NumberCell(target.Displayed, target.Value) : new EmptyCell("-", "No target") } : [],
        ]))]);
    }
}
