using System.Globalization;
using System.Text;
using Quarterdeck.Documents.Charts;
using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Word;

/// <summary>Stacked counts as a bar chart that Word draws and can edit. Every band has its pattern, for print in black and white.</summary>
internal static class CountsChartXml
{
    /// <summary>The longest bar beside names of rows of a usual length.</summary>
    private const int PlotPoints = 300;

    private const int DigitPoints = 5;

    /// <summary>Whether a number is left out because its part of the bar is too narrow: Word would print it over its neighbours.</summary>
    public static bool LeavesOut(Chart chart) =>
        chart is StackedCounts counts && counts.Rows.Any(row => row.Counts.Any(count => count > 0 && !Fits(counts, count)));

    public static string Of(StackedCounts chart, ChartFigures figures, ChartLook look)
    {
        var xml = ChartXml.Begin(new StringBuilder(WordXml.Head), look);
        xml.Append("<c:barChart><c:barDir val=\"bar\"/><c:grouping val=\"stacked\"/><c:varyColors val=\"0\"/>");
        for (var band = 0; band < chart.Bands.Count; band++)
        {
            ChartXml.Name(xml, figures, band);
            xml.Append(Fill(chart.Bands[band], StackedCounts.HatchOf(band))).Append("<c:invertIfNegative val=\"0\"/>").Append(Labels(chart, band, look));
            ChartXml.Figures(xml, figures, band);
            xml.Append("</c:ser>");
        }

        xml.Append("<c:gapWidth val=\"45\"/><c:overlap val=\"100\"/><c:axId val=\"111\"/><c:axId val=\"222\"/></c:barChart>");
        Axes(xml, look);
        return ChartXml.End(xml, look);
    }

    /// <summary>The first row stands at the top, as in every other format. Numbers stand in the bars, so the axis of values is not shown.</summary>
    private static void Axes(StringBuilder xml, ChartLook look)
    {
        var letters = ChartXml.Letters(900, WordStyles.Ink, false, look);
        xml.Append(
            CultureInfo.InvariantCulture,
            $"<c:catAx><c:axId val=\"111\"/><c:scaling><c:orientation val=\"maxMin\"/></c:scaling><c:delete val=\"0\"/><c:axPos val=\"l\"/><c:numFmt "
            + $"formatCode=\"General\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/><c:tickLblPos "
            + $"val=\"low\"/><c:spPr><a:ln w=\"9525\"><a:solidFill><a:srgbClr "
            + $"val=\"{WordRuns.Hex(Ink.Axis)}\"/></a:solidFill></a:ln></c:spPr>{letters}<c:crossAx val=\"222\"/><c:crosses val=\"autoZero\"/><c:auto "
            + $"val=\"0\"/><c:lblAlgn val=\"ctr\"/><c:lblOffset val=\"100\"/><c:noMultiLvlLbl val=\"1\"/></c:catAx>");
        xml.Append("<c:valAx><c:axId val=\"222\"/><c:scaling><c:orientation val=\"minMax\"/><c:min val=\"0\"/></c:scaling><c:delete "
            + "val=\"1\"/><c:axPos val=\"t\"/><c:numFmt formatCode=\"#,##0\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/><c:minorTickMark "
            + "val=\"none\"/><c:tickLblPos val=\"nextTo\"/><c:crossAx val=\"111\"/><c:crosses val=\"autoZero\"/><c:crossBetween val=\"between\"/></c:valAx>");
    }

    private static string Fill(RatingMark band, Hatch hatch)
    {
        var (front, back) = (WordRuns.Hex(CountsLegend.Line(band)), WordRuns.Hex(CountsLegend.Fill(band)));
        var fill = Pattern(hatch) is { } pattern
            ? $"<a:pattFill prst=\"{pattern}\"><a:fgClr><a:srgbClr val=\"{front}\"/></a:fgClr><a:bgClr><a:srgbClr val=\"{back}\"/></a:bgClr></a:pattFill>"
            : $"<a:solidFill><a:srgbClr val=\"{back}\"/></a:solidFill>";
        return $"<c:spPr>{fill}<a:ln w=\"9525\"><a:solidFill><a:srgbClr val=\"{WordRuns.Hex(Ink.Edge)}\"/></a:solidFill></a:ln></c:spPr>";
    }

    /// <summary>The nearest pattern that DrawingML has.</summary>
    private static string? Pattern(Hatch hatch) => hatch switch
    {
        Hatch.None => null,
        Hatch.Rising => "ltUpDiag",
        Hatch.Crossed => "openDmnd",
        Hatch.Upright => "ltVert",
        Hatch.Level => "ltHorz",
        Hatch.Falling => "ltDnDiag",
    };

    /// <summary>Whether a count's number, at about five points a digit, stands inside its part of the bar.</summary>
    private static bool Fits(StackedCounts chart, int count) =>
        count * PlotPoints / Math.Max(1, chart.Rows.Max(row => row.Total)) >= (DigitPoints * StackedCounts.Printed(count).Length) + DigitPoints;

    /// <summary>The number on its band's plain fill, where there is room for it; a count of nought has none.</summary>
    private static string Labels(StackedCounts chart, int number, ChartLook look)
    {
        var band = chart.Bands[number];
        var none = string.Concat(chart.Rows.Index()
            .Where(row => row.Item.Absent is null && !Fits(chart, row.Item.Counts[number]))
            .Select(each => $"<c:dLbl><c:idx val=\"{each.Index.ToString(CultureInfo.InvariantCulture)}\"/><c:delete val=\"1\"/></c:dLbl>"));
        return $"<c:dLbls>{none}<c:numFmt formatCode=\"#,##0\" sourceLinked=\"0\"/><c:spPr><a:solidFill><a:srgbClr "
            + $"val=\"{WordRuns.Hex(CountsLegend.Fill(band))}\"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr>"
            + $"{ChartXml.Letters(850, WordStyles.Ink, true, look)}<c:dLblPos val=\"ctr\"/><c:showLegendKey val=\"0\"/><c:showVal "
            + $"val=\"1\"/><c:showCatName val=\"0\"/><c:showSerName val=\"0\"/><c:showPercent val=\"0\"/><c:showBubbleSize val=\"0\"/></c:dLbls>";
    }
}
