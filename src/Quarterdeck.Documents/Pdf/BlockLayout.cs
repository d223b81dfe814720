using Quarterdeck.Documents.Fonts;
using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Pdf;

/// <summary>Lays out the blocks of a document one after another.</summary>
internal sealed class BlockLayout(PageFlow flow, ContentsLayout contents)
{
    private const int DeepestHeading = 6;

    public void Place(IReadOnlyList<Block> blocks, StructureElement parent, int level, IReadOnlyList<Footnote> notes)
    {
        for (var index = 0; index < blocks.Count; index++)
        {
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
            case ChartBlock chart:
                new ChartLayout(flow).Place(chart.Chart, parent);
                if (chart.Figures is { } figures)
                {
                    PlaceTable(figures, parent);
                }

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

        flow.Turn(LeadsToWideTable(section));
        var element = flow.Pdf.Open("Sect", parent);
        var style = PdfStyle.Heading(level, flow.Accent);
        flow.Space(level == 2 ? 20 : 13);
        var first = section.Blocks.Count == 0 ? 0 : FirstHeight(section.Blocks[0], level + 1, section.Footnotes);
        var heading = flow.Pdf.Open("H" + Math.Min(level, DeepestHeading).ToString(System.Globalization.CultureInfo.InvariantCulture), element);
        var lines = flow.Breaker.Break([new TextPiece(section.FullHeading, style.Font)], style.Size, flow.Width).Count;
        flow.Need(Math.Min((lines * style.Leading) + 5 + first, flow.FullRoom));
        flow.Pdf.Place(section.Id.Id, flow.Canvas, flow.Y - 4);
        contents.Found(section.Id, flow.PageNumber);
        if (level <= 4)
        {
            flow.Pdf.Outline.Add(level - 1, section.FullHeading, section.Id.Id);
        }

        Lines(flow, [new TextPiece(section.FullHeading, style.Font)], style, heading, Math.Min(first, flow.FullRoom / 2));
        flow.Pdf.Close(heading);
        flow.Advance(5);
        Place(section.Blocks, element, level + 1, section.Footnotes);
        Notes(section.Footnotes, element);
        flow.Pdf.Close(element);
    }

    /// <summary>Whether a wide table is the first thing a section has to show: its headings then turn with it, and no page is left near empty.</summary>
    private static bool LeadsToWideTable(Section section) =>
        section.Blocks.SkipWhile(block => block is DefinitionList).FirstOrDefault() switch
        {
            Table table => table.Wide,
            Section inner => LeadsToWideTable(inner),
            _ => false,
        };

    private void PlaceParagraph(Paragraph paragraph, StructureElement parent, IReadOnlyList<Footnote> notes)
    {
        var element = flow.Pdf.Open("P", parent);
        var style = paragraph.Quiet ? PdfStyle.Small : PdfStyle.Body;
        var pieces = TextPiece.Of(paragraph.Text, style.Font, notes);
        Lines(flow, paragraph.Number is { } number ? [new TextPiece(number + "  ", FontStyle.Regular), .. pieces] : pieces, style, element);
        flow.Pdf.Close(element);
        flow.Space(paragraph.Quiet ? 4 : 6.5);
    }

    private void PlaceTable(Table table, StructureElement parent)
    {
        flow.Turn(table.Wide);
        flow.Space(6);
        var layout = flow.LayoutOf(table);
        flow.Need(Math.Min(PdfStyle.Caption.Leading + 3 + layout.FirstHeight, flow.FullRoom));
        flow.Pdf.Place(table.Id.Id, flow.Canvas, flow.Y);
        layout.Place(parent);
        flow.Space(3);
        Notes(table.Footnotes, parent);
        flow.Space(9);
        flow.Turn(landscape: false);
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
            Lines(
                flow,
                [new TextPiece(Footnote.Mark(place) + " ", FontStyle.Regular), .. TextPiece.Of(notes[place].Text, FontStyle.Regular, notes)],
                PdfStyle.Small,
                element);
            flow.Pdf.Close(element);
        }
    }

    /// <summary>Height of the part of a block that must not be parted from the heading above it.</summary>
    private double FirstHeight(Block block, int level, IReadOnlyList<Footnote> notes) => block switch
    {
        Section section =>
            PdfStyle.Heading(level, flow.Accent).Leading + 18 + (section.Blocks.Count == 0 ? 0 : FirstHeight(section.Blocks[0], level + 1, section.Footnotes)),
        Table { Wide: false } table => PdfStyle.Caption.Leading + 9 + flow.LayoutOf(table).FirstHeight,
        Table => 0,
        ChartBlock chart => ChartLayout.HeightOf(flow, chart.Chart),
        DefinitionList { Style: DefinitionStyle.Columns } => 4 * PdfStyle.Cell.Leading,
        Callout callout => PdfStyle.Body.Leading + (callout.Blocks.Count == 0 ? 0 : FirstHeight(callout.Blocks[0], level, notes)),
        Paragraph or ItemList or DefinitionList or Contents => 2 * PdfStyle.Body.Leading,
        _ => throw new InvalidOperationException("Every block is one of those named at Block."),
    };
}
