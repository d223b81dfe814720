namespace Quarterdeck.Documents.Charts;

/// <summary>The values in figures beside their markers: all of a short series, of a long one the latest, first, highest and lowest.</summary>
internal static class ValueLabels
{
    private const int All = 13;
    private const double Size = 14;

    public static IEnumerable<SceneText> Of(TrendFrame frame, LabelPlacer placer)
    {
        var points = frame.Chart.Points;
        var valued = Enumerable.Range(0, points.Count).Where(index => points[index].Value is not null).ToList();
        if (valued.Count == 0)
        {
            yield break;
        }

        int[] matter =
        [
            .. valued.Where(index => !points[index].Forecast).TakeLast(1),
            valued[^1],
            valued.MaxBy(index => points[index].Value),
            valued.MinBy(index => points[index].Value),
            valued[0],
        ];
        var rest = points.Count <= All ? Enumerable.Reverse(valued) : [];
        var latest = matter[0];
        foreach (var index in matter.Concat(rest).Distinct())
        {
            if (placer.Place(Proposals(frame, index, bold: index == latest), matter.Contains(index)) is { } text)
            {
                yield return text;
            }
        }
    }

    /// <summary>Why there is no value, at the foot of its empty period, where there is room to say it.</summary>
    public static IEnumerable<SceneText> Gaps(TrendFrame frame, LabelPlacer placer)
    {
        for (var index = 0; index < frame.Chart.Points.Count; index++)
        {
            var point = frame.Chart.Points[index];
            if (point.Value is null && point.Displayed.Length > 0 && TextWidth.Of(point.Displayed, Size - 1, false) <= frame.Slot - 4)
            {
                var at = new Spot(frame.X(index), frame.Plot.Bottom - 8);
                var text = new SceneText(SceneRole.ValueLabel, point.Displayed, at, TextAnchor.Middle, Size - 1, false, Ink.Quiet, true);
                if (placer.Place([text], matters: false) is { } placed)
                {
                    yield return placed;
                }
            }
        }
    }

    /// <summary>Above and below the marker, then to its sides, then a little further away.</summary>
    private static List<SceneText> Proposals(TrendFrame frame, int index, bool bold)
    {
        var point = frame.Chart.Points[index];
        var at = frame.At(index, point.Value ?? 0);
        var proposals = new List<SceneText>();
        foreach (var away in new[] { 12.0, 19.0, 27.0, 36.0 })
        {
            Add(0, -away, TextAnchor.Middle);
            Add(0, away + (Size * 0.75), TextAnchor.Middle);
            Add(away - 2, -away + 4, TextAnchor.Start);
            Add(-away + 2, -away + 4, TextAnchor.End);
            Add(away - 2, away + 4, TextAnchor.Start);
            Add(-away + 2, away + 4, TextAnchor.End);
        }

        return proposals;

        void Add(double right, double down, TextAnchor anchor) =>
            proposals.Add(new SceneText(
                SceneRole.ValueLabel, point.Displayed, new Spot(at.X + right, at.Y + down), anchor, Size, bold, Ink.Text, true));
    }
}
