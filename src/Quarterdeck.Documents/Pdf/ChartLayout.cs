using Quarterdeck.Documents.Charts;
using Quarterdeck.Documents.Fonts;

namespace Quarterdeck.Documents.Pdf;

/// <summary>Places a chart with its title: a figure with words for those who cannot see it.</summary>
internal sealed class ChartLayout(PageFlow flow)
{
    /// <summary>Height of the drawing on the page.</summary>
    public const double Height = 190;

    public void Place(Chart chart, StructureElement parent)
    {
        var title = flow.Breaker.Break([new TextPiece(chart.Title, FontStyle.Bold)], PdfStyle.Caption.Size, flow.Width);
        flow.Need(Math.Min((title.Count * PdfStyle.Caption.Leading) + Height + 6, flow.FullRoom));
        var caption = flow.Pdf.Open("P", parent);
        BlockLayout.Lines(flow, [new TextPiece(chart.Title, FontStyle.Bold)], PdfStyle.Caption, caption, Height);
        flow.Pdf.Close(caption);
        var (top, left) = (flow.Y, flow.Left);
        var drawing = new ChartDrawing(chart, Math.Min(flow.Width, 493), Height);
        var box = $"[{PdfObject.Number(left)} {PdfObject.Number(flow.Canvas.Height - top - Height)} {PdfObject.Number(left + drawing.Width)} {PdfObject.Number(flow.Canvas.Height - top)}]";
        var figure = flow.Pdf.Open("Figure", parent, chart.Description, $"<</O/Layout/BBox{box}/Placement/Block>>");
        flow.Canvas.Marked(figure, () => drawing.Draw(flow.Canvas, flow.Fonts, left, top));
        flow.Pdf.Close(figure);
        flow.Advance(Height);
        flow.Space(8);
    }
}
