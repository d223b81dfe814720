using Quarterdeck.Documents.Charts;

namespace Quarterdeck.Documents.Tree;

/// <summary>What is wrong with how a document hangs together: bugs in what made it, each in a sentence.</summary>
public static class TreeProblems
{
    /// <summary>Anchors used twice, links that lead nowhere, marks without a note and notes without a mark.</summary>
    public static IReadOnlyList<string> In(Document document)
    {
        var problems = new List<string>();
        var anchors = new HashSet<string>(StringComparer.Ordinal);
        var blocks = document.AllBlocks().ToList();
        foreach (var anchor in blocks.SelectMany(Anchors))
        {
            if (!anchors.Add(anchor.Id))
            {
                problems.Add($"The anchor '{anchor}' is used twice.");
            }
        }

        foreach (var place in Texts(document, blocks).SelectMany(Runs).OfType<LinkInline>().Select(link => link.Target).OfType<LinkTarget.Place>())
        {
            if (!anchors.Contains(place.Anchor.Id))
            {
                problems.Add($"A link leads to '{place.Anchor}', which is not in the document.");
            }
        }

        foreach (var table in blocks.SelectMany(Tables))
        {
            Check(problems, $"table '{table.Id}'", table.Footnotes, KeysOf(table));
        }

        foreach (var section in blocks.OfType<Section>())
        {
            Check(problems, $"section '{section.Id}'", section.Footnotes, Keys(Own(section.Blocks).SelectMany(TextsOf)));
        }

        return problems;
    }

    private static void Check(List<string> problems, string owner, IReadOnlyList<Footnote> notes, IEnumerable<string> used)
    {
        var known = notes.Select(note => note.Key).ToList();
        var marks = used.Distinct().ToList();
        problems.AddRange(marks.Except(known).Select(key => $"The {owner} has a mark for the note '{key}', but no such note."));
        problems.AddRange(known.Except(marks).Select(key => $"The {owner} has a note '{key}' that nothing refers to."));
        problems.AddRange(known.GroupBy(key => key).Where(same => same.Count() > 1).Select(same => $"The {owner} has two notes '{same.Key}'."));
    }

    private static IEnumerable<Block> Own(IEnumerable<Block> blocks) =>
        blocks.TakeWhile(block => block is not Section).SelectMany(block => Own(block.Inside).Prepend(block));

    private static IEnumerable<Table> Tables(Block block) => block switch
    {
        Table table => [table],
        ChartBlock { Figures: { } figures } => [figures],
        _ => [],
    };

    private static IEnumerable<Anchor> Anchors(Block block)
    {
        var tables = Tables(block).ToList();
        return block switch
        {
            Section section => [section.Id],
            ChartBlock { Chart: Chart chart } => tables.SelectMany(AnchorsOf).Prepend(chart.Id),
            _ => tables.SelectMany(AnchorsOf),
        };

        static IEnumerable<Anchor> AnchorsOf(Table table) => table.Rows.Select(row => row.Id).OfType<Anchor>().Prepend(table.Id);
    }

    private static IEnumerable<string> KeysOf(Table table) =>
        table.Columns.SelectMany(column => column.Notes)
            .Concat(table.Rows.SelectMany(row => row.Cells).SelectMany(cell => cell.Notes))
            .Concat(Keys(CellTexts(table)));

    private static IEnumerable<string> Keys(IEnumerable<RichText> texts) => texts.SelectMany(Runs).OfType<NoteMark>().Select(mark => mark.Key);

    private static IEnumerable<RichText> CellTexts(Table table) =>
        table.Rows.SelectMany(row => row.Cells).OfType<TextCell>().Select(cell => cell.Text).Concat(table.Footnotes.Select(note => note.Text));

    private static IEnumerable<RichText> Texts(Document document, IEnumerable<Block> blocks) =>
        blocks.Concat(document.TitleBlock is { } facts ? [facts] : Array.Empty<Block>())
            .SelectMany(block =>
                TextsOf(block).Concat(Tables(block).SelectMany(CellTexts)).Concat(block is Section section ? section.Footnotes.Select(note => note.Text) : []));

    private static IEnumerable<RichText> TextsOf(Block block) => block switch
    {
        Paragraph paragraph => [paragraph.Text],
        ItemList list => list.Items.SelectMany(item => item.Nested.Prepend(item.Text)),
        DefinitionList list => list.Definitions.SelectMany(definition => definition.Said),
        _ => [],
    };

    private static IEnumerable<Inline> Runs(RichText text) => text.Runs.SelectMany(run => run switch
    {
        Strong strong => Runs(strong.Text).Prepend(run),
        Emphasis emphasis => Runs(emphasis.Text).Prepend(run),
        LinkInline link => Runs(link.Text).Prepend(run),
        _ => [run],
    });
}
