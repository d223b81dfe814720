using Quarterdeck.Documents.Charts;

namespace Quarterdeck.Documents.Png;

/// <summary>Lines with a width as outlines to fill. Ends are cut off square; corners are mitred up to four times the width, or round.</summary>
internal static class Stroke
{
    /// <summary>The longest mitre, as SVG has it unless told otherwise.</summary>
    private const double MitreLimit = 4;

    /// <param name="spots">The line, in pixels.</param>
    /// <param name="width">In pixels.</param>
    /// <param name="dashes">Lengths drawn and left out, in turn, in pixels; empty: solid.</param>
    /// <param name="round">Round corners.</param>
    public static IEnumerable<IReadOnlyList<Spot>> Line(IReadOnlyList<Spot> spots, double width, IReadOnlyList<double> dashes, bool round) =>
        Dashes.Of(spots, dashes).SelectMany(piece => Piece(Distinct(piece), width, round, closed: false));

    /// <summary>The edge of an outline, half inside and half outside it.</summary>
    public static IEnumerable<IReadOnlyList<Spot>> Edge(IReadOnlyList<Spot> outline, double width, bool round)
    {
        var spots = Distinct(outline);
        if (spots.Count > 1 && spots[0] == spots[^1])
        {
            spots.RemoveAt(spots.Count - 1);
        }

        return Piece(spots, width, round, closed: true);
    }

    private static IEnumerable<IReadOnlyList<Spot>> Piece(List<Spot> spots, double width, bool round, bool closed)
    {
        if (spots.Count < 2)
        {
            yield break;
        }

        var half = width / 2;
        var sides = closed ? spots.Count : spots.Count - 1;
        for (var index = 0; index < sides; index++)
        {
            var (from, to) = (spots[index], spots[(index + 1) % spots.Count]);
            var across = Across(from, to, half);
            yield return Turned([Moved(from, across, 1), Moved(to, across, 1), Moved(to, across, -1), Moved(from, across, -1)]);
            if (closed || index + 1 < sides)
            {
                var after = spots[(index + 2) % spots.Count];
                if (round)
                {
                    yield return Curves.Disc(to, half);
                }
                else if (Corner(to, across, Across(to, after, half), half) is { } corner)
                {
                    yield return corner;
                }
            }
        }
    }

    /// <summary>What fills the open side of a corner; null where the line runs straight on.</summary>
    private static Spot[]? Corner(Spot at, Spot before, Spot after, double half)
    {
        var turn = (before.X * after.Y) - (before.Y * after.X);
        if (turn == 0)
        {
            return null;
        }

        var outer = turn > 0 ? -1 : 1;
        var (one, other) = (Moved(at, before, outer), Moved(at, after, outer));
        var opening = 1 + (((before.X * after.X) + (before.Y * after.Y)) / (half * half));
        if (opening / 2 < 1 / (MitreLimit * MitreLimit))
        {
            return Turned([at, one, other]);
        }

        var tip = Moved(at, new Spot((before.X + after.X) / opening, (before.Y + after.Y) / opening), outer);
        return Turned([at, one, tip, other]);
    }

    /// <summary>The same outline running one way round, so that outlines laid over each other never cancel out.</summary>
    private static Spot[] Turned(Spot[] outline)
    {
        var area = 0.0;
        for (var index = 0; index < outline.Length; index++)
        {
            var (from, to) = (outline[index], outline[(index + 1) % outline.Length]);
            area += (from.X * to.Y) - (to.X * from.Y);
        }

        if (area < 0)
        {
            Array.Reverse(outline);
        }

        return outline;
    }

    private static Spot Moved(Spot spot, Spot by, double times) => new(spot.X + (by.X * times), spot.Y + (by.Y * times));

    /// <summary>A step square to a side, so long.</summary>
    private static Spot Across(Spot from, Spot to, double length)
    {
        var (x, y) = (to.X - from.X, to.Y - from.Y);
        var whole = Math.Sqrt((x * x) + (y * y));
        return new Spot(-y / whole * length, x / whole * length);
    }

    private static List<Spot> Distinct(IReadOnlyList<Spot> spots) => [.. spots.Where((spot, index) => index == 0 || spot != spots[index - 1])];
}
