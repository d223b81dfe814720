using Quarterdeck.Documents.Charts;

namespace Quarterdeck.Documents.Png;

/// <summary>Curves as short straight lines. Only sums, products and square roots, so that every machine draws the same.</summary>
internal static class Curves
{
    /// <summary>How far, in pixels, a line may stray from its curve.</summary>
    private const double Stray = 0.04;

    private const int Most = 32;

    /// <summary>A quadratic curve without its first spot.</summary>
    public static IEnumerable<Spot> Quadratic(Spot from, Spot handle, Spot to)
    {
        var (bendX, bendY) = (from.X - (2 * handle.X) + to.X, from.Y - (2 * handle.Y) + to.Y);
        var steps = Math.Clamp((int)Math.Ceiling(Math.Sqrt(Math.Sqrt((bendX * bendX) + (bendY * bendY)) / (4 * Stray))), 1, Most);
        for (var step = 1; step <= steps; step++)
        {
            var (along, left) = ((double)step / steps, (double)(steps - step) / steps);
            yield return new Spot(
                (left * left * from.X) + (2 * left * along * handle.X) + (along * along * to.X),
                (left * left * from.Y) + (2 * left * along * handle.Y) + (along * along * to.Y));
        }
    }

    /// <summary>A disc as an outline, through spots that lie on its circle.</summary>
    public static IReadOnlyList<Spot> Disc(Spot middle, double radius)
    {
        var steps = Math.Clamp((int)Math.Ceiling(Math.Sqrt(radius) * 3), 2, Most);
        var quarter = new List<Spot>();
        for (var step = 0; step < steps; step++)
        {
            // A rational walk round the quarter: no sine, whose last digit differs between machines.
            var along = (double)step / steps;
            var whole = 1 + (along * along);
            quarter.Add(new Spot((1 - (along * along)) / whole * radius, 2 * along / whole * radius));
        }

        return
        [
            .. quarter.Select(spot => new Spot(middle.X + spot.X, middle.Y + spot.Y)),
            .. quarter.Select(spot => new Spot(middle.X - spot.Y, middle.Y + spot.X)),
            .. quarter.Select(spot => new Spot(middle.X - spot.X, middle.Y - spot.Y)),
            .. quarter.Select(spot => new Spot(middle.X + spot.Y, middle.Y - spot.X)),
        ];
    }
}
