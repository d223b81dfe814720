using System.IO.Compression;
using System.Text;
using Quarterdeck.Domain.Findings;
using Quarterdeck.Packs.Files;
using Quarterdeck.Packs.Reading;
using Quarterdeck.Packs.Writing;

namespace Quarterdeck.Packs.Tests.Reading;

/// <summary>What people and programs really hand in. Each gives findings a person can act on, and no half-read pack.</summary>
public sealed class UglyPackTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("results", "")]
    [InlineData("results", "ref,value\nA,97%\n")]
    [InlineData("results", "ref,period,value\nZ9,2025-10,97%\n")]
    [InlineData("results", "ref,period,value\nA,2025-10,97%\nA,Oct-25,96%\n")]
    [InlineData("results", "ref,period,value\nA,2025-13,97%\n")]
    [InlineData("results", "ref,period,value\nA,Q2 2025/26,97%\n")]
    [InlineData("results", "ref,period,value\nA,2025-10,\"1.234,5\"\n")]
    [InlineData("results", "ref,period,value\nA,2025-10,=SUM(A1:A3)\n")]
    [InlineData("results", "ref,period,value\nA,2025-10,#REF!\n")]
    [InlineData("results", "ref,period,value\nA,2025-10,ninety\n")]
    [InlineData("targets", "ref,from,target,approved_on\nA,2025-04,90%,03/13/2025\n")]
    [InlineData("indicators", "ref,title,kind\nA,Share,kpi\nA,Share,kpi\n")]
    [InlineData("indicators", "ref,title,kind,polarity\nA,Share,kpi,upwards\n")]
    [InlineData("settings", "key,value\nfinancial_year_start,14\n")]
    public void A_table_that_cannot_be_read_refuses_the_pack_and_says_where_and_what_to_do(string table, string content)
    {
        var reading = _scratch.With((table, content)).Read();

        Assert.Null(reading.Pack);
        var error = reading.Findings.First(finding => finding.Severity == Severity.Error);
        Assert.Equal(table + ".csv", error.File);
        Assert.NotEmpty(error.Message);
        Assert.NotEmpty(error.Remedy);
    }

    [Fact]
    public void A_duplicate_names_both_rows()
    {
        var reading = _scratch.With(("results", "ref,period,value\nA,2025-10,97%\nA,Oct-25,96%\n")).Read();
        var error = Assert.Single(reading.Findings, finding => finding.Severity == Severity.Error);
        Assert.Contains("2", $"{error.Row} {error.Message}", StringComparison.Ordinal);
        Assert.Contains("3", $"{error.Row} {error.Message}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("97%", "97")]
    [InlineData("97.0%", "97.0")]
    [InlineData("\"42,563\"", "42563")]
    [InlineData("(3.5)", "-3.5")]
    [InlineData("1.2m", "1200000")]
    public void Numbers_are_read_as_people_type_them(string typed, string number)
    {
        var pack = _scratch.With(("results", $"ref,period,value\nA,2025-10,{typed}\n")).Read().Pack;
        Assert.Equal(number, pack!.Results[0].Value!.Value.Number!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("Oct-25")]
    [InlineData("Oct 25")]
    [InlineData("October 2025")]
    [InlineData("31/10/2025")]
    [InlineData("2025-10-31")]
    public void Months_are_read_as_people_type_them(string typed) =>
        Assert.Equal("2025-10", _scratch.With(("results", $"ref,period,value\nA,{typed},97%\n")).Read().Pack!.Results[0].Period.ToString());

    [Fact]
    public void A_percentage_typed_as_a_fraction_beside_whole_ones_is_told()
    {
        var reading = _scratch.With(("results", "ref,period,value\nA,2025-08,97%\nA,2025-09,96%\nA,2025-10,0.97\n")).Read();
        Assert.NotNull(reading.Pack);
        Assert.Contains(reading.Findings, finding => finding.Row == 4 && finding.Severity != Severity.Error);
    }

    [Fact]
    public void A_target_for_a_retired_indicator_is_told()
    {
        var reading = _scratch.With(
            ("indicators", "ref,title,kind,unit,ytd,to\nA,Share,kpi,percent,none,2025-03\n"),
            ("results", "ref,period,value\nA,2025-03,97%\n"),
            ("targets", "ref,from,target\nA,2025-04,90%\n")).Read();
        Assert.Contains(reading.Findings, finding => finding.File == "targets.csv" && finding.Severity == Severity.Warning);
    }

    [Fact]
    public void Another_encoding_is_named_and_refused()
    {
        _scratch.With();
        File.WriteAllBytes(_scratch.Path("results.csv"), Encoding.Latin1.GetBytes("ref,period,value,note\nA,2025-10,97%,caf\u00e9 \u00a35\n"));
        var reading = _scratch.Read();
        Assert.Null(reading.Pack);
        Assert.Contains(reading.Findings, finding => finding.File == "results.csv" && finding.Severity == Severity.Error);
    }

    [Fact]
    public void Unknown_columns_and_tables_are_told_and_left_out()
    {
        var reading = _scratch.With(("results", "ref,period,value,colour\nA,2025-10,97%,blue\n"), ("shopping", "a,b\n1,2\n")).Read();
        Assert.NotNull(reading.Pack);
        Assert.Equal(2, reading.Findings.Count(finding => finding.Severity == Severity.Warning));
    }

    [Fact]
    public void A_zip_of_the_folder_reads_the_same()
    {
        _scratch.With();
        using var other = new Scratch();
        ZipFile.CreateFromDirectory(_scratch.Folder, other.Path("pack.zip"));
        Assert.Single(PackReader.Read(other.Path("pack.zip")).Pack!.Results);
    }

    [Fact]
    public void A_zip_bomb_is_refused_before_it_fills_the_memory()
    {
        _scratch.With();
        using var other = new Scratch();
        using (var zip = ZipFile.Open(other.Path("bomb.zip"), ZipArchiveMode.Create))
        {
            foreach (var file in Directory.GetFiles(_scratch.Folder))
            {
                zip.CreateEntryFromFile(file, Path.GetFileName(file));
            }

            using var bomb = zip.CreateEntry("commentary.csv").Open();
            var zeros = new byte[1 << 20];
            Array.Fill(zeros, (byte)'0');
            for (var megabyte = 0; megabyte < 64; megabyte++)
            {
                bomb.Write(zeros);
            }
        }

        var before = GC.GetTotalAllocatedBytes();
        var reading = PackReader.Read(other.Path("bomb.zip"), ReadLimits.Default with { RatioFreeBytes = 1 << 20 });
        Assert.Null(reading.Pack);
        Assert.Contains(reading.Findings, finding => finding.Severity == Severity.Error);
        Assert.True(GC.GetTotalAllocatedBytes() - before < 64 << 20);
    }

    [Fact]
    public void A_table_beyond_the_limit_of_rows_is_refused_and_says_so()
    {
        var rows = new StringBuilder("ref,period,value\n");
        for (var row = 0; row < 50; row++)
        {
            rows.Append("A,2025-10,97%\n");
        }

        var reading = _scratch.With(("results", rows.ToString())).Read(ReadLimits.Default with { Rows = 10 });
        Assert.Null(reading.Pack);
        Assert.Contains(reading.Findings, finding => finding is { Severity: Severity.Error, File: "results.csv" });
    }

    [Fact]
    public void A_million_faults_are_told_by_the_first_few_and_a_count()
    {
        var rows = new StringBuilder("ref,period,value\n");
        for (var row = 0; row < 5_000; row++)
        {
            rows.Append("Z9,2025-10,97%\n");
        }

        var reading = _scratch.With(("results", rows.ToString())).Read();
        Assert.Null(reading.Pack);
        Assert.True(reading.Findings.Count < 100);
        Assert.Contains(reading.Findings, finding => finding.Message.Contains("more", StringComparison.Ordinal));
    }

    [Fact]
    public void An_external_entity_in_a_workbook_is_refused()
    {
        using (var zip = ZipFile.Open(_scratch.Path("pack.xlsx"), ZipArchiveMode.Create))
        {
            Put(zip, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
            Put(
                zip,
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" "
                + "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
            Put(
                zip,
                "xl/workbook.xml",
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><workbook "
                + "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
                + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"&e;\" sheetId=\"1\" "
                + "r:id=\"r1\"/></sheets></workbook>");
        }

        var reading = PackReader.Read(_scratch.Path("pack.xlsx"));
        Assert.Null(reading.Pack);
        Assert.Contains(reading.Findings, finding => finding.Severity == Severity.Error);
    }

    [Theory]
    [InlineData("nothing-here")]
    [InlineData("empty.xlsx")]
    [InlineData("text.xlsx")]
    public void What_is_no_pack_is_refused_in_words(string name)
    {
        if (name.EndsWith(".xlsx", StringComparison.Ordinal))
        {
            File.WriteAllText(_scratch.Path(name), name[0] == 'e' ? string.Empty : "just text");
        }

        var reading = PackReader.Read(_scratch.Path(name));
        Assert.Null(reading.Pack);
        Assert.NotEmpty(Assert.Single(reading.Findings).Remedy);
    }

    [Fact]
    public void Text_that_looks_like_a_formula_survives_writing_and_reading_and_is_harmless_between()
    {
        var pack = _scratch.With(("results", "ref,period,value,note\nA,2025-10,97%,\"=HYPERLINK(\"\"http://x\"\")\"\n")).Read().Pack!;
        using var other = new Scratch();
        PackWriter.WriteFolder(pack, other.Path("out"));
        var written = File.ReadAllText(Path.Combine(other.Path("out"), "results.csv"));
        Assert.DoesNotContain(",\"=HYPERLINK", written, StringComparison.Ordinal);
        Assert.DoesNotContain(",=HYPERLINK", written, StringComparison.Ordinal);
        Assert.Equal(pack.Results[0].Note, PackReader.Read(other.Path("out")).Pack!.Results[0].Note);
    }

    private static void Put(ZipArchive zip, string name, string content)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(content);
    }
}
