using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Html;

/// <summary>
/// A document as one HTML file that needs nothing else: no script, no font, no network, and no image but a logo it holds
/// itself. Its own content security policy allows its one style sheet by hash and nothing more. The same document gives the
/// same bytes.
/// </summary>
public static class HtmlWriter
{
    private const double PixelsPerPoint = 96 / 72.0;

    /// <summary>Writes UTF-8 without a byte order mark; the stream stays open.</summary>
    public static void Write(Document document, Stream stream) => stream.Write(Encoding.UTF8.GetBytes(Write(document)));

    public static string Write(Document document)
    {
        var body = new Page();
        AppendBody(body, PageStarts.WithHeadings(PageNumbers.Without(document)));
        var style = StyleSheet.Of(document.Brand, document.Furniture, document.Landscape, body.Tints);

        var page = new Page();
        page.Raw("<!doctype html>\n<html lang=\"").Words(document.Language).Raw("\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.Raw($"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
            + $"'sha256-{Hash(style)}';{(document.Brand.Logo is null ? string.Empty : " img-src data:;")} base-uri 'none'; form-action 'none'\">\n");
        page.Raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>").Words(TitleOf(document)).Raw("</title>\n");
        AppendMeta(page, "description", document.Description);
        AppendMeta(page, "author", document.Author ?? document.Organisation);
        AppendMeta(page, "keywords", document.Keywords.Count > 0 ? string.Join(", ", document.Keywords) : null);
        AppendMeta(page, "dcterms.subject", document.Subject);
        AppendMeta(page, "dcterms.publisher", document.Organisation);
        AppendMeta(page, "dcterms.date", document.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        page.Raw("<style>").Raw(style).Raw("</style>\n</head>\n").Raw(body.ToString()).Raw("</html>\n");
        return page.ToString();
    }

    private static string TitleOf(Document document) => document.Organisation is { } organisation ? $"{document.Title} - {organisation}" : document.Title;

    private static string Hash(string style) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));

    private static void AppendMeta(Page page, string name, string? content)
    {
        if (content is not null)
        {
            page.Raw($"<meta name=\"{name}\" content=\"").Words(content).Raw("\">\n");
        }
    }

    private static void AppendBody(Page page, Document document)
    {
        var main = Anchor.Of("main").Part("content");
        page.Raw($"<body>\n<a class=\"skip\" href=\"#{main}\">Skip to main content</a>\n");
        AppendBar(page, document);
        page.Raw($"<div class=\"page\">\n<main id=\"{main}\" tabindex=\"-1\">\n");
        if (document.Brand.Logo is { } logo)
        {
            AppendLogo(page, logo);
        }

        page.Raw("<h1>").Words(document.Title).Raw("</h1>\n");
        if (document.Subtitle is { } subtitle)
        {
            page.Raw("<p class=\"subtitle\">").Words(subtitle).Raw("</p>\n");
        }

        var blocks = new BlockHtml(page, document);
        if (document.TitleBlock is { } facts)
        {
            blocks.Append(facts, NoteScope.None);
        }

        blocks.Append(document.Blocks, 0, NoteScope.None);
        page.Raw("</main>\n");
        if (document.Furniture.Footer is { } footer)
        {
            page.Raw("<footer class=\"foot\"><p>").Words(footer).Raw("</p></footer>\n");
        }

        page.Raw("</div>\n</body>\n");
    }

    private static void AppendLogo(Page page, Logo logo)
    {
        var (width, height) = (Math.Max(1, Math.Round(logo.Width * PixelsPerPoint)), Math.Max(1, Math.Round(logo.Height * PixelsPerPoint)));
        page.Raw(string.Create(
            CultureInfo.InvariantCulture,
            $"<p class=\"logo\"><img src=\"data:image/png;base64,{Convert.ToBase64String(logo.Picture.File.Span)}\" width=\"{width}\" height=\""
                + $"{height}\" alt=\""))
            .Words(logo.Alt).Raw("\"></p>\n");
    }

    private static void AppendBar(Page page, Document document)
    {
        string[] marks = [.. new[] { document.Furniture.Classification, document.Furniture.Header }.OfType<string>()];
        if (document.Organisation is null && marks.Length == 0)
        {
            return;
        }

        page.Raw("<header class=\"bar\"><div class=\"page\">");
        if (document.Organisation is { } organisation)
        {
            page.Raw("<p class=\"body-name\">").Words(organisation).Raw("</p>");
        }

        if (marks.Length > 0)
        {
            page.Raw("<p class=\"marks\">").Words(string.Join(" · ", marks)).Raw("</p>");
        }

        page.Raw("</div></header>\n");
    }
}
