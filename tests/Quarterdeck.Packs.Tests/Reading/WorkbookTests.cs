using Quarterdeck.Domain.Findings;
using Quarterdeck.Packs.Files;
using Quarterdeck.Packs.Findings;
using Quarterdeck.Packs.Reading;
using Quarterdeck.Packs.Tables;
using Quarterdeck.TestKit;

namespace Quarterdeck.Packs.Tests.Reading;

/// <summary>On workbooks saved by LibreOffice, as <c>.xlsx</c> and as <c>.ods</c>.</summary>
public sealed class WorkbookTests
{
    [Theory]
    [InlineData("pack.xlsx")]
    [InlineData("pack.ods")]
    public void Cells_are_read_as_the_sheet_shows_them(string workbook)
    {
        var log = new FindingCollector();
        using var tables = PackSource.Open(Fixture(workbook), ReadLimits.Default, log);

        Assert.Equal(["Settings", "indicators", "results"], tables!.Tables.Select(table => table.Name));
        var results = tables.Tables[2];
        Assert.Equal(workbook + ", sheet results", results.File);
        Assert.Equal(
            [
                "1: Period|Ref|Value|Note",
                "2: 2025-08-31|A|97%|Typed as 97%",
                "3: 2025-09-01|A|90%|Two\nlines",
                "4: 2025-10-31|A|90.5%",
                "5: 2025-11-30|A|95%",
                "9: Oct-25|B|1234.50",
                "10: 2025-09|B|n/a",
                "11: 2025-08|B|752.8",
                "12: 2025-07|B|#N/A",
            ],
            results.Records().Select(row => $"{row.Number}: {string.Join('|', row.Cells.Select(cell => cell.Text))}"));
        Assert.Empty(log.All());
    }

    [Theory]
    [InlineData("pack.xlsx")]
    [InlineData("pack.ods")]
    public void What_a_workbook_knows_of_a_cell_is_kept(string workbook)
    {
        using var tables = PackSource.Open(Fixture(workbook), ReadLimits.Default, new FindingCollector());
        var rows = tables!.Tables[2].Records().ToList();

        Assert.Equal((CellKind.Date, CellKind.Percent), (rows[1][0].Kind, rows[1][2].Kind));
        Assert.True(rows[4][2].IsFormula);
        Assert.Equal((CellKind.Number, CellKind.Error), (rows[5][2].Kind, rows[8][2].Kind));
    }

    [Theory]
    [InlineData("pack.xlsx")]
    [InlineData("pack.ods")]
    public void A_workbook_is_a_pack(string workbook)
    {
        var reading = PackReader.Read(Fixture(workbook));

        Assert.NotNull(reading.Pack);
        Assert.Equal(
            [
                "A 2025-08 97", "A 2025-09 90", "A 2025-10 90.5", "A 2025-11 95", "B 2025-10 1234.50", "B 2025-09 not applicable", "B 2025-08 752.8",
                "B 2025-07 not available"
            ],
            reading.Pack.Results.Select(result => $"{result.Ref} {result.Period} {result.Value}"));
        Assert.Contains(reading.Findings, finding => finding is { Code: "formula-cell", Severity: Severity.Note, Row: 5, Column: "value" });
        Assert.Contains(reading.Findings, finding => finding is { Code: "spreadsheet-error", Severity: Severity.Warning, Row: 12 });
        Assert.Equal("Things done, in <thousands> & more", reading.Pack.Indicators[1].Title);
    }

    [Theory]
    [InlineData("merged.xlsx")]
    [InlineData("merged.ods")]
    public void A_merged_header_is_an_error_that_names_its_cells(string workbook)
    {
        var reading = PackReader.Read(Fixture(workbook));

        Assert.Null(reading.Pack);
        var finding = Assert.Single(reading.Findings, finding => finding.Code == "merged-header");
        Assert.Equal((workbook + ", sheet results", "A1:B1", 1), (finding.File, finding.Value, finding.Row));
    }

    [Fact]
    public void A_csv_saved_as_a_workbook_keeps_what_was_typed()
    {
        using var tables = PackSource.Open(Fixture("results.xlsx"), ReadLimits.Default, new FindingCollector());

        Assert.Equal(["97%", "96%", "42563"], tables!.Tables[0].Records().Skip(1).Select(row => row[2].Text));
    }

    private static string Fixture(string name) =>
        Path.Combine(Samples.Repository, "tests", "Quarterdeck.Packs.Tests", "Fixtures", name);
}
