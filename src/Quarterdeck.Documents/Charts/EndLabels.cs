using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Charts;

/// <summary>What the lines are called, beside the plot at the height where each ends.</summary>
internal static class EndLabels
{
    public const double Size = 14;
    private const double Most = 190;
    private const double MostSmall = 106;
    private const double Line = 16;

    /// <summary>Between the plot and the words: room for a short line from one to the other.</summary>
    private const double Away = 14;

    /// <summary>The room that the labels need to the right of the plot.</summary>
    public static double Room(TrendChart chart) =>
        Wanted(chart).SelectMany(label => label.Lines).Select(line => TextWidth.Of(line, Size, bold: true) + Away + 2).Append(16).Max();

    /// <summary>The labels, moved apart where they would overlap and then tied to their lines.</summary>
    public static IEnumerable<SceneItem> Of(TrendFrame frame)
    {
        var labels = Wanted(frame.Chart).Select(label => (label.Lines, label.Ink, Y: frame.Y(label.Figure))).OrderBy(label => label.Y).ToList();
        var middles = Apart([.. labels.Select(label => (label.Y, label.Lines.Count * Line))], frame.Plot);
        for (var index = 0; index < labels.Count; index++)
        {
            var (lines, ink, y) = labels[index];
            var middle = middles[index];
            var left = frame.Plot.Right + Away;
            for (var line = 0; line < lines.Count; line++)
            {
                var baseline = middle + ((line - ((lines.Count - 1) / 2.0)) * Line) + (Size * 0.34);
                yield return new SceneText(SceneRole.LineLabel, lines[line], new Spot(left, baseline), TextAnchor.Start, Size, true, ink, false);
            }

            if (Math.Abs(middle - y) > 2)
            {
                yield return new SceneLine(
                    SceneRole.LineLabel, [new Spot(frame.Plot.Right + 2, y), new Spot(left - 3, middle)], ink, 1, Ink.Solid);
            }
        }
    }

    private static IEnumerable<(IReadOnlyList<string> Lines, decimal Figure, Colour Ink)> Wanted(TrendChart chart)
    {
        (string Word, Func<TrendPoint, ChartFigure?> Figure, Colour Ink)[] lines =
        [
            (chart.TargetWord, point => point.Target, Ink.Target),
            (chart.FloorWord, point => point.Floor, Ink.Floor),
            (chart.ComparatorWord, point => point.Comparator, Ink.Comparator),
            .. chart.Small ? [
                (chart.UpperWord, point => End(chart, point.Upper), Ink.Quiet),
                (chart.LowerWord, point => End(chart, point.Lower), Ink.Quiet)
            ] : Array.Empty<(string, Func<TrendPoint, ChartFigure?>, Colour)>(),
        ];
        foreach (var (word, figure, ink) in lines)
        {
            var last = chart.Points.LastOrDefault(point => figure(point) is not null);
            if (last is not null && figure(last) is { } known)
            {
                var until = last == chart.Points[^1] ? string.Empty : $", {last.Label}";
                yield return (Broken($"{word} {known.Displayed}{until}", chart.Small ? MostSmall : Most), known.Value, ink);
            }
        }
    }

    private static ChartFigure? End(TrendChart chart, decimal? figure) => figure is { } known
        ? new ChartFigure(
            known,
            chart.Unit.Prefix + known.ToString("#,##0.####", System.Globalization.CultureInfo.InvariantCulture) + chart.Unit.Suffix)
        : null;

    /// <summary>The words in as many lines as they need.</summary>
    private static List<string> Broken(string words, double most)
    {
        var lines = new List<string>();
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines.Count > 0 && TextWidth.Of($"{lines[^1]} {word}", Size, bold: true) <= most)
            {
                lines[^1] += " " + word;
            }
            else
            {
                lines.Add(TextWidth.Shortened(word, Size, true, Most));
            }
        }

        return lines;
    }

    /// <summary>Heights within the plot at which they do not touch, in the same order.</summary>
    private static double[] Apart((double Wanted, double Height)[] labels, Box plot)
    {
        double[] apart = [.. labels.Select(label => label.Wanted)];
        for (var index = 1; index < apart.Length; index++)
        {
            apart[index] = Math.Max(apart[index], apart[index - 1] + Between(index));
        }

        for (var index = apart.Length - 1; index >= 0; index--)
        {
            var lowest = index == apart.Length - 1 ? plot.Bottom - ((labels[index].Height - Line) / 2) : apart[index + 1] - Between(index + 1);
            apart[index] = Math.Min(apart[index], lowest);
        }

        return apart;

        double Between(int index) => ((labels[index].Height + labels[index - 1].Height) / 2) + 2;
    }
}
