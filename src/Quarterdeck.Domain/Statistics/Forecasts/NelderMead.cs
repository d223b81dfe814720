namespace Quarterdeck.Domain.Statistics.Forecasts;

/// <summary>Searches the least value of a function of a few numbers between bounds (Nelder and Mead 1965), always in the same steps.</summary>
internal static class NelderMead
{
    private const int MostSteps = 200;
    private const double Near = 1e-8;

    public static (double[] Point, double Value) Minimise(Func<double[], double> function, double[] start, double least, double most)
    {
        double[] Within(double[] point) => [.. point.Select(number => Math.Clamp(number, least, most))];
        (double[] Point, double Value) At(double[] point) => Within(point) is var inside ? (inside, function(inside)) : default;

        var corners = new List<(double[] Point, double Value)> { At(start) };
        for (var number = 0; number < start.Length; number++)
        {
            var moved = start.ToArray();
            moved[number] += moved[number] > (least + most) / 2 ? -0.2 * (most - least) : 0.2 * (most - least);
            corners.Add(At(moved));
        }

        for (var step = 0; step < MostSteps; step++)
        {
            corners.Sort((one, other) => one.Value.CompareTo(other.Value));
            if (!(corners[^1].Value - corners[0].Value > Near * Math.Abs(corners[0].Value)))
            {
                break;
            }

            Move(corners, At);
        }

        return corners.MinBy(corner => corner.Value);
    }

    /// <summary>Takes the worst corner through the middle of the others, and farther or less far; where that does not help, all draw near the best.</summary>
    private static void Move(List<(double[] Point, double Value)> corners, Func<double[], (double[] Point, double Value)> at)
    {
        var worst = corners[^1];
        var middle = new double[worst.Point.Length];
        foreach (var (point, _) in corners.SkipLast(1))
        {
            for (var number = 0; number < middle.Length; number++)
            {
                middle[number] += point[number] / (corners.Count - 1);
            }
        }

        double[] Along(double way) => [.. middle.Zip(worst.Point, (inside, outside) => inside + (way * (inside - outside)))];
        var reflected = at(Along(1));
        if (reflected.Value < corners[0].Value)
        {
            corners[^1] = at(Along(2)) is var expanded && expanded.Value < reflected.Value ? expanded : reflected;
        }
        else if (reflected.Value < corners[^2].Value)
        {
            corners[^1] = reflected;
        }
        else if (at(Along(reflected.Value < worst.Value ? 0.5 : -0.5)) is var contracted && contracted.Value < Math.Min(reflected.Value, worst.Value))
        {
            corners[^1] = contracted;
        }
        else
        {
            var best = corners[0].Point;
            for (var corner = 1; corner < corners.Count; corner++)
            {
                corners[corner] = at([.. corners[corner].Point.Zip(best, (from, to) => (from + to) / 2)]);
            }
        }
    }
}
