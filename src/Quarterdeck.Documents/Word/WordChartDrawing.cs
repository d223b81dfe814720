using System.Globalization;
using Quarterdeck.Documents.Charts;
using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Word;

/// <summary>The place of a chart in the text: its size and what it says to those who cannot see it.</summary>
internal static class WordChartDrawing
{
    private const int TrendPoints = 225;
    private const int SmallTrendPoints = 100;

    /// <summary>Of a line of figures in a row.</summary>
    private const double SparkPoints = 54;
    private const int BarPoints = 27;
    private const int RoundBarsPoints = 50;
    private const int MostPoints = 620;
    private const int MostWidthPoints = 490;
    private const int PerPoint = 12700;

    /// <summary>A unit of a scene is a CSS pixel: three quarters of a point.</summary>
    private const double PointsPerUnit = 0.75;

    /// <summary>Whether Word draws the chart itself: it needs at least one value.</summary>
    public static bool IsNative(Chart chart) => chart switch
    {
        TrendChart trend => trend.Points.Any(point => point.Value is not null),
        StackedCounts counts => counts.Rows.Any(row => row.Total > 0),
        _ => false,
    };

    /// <summary>Whether the chart travels as a picture: Word has no chart so small.</summary>
    public static bool IsPicture(Chart chart) => chart is Sparkline spark && spark.Points.Any(point => point.Value is not null);

    /// <summary>In points; nought where there is nothing to draw.</summary>
    public static int HeightOf(Chart chart) => chart switch
    {
        StackedCounts counts when IsNative(chart) => Math.Min(MostPoints, RoundBarsPoints + (BarPoints * counts.Rows.Count)),
        TrendChart { Small: true } when IsNative(chart) => SmallTrendPoints,
        _ when IsNative(chart) => TrendPoints,
        _ when IsPicture(chart) => (int)(chart.Lay().Height * PointsPerUnit),
        _ => 0,
    };

    /// <summary>The marks that the chart uses, for a line of words beneath it: Word's own legend has only their colours.</summary>
    public static IReadOnlyList<RatingMark> Marks(Chart chart) => chart switch
    {
        TrendChart { Small: true } => [],
        TrendChart trend => [.. trend.Points.Select(point => point.Rating).OfType<RatingMark>().Distinct()],
        StackedCounts counts => counts.Bands,
        _ => [],
    };

    /// <summary>What the lines of a small chart are, which has no legend: <c>Dashes: target 70%. Dots: floor 65%.</c></summary>
    public static string Lines(TrendChart chart)
    {
        (string Look, string Word, ChartFigure? Last)[] lines =
        [
            ("Dashes", chart.TargetWord, chart.Points.LastOrDefault(point => point.Target is not null)?.Target),
            ("Dots", chart.FloorWord, chart.Points.LastOrDefault(point => point.Floor is not null)?.Floor),
            ("Dashes and dots", chart.ComparatorWord, chart.Points.LastOrDefault(point => point.Comparator is not null)?.Comparator),
        ];
        return string.Join(
            ' ',
            lines.Where(line => line.Last is not null).Select(line => $"{line.Look}: {line.Word.ToLowerInvariant()} {line.Last!.Displayed}."));
    }

    /// <param name="chart">What it shows.</param>
    /// <param name="number">Its number among the document's charts, from 1.</param>
    /// <param name="drawing">Its number among the document's drawings, from 1.</param>
    /// <param name="width">Room, in twips.</param>
    public static string Native(Chart chart, int number, int drawing, int width) => Inline(
        chart, drawing, (Math.Min(width / 20, MostWidthPoints) * PerPoint, HeightOf(chart) * PerPoint),
        "<wp:cNvGraphicFramePr/>",
        $"<a:graphicData uri=\"{WordXml.ChartSpace}\"><c:chart r:id=\"{WordParts.ChartId(number)}\"/></a:graphicData>");

    /// <param name="chart">What it shows.</param>
    /// <param name="number">Its number among the document's pictures, from 1.</param>
    /// <param name="drawing">Its number among the document's drawings, from 1.</param>
    /// <param name="width">Room, in twips.</param>
    public static string Picture(Chart chart, int number, int drawing, int width)
    {
        var scene = chart.Lay();
        var points = scene.Width * PointsPerUnit;
        var share = Math.Min(chart is Sparkline { Bare: true } ? SparkPoints / points : 1, width / 20.0 / points);
        var (wide, high) = ((int)(points * share * PerPoint), (int)(scene.Height * PointsPerUnit * share * PerPoint));
        return Inline(
            chart, drawing, (wide, high),
            "<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect=\"1\"/></wp:cNvGraphicFramePr>",
            string.Create(
                CultureInfo.InvariantCulture,
                $"<a:graphicData uri=\"{WordXml.Picture}\"><pic:pic xmlns:pic=\"{WordXml.Picture}\"><pic:nvPicPr><pic:cNvPr id=\"{drawing}\" "
                    + $"name=\"chart{number}.png\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\""
                    + $"{WordParts.PictureId(number)}\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" "
                    + $"y=\"0\"/><a:ext cx=\"{wide}\" cy=\"{high}\"/></a:xfrm><a:prstGeom "
                    + $"prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>"));
    }

    private static string Inline(Chart chart, int drawing, (int Wide, int High) size, string frame, string content) => string.Create(
        CultureInfo.InvariantCulture,
        $"<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent "
        + $"cx=\"{size.Wide}\" cy=\"{size.High}\"/><wp:effectExtent l=\"0\" t=\"0\" r=\"0\" b=\"0\"/><wp:docPr "
        + $"id=\"{drawing}\" name=\"Chart {drawing}\" descr=\"{WordText.Attribute(chart.Description)}\" title=\"{WordText.Attribute(chart.Title)}\"/>"
        + $"{frame}<a:graphic>{content}</a:graphic></wp:inline></w:drawing></w:r>");
}
