using Quarterdeck.Documents.Charts;

namespace Quarterdeck.Documents.Png;

/// <summary>Cuts a line into its dashes, which run on round corners.</summary>
internal static class Dashes
{
    public static IEnumerable<IReadOnlyList<Spot>> Of(IReadOnlyList<Spot> spots, IReadOnlyList<double> dashes)
    {
        if (dashes.Sum() <= 0)
        {
            yield return spots;
            yield break;
        }

        var (turn, left, piece) = (0, dashes[0], new List<Spot> { spots[0] });
        for (var index = 1; index < spots.Count; index++)
        {
            var (from, to) = (spots[index - 1], spots[index]);
            var (x, y) = (to.X - from.X, to.Y - from.Y);
            var length = Math.Sqrt((x * x) + (y * y));
            var done = 0.0;
            while (length - done > left)
            {
                done += left;
                var cut = new Spot(from.X + (x * done / length), from.Y + (y * done / length));
                if (turn % 2 == 0)
                {
                    yield return [.. piece, cut];
                }

                piece = [cut];
                turn++;
                left = dashes[turn % dashes.Count];
            }

            left -= length - done;
            piece.Add(to);
        }

        if (turn % 2 == 0 && piece.Count > 1)
        {
            yield return piece;
        }
    }
}
