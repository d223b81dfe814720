using System.Globalization;
using Quarterdeck.Documents.Tests.Sheets;
using Quarterdeck.TestKit;

namespace Quarterdeck.Documents.Tests.Published;

/// <summary>The tables of every report of both samples, taken out of every format: the same figures and words in the same order.</summary>
public sealed class SameInEveryFormatTests(PublishedSamples published)
{
    private const int LeastTables = 1;

    public static TheoryData<string> Packs => [Samples.Latest, Samples.First];

    [Theory]
    [MemberData(nameof(Packs))]
    public void Word_says_what_the_page_says(string sample) => Same(sample, ".docx", ExtractedTable.Word);

    private static readonly string[] DataSheets = ["Every indicator and period", "What others achieved"];

    [Theory]
    [MemberData(nameof(Packs))]
    public void Pdf_says_what_the_page_says(string sample) => Same(sample, ".pdf", ExtractedTable.Pdf);

    [Theory]
    [MemberData(nameof(Packs))]
    public void Excel_says_what_the_page_says(string sample) => Sheets(sample, ".xlsx", SheetFile.Excel);

    [Theory]
    [MemberData(nameof(Packs))]
    public void OpenDocument_says_what_the_page_says(string sample) => Sheets(sample, ".ods", SheetFile.OpenDocument);

    private void Same(string sample, string extension, Func<string, IReadOnlyList<ExtractedTable>> read)
    {
        foreach (var (page, other) in published.Files(sample, ".html").Zip(published.Files(sample, extension)))
        {
            Assert.Equal(Path.GetFileNameWithoutExtension(page), Path.GetFileNameWithoutExtension(other));
            var (expected, found) = (ExtractedTable.Html(page), read(other).Select(WithoutPages).ToList());
            Assert.True(expected.Count >= LeastTables, page);
            Assert.Equal(expected.Select(table => table.Said), found.Select(table => table.Said));
        }
    }

    /// <summary>Page numbers stand only where there are pages.</summary>
    private static ExtractedTable WithoutPages(ExtractedTable table) => table.Without("Page");

    private void Sheets(string sample, string extension, Func<byte[], IReadOnlyList<IReadOnlyList<IReadOnlyList<string>>>> read)
    {
        foreach (var (page, other) in published.Files(sample, ".html").Zip(published.Files(sample, extension)))
        {
            // A line of figures is drawn: a workbook has none.
            var all = ExtractedTable.Html(page).Select(table => table.Without("Trend")).ToList();
            var expected = all.Where(table => !IsInData(table)).ToList();
            var data = read(File.ReadAllBytes(other)).Skip(3).TakeWhile(sheet => DataSheets.Contains(sheet[0][0])).Count();
            var sheets = read(File.ReadAllBytes(other)).Skip(3 + data).ToList();
            Assert.True(data > 0 || all.Count == expected.Count, $"{other} leaves tables out and has no sheet of data.");
            Assert.Equal(expected.Count, sheets.Count);
            foreach (var (table, sheet) in expected.Zip(sheets))
            {
                Assert.Equal(table.Caption, ExtractedTable.Solid(sheet[0][0]));
                var rows = table.Rows.Where(row => !IsGroup(table, row)).ToList();
                var grouped = rows.Count < table.Rows.Count ? 1 : 0;
                foreach (var (row, cells) in rows.Zip(sheet.Skip(sheet.Count - rows.Count)))
                {
                    Row(table, row, [.. cells.Skip(grouped)]);
                }
            }
        }
    }

    /// <summary>Figures of one chart, and what others achieved, stand in the workbook's sheets of data.</summary>
    private static bool IsInData(ExtractedTable table) =>
        table.Caption.EndsWith("figuresbyperiod", StringComparison.Ordinal) || table.Caption.EndsWith("comparedwithothers", StringComparison.Ordinal);

    private static bool IsGroup(ExtractedTable table, IReadOnlyList<ExtractedCell> row) =>
        row.Count == 1 && table.Rows.Max(each => each.Sum(cell => cell.Span)) == row[0].Span && table.Rows.Count > 1 && row[0].Span > 1;

    /// <summary>Each cell in its place: a figure as its number, words as words, what does not apply as the shorthand for it.</summary>
    private static void Row(ExtractedTable table, IReadOnlyList<ExtractedCell> row, List<string> cells)
    {
        var at = 0;
        foreach (var cell in row)
        {
            var found = cells[at];
            var words = ExtractedTable.Solid(found.Replace("; ", string.Empty, StringComparison.Ordinal));
            var expected = cell.Text.Replace(";", string.Empty, StringComparison.Ordinal);
            Assert.True(
                words.Replace(";", string.Empty, StringComparison.Ordinal) == expected
                || (words is "[z]" or "[x]" && expected is "n/a" or "")
                || (words is "improved" or "worsened" or "nochange" && expected.Length == 0)
                || words.Replace("[z]", "n/a", StringComparison.Ordinal) == expected
                || (decimal.TryParse(found, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number == Number(cell.Text)),
                $"{table.Caption}: '{cell.Text}' on the page, '{found}' in the sheet");
            at += cell.Span;
        }
    }

    /// <summary>The number that is printed, without its unit and notes.</summary>
    private static decimal Number(string printed)
    {
        var figure = printed.Split('[', '*')[0];
        return decimal.TryParse(
            string.Concat(figure.Where(letter => char.IsAsciiDigit(letter) || letter is '.' or '-')),
            NumberStyles.Float,
            CultureInfo.InvariantCulture,
            out var number)
            ? number : decimal.MinValue;
    }
}
