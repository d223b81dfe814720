namespace Quarterdeck.Documents.Tree;

/// <summary>
/// Keeps headings with what they lead to: where the first thing in a section is a section that starts a page, the outer
/// one starts it instead, and no heading is left alone at the foot of the page before.
/// </summary>
internal static class PageStarts
{
    public static Document WithHeadings(Document document) => document with { Blocks = [.. document.Blocks.Select(Lifted)] };

    private static Block Lifted(Block block)
    {
        if (block is not Section section)
        {
            return block;
        }

        var blocks = section.Blocks.Select(Lifted).ToList();
        if (blocks is [Section { StartsPage: true } first, ..])
        {
            blocks[0] = first with { StartsPage = false };
            return section with { Blocks = blocks, StartsPage = true };
        }

        return section with { Blocks = blocks };
    }
}
