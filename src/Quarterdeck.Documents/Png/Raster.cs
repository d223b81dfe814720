using Quarterdeck.Documents.Charts;
using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Png;

/// <summary>
/// A white picture that outlines are filled into, inside by non-zero winding. An edge pixel takes as much ink as the
/// outline covers of it: exactly from left to right, in sixteenths from top to bottom.
/// </summary>
internal sealed class Raster
{
    private const int Slices = 16;

    public Raster(int width, int height)
    {
        (Width, Height, Pixels) = (width, height, new byte[width * height * 3]);
        Array.Fill(Pixels, byte.MaxValue);
    }

    /// <summary>In pixels.</summary>
    public int Width { get; }

    public int Height { get; }

    /// <summary>Red, green and blue, row by row from the top.</summary>
    public byte[] Pixels { get; }

    public Colour At(int x, int y)
    {
        var at = ((y * Width) + x) * 3;
        return new Colour(Pixels[at], Pixels[at + 1], Pixels[at + 2]);
    }

    /// <summary>Fills outlines, each closed of itself; spots are pixels from the top left corner. What lies outside the picture is left out.</summary>
    public void Fill(IEnumerable<IReadOnlyList<Spot>> outlines, Colour colour)
    {
        var edges = outlines.SelectMany(EdgesOf).OrderBy(edge => edge.Top).ToList();
        if (edges.Count == 0)
        {
            return;
        }

        var covered = new double[Width];
        var (next, active, crossings) = (0, new List<Edge>(), new List<(double X, int Winding)>());
        var last = Math.Min(Height - 1, (int)Math.Floor(Math.Min(Height, edges.Max(edge => edge.Bottom))));
        for (var row = (int)Math.Floor(Math.Max(0, edges[0].Top)); row <= last; row++)
        {
            Array.Clear(covered);
            for (; next < edges.Count && edges[next].Top < row + 1; next++)
            {
                active.Add(edges[next]);
            }

            active.RemoveAll(edge => edge.Bottom <= row);
            for (var slice = 0; slice < Slices; slice++)
            {
                var y = row + ((slice + 0.5) / Slices);
                crossings.Clear();
                foreach (var edge in active)
                {
                    if (edge.Top <= y && y < edge.Bottom)
                    {
                        crossings.Add((edge.At(y), edge.Winding));
                    }
                }

                Cover(covered, crossings);
            }

            Ink(row, covered, colour);
        }
    }

    private static IEnumerable<Edge> EdgesOf(IReadOnlyList<Spot> outline)
    {
        for (var index = 0; index < outline.Count; index++)
        {
            var (from, to) = (outline[index], outline[(index + 1) % outline.Count]);
            if (from.Y != to.Y)
            {
                yield return from.Y < to.Y ? new Edge(from, to, 1) : new Edge(to, from, -1);
            }
        }
    }

    private static void Cover(double[] covered, List<(double X, int Winding)> crossings)
    {
        crossings.Sort(static (one, other) => one.X.CompareTo(other.X));
        var (winding, from) = (0, 0.0);
        foreach (var (x, turn) in crossings)
        {
            if (winding == 0)
            {
                from = x;
            }

            winding += turn;
            if (winding == 0)
            {
                Span(covered, Math.Max(0, from), Math.Min(covered.Length, x));
            }
        }
    }

    private static void Span(double[] covered, double from, double to)
    {
        if (to <= from)
        {
            return;
        }

        var (first, last) = ((int)from, Math.Min((int)to, covered.Length - 1));
        if (first == last)
        {
            covered[first] += (to - from) / Slices;
            return;
        }

        covered[first] += (first + 1 - from) / Slices;
        for (var pixel = first + 1; pixel < last; pixel++)
        {
            covered[pixel] += 1.0 / Slices;
        }

        covered[last] += (to - last) / Slices;
    }

    private void Ink(int row, double[] covered, Colour colour)
    {
        for (var pixel = 0; pixel < Width; pixel++)
        {
            if (covered[pixel] > 0)
            {
                var (at, share) = (((row * Width) + pixel) * 3, Math.Min(1, covered[pixel]));
                Pixels[at] = Mixed(Pixels[at], colour.Red, share);
                Pixels[at + 1] = Mixed(Pixels[at + 1], colour.Green, share);
                Pixels[at + 2] = Mixed(Pixels[at + 2], colour.Blue, share);
            }
        }
    }

    private static byte Mixed(byte paper, byte ink, double share) =>
        (byte)Math.Round(paper + ((ink - paper) * share), MidpointRounding.AwayFromZero);

    /// <summary>A side of an outline that is not level, from its upper end.</summary>
    private readonly struct Edge(Spot upper, Spot lower, int winding)
    {
        public double Top { get; } = upper.Y;

        public double Bottom { get; } = lower.Y;

        /// <summary>1 where the outline runs down, -1 where it runs up.</summary>
        public int Winding { get; } = winding;

        public double At(double y) => upper.X + ((lower.X - upper.X) * ((y - upper.Y) / (lower.Y - upper.Y)));
    }
}
