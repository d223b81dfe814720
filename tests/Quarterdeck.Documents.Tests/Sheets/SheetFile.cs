using System.IO.Compression;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace Quarterdeck.Documents.Tests.Sheets;

/// <summary>A spreadsheet opened again: its sheets, each as rows of what the cells say.</summary>
internal static class SheetFile
{
    private static readonly XNamespace S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly XNamespace T = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";

    public static IReadOnlyList<IReadOnlyList<IReadOnlyList<string>>> Excel(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        var count = zip.Entries.Count(entry => entry.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal));
        return
        [
            .. Enumerable.Range(1, count).Select(number => Part(zip, $"xl/worksheets/sheet{number}.xml").Descendants(S + "row")
                .Select(row => (IReadOnlyList<string>)[.. row.Elements(S + "c").Select(cell => cell.Value)]).ToList()),
        ];
    }

    public static IReadOnlyList<IReadOnlyList<IReadOnlyList<string>>> OpenDocument(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        return
        [
            .. Part(zip, "content.xml").Descendants(T + "table").Select(sheet => sheet.Descendants(T + "table-row")
                .Select(row => (IReadOnlyList<string>)[.. row.Elements(T + "table-cell").Select(cell => cell.Value)]).ToList()),
        ];
    }

    /// <summary>What the Open XML validator finds.</summary>
    public static IReadOnlyList<string> Findings(byte[] file)
    {
        using var package = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
        return [.. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(package)
            .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}")];
    }

    public static XElement Part(byte[] file, string name)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        return Part(zip, name);
    }

    private static XElement Part(ZipArchive zip, string name)
    {
        using var stream = zip.GetEntry(name)!.Open();
        return XDocument.Load(stream, LoadOptions.PreserveWhitespace).Root!;
    }
}
