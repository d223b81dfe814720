using System.Globalization;
using Quarterdeck.Documents.Charts;

namespace Quarterdeck.Documents.Word;

/// <summary>The place of a chart in the text: its size and what it says to those who cannot see it.</summary>
internal static class ChartDrawing
{
    public const int HeightPoints = 225;

    private const int MostWidthPoints = 490;
    private const int PerPoint = 12700;

    /// <summary>The chart when Word can draw it: it needs at least one value.</summary>
    public static TrendChart? Drawable(Chart chart) => chart is TrendChart trend && trend.Points.Any(point => point.Value is not null) ? trend : null;

    /// <param name="chart">What it shows.</param>
    /// <param name="number">Its number in the document, from 1.</param>
    /// <param name="width">Room, in twips.</param>
    public static string Inline(TrendChart chart, int number, int width)
    {
        var (wide, high) = (Math.Min(width / 20, MostWidthPoints) * PerPoint, HeightPoints * PerPoint);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"{wide}\" cy=\"{high}\"/><wp:effectExtent l=\"0\" t=\"0\" r=\"0\" b=\"0\"/><wp:docPr id=\"{number}\" name=\"Chart {number}\" descr=\"{WordText.Attribute(chart.Description)}\" title=\"{WordText.Attribute(chart.Title)}\"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri=\"{WordXml.ChartSpace}\"><c:chart r:id=\"{WordParts.ChartId(number)}\"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>");
    }
}
