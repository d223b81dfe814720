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
    /// <param name="radius">Half its height.</param>
    /// <param name="colour">As in CSS.</param>
    public static void Draw(PdfCanvas canvas, MarkShape shape, double x, double y, double radius, string colour)
    {
        switch (shape)
        {
            case MarkShape.Circle:
                canvas.Path(Circle(canvas, x, y, radius), colour, PdfStyle.Ink, 0.5);
                break;
            case MarkShape.Ring:
                canvas.Path(Circle(canvas, x, y, radius), "#ffffff", PdfStyle.Ink, 0.9);
                break;
            case MarkShape.Square:
                Polygon(canvas, colour, [(x - radius, y - radius), (x + radius, y - radius), (x + radius, y + radius), (x - radius, y + radius)]);
                break;
            case MarkShape.Diamond:
                Polygon(canvas, colour, [(x, y - (radius * 1.2)), (x + (radius * 1.2), y), (x, y + (radius * 1.2)), (x - (radius * 1.2), y)]);
                break;
            case MarkShape.Triangle:
                Polygon(canvas, colour, [(x, y - radius), (x + radius, y + radius), (x - radius, y + radius)]);
                break;
            case MarkShape.Star:
                Polygon(canvas, colour, Around(x, y, radius * 1.15, 10, 0.45));
                break;
            case MarkShape.Pentagon:
                Polygon(canvas, colour, Around(x, y, radius * 1.05, 5, 1));
                break;
        }
    }

    public static void Draw(PdfCanvas canvas, Arrow arrow, double x, double y, double radius)
    {
        switch (arrow)
        {
            case Arrow.Up:
                Polygon(canvas, PdfStyle.Ink, [(x, y - radius), (x + radius, y), (x + (radius * 0.35), y), (x + (radius * 0.35), y + radius), (x - (radius * 0.35), y + radius), (x - (radius * 0.35), y), (x - radius, y)]);
                break;
            case Arrow.Down:
                Polygon(canvas, PdfStyle.Ink, [(x, y + radius), (x + radius, y), (x + (radius * 0.35), y), (x + (radius * 0.35), y - radius), (x - (radius * 0.35), y - radius), (x - (radius * 0.35), y), (x - radius, y)]);
                break;
            case Arrow.Level:
                Polygon(canvas, PdfStyle.Ink, [(x + radius, y), (x, y - radius), (x, y - (radius * 0.35)), (x - radius, y - (radius * 0.35)), (x - radius, y + (radius * 0.35)), (x, y + (radius * 0.35)), (x, y + radius)]);
                break;
        }
    }

    private static void Polygon(PdfCanvas canvas, string colour, IReadOnlyList<(double X, double Y)> points) =>
        canvas.Path(string.Join(' ', points.Select((point, index) => canvas.Point(point.X, point.Y) + (index == 0 ? " m" : " l"))) + " h", colour, PdfStyle.Ink, 0.5);

    private static List<(double X, double Y)> Around(double x, double y, double radius, int points, double inner)
    {
        var corners = new List<(double, double)>();
        for (var index = 0; index < points; index++)
        {
            var angle = (-Math.PI / 2) + (2 * Math.PI * index / points);
            var reach = index % 2 == 1 ? radius * inner : radius;
            corners.Add((x + (reach * Math.Cos(angle)), y + (reach * Math.Sin(angle))));
        }

        return corners;
    }

    private static string Circle(PdfCanvas canvas, double x, double y, double radius)
    {
        var handle = radius * Round;
        string P(double dx, double dy) => canvas.Point(x + dx, y + dy);
        return $"{P(radius, 0)} m {P(radius, handle)} {P(handle, radius)} {P(0, radius)} c {P(-handle, radius)} {P(-radius, handle)} {P(-radius, 0)} c "
            + $"{P(-radius, -handle)} {P(-handle, -radius)} {P(0, -radius)} c {P(handle, -radius)} {P(radius, -handle)} {P(radius, 0)} c h";
    }
}
