using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Charts;

/// <summary>What the patterns and marks of stacked counts mean, in words, above the bars.</summary>
internal static class CountsLegend
{
    private const double Size = CountsLayout.Size;
    private const double Row = 24;
    private const double Sample = 30;
    private const double Between = 22;
    private const int TintPercent = 35;

    /// <summary>Pale enough for dark words: a pale colour as it is, another as a tint.</summary>
    public static Colour Fill(RatingMark band) =>
        band.Shape == MarkShape.Ring ? Colour.White : band.Colour.ContrastWith(Ink.Text) >= 7 ? band.Colour : band.Colour.Tint(TintPercent);

    /// <summary>The band's own colour where it shows on its pale fill, else dark.</summary>
    public static Colour Line(RatingMark band) => band.Colour.ContrastWith(Fill(band)) >= 3 ? band.Colour : Ink.Edge;

    /// <summary>How thick the lines of a hatch are: dark ones thinner, so that they weigh the same.</summary>
    public static double Weight(RatingMark band) => Line(band) == Ink.Edge ? 1 : 1.5;

    public static (IReadOnlyList<SceneItem> Items, double Height) Of(StackedCounts chart, double width)
    {
        var items = new List<SceneItem>();
        var (x, y) = (2.0, 2.0);
        for (var index = 0; index < chart.Bands.Count; index++)
        {
            var band = chart.Bands[index];
            var words = TextWidth.Shortened(band.Label, Size, false, width - 80);
            var wide = Sample + 21 + TextWidth.Of(words, Size, false);
            if (x > 2 && x + wide > width - 2)
            {
                (x, y) = (2, y + Row);
            }

            var middle = y + (Row / 2);
            var box = new Box(x + 1, middle - 8, x + Sample - 4, middle + 8);
            items.AddRange(Swatch(band, StackedCounts.HatchOf(index), box));
            items.Add(new SceneMarker(
                SceneRole.Legend,
                new Spot(x + Sample + 7, middle),
                band.Shape,
                MarkOutline.Radius(band.Shape, 6),
                band.Shape == MarkShape.Ring ? Colour.White : band.Colour));
            items.Add(new SceneText(SceneRole.Legend, words, new Spot(x + Sample + 19, middle + 5), TextAnchor.Start, Size, false, Ink.Text, false));
            x += wide + Between;
        }

        return (items, chart.Bands.Count == 0 ? 0 : y + Row);
    }

    private static IEnumerable<SceneItem> Swatch(RatingMark band, Hatch hatch, Box box)
    {
        Spot[] corners = [new(box.Left, box.Top), new(box.Right, box.Top), new(box.Right, box.Bottom), new(box.Left, box.Bottom)];
        yield return new SceneArea(SceneRole.Legend, corners, Fill(band));
        foreach (var (from, to) in HatchLines.Of(hatch, box, null))
        {
            yield return new SceneLine(SceneRole.Legend, [from, to], Line(band), Weight(band), Ink.Solid);
        }

        yield return new SceneLine(SceneRole.Legend, [.. corners, corners[0], corners[1]], Ink.Edge, 1, Ink.Solid);
    }
}
