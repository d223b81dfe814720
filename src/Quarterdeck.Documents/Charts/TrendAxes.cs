namespace Quarterdeck.Documents.Charts;

/// <summary>The grid, the ticks and the names of the periods.</summary>
internal static class TrendAxes
{
    public const double Size = 14;

    /// <summary>A little smaller, so that the months of a year fit.</summary>
    private const double NameSize = 13;

    /// <summary>The room that the ticks need to the left of the plot.</summary>
    public static double Room(TrendChart chart, ValueAxis axis) =>
        axis.Ticks.Select(tick => TextWidth.Of(axis.Label(tick, chart.Unit), Size, false) + 12).Append(16).Max();

    public static IEnumerable<SceneItem> Of(TrendFrame frame, double width)
    {
        foreach (var tick in frame.Axis.Ticks)
        {
            var y = frame.Y(tick);
            var line = new[] { new Spot(frame.Plot.Left, y), new Spot(frame.Plot.Right, y) };
            yield return new SceneLine(SceneRole.Grid, line, tick == 0 ? Ink.Axis : Ink.Grid, 1, Ink.Solid);
            var at = new Spot(frame.Plot.Left - 8, y + (Size * 0.34));
            yield return new SceneText(
                SceneRole.AxisLabel, frame.Axis.Label(tick, frame.Chart.Unit), at, TextAnchor.End, Size, false, Ink.Quiet, false);
        }

        var foot = new[] { new Spot(frame.Plot.Left, frame.Plot.Bottom), new Spot(frame.Plot.Right, frame.Plot.Bottom) };
        yield return new SceneLine(SceneRole.Axis, foot, Ink.Axis, 1.25, Ink.Solid);
        foreach (var item in Periods(frame, width))
        {
            yield return item;
        }
    }

    /// <summary>What is counted, over the head of the axis.</summary>
    public static SceneText? UnitName(TrendFrame frame) => frame.Chart.Unit.Name is { } name
        ? new SceneText(
            SceneRole.AxisLabel,
            TextWidth.Shortened(name, Size, false, frame.Plot.Width),
            new Spot(2, frame.Plot.Top - 12),
            TextAnchor.Start,
            Size,
            false,
            Ink.Quiet,
            false)
        : null;

    /// <summary>As many period names as fit, counted back from the last.</summary>
    private static IEnumerable<SceneItem> Periods(TrendFrame frame, double width)
    {
        var names = Enumerable.Range(0, frame.Chart.Points.Count).Select(index => Name(frame, index, width)).ToList();
        var stride = 1;
        while (stride < names.Count && !Fits(names, stride))
        {
            stride++;
        }

        for (var index = names.Count - 1; index >= 0; index -= stride)
        {
            var x = frame.X(index);
            yield return new SceneLine(
                SceneRole.Axis, [new Spot(x, frame.Plot.Bottom), new Spot(x, frame.Plot.Bottom + 5)], Ink.Axis, 1, Ink.Solid);
            yield return names[index];
        }
    }

    private static bool Fits(List<SceneText> names, int stride)
    {
        for (var index = names.Count - 1; index - stride >= 0; index -= stride)
        {
            if (names[index].Bounds.Left < names[index - stride].Bounds.Right + 4)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Under its period, moved inwards at the edges of the chart.</summary>
    private static SceneText Name(TrendFrame frame, int index, double width)
    {
        var label = frame.Chart.Points[index].Label;
        var words = TextWidth.Shortened(frame.Chart.Small ? Brief(label) : label, NameSize, false, width - 8);
        var half = TextWidth.Of(words, NameSize, false) / 2;
        var x = Math.Max(half + 2, Math.Min(frame.X(index), width - half - 2));
        return new SceneText(
            SceneRole.AxisLabel, words, new Spot(x, frame.Plot.Bottom + 21), TextAnchor.Middle, NameSize, false, Ink.Quiet, false);
    }

    /// <summary>A year in two figures, so that every month of a small chart has its name: <c>Oct 25</c>.</summary>
    private static string Brief(string label) =>
        label.Length > 5 && label[^5] == ' ' && label[^4..].All(char.IsAsciiDigit) ? $"{label[..^4]}{label[^2..]}" : label;
}
