using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Charts;

/// <summary>A trend as a line in a row of a table.</summary>
internal static class BandedLine
{
    private const double Margin = 9;

    public static Scene Of(BandedTrend trend)
    {
        var (width, height) = (TrendSize.Line.Width, TrendSize.Line.Height);
        var points = trend.Points.Select(named => named.Point).ToList();
        var figures = points.SelectMany(point => new[] { point.Value, point.Target?.Value }).OfType<decimal>().ToList();
        var items = new List<SceneItem>();
        if (points.LastOrDefault(point => point.Value is not null) is not { } last)
        {
            return new Scene(width, height, items);
        }

        var (low, high) = (figures.Min(), figures.Max());
        double X(int index) => points.Count == 1 ? width - Margin : Margin + ((width - (2 * Margin)) * index / (points.Count - 1));
        double Y(decimal figure) => high == low ? height / 2 : height - Margin - ((double)((figure - low) / (high - low)) * (height - (2 * Margin)));
        items.AddRange(Runs.Of(points.Count, index => points[index].Target?.Value).Where(run => run.Count > 0).Select(run => new SceneLine(
            SceneRole.Target,
            Steps(run, index => points[index].Target!.Value, X, Y, width),
            BandedInk.Quiet,
            1.25,
            Ink.Short)));
        var runs = Runs.Of(points.Count, index => points[index].Value, index => trend.Points[index].StartsAnew);
        items.AddRange(runs.Where(run => run.Count > 1).Select(run => new SceneLine(
            SceneRole.Value, [.. run.Select(index => new Spot(X(index), Y(points[index].Value!.Value)))], BandedInk.Line, 2, Ink.Solid)));
        var mark = last.Rating;
        items.Add(new SceneMarker(
            SceneRole.Value,
            new Spot(X(points.LastIndexOf(last)), Y(last.Value!.Value)),
            mark?.Shape ?? MarkShape.Circle,
            MarkOutline.Radius(mark?.Shape ?? MarkShape.Circle, mark is null ? 4 : 6),
            mark is { Shape: not MarkShape.Ring } ? mark.Colour : mark is null ? BandedInk.Line : Colour.White));
        return new Scene(width, height, items);
    }

    /// <summary>A line that steps where its figure changes, from edge to edge.</summary>
    private static List<Spot> Steps(IReadOnlyList<int> run, Func<int, decimal> of, Func<int, double> x, Func<decimal, double> y, double width)
    {
        var spots = new List<Spot> { new(run.Count == 1 ? Margin : x(run[0]), y(of(run[0]))) };
        for (var place = 1; place < run.Count; place++)
        {
            var half = (x(run[place - 1]) + x(run[place])) / 2;
            if (of(run[place]) != of(run[place - 1]))
            {
                spots.Add(new Spot(half, y(of(run[place - 1]))));
                spots.Add(new Spot(half, y(of(run[place]))));
            }
        }

        spots.Add(new Spot(run.Count == 1 ? width - Margin : x(run[^1]), y(of(run[^1]))));
        return spots;
    }
}

/// <summary>Unbroken stretches of a series.</summary>
internal static class Runs
{
    public static IEnumerable<IReadOnlyList<int>> Of(int count, Func<int, decimal?> value, Func<int, bool>? startsAnew = null)
    {
        var run = new List<int>();
        for (var index = 0; index < count; index++)
        {
            if (run.Count > 0 && startsAnew?.Invoke(index) == true)
            {
                yield return run;
                run = [];
            }

            if (value(index) is not null)
            {
                run.Add(index);
            }
            else if (run.Count > 0)
            {
                yield return run;
                run = [];
            }
        }

        if (run.Count > 0)
        {
            yield return run;
        }
    }
}
