using Quarterdeck.Documents.Fonts;
using Quarterdeck.Documents.Pdf;

namespace Quarterdeck.Documents.Tests.Pdf;

public sealed class PdfPieceTests
{
    [Theory]
    [InlineData(50, 100, false)]
    [InlineData(-2, 100, true)]
    [InlineData(560, 100, true)]
    [InlineData(50, 850, true)]
    [InlineData(50, 5, true)]
    public void Words_that_leave_the_page_are_found(double x, double y, bool leaves) =>
        Assert.Equal(leaves, PdfPiece.OutsideThePage(new PdfReader(With((x, y)))).Count == 1);

    [Theory]
    [InlineData(120, 100, false)]
    [InlineData(60, 100, true)]
    [InlineData(60, 112, false)]
    public void Words_over_words_are_found(double x, double y, bool over) =>
        Assert.Equal(over, PdfPiece.OverEachOther(new PdfReader(With((50, 100), (x, y)))).Count == 1);

    private static byte[] With(params (double X, double Y)[] places)
    {
        using var output = new MemoryStream();
        using var pdf = new TaggedPdf(output, new PdfDetails("Title", "en-GB", "Council", "Subject", new DateOnly(2025, 10, 31)));
        var fonts = new DocumentFonts();
        var page = pdf.BeginPage(595, 842);
        var paragraph = pdf.Open("P", pdf.Document);
        foreach (var (x, y) in places)
        {
            page.Marked(paragraph, () => page.Text(fonts.Set("Indicator ", FontStyle.Regular), 11, x, y));
        }

        pdf.Close(paragraph);
        pdf.EndPage(page);
        pdf.Finish();
        return output.ToArray();
    }
}
