using System.Globalization;
using System.IO.Compression;
using System.Text;
using Quarterdeck.Domain.Packs;

namespace Quarterdeck.Packs.Writing;

/// <summary>
/// Writes a pack as a workbook for people: one sheet for each table, dates and percentages as cells of their kind, codes as text that
/// stays text. Reading it gives the same pack, also after a spreadsheet has saved it again. The same pack gives the same bytes.
/// </summary>
public static class PackWorkbookWriter
{
    private const string Head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Packages = "http://schemas.openxmlformats.org/package/2006";

    // The first moment a zip can hold; any other would make two workbooks of one pack differ.
    private static readonly DateTimeOffset Timeless = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The pack as the bytes of an <c>.xlsx</c> file.</summary>
    public static byte[] Write(Pack pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        return Write(PackSheet.Of(pack));
    }

    internal static byte[] Write(IReadOnlyList<PackSheet> sheets) =>
        Zip([.. sheets.Select(sheet => (sheet.Table.Name, PackSheetXml.Of(sheet, sheets)))], PackCellXml.Styles());

    /// <param name="sheets">The name of each sheet, which needs no escape, and what it holds.</param>
    /// <param name="styles">What their cells refer to.</param>
    internal static byte[] Zip(IReadOnlyList<(string Name, string Xml)> sheets, string styles)
    {
        using var output = new MemoryStream();
        using (var zip = new ZipArchive(output, ZipArchiveMode.Create))
        {
            Add(zip, "[Content_Types].xml", ContentTypes(sheets.Count));
            Add(zip, "_rels/.rels", $"{Head}<Relationships xmlns=\"{Packages}/relationships\"><Relationship Id=\"rId1\" Type=\"{Relations}/officeDocument\" "
                + "Target=\"xl/workbook.xml\"/></Relationships>");
            Add(zip, "xl/workbook.xml", $"{Head}<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets>"
                + string.Concat(sheets.Select((sheet, at) => $"<sheet name=\"{sheet.Name}\" sheetId=\"{at + 1}\" r:id=\"rId{at + 1}\"/>"))
                + "</sheets></workbook>");
            Add(zip, "xl/_rels/workbook.xml.rels", BookRelations(sheets.Count));
            Add(zip, "xl/styles.xml", $"{Head}<styleSheet xmlns=\"{Main}\">{styles}</styleSheet>");
            for (var at = 0; at < sheets.Count; at++)
            {
                Add(zip, $"xl/worksheets/sheet{at + 1}.xml", sheets[at].Xml);
            }
        }

        return output.ToArray();
    }

    private static string ContentTypes(int sheets)
    {
        const string Kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";
        var parts = string.Concat(Enumerable.Range(1, sheets).Select(at => string.Create(
            CultureInfo.InvariantCulture, $"<Override PartName=\"/xl/worksheets/sheet{at}.xml\" ContentType=\"{Kind}.worksheet+xml\"/>")));
        return $"{Head}<Types xmlns=\"{Packages}/content-types\"><Default Extension=\"rels\" "
            + "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + $"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{Kind}.sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" "
            + $"ContentType=\"{Kind}.styles+xml\"/>{parts}</Types>";
    }

    private static string BookRelations(int sheets)
    {
        var relations = string.Concat(Enumerable.Range(1, sheets).Select(at => string.Create(
            CultureInfo.InvariantCulture, $"<Relationship Id=\"rId{at}\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet{at}.xml\"/>")));
        return $"{Head}<Relationships xmlns=\"{Packages}/relationships\">{relations}<Relationship Id=\"rIdStyles\" Type=\"{Relations}/styles\" "
            + "Target=\"styles.xml\"/></Relationships>";
    }

    private static void Add(ZipArchive zip, string part, string content)
    {
        var entry = zip.CreateEntry(part, CompressionLevel.Optimal);
        entry.LastWriteTime = Timeless;
        using var stream = entry.Open();
        stream.Write(Encoding.UTF8.GetBytes(content));
    }
}
