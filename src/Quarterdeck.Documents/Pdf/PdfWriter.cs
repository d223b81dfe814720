using Quarterdeck.Documents.Fonts;
using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Pdf;

/// <summary>What came of writing a PDF besides the file.</summary>
/// <param name="Pages">How many pages it has.</param>
/// <param name="Missing">Characters no embedded font holds, each replaced by a visible mark.</param>
public sealed record PdfResult(int Pages, IReadOnlyCollection<string> Missing);

/// <summary>Writes a document as a tagged PDF (PDF 1.7, PDF/UA-1) with embedded fonts, bookmarks and true page numbers.</summary>
public static class PdfWriter
{
    private const int MostPasses = 4;

    /// <summary>The same document gives the same bytes, on any machine of the same runtime.</summary>
    public static PdfResult Write(Document document, Stream output)
    {
        document = PageStarts.WithHeadings(document);
        var contents = new ContentsLayout(document);
        var pages = 0;
        if (document.AllBlocks().OfType<Contents>().Any() || document.Furniture.PageNumbers)
        {
            // Numbers within tables may break a line otherwise than the guess they replace: then it is measured again.
            var passes = PageNumbers.AreIn(document) ? MostPasses : 1;
            do
            {
                pages = Pass(PageNumbers.In(document, contents.Known), Stream.Null, contents, pages, measure: true).Pages;
            }
            while (contents.Learn() && --passes > 0);
        }

        return Pass(PageNumbers.In(document, contents.Known), output, contents, pages, measure: false);
    }

    private static PdfResult Pass(Document document, Stream output, ContentsLayout contents, int pages, bool measure)
    {
        var details = new PdfDetails(
            document.Title,
            document.Language,
            document.Author ?? document.Organisation ?? document.Title,
            document.Description ?? document.Subject ?? document.Title,
            document.Date ?? new DateOnly(2000, 1, 1));
        using var pdf = new TaggedPdf(output, details, measure);
        var fonts = new DocumentFonts();
        var flow = new PageFlow(pdf, fonts, document, pages);
        if (document.Brand.Logo is { } logo)
        {
            LogoLayout.Place(flow, logo);
        }

        var title = pdf.Open("H1", pdf.Document);
        var style = PdfStyle.Title(flow.Accent);
        flow.Need(style.Leading);
        pdf.Place("top", flow.Canvas, 0);
        BlockLayout.Lines(flow, [new TextPiece(document.Title, FontStyle.Bold)], style, title, 60);
        pdf.Close(title);
        if (document.Subtitle is { } subtitle)
        {
            var line = pdf.Open("P", pdf.Document);
            BlockLayout.Lines(flow, [new TextPiece(subtitle, FontStyle.Regular)], PdfStyle.Subtitle, line);
            pdf.Close(line);
        }

        flow.Space(8);
        if (document.TitleBlock is { } facts)
        {
            new DefinitionLayout(flow).Place(facts, pdf.Document, []);
        }

        new BlockLayout(flow, contents).Place(document.Blocks, pdf.Document, 2, []);
        flow.EndPage();
        pdf.Finish();
        return new PdfResult(pdf.PageCount, fonts.Missing);
    }
}
