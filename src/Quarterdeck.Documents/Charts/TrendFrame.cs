namespace Quarterdeck.Documents.Charts;

/// <summary>Where a trend's figures lie: the plot, its axis of values and its evenly spaced periods.</summary>
internal sealed class TrendFrame(TrendChart chart, ValueAxis axis, Box plot)
{
    public TrendChart Chart { get; } = chart;

    public ValueAxis Axis { get; } = axis;

    public Box Plot { get; } = plot;

    /// <summary>The width of one period.</summary>
    public double Slot { get; } = plot.Width / Math.Max(1, chart.Points.Count);

    public double X(int index) => Plot.Left + ((index + 0.5) * Slot);

    public double Y(decimal figure) => Plot.Bottom - (Axis.Share(figure) * Plot.Height);

    public Spot At(int index, decimal figure) => new(X(index), Y(figure));

    /// <summary>Every figure the chart draws.</summary>
    public static IReadOnlyList<decimal> Figures(TrendChart chart) =>
    [
        .. chart.Points.SelectMany(point => new[]
        {
            point.Value, point.Target?.Value, point.Floor?.Value, point.Lower, point.Upper, point.Comparator?.Value,
        }).OfType<decimal>(),
    ];

    /// <summary>The stretches of values a line may join: it stops at gaps and at breaks.</summary>
    public IEnumerable<(int First, int Last)> Joined(Func<TrendPoint, bool> has)
    {
        foreach (var (first, last) in Runs(has))
        {
            var from = first;
            for (var index = first + 1; index <= last + 1; index++)
            {
                if (index > last || Chart.Points[index].Break is not null)
                {
                    yield return (from, index - 1);
                    from = index;
                }
            }
        }
    }

    /// <summary>The unbroken stretches of periods that have a figure, as first and last index.</summary>
    public IEnumerable<(int First, int Last)> Runs(Func<TrendPoint, bool> has)
    {
        var first = -1;
        for (var index = 0; index < Chart.Points.Count; index++)
        {
            var here = has(Chart.Points[index]);
            if (here && first < 0)
            {
                first = index;
            }
            else if (!here && first >= 0)
            {
                yield return (first, index - 1);
                first = -1;
            }
        }

        if (first >= 0)
        {
            yield return (first, Chart.Points.Count - 1);
        }
    }

    /// <summary>A line that holds for the whole of each period and steps between them.</summary>
    public IReadOnlyList<Spot> Steps(int first, int last, Func<TrendPoint, decimal> figure)
    {
        var spots = new List<Spot>();
        for (var index = first; index <= last; index++)
        {
            var y = Y(figure(Chart.Points[index]));
            if (spots.Count > 0 && spots[^1].Y == y)
            {
                spots.RemoveAt(spots.Count - 1);
            }
            else
            {
                spots.Add(new Spot(X(index) - (Slot / 2), y));
            }

            spots.Add(new Spot(X(index) + (Slot / 2), y));
        }

        return spots;
    }
}
