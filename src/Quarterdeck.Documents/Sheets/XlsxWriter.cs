using System.Globalization;
using System.Text;
using Quarterdeck.Documents.Zip;

namespace Quarterdeck.Documents.Sheets;

/// <summary>Writes a workbook as an Excel file. The same workbook gives the same bytes; rows stream, so size is bounded by the disk.</summary>
public static class XlsxWriter
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Packages = "http://schemas.openxmlformats.org/package/2006";
    private const string Head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    public static void Write(Workbook workbook, Stream output)
    {
        var zip = new FixedZip(output);
        zip.Add("[Content_Types].xml", ContentTypes(workbook));
        zip.Add(
            "_rels/.rels",
            Head + $"<Relationships xmlns=\"{Packages}/relationships\"><Relationship Id=\"rId1\" Type=\"{Relations}/officeDocument\" "
                + $"Target=\"xl/workbook.xml\"/><Relationship Id=\"rId2\" Type=\"{Packages}/relationships/metadata/core-properties\" "
                + $"Target=\"docProps/core.xml\"/></Relationships>");
        zip.Add("docProps/core.xml", CoreProperties(workbook));
        zip.Add("xl/workbook.xml", Book(workbook));
        zip.Add("xl/_rels/workbook.xml.rels", BookRelations(workbook));
        zip.Add("xl/styles.xml", XlsxStyleSheet.Xml());
        var table = 0;
        for (var index = 0; index < workbook.Sheets.Count; index++)
        {
            var sheet = workbook.Sheets[index];
            var links = new List<(string Cell, SheetCell.Link Link)>();
            zip.Add($"xl/worksheets/sheet{index + 1}.xml", stream => XlsxSheetWriter.Write(sheet, stream, links));
            var external = links.Where(link => !link.Link.Address.StartsWith('#')).ToList();
            if (sheet.Table is not null || external.Count > 0)
            {
                table += sheet.Table is null ? 0 : 1;
                zip.Add($"xl/worksheets/_rels/sheet{index + 1}.xml.rels", SheetRelations(sheet.Table is null ? null : table, external));
            }

            if (sheet.Table is { } content)
            {
                zip.Add($"xl/tables/table{table}.xml", Table(content, table, sheet.Lines.Count + 2));
            }
        }

        zip.Finish();
    }

    private static string ContentTypes(Workbook workbook)
    {
        var parts = new StringBuilder();
        const string Sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml";
        for (var index = 1; index <= workbook.Sheets.Count; index++)
        {
            parts.Append(CultureInfo.InvariantCulture, $"<Override PartName=\"/xl/worksheets/sheet{index}.xml\" ContentType=\"{Sheet}.worksheet+xml\"/>");
        }

        for (var index = 1; index <= workbook.Sheets.Count(sheet => sheet.Table is not null); index++)
        {
            parts.Append(CultureInfo.InvariantCulture, $"<Override PartName=\"/xl/tables/table{index}.xml\" ContentType=\"{Sheet}.table+xml\"/>");
        }

        return Head + $"<Types xmlns=\"{Packages}/content-types\"><Default Extension=\"rels\" "
            + $"ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" "
            + $"ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" "
            + $"ContentType=\"{Sheet}.sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"{Sheet}.styles+xml\"/><Override "
            + $"PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>{parts}</Types>";
    }

    private static string CoreProperties(Workbook workbook)
    {
        var date = string.Create(CultureInfo.InvariantCulture, $"{workbook.Date:yyyy-MM-dd}T00:00:00Z");
        return Head + $"<cp:coreProperties xmlns:cp=\"{Packages}/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
            + $"xmlns:dcterms=\"http://purl.org/dc/terms/\" "
            + $"xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{SheetText.Xml(workbook.Title)}</dc:title><dc:creator>"
            + $"{SheetText.Xml(workbook.Author)}</dc:creator><dc:language>{SheetText.Xml(workbook.Language)}</dc:language><dcterms:created "
            + $"xsi:type=\"dcterms:W3CDTF\">{date}</dcterms:created><dcterms:modified xsi:type=\"dcterms:W3CDTF\">"
            + $"{date}</dcterms:modified></cp:coreProperties>";
    }

    private static string Book(Workbook workbook)
    {
        var sheets = string.Concat(workbook.Sheets.Select((sheet, index) =>
            $"<sheet name=\"{SheetText.Xml(sheet.Name)}\" sheetId=\"{index + 1}\" r:id=\"rId{index + 1}\"/>"));
        return Head + $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets>{sheets}</sheets></workbook>";
    }

    private static string BookRelations(Workbook workbook)
    {
        var sheets = string.Concat(workbook.Sheets.Select((_, index) =>
            $"<Relationship Id=\"rId{index + 1}\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet{index + 1}.xml\"/>"));
        return Head + $"<Relationships xmlns=\"{Packages}/relationships\">{sheets}<Relationship Id=\"rId{workbook.Sheets.Count + 1}\" Type=\""
            + $"{Relations}/styles\" Target=\"styles.xml\"/></Relationships>";
    }

    private static string SheetRelations(int? table, List<(string Cell, SheetCell.Link Link)> external)
    {
        var own = table is { } number ? $"<Relationship Id=\"rIdTable\" Type=\"{Relations}/table\" Target=\"../tables/table{number}.xml\"/>" : string.Empty;
        var links = string.Concat(external.Select((link, index) =>
            $"<Relationship Id=\"rId{index + 1}\" Type=\"{Relations}/hyperlink\" Target=\"{SheetText.Xml(link.Link.Address)}\" TargetMode=\"External\"/>"));
        return Head + $"<Relationships xmlns=\"{Packages}/relationships\">{own}{links}</Relationships>";
    }

    private static string Table(SheetTable table, int number, int headerRow)
    {
        var range = $"A{headerRow}:{SheetText.ColumnName(table.Columns.Count - 1)}{headerRow + Math.Max(table.RowCount, 1)}";
        var columns = string.Concat(table.Columns.Select((column, index) => $"<tableColumn id=\"{index + 1}\" name=\"{SheetText.Xml(column.Header)}\"/>"));
        return Head + $"<table xmlns=\"{Main}\" id=\"{number}\" name=\"{table.Name}\" displayName=\"{table.Name}\" ref=\"{range}\" "
            + $"totalsRowShown=\"0\"><tableColumns count=\"{table.Columns.Count}\">{columns}</tableColumns></table>";
    }
}
