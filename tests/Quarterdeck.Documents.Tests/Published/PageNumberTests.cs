using Quarterdeck.Documents.Tests.Pdf;
using Quarterdeck.TestKit;

namespace Quarterdeck.Documents.Tests.Published;

/// <summary>Every page number a published report prints is the page the section begins on.</summary>
public sealed class PageNumberTests(PublishedSamples published)
{
    [Fact]
    public void The_pages_in_the_table_of_indicators_are_where_their_sheets_begin()
    {
        var file = Assert.Single(published.Files(Samples.First, "quarterly.pdf"));
        var pages = PdfText.ByPage(new PdfReader(File.ReadAllBytes(file))).Select(ExtractedTable.Solid).ToList();
        var table = ExtractedTable.Pdf(file).Single(one => one.Head.Any(cell => cell.Text == "Page"));
        var paged = table.Head.ToList().FindIndex(cell => cell.Text == "Page");

        Assert.Equal(26, table.Rows.Count);
        var numbers = table.Rows.Select(row => int.Parse(row[paged].Text, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(numbers.Order(), numbers);
        Assert.All(
            table.Rows.Zip(numbers),
            row => Assert.True(Begins(pages[row.Second - 1], row.First[0].Text), $"'{row.First[0].Text}' is not on page {row.Second}."));
    }

    /// <summary>The sheet opens there: its facts stand on the page, and half of the letters of its short title run together.</summary>
    private static bool Begins(string page, string title) =>
        page.Contains("Directorate:", StringComparison.Ordinal)
        && (page.Contains(title[..Math.Min(14, title.Length)], StringComparison.Ordinal)
            || page.Contains(title[^Math.Min(14, title.Length)..], StringComparison.Ordinal)
            || page.Contains(title.Substring(title.Length / 2, title.Length / 4), StringComparison.Ordinal));
}
