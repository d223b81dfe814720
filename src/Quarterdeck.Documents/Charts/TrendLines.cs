using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Charts;

/// <summary>The lines, areas and markers of a trend.</summary>
internal static class TrendLines
{
    public const double MarkerSize = 7;

    /// <summary>The expected range: an area with an edge wherever it has an end.</summary>
    public static IEnumerable<SceneItem> Range(TrendFrame frame)
    {
        foreach (var (first, last) in frame.Runs(point => point.Lower is not null || point.Upper is not null))
        {
            var upper = frame.Steps(first, last, point => point.Upper ?? frame.Axis.High);
            var lower = frame.Steps(first, last, point => point.Lower ?? frame.Axis.Low);
            yield return new SceneArea(SceneRole.Range, [.. upper, .. lower.Reverse()], Ink.Band);
        }

        foreach (var (first, last) in frame.Runs(point => point.Upper is not null))
        {
            yield return new SceneLine(SceneRole.Range, frame.Steps(first, last, point => point.Upper ?? 0), Ink.BandEdge, 1, Ink.Solid);
        }

        foreach (var (first, last) in frame.Runs(point => point.Lower is not null))
        {
            yield return new SceneLine(SceneRole.Range, frame.Steps(first, last, point => point.Lower ?? 0), Ink.BandEdge, 1, Ink.Solid);
        }
    }

    public static IEnumerable<SceneLine> Target(TrendFrame frame) =>
        Stepped(frame, SceneRole.Target, point => point.Target, Ink.Target, Ink.Dashed);

    public static IEnumerable<SceneLine> Floor(TrendFrame frame) =>
        Stepped(frame, SceneRole.Floor, point => point.Floor, Ink.Floor, Ink.Dotted);

    /// <summary>The comparator's values: a line where two follow each other, a dash of a period's width where one stands alone.</summary>
    public static IEnumerable<SceneLine> Comparator(TrendFrame frame)
    {
        foreach (var (first, last) in frame.Runs(point => point.Comparator is not null))
        {
            var spots = first == last
                ? frame.Steps(first, last, point => point.Comparator?.Value ?? 0)
                : [.. Enumerable.Range(first, last - first + 1).Select(index => frame.At(index, frame.Chart.Points[index].Comparator?.Value ?? 0))];
            yield return new SceneLine(SceneRole.Comparator, spots, Ink.Comparator, 1.75, Ink.DashDot);
        }
    }

    /// <summary>Reported values: a solid line for each unbroken stretch. A gap breaks it.</summary>
    public static IEnumerable<SceneLine> Values(TrendFrame frame)
    {
        foreach (var (first, last) in frame.Joined(point => point.Value is not null && !point.Forecast))
        {
            if (last > first)
            {
                yield return new SceneLine(SceneRole.Value, Through(frame, first, last), Ink.Value, 2.5, Ink.Solid);
            }
        }
    }

    /// <summary>Forecast values, joined to the reported value just before them.</summary>
    public static IEnumerable<SceneLine> Forecast(TrendFrame frame)
    {
        var points = frame.Chart.Points;
        foreach (var (first, last) in frame.Joined(point => point.Value is not null && point.Forecast))
        {
            var from = first > 0 && points[first - 1].Value is not null && points[first].Break is null ? first - 1 : first;
            if (last > from)
            {
                yield return new SceneLine(SceneRole.Forecast, Through(frame, from, last), Ink.Value, 2, Ink.Short);
            }
        }
    }

    /// <summary>A mark between two values that cannot be compared.</summary>
    public static IEnumerable<SceneLine> Breaks(TrendFrame frame)
    {
        for (var index = 1; index < frame.Chart.Points.Count; index++)
        {
            if (frame.Chart.Points[index].Break is { Length: > 0 })
            {
                var x = frame.X(index) - (frame.Slot / 2);
                yield return new SceneLine(
                    SceneRole.Break, [new Spot(x, frame.Plot.Top), new Spot(x, frame.Plot.Bottom)], Ink.Quiet, 1.5, Ink.Short);
            }
        }
    }

    public static IEnumerable<SceneMarker> Markers(TrendFrame frame)
    {
        for (var index = 0; index < frame.Chart.Points.Count; index++)
        {
            var point = frame.Chart.Points[index];
            if (point.Value is { } value)
            {
                var shape = point.Forecast ? MarkShape.Ring : point.Rating?.Shape ?? MarkShape.Ring;
                var fill = point.Forecast ? Colour.White : point.Rating?.Colour ?? Colour.White;
                yield return new SceneMarker(
                    point.Forecast ? SceneRole.Forecast : SceneRole.Value,
                    frame.At(index, value),
                    shape,
                    MarkOutline.Radius(shape, point.Forecast ? MarkerSize - 2 : MarkerSize),
                    fill);
            }
        }
    }

    private static IEnumerable<SceneLine> Stepped(
        TrendFrame frame, SceneRole role, Func<TrendPoint, ChartFigure?> figure, Colour ink, IReadOnlyList<double> dashes)
    {
        foreach (var (first, last) in frame.Runs(point => figure(point) is not null))
        {
            yield return new SceneLine(role, frame.Steps(first, last, point => figure(point)?.Value ?? 0), ink, 2, dashes);
        }
    }

    private static IReadOnlyList<Spot> Through(TrendFrame frame, int first, int last) =>
        [.. Enumerable.Range(first, last - first + 1).Select(index => frame.At(index, frame.Chart.Points[index].Value ?? 0))];
}
