using System.Globalization;
using System.Text;
using Quarterdeck.Documents.Zip;

namespace Quarterdeck.Documents.Sheets;

/// <summary>Writes a workbook as an OpenDocument spreadsheet, with the same sheets, headings and named tables as the Excel file.</summary>
public static class OdsWriter
{
    private const string MimeType = "application/vnd.oasis.opendocument.spreadsheet";
    private const string Head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private const string Spaces =
        "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
        + "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" "
        + "xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" xmlns:number=\"urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0\" "
        + "xmlns:xlink=\"http://www.w3.org/1999/xlink\" xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\" "
        + "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"";

    public static void Write(Workbook workbook, Stream output)
    {
        var zip = new FixedZip(output);
        zip.Store("mimetype", Encoding.ASCII.GetBytes(MimeType));
        zip.Add(
            "META-INF/manifest.xml",
            Head + $"<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" "
                + $"manifest:version=\"1.3\"><manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.3\" "
                + $"manifest:media-type=\"{MimeType}\"/><manifest:file-entry manifest:full-path=\"content.xml\" "
                + $"manifest:media-type=\"text/xml\"/><manifest:file-entry manifest:full-path=\"styles.xml\" "
                + $"manifest:media-type=\"text/xml\"/><manifest:file-entry manifest:full-path=\"meta.xml\" "
                + $"manifest:media-type=\"text/xml\"/></manifest:manifest>");
        zip.Add("meta.xml", Meta(workbook));
        zip.Add("styles.xml", Styles(workbook.Language));
        zip.Add("content.xml", stream => Content(workbook, stream));
        zip.Finish();
    }

    private static string Meta(Workbook workbook)
    {
        var date = string.Create(CultureInfo.InvariantCulture, $"{workbook.Date:yyyy-MM-dd}T00:00:00");
        return Head + $"<office:document-meta {Spaces} office:version=\"1.3\"><office:meta><meta:generator>Quarterdeck</meta:generator><dc:title>"
            + $"{SheetText.Xml(workbook.Title)}</dc:title><dc:creator>{SheetText.Xml(workbook.Author)}</dc:creator><meta:creation-date>"
            + $"{date}</meta:creation-date><dc:date>{date}</dc:date><dc:language>"
            + $"{SheetText.Xml(workbook.Language)}</dc:language></office:meta></office:document-meta>";
    }

    private static string Styles(string language)
    {
        var parts = language.Split('-');
        var country = parts.Length > 1 ? parts[1] : "GB";
        return Head + $"<office:document-styles {Spaces} office:version=\"1.3\"><office:styles><style:default-style "
            + $"style:family=\"table-cell\"><style:text-properties style:font-name=\"Arial\" fo:font-family=\"Arial\" fo:font-size=\"12pt\" "
            + $"fo:language=\"{parts[0]}\" fo:country=\"{country}\"/></style:default-style><style:style style:name=\"Default\" "
            + $"style:family=\"table-cell\"/><style:style style:name=\"Heading_20_1\" style:display-name=\"Heading 1\" style:family=\"table-cell\" "
            + $"style:parent-style-name=\"Default\"><style:text-properties fo:font-weight=\"bold\" fo:font-size=\"16pt\"/></style:style><style:style "
            + $"style:name=\"Heading_20_2\" style:display-name=\"Heading 2\" style:family=\"table-cell\" "
            + $"style:parent-style-name=\"Default\"><style:text-properties fo:font-weight=\"bold\" "
            + $"fo:font-size=\"14pt\"/></style:style></office:styles><office:automatic-styles><style:page-layout "
            + $"style:name=\"page\"><style:page-layout-properties fo:page-width=\"29.7cm\" fo:page-height=\"21cm\" "
            + $"style:print-orientation=\"landscape\" fo:margin=\"2cm\" style:scale-to-X=\"1\" "
            + $"style:scale-to-Y=\"0\"/></style:page-layout></office:automatic-styles><office:master-styles><style:master-page style:name=\"Default\" "
            + $"style:page-layout-name=\"page\"/></office:master-styles></office:document-styles>";
    }

    private static void Content(Workbook workbook, Stream stream)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), 1 << 16);
        writer.Write(Head + $"<office:document-content {Spaces} office:version=\"1.3\"><office:automatic-styles>");
        foreach (var width in workbook.Sheets.SelectMany(Columns).Select(column => column.Width).Distinct().Order())
        {
            writer.Write(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"<style:style style:name=\"w{width}\" style:family=\"table-column\"><style:table-column-properties "
                    + $"style:column-width=\"{width * 0.24:0.##}cm\"/></style:style>"));
        }

        for (var places = 0; places <= XlsxStyleSheet.MostPlaces; places++)
        {
            writer.Write(
                $"<number:number-style style:name=\"n{places}\"><number:number number:decimal-places=\"{places}\" number:min-decimal-places=\""
                    + $"{places}\" number:min-integer-digits=\"1\" number:grouping=\"true\"/></number:number-style>");
            writer.Write(
                $"<style:style style:name=\"c{places}\" style:family=\"table-cell\" style:parent-style-name=\"Default\" "
                + $"style:data-style-name=\"n{places}\"><style:table-cell-properties style:vertical-align=\"top\"/></style:style>");
        }

        writer.Write("<style:style style:name=\"sheet\" style:family=\"table\" style:master-page-name=\"Default\"/>");
        foreach (var (style, parent) in new[] { ("title", "Heading_20_1"), ("heading", "Heading_20_2") })
        {
            writer.Write(
                $"<style:style style:name=\"{style}\" style:family=\"table-cell\" style:parent-style-name=\"{parent}\"><style:table-cell-properties "
                + $"fo:wrap-option=\"wrap\" style:vertical-align=\"top\"/></style:style>");
        }

        writer.Write(
            "<style:style style:name=\"row\" style:family=\"table-row\"><style:table-row-properties style:use-optimal-row-height=\"true\"/></style:style>");
        writer.Write(
            "<style:style style:name=\"header\" style:family=\"table-cell\" style:parent-style-name=\"Default\"><style:table-cell-properties "
            + "fo:wrap-option=\"wrap\" style:vertical-align=\"top\"/><style:text-properties fo:font-weight=\"bold\"/></style:style>");
        writer.Write(
            "<style:style style:name=\"text\" style:family=\"table-cell\" style:parent-style-name=\"Default\"><style:table-cell-properties "
            + "fo:wrap-option=\"wrap\" style:vertical-align=\"top\"/></style:style></office:automatic-styles><office:body><office:spreadsheet>");
        foreach (var sheet in workbook.Sheets)
        {
            Table(writer, sheet);
        }

        writer.Write("<table:database-ranges>");
        foreach (var sheet in workbook.Sheets.Where(sheet => sheet.Table is not null))
        {
            var first = sheet.Lines.Count + 2;
            var name = "'" + sheet.Name.Replace("'", "''", StringComparison.Ordinal) + "'";
            var last = SheetText.ColumnName(sheet.Table!.Columns.Count - 1);
            writer.Write(
                $"<table:database-range table:name=\"{sheet.Table.Name}\" table:target-range-address=\"{SheetText.Xml(name)}.A{first}:"
                    + $"{SheetText.Xml(name)}.{last}{first + Math.Max(sheet.Table.RowCount, 1)}\" table:contains-header=\"true\"/>");
        }

        writer.Write("</table:database-ranges></office:spreadsheet></office:body></office:document-content>");
    }

    private static IReadOnlyList<SheetColumn> Columns(Sheet sheet) => sheet.Table?.Columns ?? [new SheetColumn(string.Empty, 100)];

    private static void Table(StreamWriter writer, Sheet sheet)
    {
        writer.Write($"<table:table table:name=\"{SheetText.Xml(sheet.Name)}\" table:style-name=\"sheet\">");
        foreach (var column in Columns(sheet))
        {
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"<table:table-column table:style-name=\"w{column.Width}\"/>"));
        }

        Row(writer, [Cell(sheet.Heading, sheet.Table is null ? "title" : "Heading_20_1")]);
        foreach (var line in sheet.Lines)
        {
            Row(writer, [Cell(line, sheet.Table is null ? "text" : "Default")]);
        }

        if (sheet.Table is { } table)
        {
            writer.Write("<table:table-header-rows>");
            Row(writer, table.Columns.Select(column => Cell(column.Header, "header")));
            writer.Write("</table:table-header-rows>");
            foreach (var row in table.Rows)
            {
                Row(writer, row.Select(cell => Cell(cell, "text")));
            }

            if (table.RowCount == 0)
            {
                Row(writer, table.Columns.Select((_, index) => Cell(index == 0 ? "No rows" : "[z]", "text")));
            }
        }

        writer.Write("</table:table>");
    }

    private static void Row(StreamWriter writer, IEnumerable<string> cells)
    {
        writer.Write("<table:table-row table:style-name=\"row\">");
        foreach (var cell in cells)
        {
            writer.Write(cell);
        }

        writer.Write("</table:table-row>");
    }

    private static string Cell(SheetCell cell, string style) => cell switch
    {
        SheetCell.Number number =>
            $"<table:table-cell table:style-name=\"c{Math.Min(number.Places, XlsxStyleSheet.MostPlaces)}\" office:value-type=\"float\" office:value=\""
                + $"{SheetText.Number(number.Value)}\"><text:p>{SheetText.Number(number.Value)}</text:p></table:table-cell>",
        SheetCell.Link link =>
            $"<table:table-cell table:style-name=\"{style}\" office:value-type=\"string\"><text:p><text:a "
            + $"xlink:href=\"{SheetText.Xml(link.Address)}\" xlink:type=\"simple\">{SheetText.Xml(link.Words)}</text:a></text:p></table:table-cell>",
        SheetCell.Heading heading => Cell(heading.Words, "heading"),
        _ => Cell(SheetText.Words(cell), style),
    };

    private static string Cell(string words, string style) =>
        $"<table:table-cell table:style-name=\"{style}\" office:value-type=\"string\">"
            + $"{string.Concat(words.Split('\n').Select(line => $"<text:p>{SheetText.Xml(line)}</text:p>"))}</table:table-cell>";
}
