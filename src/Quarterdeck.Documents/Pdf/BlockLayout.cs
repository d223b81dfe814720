using Quarterdeck.Documents.Fonts;
using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Pdf;

/// <summary>Lays out the blocks of a document one after another.</summary>
internal sealed class BlockLayout(PageFlow flow, ContentsLayout contents)
{
    private const int DeepestHeading = 6;

    private const double Gap = 22;

    public void Place(IReadOnlyList<Block> blocks, StructureElement parent, int level, IReadOnlyList<Footnote> notes)
    {
        for (var index = 0; index < blocks.Count; index++)
        {
            if (blocks[index] is Paragraph { KeepsWithNext: true })
            {
                flow.Need(Math.Min(LeadHeight(blocks, index, level, notes), flow.FullRoom));
            }

            Place(blocks[index], parent, level, notes);
        }
    }

    /// <summary>Text as lines of an element, with no single line left behind on a page or carried over alone.</summary>
    /// <param name="flow">The pages.</param>
    /// <param name="pieces">The text.</param>
    /// <param name="style">Of the letters.</param>
    /// <param name="owner">The element it belongs to.</param>
    /// <param name="keepWith">Room that must be left below it: what it introduces.</param>
    /// <param name="hang">Room at the left of the lines, for a list's mark.</param>
    public static void Lines(PageFlow flow, IReadOnlyList<TextPiece> pieces, TextStyle style, StructureElement owner, double keepWith = 0, double hang = 0)
    {
        var lines = flow.Breaker.Break(pieces, style.Size, flow.Width - hang);
        flow.Need(
            keepWith > 0 ? Math.Min((lines.Count * style.Leading) + keepWith, flow.FullRoom) : Math.Min(lines.Count, lines.Count == 3 ? 3 : 2) * style.Leading);
        for (var index = 0; index < lines.Count; index++)
        {
            var left = lines.Count - index;
            var orphans = left == 2 && flow.Room < 2 * style.Leading;
            if (flow.Room < style.Leading || orphans)
            {
                flow.EndPage();
            }

            flow.Line(lines[index], style, owner, flow.Left + hang, flow.Y);
            flow.Advance(style.Leading);
        }
    }

    private void Place(Block block, StructureElement parent, int level, IReadOnlyList<Footnote> notes)
    {
        switch (block)
        {
            case Section section:
                PlaceSection(section, parent, level);
                break;
            case Paragraph paragraph:
                PlaceParagraph(paragraph, parent, notes);
                break;
            case ItemList list:
                new ListLayout(flow).Place(list, parent, notes);
                flow.Space(6);
                break;
            case DefinitionList definitions:
                new DefinitionLayout(flow).Place(definitions, parent, notes);
                break;
            case Table table:
                PlaceTable(table, parent);
                break;
            case ChartBlock { Beside.Count: > 0 } chart:
                PlaceBeside(chart.AsSideBySide(), parent, level, notes);
                break;
            case ChartBlock chart:
                new ChartLayout(flow).Place(chart, parent);
                break;
            case SideBySide beside:
                PlaceBeside(beside, parent, level, notes);
                break;
            case TextColumns columns:
                PlaceColumns(columns, parent, level, notes);
                break;
            case Callout callout:
                PlaceCallout(callout, parent, level, notes);
                break;
            case Contents list:
                contents.Place(flow, list, parent);
                break;
        }
    }

    private void PlaceSection(Section section, StructureElement parent, int level)
    {
        if (section.StartsPage && !flow.AtTop)
        {
            flow.EndPage();
        }

        var element = flow.Pdf.Open("Sect", parent);
        var style = PdfStyle.Heading(flow.IsFramed ? level + 1 : level, flow.Accent);
        flow.Space(flow.IsFramed ? 4 : SpaceAbove(level));
        var first = LeadHeight(section.Blocks, 0, level + 1, section.Footnotes);
        var heading = flow.Pdf.Open("H" + Math.Min(level, DeepestHeading).ToString(System.Globalization.CultureInfo.InvariantCulture), element);
        IReadOnlyList<TextPiece> words = [new TextPiece(section.FullHeading, style.Font), .. TextPiece.Beside(section.Rating)];
        var lines = flow.Breaker.Break(words, style.Size, flow.Width).Count;
        flow.Need(Math.Min((lines * style.Leading) + SpaceBelow(level) + first, flow.FullRoom));
        flow.Pdf.Place(section.Id.Id, flow.Canvas, flow.Y - 4);
        contents.Found(section.Id, flow.PageNumber);
        if (level <= 4)
        {
            flow.Pdf.Bookmark(level - 1, section.FullHeading, section.Id.Id);
        }

        Lines(flow, words, style, heading, Math.Min(first, flow.FullRoom / 2));
        flow.Pdf.Close(heading);
        flow.Advance(SpaceBelow(level));
        Place(section.Blocks, element, level + 1, section.Footnotes);
        Notes(section.Footnotes, element);
        flow.Pdf.Close(element);
    }

    private static double SpaceAbove(int level) => level switch { 2 => 14, 3 => 11, _ => 7 };

    private static double SpaceBelow(int level) => level <= 3 ? 4 : 2;

    /// <summary>Beside each other where a page has the room for all, else one under another: no page is left half empty for them.</summary>
    private void PlaceBeside(SideBySide beside, StructureElement parent, int level, IReadOnlyList<Footnote> notes)
    {
        var width = ColumnWidth(beside);
        var height = beside.Columns.Max(column => HeightOf(column, width, level, notes)) + 0.5;
        if (height > flow.FullRoom || (height > flow.Room && flow.Room > flow.FullRoom / 2))
        {
            foreach (var column in beside.Columns)
            {
                Place(column, parent, level, notes);
            }

            return;
        }

        flow.Need(height);
        flow.Beside([.. beside.Columns.Select(_ => width)], Gap, column => Place(beside.Columns[column], parent, level, notes));
        flow.Space(4);
    }

    private double ColumnWidth(SideBySide beside) => (flow.Width - (Gap * (beside.Columns.Count - 1))) / beside.Columns.Count;

    private void PlaceColumns(TextColumns columns, StructureElement parent, int level, IReadOnlyList<Footnote> notes)
    {
        if (flow.Width < 600)
        {
            Place(columns.Blocks, parent, level, notes);
            return;
        }

        flow.Need(FirstLines);
        flow.InColumns(HeightOf(columns.Blocks, (flow.Width - Gap) / 2, level, notes), Gap, () => Place(columns.Blocks, parent, level, notes));
        flow.Space(2);
    }

    /// <summary>Room that text in columns must find on a page to begin there.</summary>
    private static double FirstLines => 4 * PdfStyle.Body.Leading;

    private double HeightOf(IReadOnlyList<Block> blocks, double width, int level, IReadOnlyList<Footnote> notes)
    {
        var measuring = flow.Measuring(width);
        var top = measuring.Y;
        new BlockLayout(measuring, contents.ForMeasuring()).Place(blocks, measuring.Pdf.Document, level, notes);
        return measuring.Y - top;
    }

    private void PlaceParagraph(Paragraph paragraph, StructureElement parent, IReadOnlyList<Footnote> notes)
    {
        var element = flow.Pdf.Open("P", parent);
        var style = paragraph.Quiet ? PdfStyle.Small : paragraph.Lead ? PdfStyle.Lead : PdfStyle.Body;
        var pieces = TextPiece.Of(paragraph.Text, style.Font, notes);
        Lines(flow, paragraph.Number is { } number ? [new TextPiece(number + "  ", FontStyle.Regular), .. pieces] : pieces, style, element);
        flow.Pdf.Close(element);
        flow.Space(paragraph.Quiet ? 3 : 5);
    }

    private void PlaceTable(Table table, StructureElement parent)
    {
        flow.Space(4);
        var layout = flow.LayoutOf(table);
        flow.Need(Math.Min(layout.FirstHeight + (layout.IsKeptWhole ? NotesHeight(table.Footnotes) : 0), flow.FullRoom));
        flow.Pdf.Place(table.Id.Id, flow.Canvas, flow.Y);
        layout.Place(parent);
        flow.Space(3);
        Notes(table.Footnotes, parent);
        flow.Space(6);
    }

    private void PlaceCallout(Callout callout, StructureElement parent, int level, IReadOnlyList<Footnote> notes)
    {
        flow.Space(4);
        var element = flow.Pdf.Open("Sect", parent);
        var (indent, bar) = (flow.Indent, flow.Bar);
        flow.Need(3 * PdfStyle.Body.Leading);
        flow.Indent += 14;
        flow.Bar = callout.Kind == CalloutKind.Warning ? "#b10e1e" : flow.Accent;
        if (callout.Title is { } title)
        {
            var line = flow.Pdf.Open("P", element);
            Lines(flow, [new TextPiece(title, FontStyle.Bold)], PdfStyle.Body, line, 2 * PdfStyle.Body.Leading);
            flow.Pdf.Close(line);
        }

        Place(callout.Blocks, element, level, notes);
        (flow.Indent, flow.Bar) = (indent, bar);
        flow.Pdf.Close(element);
        flow.Space(8);
    }

    private void Notes(IReadOnlyList<Footnote> notes, StructureElement parent)
    {
        for (var place = 0; place < notes.Count; place++)
        {
            var element = flow.Pdf.Open("P", parent);
            Lines(flow, NoteText(notes, place), PdfStyle.Small, element);
            flow.Pdf.Close(element);
        }
    }

    private static IReadOnlyList<TextPiece> NoteText(IReadOnlyList<Footnote> notes, int place) =>
        [new TextPiece(Footnote.Mark(place) + " ", FontStyle.Regular), .. TextPiece.Of(notes[place].Text, FontStyle.Regular, notes)];

    private double NotesHeight(IReadOnlyList<Footnote> notes) =>
        notes.Select((_, place) => flow.Breaker.Break(NoteText(notes, place), PdfStyle.Small.Size, flow.Width).Count * PdfStyle.Small.Leading).Sum();

    /// <summary>Height of what must not be parted from the heading above it: short words that lead on, and what they lead to.</summary>
    private double LeadHeight(IReadOnlyList<Block> blocks, int from, int level, IReadOnlyList<Footnote> notes)
    {
        var height = 0.0;
        for (var index = from; index < blocks.Count && !flow.Endless; index++)
        {
            if (blocks[index] is not Paragraph { KeepsWithNext: true } lead)
            {
                return height + FirstHeight(blocks[index], level, notes);
            }

            height += HeightOf([lead], flow.Width, level, notes);
        }

        return height;
    }

    private double FirstHeight(Block block, int level, IReadOnlyList<Footnote> notes) => block switch
    {
        Section section => PdfStyle.Heading(level, flow.Accent).Leading + SpaceAbove(level) + SpaceBelow(level)
            + LeadHeight(section.Blocks, 0, level + 1, section.Footnotes),
        Table table => 4 + flow.LayoutOf(table).FirstHeight,
        ChartBlock { Beside.Count: > 0 } chart => FirstHeight(chart.AsSideBySide(), level, notes),
        ChartBlock chart => ChartLayout.HeightOf(flow, chart),
        SideBySide beside when beside.Columns.Count > 0 => Math.Min(
            flow.FullRoom / 2,
            beside.Columns.Max(column => HeightOf(column, ColumnWidth(beside), level, notes))),
        TextColumns => FirstLines,
        DefinitionList { Style: DefinitionStyle.Columns } => 4 * PdfStyle.Cell.Leading,
        Callout callout => PdfStyle.Body.Leading + LeadHeight(callout.Blocks, 0, level, notes),
        Paragraph or ItemList or DefinitionList or Contents or SideBySide => 2 * PdfStyle.Body.Leading,
        _ => throw new InvalidOperationException("Every block is one of those named at Block."),
    };
}
