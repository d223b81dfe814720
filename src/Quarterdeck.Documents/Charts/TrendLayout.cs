namespace Quarterdeck.Documents.Charts;

/// <summary>Lays a trend out, once for every format.</summary>
public static class TrendLayout
{
    private const double Width = 760;
    private const double PlotHeight = 220;
    private const double LeastPlotWidth = 260;

    /// <summary>A third of a landscape page, as charts are drawn on paper.</summary>
    private const double SmallWidth = 330;
    private const double SmallPlotHeight = 104;
    private const double LeastSmallPlotWidth = 120;

    /// <summary>Heights in the plot, its middle first.</summary>
    private static readonly int[] Eighths = [4, 3, 5, 2, 6, 1, 7];

    public static Scene Of(TrendChart chart)
    {
        var axis = ValueAxis.Over(TrendFrame.Figures(chart), chart.Unit);
        var (left, right) = (TrendAxes.Room(chart, axis), EndLabels.Room(chart));
        var width = chart.Small ? Math.Max(SmallWidth, left + LeastSmallPlotWidth + right) : Math.Max(Width, left + LeastPlotWidth + right);
        var plotHeight = chart.Small ? SmallPlotHeight : PlotHeight;
        var top = chart.Small ? chart.Unit.Name is null ? 24 : 34 : TrendLegend.Height(chart, axis, width) + 30;
        var frame = new TrendFrame(chart, axis, new Box(left, top, width - right, top + plotHeight));

        SceneItem[] range = [.. TrendLines.Range(frame)];
        SceneLine[] standards = [.. TrendLines.Target(frame), .. TrendLines.Floor(frame), .. TrendLines.Comparator(frame)];
        SceneLine[] values = [.. TrendLines.Forecast(frame), .. TrendLines.Values(frame)];
        SceneMarker[] markers = [.. TrendLines.Markers(frame)];
        var unit = TrendAxes.UnitName(frame);
        var placer = Placer(frame, unit, [.. range.OfType<SceneLine>(), .. standards], values, markers);

        return new Scene(width, top + plotHeight + 28,
        [
            .. chart.Small ? [] : TrendLegend.Of(chart, axis, width),
            .. range.OfType<SceneArea>(),
            .. TrendAxes.Of(frame, width),
            .. range.OfType<SceneLine>(),
            .. unit is null ? Array.Empty<SceneItem>() : [unit],
            .. TrendLines.Breaks(frame),
            .. standards,
            .. values,
            .. markers,
            .. EndLabels.Of(frame),
            .. ValueLabels.Of(frame, placer),
            .. ValueLabels.Gaps(frame, placer),
            .. Nothing(frame, placer),
        ]);
    }

    private static LabelPlacer Placer(
        TrendFrame frame, SceneText? unit, IEnumerable<SceneLine> soft, IEnumerable<SceneLine> firm, IEnumerable<SceneMarker> markers)
    {
        var placer = new LabelPlacer(frame.Plot with { Top = frame.Plot.Top - 26, Bottom = frame.Plot.Bottom - 2 });
        if (unit is not null)
        {
            placer.Take(unit.Bounds);
        }

        foreach (var marker in markers)
        {
            placer.Take(marker.Bounds);
        }

        foreach (var line in soft)
        {
            placer.Avoid(line.Spots, soft: true);
        }

        foreach (var line in firm)
        {
            placer.Avoid(line.Spots, soft: false);
        }

        return placer;
    }

    private static IEnumerable<SceneItem> Nothing(TrendFrame frame, LabelPlacer placer)
    {
        if (frame.Chart.Points.All(point => point.Value is null))
        {
            var middle = (frame.Plot.Left + frame.Plot.Right) / 2;
            var proposals = Eighths.Select(eighth => new SceneText(
                SceneRole.ValueLabel,
                "No results to show",
                new Spot(middle, frame.Plot.Top + (frame.Plot.Height * eighth / 8)),
                TextAnchor.Middle,
                16,
                true,
                Ink.Quiet,
                true));
            if (placer.Place([.. proposals], matters: true) is { } text)
            {
                yield return text;
            }
        }
    }
}
