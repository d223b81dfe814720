namespace Quarterdeck.Documents.Charts;

/// <summary>The values of a trend of the site in figures: all of a short one, of a long one the first, last, highest and lowest.</summary>
internal sealed class BandedLabels(
    IReadOnlyList<TrendPoint> points, IReadOnlyList<int> valued, int last, TrendSize size, Func<int, Spot> at, LabelPlacer placer)
{
    private const int All = 12;

    public void AddTo(List<SceneItem> items)
    {
        int[] matter =
        [
            last, valued[0], valued.MaxBy(index => points[index].Value), valued.MinBy(index => points[index].Value),
        ];
        int[] shown = size == TrendSize.Small ? [last, valued[0]] : valued.Count <= All ? [.. matter, .. valued.Reverse()] : [.. matter];
        foreach (var index in shown.Distinct())
        {
            var proposals = Proposals(index);
            var text = placer.Place(proposals, matters: matter.Contains(index));

            // The last value is never left out: where no place is free, its halo keeps it readable.
            if ((text ?? (index == last ? proposals[0] : null)) is { } placed)
            {
                items.Add(placed);
            }
        }
    }

    /// <summary>Above the point, or below it in a trough; else beside it, else farther away.</summary>
    private List<SceneText> Proposals(int index)
    {
        var isLast = index == last;
        var type = isLast ? size.Type + (size == TrendSize.Small ? 1 : 6) : size.Type;
        var spot = at(index);
        var isTrough = Neighbour(index, -1) is var before && Neighbour(index, 1) is var after
            && (before is not null || after is not null) && !(before <= points[index].Value) && !(after <= points[index].Value);
        var proposals = new List<SceneText>();
        foreach (var away in (isLast ? new[] { 16.0, 22, 30, 40, 52 } : [12, 18, 26, 36, 48]))
        {
            var (above, below) = (-away, away + (type * 0.76));
            foreach (var down in isTrough ? new[] { below, above } : [above, below])
            {
                Add(0, down, TextAnchor.Middle);
                Add(away - 6, down, TextAnchor.Start);
                Add(6 - away, down, TextAnchor.End);
            }
        }

        return proposals;

        void Add(double right, double down, TextAnchor anchor)
        {
            // Words in the middle over a point at the edge are moved in, so that they are never cut.
            var half = TextWidth.Of(points[index].Displayed, type, isLast) / 2;
            var x = anchor == TextAnchor.Middle ? Math.Clamp(spot.X, half + 3, Math.Max(half + 3, size.Width - half - 3)) : spot.X + right;
            proposals.Add(new SceneText(
                SceneRole.ValueLabel, points[index].Displayed, new Spot(x, spot.Y + down), anchor, type, isLast, BandedInk.Text, true));
        }
    }

    private decimal? Neighbour(int index, int step) => index + step >= 0 && index + step < points.Count ? points[index + step].Value : null;
}
