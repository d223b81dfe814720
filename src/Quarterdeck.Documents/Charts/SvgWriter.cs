using System.Globalization;
using System.Text;
using Quarterdeck.Documents.Html;
using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Charts;

/// <summary>A chart as SVG: titled and described, without script, style or anything from elsewhere.</summary>
public static class SvgWriter
{
    public const string Fonts = "Arial, Helvetica, 'Liberation Sans', Roboto, sans-serif";

    /// <summary>How wide the white edge of words with a halo is, half of it under the words.</summary>
    internal const double HaloWidth = 4;

    /// <summary>The chart as one <c>svg</c> element, for a page or for a file of its own.</summary>
    public static string Write(Chart chart)
    {
        var scene = chart.Lay();
        var (title, description) = (chart.Id.Part("title"), chart.Id.Part("description"));
        var svg = new StringBuilder();
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"{(chart is Sparkline ? "spark" : "chart")}\" role=\"img\" aria-labelledby=\"{title} "
                + $"{description}\" ");
        svg.Append(
            CultureInfo.InvariantCulture,
            $"viewBox=\"0 0 {Number(scene.Width)} {Number(scene.Height)}\" width=\"{Number(scene.Width)}\" height=\"{Number(scene.Height)}\" ");
        svg.Append(CultureInfo.InvariantCulture, $"font-family=\"{Fonts}\">\n");
        svg.Append(CultureInfo.InvariantCulture, $"<title id=\"{title}\">{Encoded.Text(chart.Title)}</title>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<desc id=\"{description}\">{Encoded.Text(chart.Description)}</desc>\n");
        foreach (var item in scene.Items)
        {
            Append(svg, item);
        }

        return svg.Append("</svg>\n").ToString();
    }

    /// <summary>A marker alone, as an ornament beside its word.</summary>
    internal static void AppendMark(StringBuilder svg, MarkShape shape, Colour fill)
    {
        svg.Append("<svg class=\"mark\" viewBox=\"0 0 16 16\" width=\"16\" height=\"16\" aria-hidden=\"true\" focusable=\"false\">");
        AppendShape(svg, new SceneMarker(SceneRole.Legend, new Spot(8, 8), shape, MarkOutline.Radius(shape, 7), fill));
        svg.Append("</svg>");
    }

    /// <summary>Whether a line's corners are round, not mitred.</summary>
    internal static bool IsRound(SceneLine line) => line.Role is SceneRole.Value or SceneRole.Forecast;

    /// <summary>How thick the edge of a marker is.</summary>
    internal static double EdgeOf(MarkShape shape) => shape == MarkShape.Ring ? 2 : 1.25;

    internal static void Append(StringBuilder svg, SceneItem item)
    {
        switch (item)
        {
            case SceneArea area:
                svg.Append(CultureInfo.InvariantCulture, $"<path d=\"{Path(area.Outline)}Z\" fill=\"{area.Fill}\"/>");
                break;
            case SceneLine line:
                svg.Append(
                    CultureInfo.InvariantCulture,
                    $"<path d=\"{Path(line.Spots)}\" fill=\"none\" stroke=\"{line.Stroke}\" stroke-width=\"{Number(line.Thickness)}\"");
                svg.Append(IsRound(line) ? " stroke-linejoin=\"round\"" : string.Empty);
                svg.Append(line.Dashes.Count == 0 ? string.Empty : $" stroke-dasharray=\"{string.Join(' ', line.Dashes.Select(Number))}\"").Append("/>");
                break;
            case SceneMarker marker:
                AppendShape(svg, marker);
                break;
            case SceneText text:
                Append(svg, text);
                break;
        }

        svg.Append('\n');
    }

    private static void Append(StringBuilder svg, SceneText text)
    {
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<text x=\"{Number(text.At.X)}\" y=\"{Number(text.At.Y)}\" font-size=\"{Number(text.Size)}\" fill=\"{text.Ink}\"");
        svg.Append(text.Anchor switch
        {
            TextAnchor.Start => string.Empty,
            TextAnchor.Middle => " text-anchor=\"middle\"",
            TextAnchor.End => " text-anchor=\"end\"",
        });
        svg.Append(text.Bold ? " font-weight=\"700\"" : string.Empty);
        svg.Append(text.Halo ? $" stroke=\"#ffffff\" stroke-width=\"{Number(HaloWidth)}\" stroke-linejoin=\"round\" paint-order=\"stroke\"" : string.Empty);
        svg.Append('>').Append(Encoded.Text(text.Words)).Append("</text>");
    }

    private static void AppendShape(StringBuilder svg, SceneMarker marker)
    {
        var corners = MarkOutline.Of(marker.Shape);
        if (corners.Count == 0)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{Number(marker.At.X)}\" cy=\"{Number(marker.At.Y)}\" r=\"{Number(marker.Radius)}\"");
        }
        else
        {
            var outline = corners.Select(corner => new Spot(marker.At.X + (corner.X * marker.Radius), marker.At.Y + (corner.Y * marker.Radius)));
            svg.Append(CultureInfo.InvariantCulture, $"<path d=\"{Path([.. outline])}Z\"");
        }

        svg.Append(CultureInfo.InvariantCulture, $" fill=\"{marker.Fill}\" stroke=\"{Ink.Edge}\" stroke-width=\"{Number(EdgeOf(marker.Shape))}\"/>");
    }

    private static string Path(IReadOnlyList<Spot> spots) =>
        string.Concat(spots.Select((spot, index) => $"{(index == 0 ? 'M' : 'L')}{Number(spot.X)} {Number(spot.Y)}"));

    private static string Number(double number)
    {
        var text = Math.Round(number, 2, MidpointRounding.AwayFromZero).ToString("0.##", CultureInfo.InvariantCulture);
        return text == "-0" ? "0" : text;
    }
}
