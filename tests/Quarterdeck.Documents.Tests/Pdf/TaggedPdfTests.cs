using Quarterdeck.Documents.Fonts;
using Quarterdeck.Documents.Pdf;

namespace Quarterdeck.Documents.Tests.Pdf;

public sealed class TaggedPdfTests
{
    private static readonly PdfDetails Details = new(
        "Dashboard for October",
        "en-GB",
        "Sample County Council",
        "Results up to October 2025",
        new DateOnly(2025, 10, 31));

    [Fact]
    public void A_small_document_keeps_every_structural_rule() => Assert.Empty(PdfStructureChecker.Check(Small()));

    [Fact]
    public void The_same_document_gives_the_same_bytes() => Assert.Equal(Small(), Small());

    /// <summary>Two headings, a paragraph with Welsh and a link, a list, a table with both kinds of header, a figure and page furniture.</summary>
    internal static byte[] Small()
    {
        using var output = new MemoryStream();
        using var pdf = new TaggedPdf(output, Details);
        var fonts = new DocumentFonts();
        var page = pdf.BeginPage(595, 842);
        page.Artifact("Pagination", () => page.Text(fonts.Set("Page 1", FontStyle.Regular), 9, 500, 820));
        var heading = pdf.Open("H1", pdf.Document);
        page.Marked(heading, () => page.Text(fonts.Set("Dashboard", FontStyle.Bold), 20, 50, 80));
        pdf.Place("top", page, 60);
        pdf.Bookmark(1, "Dashboard", "top");
        pdf.Close(heading);
        var paragraph = pdf.Open("P", pdf.Document);
        page.Marked(paragraph, () => page.Text(fonts.Set("Llanfair, ŵ ŷ £5 – ✔ ", FontStyle.Regular), 11, 50, 120));
        var link = pdf.Open("Link", paragraph);
        page.Marked(link, () => page.Text(fonts.Set("back to the top", FontStyle.Regular), 11, 200, 120, "#1d70b8"));
        pdf.Link(link, page, (200, 108, 280, 124), "#top", "back to the top");
        pdf.Close(link);
        pdf.Close(paragraph);
        var second = pdf.Open("H2", pdf.Document);
        page.Marked(second, () => page.Text(fonts.Set("Actions", FontStyle.Bold), 14, 50, 240));
        pdf.Close(second);
        var list = pdf.Open("L", pdf.Document, attributes: "<</O/List/ListNumbering/Disc>>");
        var item = pdf.Open("LI", list);
        foreach (var (part, words, x) in new[] { ("Lbl", "•", 50), ("LBody", "Clear the backlog", 62) })
        {
            var element = pdf.Open(part, item);
            page.Marked(element, () => page.Text(fonts.Set(words, FontStyle.Regular), 11, x, 260));
            pdf.Close(element);
        }

        pdf.Close(item);
        pdf.Close(list);
        var table = pdf.Open("Table", pdf.Document);
        var (head, body) = (pdf.Open("THead", table), pdf.Open("TBody", table));
        for (var row = 0; row < 2; row++)
        {
            var line = pdf.Open("TR", row == 0 ? head : body);
            for (var column = 0; column < 2; column++)
            {
                var header = row == 0 || column == 0;
                var cell = pdf.Open(header ? "TH" : "TD", line, attributes: header ? $"<</O/Table/Scope/{(row == 0 ? "Column" : "Row")}>>" : null);
                var (x, y) = (50 + (100 * column), 160 + (20 * row));
                page.Marked(cell, () => page.Text(fonts.Set($"cell {x}", header ? FontStyle.Bold : FontStyle.Regular), 10, x, y));
                pdf.Close(cell);
            }

            pdf.Close(line);
        }

        pdf.Close(head);
        pdf.Close(body);
        pdf.Close(table);
        var figure = pdf.Open("Figure", pdf.Document, "A line that rises.", "<</O/Layout/BBox[50 400 200 500]/Placement/Block>>");
        page.Marked(figure, () => page.Line(50, 400, 200, 350, 1, "#00703c"));
        pdf.Close(figure);
        pdf.EndPage(page);
        pdf.Finish();
        return output.ToArray();
    }
}
