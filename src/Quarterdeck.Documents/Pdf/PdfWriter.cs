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
        List<Part> parts = [.. document.Bound.Prepend(document).Select(PageStarts.WithHeadings).Select(part => new Part(part, new ContentsLayout(part)))];
        var pages = 0;
        if (parts.Exists(part => part.Document.Furniture.PageNumbers || part.Document.AllBlocks().OfType<Contents>().Any()))
        {
            // Numbers within tables may break a line otherwise than the guess they replace: then it is measured again.
            var passes = parts.Exists(part => PageNumbers.AreIn(part.Document)) ? MostPasses : 1;
            do
            {
                pages = Pass(parts, Stream.Null, pages, measure: true).Pages;
            }
            while (Learn(parts) && --passes > 0);
        }

        return Pass(parts, output, pages, measure: false);
    }

    /// <summary>Whether any page number was another than had been taken for known. Every part learns.</summary>
    private static bool Learn(List<Part> parts)
    {
        var changed = false;
        foreach (var part in parts)
        {
            changed |= part.Contents.Learn();
        }

        return changed;
    }

    private static PdfResult Pass(List<Part> parts, Stream output, int pages, bool measure)
    {
        var document = parts[0].Document;
        var details = new PdfDetails(
            document.Title,
            document.Language,
            document.Author ?? document.Organisation ?? document.Title,
            document.Description ?? document.Subject ?? document.Title,
            document.Date ?? new DateOnly(2000, 1, 1));
        using var pdf = new TaggedPdf(output, details, measure);
        var fonts = new DocumentFonts();
        for (var index = 0; index < parts.Count; index++)
        {
            pdf.Scope = index == 0 ? string.Empty : $"bound{index}-";
            var parent = index == 0 ? pdf.Document : pdf.Open("Part", pdf.Document);
            Place(parts[index], new PageFlow(pdf, fonts, parts[index].Document, pages), parent);
            if (index > 0)
            {
                pdf.Close(parent);
            }
        }

        pdf.Finish();
        return new PdfResult(pdf.PageCount, fonts.Missing);
    }

    private static void Place(Part part, PageFlow flow, StructureElement parent)
    {
        var (pdf, document) = (flow.Pdf, PageNumbers.In(part.Document, part.Contents.Known));
        if (document.Brand.Logo is { } logo && parent == pdf.Document)
        {
            LogoLayout.Place(flow, logo);
        }

        var title = pdf.Open("H1", parent);
        var style = PdfStyle.Title(flow.Accent);
        flow.Need(style.Leading);
        pdf.Place("top", flow.Canvas, 0);
        if (pdf.Scope.Length > 0)
        {
            pdf.Bookmark(0, document.Title, "top");
        }

        BlockLayout.Lines(flow, [new TextPiece(document.Title, FontStyle.Bold)], style, title, 60);
        pdf.Close(title);
        if (document.Subtitle is { } subtitle)
        {
            var line = pdf.Open("P", parent);
            BlockLayout.Lines(flow, [new TextPiece(subtitle, FontStyle.Regular)], PdfStyle.Subtitle, line);
            pdf.Close(line);
        }

        flow.Space(8);
        if (document.TitleBlock is { } facts)
        {
            new DefinitionLayout(flow).Place(facts, parent, []);
        }

        new BlockLayout(flow, part.Contents).Place(document.Blocks, parent, 2, []);
        flow.EndPage();
    }

    /// <summary>A document with what is known of its pages: the one asked for, or one bound in behind it.</summary>
    private sealed record Part(Document Document, ContentsLayout Contents);
}
