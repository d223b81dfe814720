using System.Globalization;
using System.Text;
using Quarterdeck.Documents.Charts;
using Quarterdeck.Documents.Sheets;
using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Word;

/// <summary>A trend as a chart that Word draws and can edit. Every line has its colour and dash written out: readers differ in what they assume.</summary>
internal static class ChartXml
{
    private const int MostLabels = 13;

    public static string Of(TrendChart chart, ChartFigures figures, ChartLook look)
    {
        var axis = ValueAxis.Over([.. figures.Columns.SelectMany(column => column.Values).OfType<decimal>()], chart.Unit);
        var xml = new StringBuilder(WordXml.Head);
        Begin(xml, look).Append("<c:lineChart><c:grouping val=\"standard\"/><c:varyColors val=\"0\"/>");
        for (var index = 0; index < figures.Columns.Count; index++)
        {
            Line(xml, chart, figures, index, look);
        }

        xml.Append("<c:marker val=\"1\"/><c:axId val=\"111\"/><c:axId val=\"222\"/></c:lineChart>");
        Axes(xml, chart, axis, look);
        return End(xml, look, legend: !chart.Small);
    }

    /// <summary>As far as the plot.</summary>
    public static StringBuilder Begin(StringBuilder xml, ChartLook look) => xml.Append(
        CultureInfo.InvariantCulture,
        $"<c:chartSpace xmlns:c=\"{WordXml.ChartSpace}\" xmlns:a=\"{WordXml.Drawing}\" xmlns:r=\"{WordXml.Relations}\"><c:date1904 val=\"0\"/><c:lang "
            + $"val=\"{WordText.Attribute(look.Language)}\"/><c:roundedCorners val=\"0\"/><c:chart><c:autoTitleDeleted val=\"1\"/><c:plotArea><c:layout/>");

    /// <summary>From the end of the plot.</summary>
    public static string End(StringBuilder xml, ChartLook look, bool legend = true)
    {
        xml.Append("</c:plotArea>")
            .Append(legend ? "<c:legend><c:legendPos val=\"b\"/><c:overlay val=\"0\"/></c:legend>" : string.Empty)
            .Append("<c:plotVisOnly val=\"1\"/><c:dispBlanksAs val=\"gap\"/></c:chart>");
        xml.Append("<c:spPr><a:solidFill><a:srgbClr val=\"FFFFFF\"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr>")
            .Append(Letters(900, WordStyles.Ink, false, look));
        return xml.Append("<c:externalData r:id=\"rId1\"><c:autoUpdate val=\"0\"/></c:externalData></c:chartSpace>").ToString();
    }

    private static void Line(StringBuilder xml, TrendChart chart, ChartFigures figures, int index, ChartLook look)
    {
        var column = figures.Columns[index];
        var shape = Stroke(column);
        Name(xml, figures, index);
        xml.Append(shape);
        if (column.Reported || column.Forecast)
        {
            xml.Append(Marker("circle", column.Forecast ? Colour.White : column.Stroke));
            for (var point = 0; column.Reported && point < chart.Points.Count; point++)
            {
                if (chart.Points[point] is { Rating: { } rating, Value: not null, Forecast: false })
                {
                    xml.Append(
                        CultureInfo.InvariantCulture,
                        $"<c:dPt><c:idx val=\"{point}\"/>"
                            + $"{Marker(Symbol(rating.Shape), rating.Shape == MarkShape.Ring ? Colour.White : rating.Colour)}<c:bubble3D val=\"0\"/>"
                            + $"{shape}</c:dPt>");
                }
            }

            xml.Append(Labels(chart, figures.Periods.Count <= MostLabels, look));
        }
        else
        {
            xml.Append("<c:marker><c:symbol val=\"none\"/></c:marker>");
        }

        Figures(xml, figures, index);
        xml.Append("<c:smooth val=\"0\"/></c:ser>");
    }

    /// <summary>The name of a column, from the workbook.</summary>
    public static void Name(StringBuilder xml, ChartFigures figures, int index) => xml.Append(
        CultureInfo.InvariantCulture,
        $"<c:ser><c:idx val=\"{index}\"/><c:order val=\"{index}\"/><c:tx><c:strRef><c:f>"
            + $"{ChartWorkbook.Range(index + 1, 0)}</c:f><c:strCache><c:ptCount val=\"1\"/><c:pt idx=\"0\"><c:v>"
            + $"{WordText.Element(figures.Columns[index].Name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>");

    /// <summary>The names of the rows and the values of a column, from the workbook.</summary>
    public static void Figures(StringBuilder xml, ChartFigures figures, int index)
    {
        xml.Append(
            CultureInfo.InvariantCulture,
            $"<c:cat><c:strRef><c:f>{ChartWorkbook.Range(0, figures.Periods.Count)}</c:f><c:strCache><c:ptCount val=\"{figures.Periods.Count}\"/>");
        for (var point = 0; point < figures.Periods.Count; point++)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<c:pt idx=\"{point}\"><c:v>{WordText.Element(figures.Periods[point])}</c:v></c:pt>");
        }

        xml.Append(
            CultureInfo.InvariantCulture,
            $"</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>"
                + $"{ChartWorkbook.Range(index + 1, figures.Periods.Count)}</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val=\""
                + $"{figures.Periods.Count}\"/>");
        for (var point = 0; point < figures.Periods.Count; point++)
        {
            if (figures.Columns[index].Values[point] is { } value)
            {
                xml.Append(CultureInfo.InvariantCulture, $"<c:pt idx=\"{point}\"><c:v>{SheetText.Number(value)}</c:v></c:pt>");
            }
        }

        xml.Append("</c:numCache></c:numRef></c:val>");
    }

    private static void Axes(StringBuilder xml, TrendChart chart, ValueAxis axis, ChartLook look)
    {
        var line = $"<c:spPr><a:ln w=\"9525\"><a:solidFill><a:srgbClr val=\"{WordRuns.Hex(Ink.Axis)}\"/></a:solidFill></a:ln></c:spPr>";
        var letters = Letters(900, WordRuns.Hex(Ink.Quiet), false, look);
        xml.Append(
            CultureInfo.InvariantCulture,
            $"<c:catAx><c:axId val=\"111\"/><c:scaling><c:orientation val=\"minMax\"/></c:scaling><c:delete val=\"0\"/><c:axPos val=\"b\"/><c:numFmt "
            + $"formatCode=\"General\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/><c:tickLblPos "
            + $"val=\"low\"/>{line}{letters}<c:crossAx val=\"222\"/><c:crosses val=\"autoZero\"/><c:auto val=\"0\"/><c:lblAlgn "
            + $"val=\"ctr\"/><c:lblOffset val=\"100\"/><c:noMultiLvlLbl val=\"1\"/></c:catAx>");
        var ends = axis.Step == 0 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"<c:max val=\"{axis.High}\"/><c:min val=\"{axis.Low}\"/>");
        var step = axis.Step == 0 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"<c:majorUnit val=\"{axis.Step}\"/>");
        xml.Append(
            CultureInfo.InvariantCulture,
            $"<c:valAx><c:axId val=\"222\"/><c:scaling><c:orientation val=\"minMax\"/>{ends}</c:scaling><c:delete val=\"0\"/><c:axPos "
            + $"val=\"l\"/><c:majorGridlines><c:spPr><a:ln w=\"6350\"><a:solidFill><a:srgbClr "
            + $"val=\"{WordRuns.Hex(Ink.Grid)}\"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>");
        if (chart.Unit.Name is { } name)
        {
            xml.Append(
                CultureInfo.InvariantCulture,
                $"<c:title><c:tx><c:rich><a:bodyPr rot=\"-5400000\" vert=\"horz\"/><a:p><a:pPr><a:defRPr sz=\"900\" b=\"0\"/></a:pPr><a:r><a:rPr "
                + $"lang=\"en-GB\" sz=\"900\" b=\"0\"/><a:t>{WordText.Element(name)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val=\"0\"/></c:title>");
        }

        var places = Math.Min((int)axis.Step.Scale, 9);
        xml.Append(
            CultureInfo.InvariantCulture,
            $"<c:numFmt formatCode=\"{Format(chart.Unit, places)}\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/><c:minorTickMark "
            + $"val=\"none\"/><c:tickLblPos val=\"low\"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>{letters}<c:crossAx val=\"111\"/><c:crosses "
            + $"val=\"autoZero\"/><c:crossBetween val=\"between\"/>{step}</c:valAx>");
    }

    private static string Labels(TrendChart chart, bool shown, ChartLook look)
    {
        var places = chart.Points.Select(point => point.Value).OfType<decimal>().Select(value => (int)Printed(value).Scale).DefaultIfEmpty(0).Max();
        var shape = shown
            ? $"<c:numFmt formatCode=\"{Format(chart.Unit, Math.Min(places, 9))}\" sourceLinked=\"0\"/><c:spPr><a:solidFill><a:srgbClr "
                + $"val=\"FFFFFF\"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr>{Letters(850, WordStyles.Ink, true, look)}<c:dLblPos val=\"t\"/>"
            : string.Empty;
        return $"<c:dLbls>{shape}<c:showLegendKey val=\"0\"/><c:showVal val=\"{(shown ? 1 : 0)}\"/><c:showCatName val=\"0\"/><c:showSerName "
            + $"val=\"0\"/><c:showPercent val=\"0\"/><c:showBubbleSize val=\"0\"/></c:dLbls>";
    }

    /// <summary>The value without noughts at its end.</summary>
    private static decimal Printed(decimal value) => value / 1.0000000000000000000000000000m;

    /// <summary>How numbers are written: <c>"£"#,##0.0"%"</c>, already encoded.</summary>
    private static string Format(ChartUnit unit, int places)
    {
        string Quoted(string words) => words.Length == 0 ? string.Empty : $"\"{words.Replace("\"", string.Empty, StringComparison.Ordinal)}\"";
        return WordText.Attribute(Quoted(unit.Prefix) + "#,##0" + (places == 0 ? string.Empty : "." + new string('0', places)) + Quoted(unit.Suffix));
    }

    private static string Stroke(ChartColumn column) => string.Create(
        CultureInfo.InvariantCulture,
        $"<c:spPr><a:ln w=\"{(int)(column.Points * 12700)}\" cap=\"{(column.Dash == "solid" ? "rnd" : "flat")}\"><a:solidFill><a:srgbClr val=\""
            + $"{WordRuns.Hex(column.Stroke)}\"/></a:solidFill><a:prstDash val=\"{column.Dash}\"/><a:round/></a:ln></c:spPr>");

    private static string Marker(string symbol, Colour fill) =>
        $"<c:marker><c:symbol val=\"{symbol}\"/><c:size val=\"9\"/><c:spPr><a:solidFill><a:srgbClr val=\"{WordRuns.Hex(fill)}\"/></a:solidFill><a:ln "
        + $"w=\"9525\"><a:solidFill><a:srgbClr val=\"{WordRuns.Hex(Ink.Edge)}\"/></a:solidFill></a:ln></c:spPr></c:marker>";

    /// <summary>The nearest marker that Word's charts have; the table of figures says the rating's word.</summary>
    private static string Symbol(MarkShape shape) => shape switch
    {
        MarkShape.Circle or MarkShape.Ring => "circle",
        MarkShape.Diamond => "diamond",
        MarkShape.Square => "square",
        MarkShape.Triangle => "triangle",
        MarkShape.Star => "star",
        MarkShape.Pentagon => "plus",
    };

    /// <param name="size">In hundredths of a point.</param>
    /// <param name="colour">Six digits.</param>
    /// <param name="bold">Heavy type.</param>
    /// <param name="look">Its font.</param>
    public static string Letters(int size, string colour, bool bold, ChartLook look) =>
        $"<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz=\"{size.ToString(CultureInfo.InvariantCulture)}\" b=\""
            + $"{(bold ? 1 : 0)}\"><a:solidFill><a:srgbClr val=\"{colour}\"/></a:solidFill><a:latin typeface=\""
            + $"{WordText.Attribute(look.Font)}\"/></a:defRPr></a:pPr><a:endParaRPr lang=\"en-GB\"/></a:p></c:txPr>";
}
