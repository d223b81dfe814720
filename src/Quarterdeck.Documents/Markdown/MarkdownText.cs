using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Markdown;

/// <summary>
/// Reads the Markdown subset of commentary: paragraphs parted by blank lines, lists of <c>-</c>, <c>*</c> or <c>1.</c> with
/// one list inside an item, bold and links. No text is lost: what is none of these is shown as typed.
/// </summary>
public static class MarkdownText
{
    public static IReadOnlyList<Block> Blocks(string text)
    {
        var blocks = new List<Block>();
        var paragraph = new List<string>();
        var items = new List<(ListKind Kind, bool Nested, string Text)>();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (Item(line) is { } item)
            {
                End(paragraph, blocks);
                if (items.Count > 0 && !item.Nested && items.First(each => !each.Nested).Kind != item.Kind)
                {
                    End(items, blocks);
                }

                // A list cannot start with an item inside another.
                items.Add(items.Count == 0 ? item with { Nested = false } : item);
            }
            else if (string.IsNullOrWhiteSpace(line))
            {
                End(paragraph, blocks);
                End(items, blocks);
            }
            else if (items.Count > 0)
            {
                items[^1] = items[^1] with { Text = items[^1].Text + " " + line.Trim() };
            }
            else
            {
                paragraph.Add(line.Trim());
            }
        }

        End(paragraph, blocks);
        End(items, blocks);
        return blocks;
    }

    /// <summary>The same on one line, for places that hold no blocks: paragraphs and items are parted by line breaks.</summary>
    public static RichText Inlines(string text)
    {
        var runs = new List<Inline>();
        foreach (var line in Blocks(text).SelectMany(Lines))
        {
            if (runs.Count > 0)
            {
                runs.Add(new LineBreak());
            }

            runs.AddRange(line.Runs);
        }

        return new RichText(runs);
    }

    private static IEnumerable<RichText> Lines(Block block) => block switch
    {
        Paragraph paragraph => [paragraph.Text],
        ItemList list => list.Items.SelectMany(item => item.Nested.Prepend(item.Text)),
        _ => throw new InvalidOperationException("Markdown gives paragraphs and lists."),
    };

    private static (ListKind Kind, bool Nested, string Text)? Item(string line)
    {
        var trimmed = line.TrimStart();
        var nested = line.Length - trimmed.Length >= 2;
        if (trimmed.Length > 2 && trimmed[0] is '-' or '*' && trimmed[1] == ' ')
        {
            return (ListKind.Bullets, nested, trimmed[2..].Trim());
        }

        var digits = trimmed.TakeWhile(char.IsAsciiDigit).Count();
        return digits is > 0 and < 4 && trimmed.Length > digits + 2 && trimmed[digits] == '.' && trimmed[digits + 1] == ' '
            ? (ListKind.Numbered, nested, trimmed[(digits + 2)..].Trim())
            : null;
    }

    private static void End(List<string> paragraph, List<Block> blocks)
    {
        if (paragraph.Count > 0)
        {
            blocks.Add(new Paragraph(MarkdownInlines.Read(string.Join(' ', paragraph))));
            paragraph.Clear();
        }
    }

    private static void End(List<(ListKind Kind, bool Nested, string Text)> items, List<Block> blocks)
    {
        if (items.Count == 0)
        {
            return;
        }

        var list = new List<ListItem>();
        foreach (var (kind, nested, text) in items)
        {
            var words = MarkdownInlines.Read(text);
            if (nested)
            {
                list[^1] = list[^1] with { NestedKind = kind, Nested = [.. list[^1].Nested, words] };
            }
            else
            {
                list.Add(new ListItem(words));
            }
        }

        blocks.Add(new ItemList(items[0].Kind, list));
        items.Clear();
    }
}
