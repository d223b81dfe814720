using System.Globalization;
using System.Text;
using Quarterdeck.Documents.Charts;
using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Word;

/// <summary>Writes the blocks of a document one after another.</summary>
internal sealed class WordBlocks(WordParts parts, WordFlow flow)
{
    private const int DeepestHeading = 6;

    /// <param name="blocks">In order.</param>
    /// <param name="depth">The heading level of sections among them, from 1.</param>
    /// <param name="notes">Those of the section they stand in.</param>
    /// <param name="frame">The callout they stand in.</param>
    public void Write(IReadOnlyList<Block> blocks, int depth, WordNotes notes, CalloutFrame? frame = null)
    {
        foreach (var block in blocks)
        {
            Write(block, depth, notes, frame);
        }
    }

    public void Write(DefinitionList list, WordNotes notes, CalloutFrame? frame)
    {
        if (list.Style == DefinitionStyle.Columns && list.Definitions.Count is > 0 and <= FactsTable.MostColumns)
        {
            flow.Raw(FactsTable.Xml(parts, list, notes, flow.Width), table: true);
            flow.Paragraph(new ParagraphLook("TableSpace"), string.Empty);
            return;
        }

        foreach (var definition in list.Definitions)
        {
            var said =
                definition.Said.Select((text, index) => (index == 0 ? string.Empty : WordText.Run("; ")) + WordRuns.Of(parts, text, notes, RunLook.Plain));
            flow.Paragraph(new ParagraphLook("Facts") { Frame = frame }, WordText.Run(definition.Term + ": ", "<w:b/><w:bCs/>") + string.Concat(said));
        }
    }

    private void Write(Block block, int depth, WordNotes notes, CalloutFrame? frame)
    {
        switch (block)
        {
            case Section section:
                Write(section, depth, frame);
                break;
            case Paragraph paragraph:
                Write(paragraph, notes, frame);
                break;
            case ItemList list:
                Write(list, notes, frame);
                break;
            case DefinitionList list:
                Write(list, notes, frame);
                break;
            case Table table:
                Write(table);
                break;
            case ChartBlock { Beside.Count: > 0 } chart:
                Write(chart.AsSideBySide(), depth, notes);
                break;
            case ChartBlock chart:
                Write(chart);
                break;
            case Callout callout:
                Write(callout, depth, notes);
                break;
            case SideBySide beside:
                Write(beside, depth, notes);
                break;
            case TextColumns columns:
                var several = flow is { Landscape: true, IsCell: false };
                flow.InColumns(several ? 2 : 1);
                Write(columns.Blocks, depth, notes, frame);
                flow.InColumns(1);
                break;
            case Contents contents:
                WordContents.Write(parts, flow, contents);
                break;
            default:
                throw new InvalidOperationException("Every block is one of those named at Block.");
        }
    }

    private void Write(Section section, int depth, CalloutFrame? frame)
    {
        var level = Math.Min(depth, DeepestHeading);
        var style = string.Create(CultureInfo.InvariantCulture, $"Heading{level}{(flow.IsCell ? "Beside" : section.InContents ? string.Empty : "Unlisted")}");
        flow.Paragraph(
            new ParagraphLook(style) { NewPage = section.StartsPage && !flow.AtTop, KeepNext = true, Frame = frame },
            parts.Bookmarks.Around(section.Id, WordText.Run(section.FullHeading)) + Beside(section.Rating));
        var notes = new WordNotes(section.Id, section.Footnotes);
        var own = section.Blocks.TakeWhile(block => block is not Section).Count();
        Write([.. section.Blocks.Take(own)], depth + 1, notes, frame);
        Notes(notes, frame);
        Write([.. section.Blocks.Skip(own)], depth + 1, notes, frame);
    }

    private static string Beside(RatingMark? rating) =>
        rating is null ? string.Empty
            : WordText.Run("\u2002") + WordRuns.Rating(rating, new RunLook { Tint = WordRuns.Hex(rating.Colour.Tint(WordRuns.TintPercent)) });

    /// <summary>A table without lines, a cell for each column, kept on one page unless whole sections stand in it.</summary>
    private void Write(SideBySide beside, int depth, WordNotes notes)
    {
        var each = flow.Width / beside.Columns.Count;
        var xml = new StringBuilder("<w:tbl><w:tblPr><w:tblStyle w:val=\"LayoutTable\"/><w:tblW ").Append(
            CultureInfo.InvariantCulture,
            $"w:w=\"{each * beside.Columns.Count}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"0600\"/></w:tblPr><w:tblGrid>");
        xml.Insert(xml.Length, $"<w:gridCol w:w=\"{each.ToString(CultureInfo.InvariantCulture)}\"/>", beside.Columns.Count);
        var whole = !beside.Inside.OfType<Section>().Any();
        xml.Append("</w:tblGrid><w:tr>").Append(whole ? "<w:trPr><w:cantSplit/></w:trPr>" : string.Empty);
        foreach (var column in beside.Columns)
        {
            using var cell = new StringWriter(CultureInfo.InvariantCulture);
            var inner = new WordFlow(cell, flow.Landscape, each - WordStyles.LayoutPadding);
            new WordBlocks(parts, inner).Write(column, depth, notes);
            inner.Finish();
            xml.Append(CultureInfo.InvariantCulture, $"<w:tc><w:tcPr><w:tcW w:w=\"{each}\" w:type=\"dxa\"/></w:tcPr>").Append(cell).Append("</w:tc>");
        }

        flow.Raw(xml.Append("</w:tr></w:tbl>").ToString(), table: true);
    }

    private void Write(Paragraph paragraph, WordNotes notes, CalloutFrame? frame)
    {
        var style = paragraph.Quiet ? "Quiet" : paragraph.Lead ? "Lead" : frame?.Style ?? (paragraph.Number is null ? "Normal" : "NumberedParagraph");
        var number = paragraph.Number is null ? string.Empty : WordText.Run(paragraph.Number + (style == "NumberedParagraph" ? "\t" : "\u2002"));
        flow.Paragraph(
            new ParagraphLook(style) { Frame = frame, KeepNext = paragraph.KeepsWithNext },
            number + WordRuns.Of(parts, paragraph.Text, notes, RunLook.Plain));
    }

    private void Write(ItemList list, WordNotes notes, CalloutFrame? frame)
    {
        var own = ListOf(list.Kind, 0);
        foreach (var item in list.Items)
        {
            Item(list.Kind, own, 0, item.Text, notes, frame);
            var nested = item.Nested.Count == 0 ? 0 : ListOf(item.NestedKind, 1);
            foreach (var text in item.Nested)
            {
                Item(item.NestedKind, nested, 1, text, notes, frame);
            }
        }
    }

    private int ListOf(ListKind kind, int level) => kind == ListKind.Bullets ? WordNumbering.Bullets : parts.NumberedList(level);

    private void Item(ListKind kind, int list, int level, RichText text, WordNotes notes, CalloutFrame? frame)
    {
        var style = (kind == ListKind.Bullets ? "ListBullet" : "ListNumber") + (level == 0 ? string.Empty : "2");
        flow.Paragraph(new ParagraphLook(style) { Numbering = (list, level), Frame = frame }, WordRuns.Of(parts, text, notes, RunLook.Plain));
    }

    private void Write(Table table)
    {
        flow.Paragraph(new ParagraphLook("Caption") { KeepNext = true }, parts.Bookmarks.Around(table.Id, WordText.Run(table.Caption)));
        flow.Raw(new WordTable(parts, table, flow.Width).Xml(), table: true);
        if (table.Footnotes.Count == 0)
        {
            flow.Paragraph(new ParagraphLook("TableSpace"), string.Empty);
        }

        Notes(new WordNotes(table.Id, table.Footnotes), null);
    }

    private void Notes(WordNotes notes, CalloutFrame? frame)
    {
        for (var place = 0; place < notes.All.Count; place++)
        {
            var said = WordText.Run(Footnote.Mark(place) + " ") + WordRuns.Of(parts, notes.All[place].Text, notes, RunLook.Plain);
            flow.Paragraph(new ParagraphLook("TableNote") { Frame = frame }, parts.Bookmarks.Around(Bookmarks.Note(notes.Owner!, place), said));
        }
    }

    /// <summary>A chart Word can edit, or a picture of a small one; what it says stands in words where there is nothing to draw.</summary>
    private void Write(ChartBlock block)
    {
        var chart = block.Chart;
        flow.Paragraph(new ParagraphLook("Caption") { KeepNext = true }, parts.Bookmarks.Around(chart.Id, WordText.Run(chart.Title)) + Beside(block.Rating));
        if (WordChartDrawing.IsNative(chart))
        {
            var marks = WordChartDrawing.Marks(chart);
            flow.Paragraph(
                new ParagraphLook("Chart") { KeepNext = marks.Count > 0 },
                WordChartDrawing.Native(chart, parts.Chart(chart), parts.Drawing(), flow.Width));
            if (chart is TrendChart { Small: true } small && WordChartDrawing.Lines(small) is { Length: > 0 } lines)
            {
                flow.Paragraph(new ParagraphLook("Quiet"), WordText.Run(lines));
            }

            if (marks.Count > 0)
            {
                flow.Paragraph(
                    new ParagraphLook("Quiet"),
                    string.Concat(marks.Select((mark, index) => (index == 0 ? string.Empty : WordText.Run("\u2003")) + WordRuns.Rating(mark, RunLook.Plain))));
            }

            if (CountsChartXml.LeavesOut(chart))
            {
                flow.Paragraph(new ParagraphLook("Quiet"), WordText.Run(chart.Description));
            }
        }
        else if (WordChartDrawing.IsPicture(chart))
        {
            flow.Paragraph(new ParagraphLook("Chart"), WordChartDrawing.Picture(chart, parts.Picture(chart), parts.Drawing(), flow.Width));
        }
        else
        {
            flow.Paragraph(new ParagraphLook("Quiet"), WordText.Run(chart.Description));
        }
    }

    private void Write(Callout callout, int depth, WordNotes notes)
    {
        var frame = callout.Kind switch
        {
            CalloutKind.Note => new CalloutFrame("Callout", WordStyles.AccentOf(parts.Document.Brand)),
            CalloutKind.Warning => new CalloutFrame("CalloutWarning", WordStyles.Warning),
            CalloutKind.Key => new CalloutFrame("CalloutKey", WordStyles.Quiet),
        };
        if (callout.Title is { } title)
        {
            flow.Paragraph(new ParagraphLook("CalloutTitle") { Frame = frame, KeepNext = true }, WordText.Run(title));
        }

        Write(callout.Blocks, depth, notes, frame);
    }
}
