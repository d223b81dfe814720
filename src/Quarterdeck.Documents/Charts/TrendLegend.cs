using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Charts;

/// <summary>What the markers and lines mean, in words, in rows above the plot.</summary>
internal static class TrendLegend
{
    private const double Size = 14;
    private const double Row = 22;
    private const double Between = 22;

    private enum Sample
    {
        Marker,
        Line,
        Area,
        None,
    }

    /// <summary>How tall the legend is at a width.</summary>
    public static double Height(TrendChart chart, ValueAxis axis, double width) => Placed(chart, axis, width).Select(each => each.Y + Row).Append(0).Max();

    public static IEnumerable<SceneItem> Of(TrendChart chart, ValueAxis axis, double width)
    {
        foreach (var (entry, x, y) in Placed(chart, axis, width))
        {
            var middle = y + (Row / 2);
            switch (entry.Sample)
            {
                case Sample.Marker:
                    var radius = MarkOutline.Radius(entry.Shape, TrendLines.MarkerSize);
                    yield return new SceneMarker(SceneRole.Legend, new Spot(x + 8, middle), entry.Shape, radius, entry.Colour);
                    break;
                case Sample.Line:
                    yield return new SceneLine(
                        SceneRole.Legend, [new Spot(x, middle), new Spot(x + 28, middle)], entry.Colour, 2, Ink.Short);
                    break;
                case Sample.Area:
                    yield return new SceneArea(SceneRole.Legend, Corners(x, middle), Ink.Band);
                    yield return new SceneLine(SceneRole.Legend, [.. Corners(x, middle), new Spot(x, middle - 7)], Ink.BandEdge, 1, Ink.Solid);
                    break;
                case Sample.None:
                    break;
            }

            var at = new Spot(x + SampleWidth(entry.Sample), middle + (Size * 0.34));
            yield return new SceneText(
                SceneRole.Legend,
                entry.Words,
                at,
                TextAnchor.Start,
                Size,
                false,
                entry.Sample == Sample.None ? Ink.Quiet : Ink.Text,
                false);
        }
    }

    private static Spot[] Corners(double x, double middle) =>
        [new(x, middle - 7), new(x + 24, middle - 7), new(x + 24, middle + 7), new(x, middle + 7)];

    private static double SampleWidth(Sample sample) => sample switch
    {
        Sample.Marker => 21,
        Sample.Line => 34,
        Sample.Area => 30,
        Sample.None => 0,
    };

    private static List<(Entry Entry, double X, double Y)> Placed(TrendChart chart, ValueAxis axis, double width)
    {
        var placed = new List<(Entry, double, double)>();
        var (x, y) = (2.0, 0.0);
        foreach (var entry in Entries(chart, axis))
        {
            var words = TextWidth.Shortened(entry.Words, Size, false, width - 40);
            var wide = SampleWidth(entry.Sample) + TextWidth.Of(words, Size, false);
            if (x > 2 && x + wide > width - 2)
            {
                (x, y) = (2, y + Row);
            }

            placed.Add((entry with { Words = words }, x, y));
            x += wide + Between;
        }

        return placed;
    }

    private static IEnumerable<Entry> Entries(TrendChart chart, ValueAxis axis)
    {
        var reported = chart.Points.Where(point => point.Value is not null && !point.Forecast).ToList();
        var ratings = reported.Select(point => point.Rating).OfType<RatingMark>().Distinct().ToList();
        foreach (var rating in ratings.OrderBy(mark => mark.Shape).ThenBy(mark => mark.Label, StringComparer.Ordinal))
        {
            yield return new Entry(Sample.Marker, rating.Label, rating.Shape, rating.Colour);
        }

        if (reported.Exists(point => point.Rating is null))
        {
            yield return new Entry(Sample.Marker, ratings.Count > 0 ? "Not rated" : "Result", MarkShape.Ring, Colour.White);
        }

        if (chart.Points.Any(point => point.Value is not null && point.Forecast))
        {
            yield return new Entry(Sample.Line, chart.ForecastWord, MarkShape.Ring, Ink.Value);
        }

        if (chart.Points.Any(point => point.Lower is not null || point.Upper is not null))
        {
            yield return new Entry(Sample.Area, chart.RangeWord, MarkShape.Ring, Ink.Band);
        }

        if (reported.Count > 0 && axis.StartsAboveZero)
        {
            yield return new Entry(Sample.None, "The axis does not start at zero.", MarkShape.Ring, Ink.Quiet);
        }
    }

    private sealed record Entry(Sample Sample, string Words, MarkShape Shape, Colour Colour);
}
