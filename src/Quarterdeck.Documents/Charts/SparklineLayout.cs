using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Charts;

/// <summary>Lays a sparkline out, once for every format: the line, a thin target, the mark of the last value and its figure.</summary>
internal static class SparklineLayout
{
    private const double Size = 14;
    private const double Plot = 150;
    private const double Height = 40;
    private const double Margin = 9;
    private const double MarkSize = 5;
    private const double MostWords = 150;

    public static Scene Of(Sparkline chart)
    {
        var figures = chart.Points.SelectMany(point => new[] { point.Value, point.Target?.Value }).OfType<decimal>().ToList();
        var last = chart.Points.LastOrDefault(point => point.Value is not null);
        if (last is null)
        {
            return new Scene(
                Plot + (2 * Margin),
                Height,
                [new SceneText(SceneRole.ValueLabel, "No results", new Spot(Margin, (Height / 2) + 5), TextAnchor.Start, Size, false, Ink.Quiet, false)]);
        }

        var (low, high) = (figures.Min(), figures.Max());
        var step = chart.Points.Count > 1 ? Plot / (chart.Points.Count - 1) : 0;
        double Y(decimal figure) => high == low ? Height / 2 : Height - Margin - ((double)((figure - low) / (high - low)) * (Height - (2 * Margin)));
        Spot At(int index) => new(Margin + (chart.Points.Count > 1 ? step * index : Plot), Y(chart.Points[index].Value!.Value));

        var items = new List<SceneItem>();
        items.AddRange(Target(chart, step, Y));
        items.AddRange(Line(chart, step, At));
        var shape = last.Rating?.Shape ?? MarkShape.Circle;
        var fill = last.Rating is { } rating ? shape == MarkShape.Ring ? Colour.White : rating.Colour : Ink.Value;
        items.Add(new SceneMarker(
            SceneRole.Value,
            At(chart.Points.Index().Last(each => each.Item.Value is not null).Index),
            shape,
            MarkOutline.Radius(shape, MarkSize),
            fill));
        if (chart.Bare)
        {
            return new Scene(Plot + (2 * Margin), Height, items);
        }

        var words = TextWidth.Shortened(last == chart.Points[^1] ? last.Displayed : $"{last.Displayed}, {last.Label}", Size, true, MostWords);
        var from = Margin + Plot + Margin;
        items.Add(new SceneText(SceneRole.ValueLabel, words, new Spot(from, (Height / 2) + 5), TextAnchor.Start, Size, true, Ink.Text, false));
        return new Scene(Math.Ceiling(from + TextWidth.Of(words, Size, true) + 2), Height, items);
    }

    /// <summary>The target as a thin dashed line for as long as it holds, stepping where it changes.</summary>
    private static IEnumerable<SceneLine> Target(Sparkline chart, double step, Func<decimal, double> y)
    {
        var spots = new List<Spot>();
        for (var index = 0; index <= chart.Points.Count; index++)
        {
            if (index < chart.Points.Count && chart.Points[index].Target is { } target)
            {
                var x = Margin + (step * index);
                var half = chart.Points.Count > 1 ? step / 2 : Plot;
                var height = y(target.Value);
                if (spots.Count > 0 && spots[^1].Y == height)
                {
                    spots.RemoveAt(spots.Count - 1);
                }
                else
                {
                    spots.Add(new Spot(Math.Max(Margin, x - half), height));
                }

                spots.Add(new Spot(Math.Min(Margin + Plot, x + half), height));
            }
            else if (spots.Count > 0)
            {
                yield return new SceneLine(SceneRole.Target, [.. spots], Ink.Target, 1, Ink.Short);
                spots.Clear();
            }
        }
    }

    /// <summary>A stretch for each unbroken run of values; one that stands alone is a short dash, so that it is seen.</summary>
    private static IEnumerable<SceneLine> Line(Sparkline chart, double step, Func<int, Spot> at)
    {
        var run = new List<Spot>();
        for (var index = 0; index <= chart.Points.Count; index++)
        {
            var here = index < chart.Points.Count && chart.Points[index].Value is not null;
            if (run.Count > 0 && (!here || chart.Points[index].Break is not null))
            {
                var half = Math.Min(3, Math.Max(1, step / 3));
                yield return new SceneLine(
                    SceneRole.Value,
                    run.Count > 1 ? [.. run] : [run[0] with { X = run[0].X - half }, run[0] with { X = run[0].X + half }],
                    Ink.Value,
                    2,
                    Ink.Solid);
                run.Clear();
            }

            if (here)
            {
                run.Add(at(index));
            }
        }
    }
}
