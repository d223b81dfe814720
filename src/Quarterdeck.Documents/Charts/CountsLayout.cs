using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Charts;

/// <summary>
/// Lays stacked counts out, once for every format: a bar a row, its parts to one scale, each with its pattern, mark and number
/// inside. A part too narrow for its number has it at the end of the bar, beside its mark.
/// </summary>
internal static class CountsLayout
{
    public const double Size = 14;

    private const double Width = 760;
    private const double MostLabel = 230;
    private const double LeastBar = 160;
    private const double Head = 26;
    private const double RowHeight = 40;
    private const double BarHeight = 28;
    private const double MarkSize = 6;
    private const double Gap = 10;

    public static Scene Of(StackedCounts chart)
    {
        var label = Math.Min(MostLabel, chart.Rows.Select(row => TextWidth.Of(row.Label, Size, false)).Append(TextWidth.Of(chart.RowWord, Size, true)).Max())
            + Gap;
        var totals = chart.Rows.Select(row => TextWidth.Of(StackedCounts.Printed(row.Total), Size, true)).Append(TextWidth.Of("Total", Size, true)).Max()
            + Gap
            + 2;
        var (left, room) = (label + 2, Width - totals - label - 2);
        var most = Math.Max(1, chart.Rows.Select(row => row.Total).Append(0).Max());

        // The longest bar is as long as the words beside each bar allow; a shorter one pushes more words out, so look again.
        double Reach(double bar) => chart.Rows.Select(row => (bar * row.Total / most) + Beside(chart, row, bar / most)).Append(0).Max();
        var bar = room;
        while (bar > LeastBar && Reach(bar) > room)
        {
            bar -= 2;
        }

        var width = left + Math.Max(room, Reach(bar)) + totals;
        var legend = CountsLegend.Of(chart, width);
        var (items, top) = (new List<SceneItem>(legend.Items), legend.Height + 6);
        if (chart.Rows.Count > 0)
        {
            items.Add(Words(SceneRole.AxisLabel, chart.RowWord, 2, top + 15, TextAnchor.Start, true, Ink.Quiet, MostLabel));
            items.Add(Words(SceneRole.AxisLabel, "Total", width - 2, top + 15, TextAnchor.End, true, Ink.Quiet, MostLabel));
        }

        var y = top + Head;
        foreach (var row in chart.Rows)
        {
            items.AddRange(Label(row.Label, y + (RowHeight / 2) + 5));
            items.AddRange(Bar(chart, row, new Spot(left, y + (RowHeight / 2)), bar / most));
            items.Add(Words(
                SceneRole.ValueLabel,
                row.Absent is null ? StackedCounts.Printed(row.Total) : "-",
                width - 2,
                y + (RowHeight / 2) + 5,
                TextAnchor.End,
                true,
                Ink.Text,
                MostLabel));
            y += RowHeight;
        }

        if (chart.Rows.Count == 0)
        {
            items.Add(Words(SceneRole.ValueLabel, "Nothing to count", 2, y, TextAnchor.Start, true, Ink.Quiet, MostLabel));
            return new Scene(width, y + 12, items);
        }

        items.Add(new SceneLine(SceneRole.Axis, [new Spot(left, top + Head), new Spot(left, y)], Ink.Axis, 1.25, Ink.Solid));
        return new Scene(width, y + 4, items);
    }

    /// <summary>The name of a row, on two lines where it is long.</summary>
    private static IEnumerable<SceneItem> Label(string label, double baseline)
    {
        var cut = label.LastIndexOf(' ');
        while (cut > 0 && TextWidth.Of(label.AsSpan(0, cut), Size, false) > MostLabel)
        {
            cut = label.LastIndexOf(' ', cut - 1);
        }

        if (cut <= 0 || TextWidth.Of(label, Size, false) <= MostLabel)
        {
            return [Words(SceneRole.AxisLabel, label, 2, baseline, TextAnchor.Start, false, Ink.Text, MostLabel)];
        }

        return
        [
            Words(SceneRole.AxisLabel, label[..cut], 2, baseline - 9, TextAnchor.Start, false, Ink.Text, MostLabel),
            Words(SceneRole.AxisLabel, label[(cut + 1)..], 2, baseline + 9, TextAnchor.Start, false, Ink.Text, MostLabel),
        ];
    }

    /// <summary>The parts of a bar, then what is said at its end.</summary>
    private static IEnumerable<SceneItem> Bar(StackedCounts chart, CountRow row, Spot start, double unit)
    {
        var x = start.X;
        var beside = new List<int>();
        for (var band = 0; band < row.Counts.Count; band++)
        {
            if (row.Counts[band] == 0)
            {
                continue;
            }

            var box = new Box(x, start.Y - (BarHeight / 2), x + (row.Counts[band] * unit), start.Y + (BarHeight / 2));
            var fits = Fits(row.Counts[band], unit);
            var tag = fits ? Tag(chart.Bands[band], row.Counts[band], (box.Left + box.Right - TagWidth(row.Counts[band])) / 2, start.Y) : [];
            foreach (var item in Part(chart.Bands[band], StackedCounts.HatchOf(band), box, tag).Concat(tag))
            {
                yield return item;
            }

            if (!fits)
            {
                beside.Add(band);
            }

            x = box.Right;
        }

        x += Gap;
        foreach (var band in beside)
        {
            foreach (var item in Tag(chart.Bands[band], row.Counts[band], x, start.Y))
            {
                yield return item;
            }

            x += TagWidth(row.Counts[band]) + Gap;
        }

        if (row.Absent is not null || row.Total == 0)
        {
            yield return Words(
                SceneRole.ValueLabel,
                row.Absent ?? $"No {chart.CountWord}",
                start.X + Gap,
                start.Y + 5,
                TextAnchor.Start,
                false,
                Ink.Quiet,
                300);
        }
    }

    /// <summary>A filled and hatched box; its edge is dark, so that pale parts show on white and on each other.</summary>
    private static IEnumerable<SceneItem> Part(RatingMark band, Hatch hatch, Box box, IReadOnlyList<SceneItem> tag)
    {
        Spot[] corners = [new(box.Left, box.Top), new(box.Right, box.Top), new(box.Right, box.Bottom), new(box.Left, box.Bottom)];
        yield return new SceneArea(SceneRole.Part, corners, CountsLegend.Fill(band));
        var kept = tag.OfType<SceneText>().Select(text => text.Bounds).Concat(tag.OfType<SceneMarker>().Select(mark => mark.Bounds)).ToList();
        Box? free = kept.Count == 0 ? null : box with { Left = kept.Min(each => each.Left) - 4, Right = kept.Max(each => each.Right) + 4 };
        foreach (var (from, to) in HatchLines.Of(hatch, box, free))
        {
            yield return new SceneLine(SceneRole.Part, [from, to], CountsLegend.Line(band), CountsLegend.Weight(band), Ink.Solid);
        }

        yield return new SceneLine(SceneRole.Part, [.. corners, corners[0], corners[1]], Ink.Edge, 1, Ink.Solid);
    }

    /// <summary>A band's mark and its number.</summary>
    private static SceneItem[] Tag(RatingMark band, int count, double x, double middle) =>
    [
        new SceneMarker(
            SceneRole.Legend,
            new Spot(x + MarkSize, middle),
            band.Shape,
            MarkOutline.Radius(band.Shape, MarkSize),
            band.Shape == MarkShape.Ring ? Colour.White : band.Colour),
        Words(SceneRole.ValueLabel, StackedCounts.Printed(count), x + (2 * MarkSize) + 4, middle + 5, TextAnchor.Start, true, Ink.Text, MostLabel),
    ];

    private static double TagWidth(int count) => (2 * MarkSize) + 4 + TextWidth.Of(StackedCounts.Printed(count), Size, true);

    private static bool Fits(int count, double unit) => (count * unit) >= TagWidth(count) + 8;

    /// <summary>How far the words at the end of a bar reach beyond it.</summary>
    private static double Beside(StackedCounts chart, CountRow row, double unit) =>
        row.Counts.Where(count => count > 0 && !Fits(count, unit)).Sum(count => TagWidth(count) + Gap) + (chart.Bands.Count == 0 ? 0 : Gap);

    private static SceneText Words(SceneRole role, string words, double x, double y, TextAnchor anchor, bool bold, Colour ink, double room) =>
        new(role, TextWidth.Shortened(words, Size, bold, room), new Spot(x, y), anchor, Size, bold, ink, false);
}
