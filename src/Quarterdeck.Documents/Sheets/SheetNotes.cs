using System.Globalization;
using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Sheets;

/// <summary>The words of a document, a row each, under the headings they stand under.</summary>
internal static class SheetNotes
{
    /// <summary>Letters of one row: no row of a spreadsheet grows taller than about 25 lines, and what is below is not seen.</summary>
    private const int MostOfARow = 2200;

    public static Sheet Of(Document document)
    {
        var lines = new List<SheetCell>();
        foreach (var block in document.Blocks)
        {
            Words(block, lines);
        }

        return new Sheet("Notes", "Notes and commentary", lines.Count == 0 ? [new SheetCell.Text("There are no notes.")] : lines, null);
    }

    /// <summary>Terms with what is said of each.</summary>
    public static IEnumerable<SheetCell> Facts(DefinitionList? facts) =>
        (facts?.Definitions ?? []).Select(fact => new SheetCell.Text($"{fact.Term}: {string.Join("; ", fact.Said.Select(said => said.Plain))}"));

    private static void Words(Block block, List<SheetCell> lines)
    {
        switch (block)
        {
            case Section section:
                Under(section.FullHeading, section.Blocks, lines);
                foreach (var (note, place) in section.Footnotes.Select((note, place) => (note, place)))
                {
                    Add(lines, Footnote.Mark(place), note.Text);
                }

                break;
            case Callout callout:
                Under(callout.Title, callout.Blocks, lines);
                break;
            case Paragraph paragraph:
                Add(lines, paragraph.Number, paragraph.Text);
                break;
            case ItemList list:
                for (var index = 0; index < list.Items.Count; index++)
                {
                    var item = list.Items[index];
                    Add(lines, Mark(list.Kind, index), item.Text);
                    for (var inner = 0; inner < item.Nested.Count; inner++)
                    {
                        Add(lines, "  " + Mark(item.NestedKind, inner), item.Nested[inner]);
                    }
                }

                break;
            case DefinitionList facts:
                lines.AddRange(Facts(facts));
                break;
            default:
                Under(null, [.. block.Inside], lines);
                break;
        }
    }

    /// <summary>A heading, unless nothing stands under it.</summary>
    private static void Under(string? heading, IReadOnlyList<Block> blocks, List<SheetCell> lines)
    {
        var place = lines.Count;
        foreach (var inner in blocks)
        {
            Words(inner, lines);
        }

        if (heading is not null && lines.Count > place)
        {
            lines.Insert(place, new SheetCell.Heading(heading));
        }
    }

    private static string Mark(ListKind kind, int index) => kind == ListKind.Bullets ? "•" : (index + 1).ToString(CultureInfo.InvariantCulture) + ".";

    private static void Add(List<SheetCell> lines, string? mark, RichText text)
    {
        var words = text.Plain;
        if (string.IsNullOrWhiteSpace(words))
        {
            return;
        }

        words = mark is null ? words : $"{mark} {words}";
        while (words.Length > MostOfARow)
        {
            var end = words.LastIndexOf(' ', MostOfARow);
            end = end > 0 ? end : MostOfARow - (char.IsHighSurrogate(words[MostOfARow - 1]) ? 1 : 0);
            lines.Add(new SheetCell.Text(words[..end]));
            words = words[end..].TrimStart(' ');
        }

        lines.Add(new SheetCell.Text(words));
    }
}
