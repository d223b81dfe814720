using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Html;

/// <summary>The list of sections, each a link.</summary>
internal static class ContentsHtml
{
    public static void Append(Page page, Contents contents, Document document)
    {
        var title = Anchor.Of("contents").Part("title");
        page.Raw($"<nav class=\"contents\" aria-labelledby=\"{title}\">\n<h2 id=\"{title}\">").Words(contents.Title).Raw("</h2>\n");
        Append(page, document.Blocks, contents.Depth);
        page.Raw("</nav>\n");
    }

    private static void Append(Page page, IReadOnlyList<Block> blocks, int depth)
    {
        var sections = blocks.OfType<Section>().Where(section => section.InContents).ToList();
        if (sections.Count == 0 || depth == 0)
        {
            return;
        }

        page.Raw("<ul>\n");
        foreach (var section in sections)
        {
            page.Raw($"<li><a href=\"#{section.Id}\">").Words(section.FullHeading).Raw("</a>\n");
            Append(page, section.Blocks, depth - 1);
            page.Raw("</li>\n");
        }

        page.Raw("</ul>\n");
    }
}
