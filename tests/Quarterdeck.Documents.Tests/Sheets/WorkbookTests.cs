using System.IO.Compression;
using System.Xml.Linq;
using Quarterdeck.Documents.Sheets;

namespace Quarterdeck.Documents.Tests.Sheets;

public sealed class WorkbookTests
{
    private static readonly Workbook Sample = new("Open data", "en-GB", "Sample County Council", new DateOnly(2025, 10, 31),
    [
        new Sheet("Cover", "Open data", [
            new SheetCell.Text("Results up to October 2025."),
            new SheetCell.Heading("Sheets"),
            new SheetCell.Link("Results", "#Results"),
            new SheetCell.Link("Council", "https://example.org/")
        ], null),
        new Sheet("Results", "Results", [new SheetCell.Text("This sheet has one table.")], new SheetTable("results",
            [new SheetColumn("Reference", 12), new SheetColumn("Value (%)", 12)],
            [[new SheetCell.Text("FN06 & <b>"), new SheetCell.Number(27.0m, 1)], [new SheetCell.Text("=1+1"), new SheetCell.Text("[x]")]],
            2)),
    ]);

    [Fact]
    public void The_same_workbook_gives_the_same_bytes()
    {
        Assert.Equal(Bytes(XlsxWriter.Write), Bytes(XlsxWriter.Write));
        Assert.Equal(Bytes(OdsWriter.Write), Bytes(OdsWriter.Write));
    }

    [Theory]
    [InlineData("xlsx")]
    [InlineData("ods")]
    public void Every_part_is_well_formed_and_every_time_is_fixed(string format)
    {
        using var zip = new ZipArchive(new MemoryStream(Bytes(format == "xlsx" ? XlsxWriter.Write : OdsWriter.Write)));
        foreach (var entry in zip.Entries.Where(entry => entry.Name != "mimetype"))
        {
            using var stream = entry.Open();
            Assert.NotNull(XDocument.Load(stream).Root);
            Assert.Equal(1980, entry.LastWriteTime.Year);
        }
    }

    [Fact]
    public void An_open_document_begins_with_its_type_uncompressed()
    {
        var bytes = Bytes(OdsWriter.Write);
        Assert.Equal("mimetypeapplication/vnd.oasis.opendocument.spreadsheet", System.Text.Encoding.ASCII.GetString(bytes, 30, 54));
    }

    [Fact]
    public void Text_that_looks_like_a_formula_stays_text()
    {
        using var zip = new ZipArchive(new MemoryStream(Bytes(XlsxWriter.Write)));
        using var reader = new StreamReader(zip.GetEntry("xl/worksheets/sheet2.xml")!.Open());
        var sheet = reader.ReadToEnd();
        Assert.Contains("t=\"inlineStr\"><is><t xml:space=\"preserve\">=1+1</t>", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("<f>", sheet, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_table_says_so_instead_of_standing_empty()
    {
        var empty = Sample with { Sheets = [new Sheet("Empty", "Empty", [], new SheetTable("empty", [new SheetColumn("Reference", 12)], [], 0))] };
        using var output = new MemoryStream();
        XlsxWriter.Write(empty, output);
        using var zip = new ZipArchive(output);
        using var reader = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        Assert.Contains("No rows", reader.ReadToEnd(), StringComparison.Ordinal);
    }

    private static byte[] Bytes(Action<Workbook, Stream> write)
    {
        using var output = new MemoryStream();
        write(Sample, output);
        if (Environment.GetEnvironmentVariable("QUARTERDECK_KEEP") is { } folder)
        {
            File.WriteAllBytes(Path.Combine(folder, write.Method.DeclaringType!.Name + (write == XlsxWriter.Write ? ".xlsx" : ".ods")), output.ToArray());
        }

        return output.ToArray();
    }
}
