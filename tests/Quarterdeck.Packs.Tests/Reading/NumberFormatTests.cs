using System.IO.Compression;
using Quarterdeck.Domain.Findings;
using Quarterdeck.Packs.Reading;
using Quarterdeck.Packs.Writing;

namespace Quarterdeck.Packs.Tests.Reading;

/// <summary>What number formats make of the cells of a workbook: each figure is what the cell holds, with the places the sheet shows.</summary>
public sealed class NumberFormatTests
{
    private const string Namespace = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

    [Theory]
    [InlineData("0%", "0.6548279689234184", "percent", "65.4827968923418", 0)]
    [InlineData("0.0%", "0.6548279689234184", "percent", "65.4827968923418", 1)]
    [InlineData("0.0%;[Red]-0.0%", "0.853", "percent", "85.3", null)]
    [InlineData("0%", "0.29", "percent", "29", null)]
    [InlineData("0%", "0.9999", "percent", "99.99", 0)]
    [InlineData("General", "28.999999999999996", "number", "29", null)]
    [InlineData("General", "33.333333333333336", "number", "33.3333333333333", null)]
    [InlineData("General", "1E-07", "number", "0.0000001", null)]
    [InlineData("#,##0", "1234.5", "number", "1234.5", 0)]
    [InlineData("0.00", "3.5", "number", "3.50", null)]
    [InlineData("#,##0.##", "3.456", "number", "3.456", 2)]
    [InlineData("#,##0_);(#,##0)", "-1234", "number", "-1234", null)]
    [InlineData("0&quot; days&quot;", "12.4", "days", "12.4", 0)]
    [InlineData("&quot;£&quot;#,##0.0,,&quot;m&quot;", "12345678.9", "gbp", "12345678.9", null)]
    [InlineData("[&gt;=1000]#,##0,&quot;K&quot;;0", "12345.5", "number", "12345.5", null)]
    [InlineData("# ?/?", "0.5", "number", "0.5", null)]
    [InlineData("0.00E+00", "12345.678", "number", "12345.678", null)]
    [InlineData("[h]:mm", "0.229166666666667", "hours", "5.5", null)]
    [InlineData("h:mm:ss", "0.00381944444444444", "seconds", "330", null)]
    [InlineData("mm:ss", "0.00381944444444444", "minutes", "5.5", null)]
    public void A_figure_is_what_the_cell_holds_with_the_places_it_shows(string format, string stored, string unit, string value, int? decimals)
    {
        using var scratch = new Scratch();

        var reading = PackReader.Read(Workbook(scratch, format, $"<c r=\"C2\" s=\"1\"><v>{stored}</v></c>", unit));

        Assert.True(reading.Pack is not null, string.Join('\n', reading.Findings.Select(finding => finding.Message)));
        var result = Assert.Single(reading.Pack.Results);
        Assert.Equal((value, decimals), (result.Value.ToString(), result.Decimals));
        Assert.DoesNotContain(reading.Findings, finding => finding.Severity == Severity.Error);

        using var other = new Scratch();
        PackWriter.WriteFolder(reading.Pack, other.Folder);
        Assert.Equal(Content.Of(reading.Pack), Content.Of(other.Read().Pack!));
    }

    [Theory]
    [InlineData("General", "<c r=\"C2\"><v>123456789012345678</v></c>", "number", "not-a-number")]
    [InlineData("General", "<c r=\"C2\"><v>1E15</v></c>", "number", "not-a-number")]
    [InlineData("h:mm", "<c r=\"C2\" s=\"1\"><v>0.0625</v></c>", "number", "not-a-number")]
    [InlineData("mmm-yy", "<c r=\"C2\" s=\"1\"><v>45777</v></c>", "number", "not-a-number")]
    [InlineData("General", "<c r=\"C2\" t=\"e\"><f>Old!A1</f><v>#REF!</v></c>", "number", "spreadsheet-error")]
    [InlineData("General", "<c r=\"C2\" t=\"e\"><v>#DIV/0!</v></c>", "number", "spreadsheet-error")]
    public void A_cell_that_holds_no_such_figure_is_refused_by_its_name(string format, string cell, string unit, string code)
    {
        using var scratch = new Scratch();

        var finding = Assert.Single(PackReader.Read(Workbook(scratch, format, cell, unit)).Findings, finding => finding.Severity == Severity.Error);

        Assert.Equal((code, "C2"), (finding.Code, finding.Cell));
        Assert.Contains("pack.xlsx, sheet results, cell C2", finding.Where, StringComparison.Ordinal);
    }

    [Fact]
    public void Not_available_in_a_cell_is_a_marker_with_a_warning()
    {
        using var scratch = new Scratch();

        var reading = PackReader.Read(Workbook(scratch, "General", "<c r=\"C2\" t=\"e\"><v>#N/A</v></c>", "number"));

        Assert.Equal("not available", Assert.Single(reading.Pack!.Results).Value.ToString());
        Assert.Equal(("spreadsheet-error", "C2"), (Scratch.Only(reading).Code, Scratch.Only(reading).Cell));
    }

    [Fact]
    public void Five_thirty_typed_into_a_sheet_for_minutes_and_seconds_is_asked_about()
    {
        using var scratch = new Scratch();

        var reading = PackReader.Read(Workbook(scratch, "h:mm", "<c r=\"C2\" s=\"1\"><v>0.229166666666667</v></c>", "seconds"));

        Assert.Equal("19800", Assert.Single(reading.Pack!.Results).Value.ToString());
        Assert.Equal("hours-or-minutes", Scratch.Only(reading).Code);
    }

    [Theory]
    [InlineData("hidden=\"1\"", "", "", "hidden-rows", "Row 2 is")]
    [InlineData("", "<cols><col min=\"3\" max=\"3\" hidden=\"1\"/></cols>", "", "hidden-columns", "Column C is")]
    [InlineData("", "", "state=\"hidden\"", "hidden-sheet", "sheet results is")]
    [InlineData("", "", "state=\"veryHidden\"", "hidden-sheet", "sheet results is")]
    public void What_is_hidden_is_read_and_told(string row, string columns, string sheet, string code, string named)
    {
        using var scratch = new Scratch();

        var reading = PackReader.Read(Workbook(scratch, "General", "<c r=\"C2\"><v>5</v></c>", "number", row, columns, sheet));

        Assert.Equal(5, Assert.Single(reading.Pack!.Results).Value?.Number);
        var finding = Scratch.Only(reading);
        Assert.Equal(code, finding.Code);
        Assert.Contains(named, finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_title_in_merged_cells_above_the_header_is_no_fault()
    {
        using var scratch = new Scratch();
        var path = Workbook(
            scratch,
            "General",
            "<c r=\"C4\"><v>5</v></c>",
            "number",
            first: 3,
            above: "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Returns 2025/26</t></is></c></row>",
            below: "<mergeCells><mergeCell ref=\"A1:C1\"/></mergeCells>");

        var reading = PackReader.Read(path);

        Assert.Equal(5, Assert.Single(reading.Pack!.Results).Value?.Number);
        Assert.Equal(("title-above-header", 3), (Assert.Single(reading.Findings).Code, Assert.Single(reading.Findings).Row));
    }

    [Theory]
    [InlineData("office:value-type=\"time\" office:time-value=\"PT01H30M00S\"", "01:30", "hours", "1.5", "")]
    [InlineData("office:value-type=\"time\" office:time-value=\"PT00H05M30S\"", "05:30", "seconds", "330", "")]
    [InlineData("office:value-type=\"currency\" office:currency=\"GBP\" office:value=\"91\"", "£91.00", "gbp", "91.00", "")]
    [InlineData("office:value-type=\"currency\" office:currency=\"GBP\" office:value=\"91\"", "£91.00", "number", "91.00", "unit-and-value-disagree")]
    [InlineData("office:value-type=\"percentage\" office:value=\"0.654827968923418\"", "65%", "percent", "65.4827968923418", "")]
    [InlineData("office:value-type=\"float\" office:value=\"33.3333333333333\"", "33.3333333333", "number", "33.3333333333333", "")]
    public void A_cell_of_LibreOffice_is_read_by_what_it_holds(string held, string shown, string unit, string value, string told)
    {
        using var scratch = new Scratch();
        using (var zip = ZipFile.Open(scratch.Path("pack.ods"), ZipArchiveMode.Create))
        {
            Write(zip, "content.xml", $"""
                <office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet>
                {Ods("settings", "key|value", "organisation|T")}{Ods("indicators", "ref|title|kind|unit|ytd", $"A|Calls|kpi|{unit}|none")}
                <table:table table:name="results">{OdsRow("ref|period|value")}<table:table-row>{OdsCells("A|2025-10")}<table:table-cell {held}><text:p>{shown}</text:p></table:table-cell></table:table-row></table:table>
                </office:spreadsheet></office:body></office:document-content>
                """);
        }

        var reading = PackReader.Read(scratch.Path("pack.ods"));

        Assert.Equal(value, Assert.Single(reading.Pack!.Results).Value.ToString());
        Assert.Equal(told, string.Concat(reading.Findings.Select(finding => finding.Code)));
    }

    private static string Ods(string name, params string[] rows) => $"<table:table table:name=\"{name}\">{string.Concat(rows.Select(OdsRow))}</table:table>";

    private static string OdsRow(string cells) => $"<table:table-row>{OdsCells(cells)}</table:table-row>";

    private static string OdsCells(string cells) =>
        string.Concat(cells.Split('|').Select(cell => $"<table:table-cell><text:p>{cell}</text:p></table:table-cell>"));

    private static string Workbook(
        Scratch scratch,
        string format, string cell, string unit, string row = "", string columns = "", string sheet = "", int first = 1, string above = "", string below = "")
    {
        var path = scratch.Path("pack.xlsx");
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        Write(zip, "[Content_Types].xml", "<Types/>");
        Write(
            zip,
            "xl/workbook.xml",
            "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"settings\" r:id=\"r1\"/>"
            + $"<sheet name=\"indicators\" r:id=\"r2\"/><sheet name=\"results\" {sheet} r:id=\"r3\"/></sheets></workbook>");
        Write(
            zip,
            "xl/_rels/workbook.xml.rels",
            "<Relationships>"
                + string.Concat(Enumerable.Range(1, 3).Select(at => $"<Relationship Id=\"r{at}\" Type=\"x/worksheet\" Target=\"worksheets/sheet{at}.xml\"/>"))
            + "<Relationship Id=\"r9\" Type=\"x/styles\" Target=\"styles.xml\"/></Relationships>");
        Write(
            zip,
            "xl/styles.xml",
            $"<styleSheet {Namespace}><numFmts><numFmt numFmtId=\"164\" formatCode=\"{format}\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf "
                + $"numFmtId=\"164\"/></cellXfs></styleSheet>");
        Write(zip, "xl/worksheets/sheet1.xml", Sheet(Row(1, "key|value"), Row(2, "organisation|T")));
        Write(zip, "xl/worksheets/sheet2.xml", Sheet(Row(1, "ref|title|kind|unit|ytd"), Row(2, $"A|Calls|kpi|{unit}|none")));
        Write(
            zip,
            "xl/worksheets/sheet3.xml",
            $"<worksheet {Namespace}>{columns}<sheetData>{above}{Row(first, "ref|period|value")}<row r=\"{first + 1}\" {row}>"
                + $"{Texts(first + 1, "A|2025-10")}{cell}</row></sheetData>{below}</worksheet>");
        return path;
    }

    private static string Sheet(params string[] rows) => $"<worksheet {Namespace}><sheetData>{string.Concat(rows)}</sheetData></worksheet>";

    private static string Row(int number, string cells) => $"<row r=\"{number}\">{Texts(number, cells)}</row>";

    private static string Texts(int row, string cells) =>
        string.Concat(cells.Split('|').Select((cell, at) => $"<c r=\"{(char)('A' + at)}{row}\" t=\"inlineStr\"><is><t>{cell}</t></is></c>"));

    private static void Write(ZipArchive zip, string name, string content)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(content);
    }
}
