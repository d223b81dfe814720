using Quarterdeck.Documents.Charts;
using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Pdf;

/// <summary>Draws the shapes that carry ratings and directions.</summary>
internal static class Shapes
{
    private const double Round = 0.5523;

    /// <param name="canvas">The page; the caller marks what is drawn.</param>
    /// <param name="shape">Which.</param>
    /// <param name="x">Centre.</param>
    /// <param name="y">Centre.</param>
    /// <param name="radius">From the centre to the outermost edge.</param>
    /// <param name="colour">As in CSS; a ring stays hollow.</param>
    public static void Draw(PdfCanvas canvas, MarkShape shape, double x, double y, double radius, string colour)
    {
        var corners = MarkOutline.Of(shape);
        if (corners.Count == 0)
        {
            canvas.Path(Circle(canvas, x, y, radius), shape == MarkShape.Ring ? "#ffffff" : colour, PdfStyle.Ink, shape == MarkShape.Ring ? 0.9 : 0.5);
        }
        else
        {
            Polygon(canvas, colour, [.. corners.Select(corner => (x + (corner.X * radius), y + (corner.Y * radius)))]);
        }
    }

    public static void Draw(PdfCanvas canvas, Arrow arrow, double x, double y, double radius)
    {
        switch (arrow)
        {
            case Arrow.Up:
                Polygon(canvas, PdfStyle.Ink, [
                    (x, y - radius),
                    (x + radius, y),
                    (x + (radius * 0.35), y),
                    (x + (radius * 0.35), y + radius),
                    (x - (radius * 0.35), y + radius),
                    (x - (radius * 0.35), y),
                    (x - radius, y)
                ]);
                break;
            case Arrow.Down:
                Polygon(canvas, PdfStyle.Ink, [
                    (x, y + radius),
                    (x + radius, y),
                    (x + (radius * 0.35), y),
                    (x + (radius * 0.35), y - radius),
                    (x - (radius * 0.35), y - radius),
                    (x - (radius * 0.35), y),
                    (x - radius, y)
                ]);
                break;
            case Arrow.Level:
                Polygon(canvas, PdfStyle.Ink, [
                    (x + radius, y),
                    (x, y - radius),
                    (x, y - (radius * 0.35)),
                    (x - radius, y - (radius * 0.35)),
                    (x - radius, y + (radius * 0.35)),
                    (x, y + (radius * 0.35)),
                    (x, y + radius)
                ]);
                break;
            case Arrow.Unclear:
                Polygon(canvas, PdfStyle.Ink, [
                    (x - radius, y + (radius * 0.5)),
                    (x - (radius * 0.4), y - (radius * 0.6)),
                    (x + (radius * 0.4), y),
                    (x + radius, y - (radius * 0.6)),
                    (x + radius, y - (radius * 0.1)),
                    (x + (radius * 0.4), y + (radius * 0.6)),
                    (x - (radius * 0.4), y),
                    (x - radius, y + radius)
                ]);
                break;
        }
    }

    private static void Polygon(PdfCanvas canvas, string colour, IReadOnlyList<(double X, double Y)> points) =>
        canvas.Path(
            string.Join(' ', points.Select((point, index) => canvas.Point(point.X, point.Y) + (index == 0 ? " m" : " l"))) + " h",
            colour,
            PdfStyle.Ink,
            0.5);

    private static string Circle(PdfCanvas canvas, double x, double y, double radius)
    {
        var handle = radius * Round;
        string P(double dx, double dy) => canvas.Point(x + dx, y + dy);
        return $"{P(radius, 0)} m {P(radius, handle)} {P(handle, radius)} {P(0, radius)} c {P(-handle, radius)} {P(-radius, handle)} {P(-radius, 0)} c "
            + $"{P(-radius, -handle)} {P(-handle, -radius)} {P(0, -radius)} c {P(handle, -radius)} {P(radius, -handle)} {P(radius, 0)} c h";
    }
}
