using System.Globalization;
using System.Text;
using Quarterdeck.Documents.Sheets;
using Quarterdeck.Documents.Zip;

namespace Quarterdeck.Documents.Word;

/// <summary>
/// The small workbook behind a chart, so that Word's "Edit data" opens it. A period without a value has no cell at all:
/// words in its place would be drawn as zero.
/// </summary>
internal static class ChartWorkbook
{
    public const string Sheet = "Figures";

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    public static void Write(ChartFigures figures, Stream output)
    {
        var zip = new FixedZip(output);
        zip.Add(
            "[Content_Types].xml",
            WordXml.Head
                + $"<Types xmlns=\"{WordXml.Packages}/content-types\"><Default Extension=\"rels\" "
                + $"ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" "
                + $"ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" "
                + $"ContentType=\"{Type}.sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"{Type}.worksheet+xml\"/></Types>");
        zip.Add("_rels/.rels", Relations("officeDocument", "xl/workbook.xml"));
        zip.Add("xl/workbook.xml", WordXml.Head
            + $"<workbook xmlns=\"{Main}\" xmlns:r=\"{WordXml.Relations}\"><sheets><sheet name=\"{Sheet}\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        zip.Add("xl/_rels/workbook.xml.rels", Relations("worksheet", "worksheets/sheet1.xml"));
        zip.Add("xl/worksheets/sheet1.xml", Cells(figures));
        zip.Finish();
    }

    /// <summary>The cells of a column as a chart refers to them.</summary>
    /// <param name="column">From 0, the periods.</param>
    /// <param name="rows">How many below the heading; 0 for the heading itself.</param>
    public static string Range(int column, int rows)
    {
        var name = SheetText.ColumnName(column);
        return rows == 0 ? $"{Sheet}!${name}$1" : string.Create(CultureInfo.InvariantCulture, $"{Sheet}!${name}$2:${name}${rows + 1}");
    }

    private static string Cells(ChartFigures figures)
    {
        var xml = new StringBuilder(WordXml.Head).Append(CultureInfo.InvariantCulture, $"<worksheet xmlns=\"{Main}\"><sheetData><row r=\"1\">")
            .Append(Words("A1", figures.Heading));
        for (var column = 0; column < figures.Columns.Count; column++)
        {
            xml.Append(Words(SheetText.ColumnName(column + 1) + "1", figures.Columns[column].Name));
        }

        xml.Append("</row>");
        for (var row = 0; row < figures.Periods.Count; row++)
        {
            var number = (row + 2).ToString(CultureInfo.InvariantCulture);
            xml.Append(CultureInfo.InvariantCulture, $"<row r=\"{number}\">").Append(Words("A" + number, figures.Periods[row]));
            for (var column = 0; column < figures.Columns.Count; column++)
            {
                if (figures.Columns[column].Values[row] is { } value)
                {
                    xml.Append(CultureInfo.InvariantCulture, $"<c r=\"{SheetText.ColumnName(column + 1)}{number}\"><v>{SheetText.Number(value)}</v></c>");
                }
            }

            xml.Append("</row>");
        }

        return xml.Append("</sheetData></worksheet>").ToString();
    }

    private static string Words(string cell, string words) =>
        $"<c r=\"{cell}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{WordText.Element(words)}</t></is></c>";

    private static string Relations(string type, string target) =>
        WordXml.Head
            + $"<Relationships xmlns=\"{WordXml.Packages}/relationships\"><Relationship Id=\"rId1\" Type=\"{WordXml.Relations}/{type}\" Target=\""
            + $"{target}\"/></Relationships>";
}
