using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Charts;

/// <summary>What the lines are called, beside the plot at the height where each ends.</summary>
internal static class EndLabels
{
    public const double Size = 14;
    private const double Most = 190;
    private const double Line = 19;

    /// <summary>Between the plot and the words: room for a short line from one to the other.</summary>
    private const double Away = 14;

    /// <summary>The room that the labels need to the right of the plot.</summary>
    public static double Room(TrendChart chart) =>
        Wanted(chart).Select(label => TextWidth.Of(label.Words, Size, bold: true) + Away + 2).Append(16).Max();

    /// <summary>The labels, moved apart where they would overlap and then tied to their lines.</summary>
    public static IEnumerable<SceneItem> Of(TrendFrame frame)
    {
        var labels = Wanted(frame.Chart).Select(label => (label.Words, label.Ink, Y: frame.Y(label.Figure))).OrderBy(label => label.Y).ToList();
        var middles = Apart([.. labels.Select(label => label.Y)], frame.Plot);
        for (var index = 0; index < labels.Count; index++)
        {
            var (words, ink, y) = labels[index];
            var middle = middles[index];
            var left = frame.Plot.Right + Away;
            yield return new SceneText(SceneRole.LineLabel, words, new Spot(left, middle + (Size * 0.34)), TextAnchor.Start, Size, true, ink, false);
            if (Math.Abs(middle - y) > 2)
            {
                yield return new SceneLine(
                    SceneRole.LineLabel, [new Spot(frame.Plot.Right + 2, y), new Spot(left - 3, middle)], ink, 1, Ink.Solid);
            }
        }
    }

    private static IEnumerable<(string Words, decimal Figure, Colour Ink)> Wanted(TrendChart chart)
    {
        (string Word, Func<TrendPoint, ChartFigure?> Figure, Colour Ink)[] lines =
        [
            (chart.TargetWord, point => point.Target, Ink.Target),
            (chart.FloorWord, point => point.Floor, Ink.Floor),
            (chart.ComparatorWord, point => point.Comparator, Ink.Comparator),
        ];
        foreach (var (word, figure, ink) in lines)
        {
            var last = chart.Points.LastOrDefault(point => figure(point) is not null);
            if (last is not null && figure(last) is { } known)
            {
                var until = last == chart.Points[^1] ? string.Empty : $", {last.Label}";
                yield return (TextWidth.Shortened($"{word} {known.Displayed}{until}", Size, true, Most), known.Value, ink);
            }
        }
    }

    /// <summary>Heights at least a line apart and within the plot, in the same order.</summary>
    private static double[] Apart(double[] wanted, Box plot)
    {
        var apart = (double[])wanted.Clone();
        for (var index = 1; index < apart.Length; index++)
        {
            apart[index] = Math.Max(apart[index], apart[index - 1] + Line);
        }

        for (var index = apart.Length - 1; index >= 0; index--)
        {
            var lowest = index == apart.Length - 1 ? plot.Bottom : apart[index + 1] - Line;
            apart[index] = Math.Min(apart[index], lowest);
        }

        return apart;
    }
}
