using System.Globalization;
using Quarterdeck.Documents.Fonts;
using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Pdf;

/// <summary>Lays out lists: each item with its mark, a list within it one step in.</summary>
internal sealed class ListLayout(PageFlow flow)
{
    private const double Hang = 16;

    public void Place(ItemList list, StructureElement parent, IReadOnlyList<Footnote> notes)
    {
        var element = Open(list.Kind, parent);
        for (var index = 0; index < list.Items.Count; index++)
        {
            var item = list.Items[index];
            var (line, body) = Item(Mark(list.Kind, index), item.Text, element, notes);
            if (item.Nested.Count > 0)
            {
                var nested = Open(item.NestedKind, body);
                flow.Indent += Hang;
                for (var inner = 0; inner < item.Nested.Count; inner++)
                {
                    var (innerLine, innerBody) = Item(Mark(item.NestedKind, inner), item.Nested[inner], nested, notes);
                    flow.Pdf.Close(innerBody);
                    flow.Pdf.Close(innerLine);
                }

                flow.Indent -= Hang;
                flow.Pdf.Close(nested);
            }

            flow.Pdf.Close(body);
            flow.Pdf.Close(line);
        }

        flow.Pdf.Close(element);
    }

    private StructureElement Open(ListKind kind, StructureElement parent) =>
        flow.Pdf.Open("L", parent, attributes: $"<</O/List/ListNumbering/{(kind == ListKind.Bullets ? "Disc" : "Decimal")}>>");

    private (StructureElement Item, StructureElement Body) Item(string mark, RichText text, StructureElement list, IReadOnlyList<Footnote> notes)
    {
        var item = flow.Pdf.Open("LI", list);
        var style = PdfStyle.Body;
        flow.Need(2 * style.Leading);
        var label = flow.Pdf.Open("Lbl", item);
        foreach (var line in flow.Breaker.Break([new TextPiece(mark + " ", FontStyle.Regular)], style.Size, Hang + 6))
        {
            flow.Line(line, style, label, flow.Left + 2, flow.Y);
        }

        flow.Pdf.Close(label);
        var body = flow.Pdf.Open("LBody", item);
        BlockLayout.Lines(flow, TextPiece.Of(text, style.Font, notes), style, body, hang: Hang);
        flow.Space(2.5);
        return (item, body);
    }

    private static string Mark(ListKind kind, int index) => kind == ListKind.Bullets ? "•" : (index + 1).ToString(CultureInfo.InvariantCulture) + ".";
}
