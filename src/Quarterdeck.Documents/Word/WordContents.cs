using System.Globalization;
using System.Text;
using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Word;

/// <summary>
/// The contents list: links to the headings, as a field that Word can update. Only Word knows its pages, so they are not guessed.
/// </summary>
internal static class WordContents
{
    private const string Begin = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>";
    private const string Separate = "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>";
    private const string End = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";

    /// <summary>A field and what it shows until it is next worked out.</summary>
    public static string Field(string instruction, string shown) =>
        $"{Begin}<w:r><w:instrText xml:space=\"preserve\"> {instruction} </w:instrText></w:r>{Separate}{WordText.Run(shown)}{End}";

    /// <param name="parts">The other parts.</param>
    /// <param name="flow">Where it goes.</param>
    /// <param name="contents">Its title and depth.</param>
    public static void Write(WordParts parts, WordFlow flow, Contents contents)
    {
        var depth = Math.Clamp(contents.Depth, 1, WordStyles.DeepestContents);
        var sections = Sections(parts.Document.Blocks, 1, depth).ToList();
        if (sections.Count == 0)
        {
            return;
        }

        var xml = new StringBuilder(
            "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/><w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>");
        xml.Append("<w:p>").Append(new ParagraphLook("TOCHeading").Xml()).Append(WordText.Run(contents.Title)).Append("</w:p>");
        for (var index = 0; index < sections.Count; index++)
        {
            var (section, level) = sections[index];
            xml.Append("<w:p>").Append(new ParagraphLook(string.Create(CultureInfo.InvariantCulture, $"TOC{level}")).Xml());
            if (index == 0)
            {
                xml.Append(Begin).Append(
                    CultureInfo.InvariantCulture,
                    $"<w:r><w:instrText xml:space=\"preserve\"> TOC \\o \"1-{depth}\" \\n \\h \\z </w:instrText></w:r>{Separate}");
            }

            var name = parts.Bookmarks.NameOf(section.Id);
            xml.Append(
                CultureInfo.InvariantCulture,
                $"<w:hyperlink w:anchor=\"{name}\" w:history=\"1\">{WordText.Run(section.FullHeading)}</w:hyperlink>");
            xml.Append(index == sections.Count - 1 ? End : string.Empty).Append("</w:p>");
        }

        flow.Raw(xml.Append("</w:sdtContent></w:sdt>").ToString(), table: false);
    }

    private static IEnumerable<(Section Section, int Level)> Sections(IEnumerable<Block> blocks, int level, int depth)
    {
        foreach (var section in blocks.OfType<Section>())
        {
            if (section.InContents)
            {
                yield return (section, level);
            }

            foreach (var below in level < depth ? Sections(section.Blocks, level + 1, depth) : [])
            {
                yield return below;
            }
        }
    }
}
