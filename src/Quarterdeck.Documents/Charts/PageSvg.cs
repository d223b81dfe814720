using System.Globalization;
using System.Text;
using Quarterdeck.Documents.Html;
using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Charts;

/// <summary>Scenes and marks as SVG within a page of the site, whose style sheet chooses among several sizes of one chart.</summary>
public static class PageSvg
{
    /// <summary>A chart whose words and figures stand beside it, so that it is not read aloud.</summary>
    public static string Silent(Scene scene, string classes) => Write(scene, classes, "aria-hidden=\"true\" focusable=\"false\"");

    /// <summary>A small chart that stands alone, with what it shows in words.</summary>
    public static string Named(Scene scene, string classes, string words) => Write(scene, classes, $"role=\"img\" aria-label=\"{Encoded.Text(words)}\"");

    /// <summary>A rating's shape as an ornament beside its word.</summary>
    public static string Mark(MarkShape shape, Colour fill)
    {
        var svg = new StringBuilder("<svg viewBox=\"0 0 16 16\" width=\"14\" height=\"14\" aria-hidden=\"true\" focusable=\"false\">");
        if (shape == MarkShape.Ring)
        {
            svg.Append("<circle cx=\"8\" cy=\"8\" r=\"6.5\" fill=\"#ffffff\" stroke=\"#495763\" stroke-width=\"1.75\" stroke-dasharray=\"3 2.1\"/>");
        }
        else
        {
            SvgWriter.Append(svg, new SceneMarker(SceneRole.Legend, new Spot(8, 8), shape, MarkOutline.Radius(shape, 8), fill));
        }

        return svg.Append("</svg>").ToString();
    }

    private static string Write(Scene scene, string classes, string attributes)
    {
        var (width, height) = (scene.Width.ToString("0.##", CultureInfo.InvariantCulture), scene.Height.ToString("0.##", CultureInfo.InvariantCulture));
        var svg = new StringBuilder($"<svg class=\"{classes}\" {attributes} viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\">\n");
        foreach (var item in scene.Items)
        {
            SvgWriter.Append(svg, item);
        }

        return svg.Append("</svg>").ToString();
    }
}
