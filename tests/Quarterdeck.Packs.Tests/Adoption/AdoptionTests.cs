using System.IO.Compression;
using System.Text;
using Quarterdeck.Packs.Adoption;
using Quarterdeck.Packs.Reading;
using Quarterdeck.Packs.Writing;
using Quarterdeck.TestKit;
using Quarterdeck.TestKit.Programs;

namespace Quarterdeck.Packs.Tests.Adoption;

/// <summary>What is doubtful in a source is said, and hostile files are refused with a sentence.</summary>
public sealed class AdoptionTests
{
    private const string Table = "Ref\tIndicator\tJul-25\tAug-25\tSep-25\tOct-25\tRAG\tTarget\tFloor\n"
        + "K1\tCalls answered in time\t91%\t92%\t90%\t88%\tAMBER\t90%\t85%\n"
        + "K2\tDays to re-let a home\t21\t22\t20\t19\tGREEN\t20\t25\n";

    [Fact]
    public void Text_pasted_from_a_paper_becomes_a_pack_that_reproduces_its_ratings()
    {
        using var scratch = new Scratch();

        var outcome = Read(scratch, "paper.txt", "Performance\n\n" + Table + "\nK1 – Two posts were vacant.\n");

        Assert.Equal((2, 0), (outcome.Indicators, outcome.Count(AdoptedState.Unsure)));
        File.WriteAllBytes(scratch.Path("pack.xlsx"), outcome.Workbook!);
        var pack = PackReader.Read(scratch.Path("pack.xlsx")).Pack!;
        Assert.Equal(["K1 88 90 85", "K2 19 20 25"], pack.Indicators.Select(each => $"{each.Ref} "
            + $"{pack.Results.Last(result => result.Ref == each.Ref).Value?.Number} {pack.Targets.Single(target => target.Ref == each.Ref).Value} "
            + $"{pack.Targets.Single(target => target.Ref == each.Ref).Floor}"));
        Assert.Equal(["Amber", "Green"], pack.Published.Select(row => row.Rating));
        Assert.Equal("Two posts were vacant.", Assert.Single(pack.Commentary).Text);
    }

    [Theory]
    [InlineData("Aug-25", "Aug-2S", AdoptedState.Unsure, 2)]
    [InlineData("22\t20", "22O\t20", AdoptedState.LeftOut, 1)]
    [InlineData("\t92%", "\t9 2%", AdoptedState.LeftOut, 1)]
    [InlineData("88%\tAMBER", "88%\t7\tAMBER", AdoptedState.Unsure, 4)]
    [InlineData("90%\t88%", "90%\t8800%", AdoptedState.Unsure, 1)]
    [InlineData("\t92%", "\t92", AdoptedState.Unsure, 1)]
    public void A_damaged_table_is_flagged_where_it_is_damaged(string whole, string damaged, AdoptedState state, int least)
    {
        using var scratch = new Scratch();

        var outcome = Read(scratch, "paper.txt", Table.Replace(whole, damaged, StringComparison.Ordinal));

        Assert.True(outcome.Count(state) >= least, string.Join('\n', outcome.Cells.Select(cell => $"{cell.State} {cell.Place} {cell.Text} {cell.Reason}")));
        Assert.Equal(
            Table.Replace(whole, damaged, StringComparison.Ordinal).Split('\t', '\n').Count(cell => cell.Any(char.IsAsciiDigit)),
            outcome.Cells.Count(cell => cell.IsNumber));
    }

    [Fact]
    public void Two_files_that_disagree_about_a_figure_keep_the_first_and_say_so()
    {
        using var scratch = new Scratch();
        File.WriteAllText(scratch.Path("a.txt"), Table);
        File.WriteAllText(scratch.Path("b.txt"), Table.Replace("91%", "19%", StringComparison.Ordinal));

        var outcome = CouncilAdoption.Read([scratch.Path("a.txt"), scratch.Path("b.txt")], Request(), out _)!;

        var unsure = Assert.Single(outcome.Cells, cell => cell.State == AdoptedState.Unsure);
        Assert.Equal(("b.txt", "19%"), (unsure.File, unsure.Text));
        Assert.Contains("91%", unsure.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mapping_says_what_a_column_is()
    {
        using var scratch = new Scratch();
        var text = Table.Replace("RAG\tTarget", "RAG\tBar", StringComparison.Ordinal);
        var first = Read(scratch, "paper.txt", text);
        Assert.Equal("Bar", Assert.Single(first.Questions).Heading);

        File.WriteAllText(scratch.Path("mapping.csv"), first.Mapping.Replace(",Bar,unknown,", ",Bar,target,", StringComparison.Ordinal));
        var second = CouncilAdoption.Read(
            [scratch.Path("paper.txt")], Request() with { Mapping = AdoptionMapping.Read(scratch.Path("mapping.csv")) }, out _)!;

        Assert.Empty(second.Questions);
        Assert.Contains(second.Cells, cell => cell.ReadAs == "target of K1");
    }

    [Fact]
    public void A_mapping_with_a_word_that_is_nothing_is_refused_by_row()
    {
        using var scratch = new Scratch();
        File.WriteAllText(scratch.Path("mapping.csv"), "sheet,heading,means\n,Bar,goal\n");

        var refused = Assert.Throws<InvalidDataException>(() => AdoptionMapping.Read(scratch.Path("mapping.csv")));

        Assert.Contains("row 2: \"goal\"", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("empty.pdf", "")]
    [InlineData("broken.pdf", "%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\ntrailer << /Root 9 0 R >>")]
    [InlineData("old.xls", "\u00D0\u00CF\u0011\u00E0old")]
    [InlineData("broken.docx", "PK\u0003\u0004not a zip")]
    [InlineData("picture.png", "\u0089PNG\r\n\u001A\n\0\0\0")]
    public void A_file_that_cannot_be_read_is_refused_with_a_sentence(string name, string content)
    {
        using var scratch = new Scratch();
        File.WriteAllBytes(scratch.Path(name), Encoding.Latin1.GetBytes(content));

        var outcome = CouncilAdoption.Read([scratch.Path(name)], Request(), out var findings);

        Assert.Null(outcome);
        Assert.EndsWith(".", Assert.Single(findings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_that_unpacks_without_end_is_refused()
    {
        using var scratch = new Scratch();
        using (var zip = ZipFile.Open(scratch.Path("bomb.docx"), ZipArchiveMode.Create))
        using (var entry = zip.CreateEntry("word/document.xml", CompressionLevel.SmallestSize).Open())
        {
            entry.Write("<w:document xmlns:w=\"w\"><w:body>"u8);
            var blank = new byte[1 << 20];
            Array.Fill(blank, (byte)' ');
            for (var at = 0; at < 64; at++)
            {
                entry.Write(blank);
            }
        }

        Assert.Null(CouncilAdoption.Read([scratch.Path("bomb.docx")], Request(), out var findings));
        Assert.Single(findings);
    }

    [Fact]
    public void A_sheet_exported_as_a_web_page_is_read_by_its_tables_marks_and_colours()
    {
        using var scratch = new Scratch();

        var outcome = Read(scratch, "export.xls", """
            <html><body><h1>Performance</h1><script>var k = "99%";</script>
            <table><tr><th rowspan=2>Ref<th rowspan=2>Indicator<th colspan=2>2025<th rowspan=2>RAG<th rowspan=2>Target</tr>
            <tr><th>Jul-25<th>Aug-25</tr>
            <tr><td>K1<td>Area cleared (m<sup>2</sup>)<td>91<td>88<sup>1</sup><td style="background-color:#f00"><td>90</tr>
            <tr><td>K2<td>Calls answered<span style="display:none">77</span><td>1,234<td>1,250<td><img src="https://example.org/g.png" alt="Green"><td>1,200
            </table></body></html>
            """);

        File.WriteAllBytes(scratch.Path("pack.xlsx"), outcome.Workbook!);
        var pack = PackReader.Read(scratch.Path("pack.xlsx")).Pack!;
        Assert.Equal(["Area cleared (m2)", "Calls answered"], pack.Indicators.Select(each => each.Title));
        Assert.Equal([91, 88, 1234, 1250], pack.Results.Select(each => each.Value?.Number));
        Assert.Equal(["Red", "Green"], pack.Published.Select(row => row.Rating));
    }

    [Theory]
    [InlineData("<div>", "", 300_000)]
    [InlineData("<table><tr><td>", "", 300_000)]
    [InlineData("<b><p>", "", 200_000)]
    [InlineData("<table><tr><td colspan=1000000 rowspan=1000000>1", "", 1_000)]
    public void A_web_page_made_to_choke_a_reader_is_refused_with_a_sentence(string open, string close, int times)
    {
        using var scratch = new Scratch();
        File.WriteAllText(scratch.Path("page.html"), "<!DOCTYPE html>" + string.Concat(Enumerable.Repeat(open, times)) + close);

        var outcome = CouncilAdoption.Read([scratch.Path("page.html")], Request(), out var findings);

        Assert.Null(outcome?.Workbook);
        Assert.All(findings, finding => Assert.EndsWith(".", finding.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("pack.xlsx")]
    [InlineData("paper.docx")]
    [InlineData("paper.txt")]
    [InlineData("paper.csv")]
    [InlineData("paper.html")]
    [InlineData("paper.ods")]
    [InlineData("paper.pdf")]
    public void A_file_with_damaged_bytes_is_read_or_refused_and_never_fails(string name)
    {
        using var scratch = new Scratch();
        Assert.SkipWhen(name is "paper.ods" or "paper.pdf" && LibreOffice.WhyNot() is not null, LibreOffice.WhyNot() ?? string.Empty);
        var whole = name switch
        {
            "pack.xlsx" => PackWorkbookWriter.Write(Samples.Read(Samples.Latest)),
            "paper.docx" => Document(),
            "paper.html" => Encoding.UTF8.GetBytes("<table><tr><td>" + Table.Replace("\t", "<td>", StringComparison.Ordinal)
                .Replace("\n", "<tr><td>", StringComparison.Ordinal) + "</table>"),
            "paper.csv" => Encoding.UTF8.GetBytes(Table.Replace('\t', ',')),
            "paper.ods" or "paper.pdf" => Converted(scratch, Path.GetExtension(name)[1..]),
            _ => Encoding.UTF8.GetBytes(Table),
        };
        var random = new Random(20251130);
        for (var trial = 0; trial < Soak.Size(40, 4_000); trial++)
        {
            var damaged = (byte[])whole.Clone();
            for (var at = random.Next(1, 12); at > 0; at--)
            {
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            }

            File.WriteAllBytes(scratch.Path(name), random.Next(4) == 0 ? damaged[..random.Next(1, damaged.Length)] : damaged);
            var outcome = CouncilAdoption.Read([scratch.Path(name)], Request(), out var findings);
            Assert.True(outcome is not null || findings.Count > 0);
        }
    }

    /// <summary>The table as LibreOffice saves it.</summary>
    private static byte[] Converted(Scratch scratch, string format)
    {
        File.WriteAllText(scratch.Path("table.csv"), Table.Replace('\t', ','));
        return File.ReadAllBytes(LibreOffice.Save(scratch.Path("table.csv"), format, Directory.CreateDirectory(scratch.Path("saved")).FullName));
    }

    private static byte[] Document()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        using (var entry = zip.CreateEntry("word/document.xml", CompressionLevel.NoCompression).Open())
        {
            var rows = string.Concat(Table.TrimEnd().Split('\n').Select(line => $"<w:tr>{string.Concat(line.Split('\t').Select(cell =>
                $"<w:tc><w:p><w:r><w:t>{cell}</w:t></w:r></w:p></w:tc>"))}</w:tr>"));
            entry.Write(Encoding.UTF8.GetBytes($"<w:document xmlns:w=\"w\"><w:body><w:tbl>{rows}</w:tbl></w:body></w:document>"));
        }

        return stream.ToArray();
    }

    private static AdoptionOutcome Read(Scratch scratch, string name, string content)
    {
        File.WriteAllText(scratch.Path(name), content);
        return CouncilAdoption.Read([scratch.Path(name)], Request(), out _)!;
    }

    private static AdoptionRequest Request() => new("Test Council", 4, new DateOnly(2025, 12, 5), new AdoptionMapping());
}
