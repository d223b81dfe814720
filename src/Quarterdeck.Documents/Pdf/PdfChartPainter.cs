using System.Globalization;
using Quarterdeck.Documents.Charts;
using Quarterdeck.Documents.Fonts;

namespace Quarterdeck.Documents.Pdf;

/// <summary>Draws a chart's scene on a page, at the width of the text.</summary>
internal sealed class PdfChartPainter
{
    private const double HaloRoom = 1.6;

    private readonly Scene _scene;
    private readonly double _scale;

    public PdfChartPainter(Chart chart, double width)
    {
        _scene = chart.Lay();
        _scale = Math.Min(width / _scene.Width, 0.72);
    }

    public double Width => _scene.Width * _scale;

    public double Height => _scene.Height * _scale;

    public void Draw(PdfCanvas canvas, DocumentFonts fonts, double left, double top)
    {
        (double X, double Y) At(Spot spot) => (left + (spot.X * _scale), top + (spot.Y * _scale));
        string Path(IReadOnlyList<Spot> spots) =>
            string.Join(' ', spots.Select((spot, index) => canvas.Point(At(spot).X, At(spot).Y) + (index == 0 ? " m" : " l")));
        foreach (var item in _scene.Items)
        {
            switch (item)
            {
                case SceneArea area:
                    canvas.Path(Path(area.Outline) + " h", area.Fill.Hex, null);
                    break;
                case SceneLine line:
                    canvas.Path(Path(line.Spots), null, line.Stroke.Hex, line.Thickness * _scale, Dash(line.Dashes));
                    break;
                case SceneMarker marker:
                    Shapes.Draw(canvas, marker.Shape, At(marker.At).X, At(marker.At).Y, marker.Radius * _scale, marker.Fill.Hex);
                    break;
                case SceneText text:
                    Text(canvas, fonts, text, At(text.At));
                    break;
            }
        }
    }

    private void Text(PdfCanvas canvas, DocumentFonts fonts, SceneText text, (double X, double Y) at)
    {
        var style = text.Bold ? FontStyle.Bold : FontStyle.Regular;
        var size = text.Size * _scale;
        var width = fonts.Width(text.Words, style) * size / 1000;
        var x = text.Anchor switch
        {
            TextAnchor.Start => at.X,
            TextAnchor.Middle => at.X - (width / 2),
            TextAnchor.End => at.X - width,
        };
        if (text.Halo)
        {
            canvas.Rectangle(x - HaloRoom, at.Y - (size * 0.76), width + (2 * HaloRoom), size * 0.96, "#ffffff");
        }

        canvas.Text(fonts.Set(text.Words, style), size, x, at.Y, text.Ink.Hex);
    }

    private string Dash(IReadOnlyList<double> dashes) =>
        "[" + string.Join(' ', dashes.Select(length => (length * _scale).ToString("0.##", CultureInfo.InvariantCulture))) + "] 0 d";
}
