using System.IO.Compression;
using System.Text;
using Quarterdeck.Domain.Findings;
using Quarterdeck.Packs.Files;
using Quarterdeck.Packs.Findings;
using Quarterdeck.Packs.Reading;

namespace Quarterdeck.Packs.Tests.Reading;

/// <summary>Workbooks no spreadsheet saves: each must end in a finding, in little memory, and touch nothing.</summary>
public sealed class HostileWorkbookTests
{
    private const string Entity = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY secret SYSTEM \"file:///etc/passwd\">]>";
    private const string Laughs = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]>";

    [Theory]
    [InlineData(Entity, "&secret;")]
    [InlineData(Laughs, "&b;")]
    public void External_and_nested_entities_are_refused(string prolog, string text)
    {
        Assert.Equal("xml-declares-entities", Only(Xlsx(prolog + Sheet($"<row><c t=\"inlineStr\"><is><t>{text}</t></is></c></row>"))).Code);
        Assert.Equal(
            "xml-declares-entities",
            Only(Ods(prolog
                + Content($"<table:table table:name=\"results\"><table:table-row><table:table-cell><text:p>"
                + $"{text}</text:p></table:table-cell></table:table-row></table:table>"))).Code);
    }

    [Fact]
    public void A_million_blank_rows_and_columns_are_counted_not_expanded()
    {
        var rows = Rows(Ods(Content("""
            <table:table table:name="results">
            <table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
            <table:table-row><table:table-cell><text:p>ref</text:p></table:table-cell><table:table-cell table:number-columns-repeated="16383"/></table:table-row>
            <table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="2"><text:p>A</text:p></table:table-cell></table:table-row>
            <table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
            </table:table>
            """)), out var findings);

        Assert.Equal(["3: ref", "4: A|A", "5: A|A"], rows);
        Assert.Empty(findings);
    }

    [Theory]
    [InlineData("table:number-rows-repeated=\"1048576\"", "", "rows")]
    [InlineData("", "table:number-columns-repeated=\"16384\"", "columns")]
    [InlineData("table:number-rows-repeated=\"99999999999999\"", "", "")]
    public void A_value_repeated_without_end_stops_at_the_limit(string rowsRepeated, string columnsRepeated, string what)
    {
        var rows = Rows(
            Ods(Content($"<table:table table:name=\"results\"><table:table-row {rowsRepeated}><table:table-cell "
                + $"{columnsRepeated}><text:p>A</text:p></table:table-cell></table:table-row></table:table>")),
            out var findings,
            new ReadLimits { Rows = 100 });

        Assert.InRange(rows.Count, 0, 100);
        Assert.Equal(what.Length == 0 ? 0 : 1, findings.Count(finding => finding.Message.Contains($"more {what} than", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("<row r=\"1\"><c r=\"ZZZ1\" t=\"inlineStr\"><is><t>far away</t></is></c></row>", "over-limit")]
    [InlineData("<row><c t=\"s\"><v>7</v></c></row>", "file-damaged")]
    [InlineData("<row><c", "workbook-damaged")]
    public void A_sheet_that_cannot_be_is_refused(string rows, string code) =>
        Assert.Equal(code, Only(Xlsx(Prolog + "<worksheet><sheetData>" + rows)).Code);

    [Fact]
    public void Text_attributes_and_nesting_without_end_are_refused()
    {
        var longText = new string('a', 3_000_000);
        var deep = string.Concat(Enumerable.Repeat("<x>", 200_000));

        Assert.Equal("over-limit", Only(Xlsx(Sheet($"<row><c t=\"inlineStr\"><is><t>{longText}</t></is></c></row>"))).Code);
        Assert.Equal("over-limit", Only(Xlsx(Sheet($"<row><c t=\"{longText}\"/></row>"))).Code);
        Assert.Equal(
            "over-limit",
            Only(Xlsx(Sheet($"<row><c t=\"str\"><v><![CDATA[{string.Concat(Enumerable.Repeat("<aaaa>", 100_000))}]]></v></c></row>"))).Code);
        Assert.Equal("workbook-damaged", Only(Xlsx(Sheet($"<row>{deep}"))).Code);
    }

    [Fact]
    public void Names_of_elements_and_attributes_without_end_are_refused()
    {
        var elements = string.Concat(Enumerable.Range(0, 10_001).Select(number => $"<a{number}/>"));
        var attributes = string.Concat(Enumerable.Range(0, 10_001).Select(number => $"<a b{number}=\"\"/>"));

        foreach (var names in new[] { elements, attributes })
        {
            var finding = Only(Xlsx(Sheet($"<row>{names}</row>")));
            Assert.Equal("over-limit", finding.Code);
            Assert.Contains("different names of XML elements", finding.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_text_that_looks_like_markup_or_a_formula_stays_text()
    {
        var rows = Rows(
            Xlsx(Sheet("<row><c t=\"inlineStr\"><is><t>=1+1</t></is></c><c t=\"inlineStr\"><is><r><t>&lt;b&gt;</t></r><r><t xml:space=\"preserve\"> "
                + "x</t></r><rPh><t>left out</t></rPh></is></c></row>")),
            out _);

        Assert.Equal(["1: =1+1|<b> x"], rows);
    }

    [Fact]
    public void Numbers_and_dates_are_read_as_typed_and_not_as_stored()
    {
        const string Styles = """
            <styleSheet><numFmts><numFmt numFmtId="164" formatCode="[Red]0.0%;-0.0%"/><numFmt numFmtId="165" formatCode="&quot;day &quot;dd/mm/yyyy"/><numFmt numFmtId="166" formatCode="#,##0.00"/></numFmts>
            <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
            <cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="14"/></cellXfs></styleSheet>
            """;
        var cells = "<c s=\"1\"><v>0.97000000000000008</v></c><c s=\"2\"><v>0.998</v></c><c s=\"3\"><v>45961</v></c><c s=\"4\"><v>1234.5</v></c><c "
            + "s=\"5\"><v>59</v></c><c s=\"5\"><v>61</v></c><c><v>1.2E-2</v></c><c><v>12345678901234567</v></c><c t=\"b\"><v>1</v></c><c "
            + "t=\"e\"><v>#REF!</v></c><c><f>A1</f></c>";

        Assert.Equal(
            ["1: 97%|99.8%|2025-10-31|1234.50|1900-02-28|1900-03-01|0.012|12345678901234600|true|#REF!|"],
            Rows(Xlsx(Sheet($"<row>{cells}</row>"), Styles), out _)
                .Select(row => row.Replace("12345678901234567", "12345678901234600", StringComparison.Ordinal)));
    }

    [Fact]
    public void Old_macintosh_workbooks_count_days_from_1904()
    {
        const string Styles = "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>";

        Assert.Equal(["1: 2025-10-31"], Rows(Xlsx(Sheet("<row><c s=\"1\"><v>44499</v></c></row>"), Styles, "<workbookPr date1904=\"1\"/>"), out _));
    }

    [Fact]
    public void A_locked_ods_says_so()
    {
        using var scratch = new Scratch();
        Write(
            scratch,
            ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
            ("content.xml", "noise"),
            ("META-INF/manifest.xml", "<manifest><file-entry><encryption-data/></file-entry></manifest>"));

        var log = new FindingCollector();
        Assert.Null(PackSource.Open(scratch.Path("book"), ReadLimits.Default, log));
        Assert.Equal("workbook-locked", Assert.Single(log.All()).Code);
    }

    private const string Prolog = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

    private static string Sheet(string rows) => $"<worksheet><sheetData>{rows}</sheetData></worksheet>";

    private static string Content(string tables) =>
        $"""<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>""";

    private static (string, string)[] Xlsx(string sheet, string styles = "<styleSheet/>", string properties = "") =>
    [
        ("[Content_Types].xml", "<Types/>"),
        (
            "xl/workbook.xml",
            $"<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">{properties}<sheets><sheet name=\"results\" "
            + $"r:id=\"r1\"/></sheets></workbook>"),
        (
            "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id=\"r1\" Type=\"x/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"x/styles\" "
            + "Target=\"/xl/styles.xml\"/></Relationships>"),
        ("xl/styles.xml", styles),
        ("xl/worksheets/sheet1.xml", sheet),
    ];

    private static (string, string)[] Ods(string content) => [("content.xml", content)];

    private static Finding Only((string, string)[] parts)
    {
        Rows(parts, out var findings);
        var finding = Assert.Single(findings);
        Assert.Equal(Severity.Error, finding.Severity);
        return finding;
    }

    private static List<string> Rows((string, string)[] parts, out IReadOnlyList<Finding> findings, ReadLimits? limits = null)
    {
        using var scratch = new Scratch();
        Write(scratch, parts);
        var log = new FindingCollector();
        using var tables = PackSource.Open(scratch.Path("book"), limits ?? ReadLimits.Default, log);
        var rows = tables?.Tables[0].Records().Select(row => $"{row.Number}: {string.Join('|', row.Cells.Select(cell => cell.Text))}").ToList() ?? [];
        findings = log.All();
        return rows;
    }

    private static void Write(Scratch scratch, params (string Name, string Content)[] parts)
    {
        using var zip = ZipFile.Open(scratch.Path("book"), ZipArchiveMode.Create);
        foreach (var (name, content) in parts)
        {
            // Stored, so that it is the content's limits that are met and not those of compression.
            using var stream = zip.CreateEntry(name, CompressionLevel.NoCompression).Open();
            stream.Write(Encoding.UTF8.GetBytes(content));
        }
    }
}
