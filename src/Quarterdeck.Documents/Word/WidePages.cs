using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Word;

/// <summary>Which blocks lie on landscape pages: wide tables, and the heading and the few words before one, so that no page holds a heading alone.</summary>
internal static class WidePages
{
    /// <summary>Characters that may stand before a wide table on its page.</summary>
    private const int MostWords = 700;

    /// <summary>Whether this block is, or leads to, a wide table.</summary>
    /// <param name="blocks">Those it stands among.</param>
    /// <param name="index">Its place.</param>
    /// <param name="inSection">A section may follow a few words of the section around it; the title's page stays upright.</param>
    public static bool Leads(IReadOnlyList<Block> blocks, int index, bool inSection)
    {
        var before = 0;
        for (var at = index; at < blocks.Count; at++)
        {
            switch (blocks[at])
            {
                case Table table:
                    return table.Wide;
                case Section section:
                    return inSection && at > index && !section.StartsPage && Begins(section);
                case Paragraph paragraph:
                    before += paragraph.Text.Plain.Length;
                    break;
                case DefinitionList list:
                    before += list.Definitions.Sum(each => each.Term.Length + each.Said.Sum(said => said.Plain.Length));
                    break;
                case ItemList list:
                    before += list.Items.Sum(item => item.Text.Plain.Length + item.Nested.Sum(nested => nested.Plain.Length));
                    break;
                case ChartBlock or Callout or Contents:
                    return false;
            }

            if (before > MostWords)
            {
                return false;
            }
        }

        return false;
    }

    public static bool Begins(Section section) =>
        section.Blocks.Count > 0 && (section.Blocks[0] is Section { StartsPage: false } inner ? Begins(inner) : Leads(section.Blocks, 0, inSection: true));
}
