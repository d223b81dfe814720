using System.Globalization;
using System.Text;
using Quarterdeck.Application.Abstractions;
using Quarterdeck.Application.Ratings;
using Quarterdeck.Cli.Output;
using Quarterdeck.Documents.Html;
using Quarterdeck.Documents.Pdf;
using Quarterdeck.Documents.Reports;
using Quarterdeck.Documents.Sheets;
using Quarterdeck.Documents.Tree;
using Quarterdeck.Documents.Word;
using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Cli.Formats;

/// <summary>The formats a report can be published in, each with its writer. A new format is a new line here.</summary>
internal static class ReportFormats
{
    /// <summary>Every format in the program's own look.</summary>
    public static IReadOnlyList<ReportFormat> All { get; } = Of(Brand.None);

    /// <param name="brand">The look of the documents. Workbooks and data have none.</param>
    public static IReadOnlyList<ReportFormat> Of(Brand brand) =>
    [
        new(
            "html",
            report => [new ReportFile($"{report.Definition.Code}.html", Encoding.UTF8.GetBytes(HtmlWriter.Write(ReportComposer.Compose(report, brand))))]),
        new("pdf", report => [Pdf(report, brand)]),
        new(
            "docx",
            report => [new ReportFile($"{report.Definition.Code}.docx", Bytes(output => DocxWriter.Write(ReportComposer.Compose(report, brand), output)))]),
        new("xlsx", report => [
            new ReportFile($"{report.Definition.Code}.xlsx", Bytes(output => XlsxWriter.Write(Workbook(report), output)))
        ]),
        new("ods", report =>
            [new ReportFile($"{report.Definition.Code}.ods", Bytes(output => OdsWriter.Write(Workbook(report), output)))]),
        new("csv", OpenData.Write),
        new("json", report => [new ReportFile($"{report.Definition.Code}.json", RecordData.Json(RateRecord.Fields, report.Rated))]),
    ];

    private static Workbook Workbook(Report report) => SheetComposer.Compose(ReportComposer.Compose(report), DataSheets.Of(report));

    private static ReportFile Pdf(Report report, Brand brand)
    {
        var name = $"{report.Definition.Code}.pdf";
        using var output = new MemoryStream();
        var result = PdfWriter.Write(ReportComposer.Compose(report, brand), output);
        return new ReportFile(name, output.ToArray())
        {
            Findings = result.Missing.Count == 0 ? [] :
            [
                new Finding(
                    "missing-glyph",
                    Severity.Warning,
                    $"{name} shows a replacement mark for {string.Join(", ", result.Missing.Order(StringComparer.Ordinal).Select(Named))}: its fonts "
                        + $"do not have {(result.Missing.Count == 1 ? "this character" : "these characters")}.",
                    "Type another character. The other formats show it as you typed it, if the reader's computer has a font for it.") { File = name },
            ],
        };
    }

    private static string Named(string character) =>
        string.Create(CultureInfo.InvariantCulture, $"'{character}' (U+{char.ConvertToUtf32(character, 0):X4})");

    private static byte[] Bytes(Action<Stream> write)
    {
        using var output = new MemoryStream();
        write(output);
        return output.ToArray();
    }
}
