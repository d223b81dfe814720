using Quarterdeck.Documents.Fonts;
using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Pdf;

/// <summary>Lays out terms with what is said of them: as lines, or side by side as a table of one row.</summary>
internal sealed class DefinitionLayout(PageFlow flow)
{
    private const int MostColumns = 5;

    public void Place(DefinitionList list, StructureElement parent, IReadOnlyList<Footnote> notes)
    {
        if (list.Definitions.Count == 0)
        {
            return;
        }

        if (list.Style == DefinitionStyle.Columns && list.Definitions.Count <= MostColumns && SideBySide(list, parent, notes))
        {
            return;
        }

        foreach (var definition in list.Definitions)
        {
            var element = flow.Pdf.Open("P", parent);
            var said = definition.Said.SelectMany((text, index) => index == 0
                ? TextPiece.Of(text, FontStyle.Regular, notes)
                : [new TextPiece("; ", FontStyle.Regular), .. TextPiece.Of(text, FontStyle.Regular, notes)]);
            BlockLayout.Lines(flow, [new TextPiece(definition.Term + ": ", FontStyle.Bold), .. said], PdfStyle.Body, element);
            flow.Pdf.Close(element);
            flow.Space(1.5);
        }

        flow.Space(6);
    }

    /// <returns>False, and nothing placed, where a page would not hold it.</returns>
    private bool SideBySide(DefinitionList list, StructureElement parent, IReadOnlyList<Footnote> notes)
    {
        var width = flow.Width / list.Definitions.Count;
        var (head, style) = (PdfStyle.CellHead, PdfStyle.Body);
        var terms = list.Definitions.Select(definition => flow.Breaker.Break([new TextPiece(definition.Term, FontStyle.Bold)], head.Size, width - 10)).ToList();
        var said = list.Definitions.Select(definition =>
            definition.Said.SelectMany(text => flow.Breaker.Break(TextPiece.Of(text, FontStyle.Regular, notes), style.Size, width - 10)).ToList()).ToList();
        var (termHeight, saidHeight) = (terms.Max(lines => lines.Count) * head.Leading, said.Max(lines => lines.Count) * style.Leading);
        if (termHeight + saidHeight + 8 > flow.FullRoom)
        {
            return false;
        }

        flow.Need(termHeight + saidHeight + 8);
        var top = flow.Y;
        flow.Canvas.Artifact("Layout", () => flow.Canvas.Line(flow.Left, top, flow.Left + flow.Width, top, 0.8, flow.Accent));
        var table = flow.Pdf.Open("Table", parent);
        Row(table, terms, head, "TH", "<</O/Table/Scope/Column>>", width, top + 4);
        Row(table, said, style, "TD", null, width, top + 4 + termHeight);
        flow.Pdf.Close(table);
        flow.Advance(termHeight + saidHeight + 8);
        flow.Space(6);
        return true;
    }

    private void Row(
        StructureElement table,
        IEnumerable<IReadOnlyList<TextLine>> cells,
        TextStyle style,
        string type,
        string? attributes,
        double width,
        double top)
    {
        var row = flow.Pdf.Open("TR", table);
        var x = flow.Left;
        foreach (var lines in cells)
        {
            var cell = flow.Pdf.Open(type, row, attributes: attributes);
            var y = top;
            foreach (var line in lines)
            {
                flow.Line(line, style, cell, x, y);
                y += style.Leading;
            }

            flow.Pdf.Close(cell);
            x += width;
        }

        flow.Pdf.Close(row);
    }
}
