using Quarterdeck.Documents.Charts;
using Quarterdeck.Documents.Fonts;

namespace Quarterdeck.Documents.Pdf;

/// <summary>Places a chart with its title: a figure with words for those who cannot see it.</summary>
internal sealed class ChartLayout(PageFlow flow)
{
    /// <summary>Height of a chart with its title, for what must stay with it.</summary>
    public static double HeightOf(PageFlow flow, Chart chart) => flow.DrawingOf(chart).Height + PdfStyle.Caption.Leading + 6;

    public void Place(Chart chart, StructureElement parent)
    {
        var drawing = flow.DrawingOf(chart);
        var title = flow.Breaker.Break([new TextPiece(chart.Title, FontStyle.Bold)], PdfStyle.Caption.Size, flow.Width);
        flow.Need(Math.Min((title.Count * PdfStyle.Caption.Leading) + drawing.Height + 6, flow.FullRoom));
        var caption = flow.Pdf.Open("P", parent);
        BlockLayout.Lines(flow, [new TextPiece(chart.Title, FontStyle.Bold)], PdfStyle.Caption, caption, drawing.Height);
        flow.Pdf.Close(caption);
        var (top, left) = (flow.Y, flow.Left);
        var box = $"[{PdfObject.Number(left)} {PdfObject.Number(flow.Canvas.Height - top - drawing.Height)} {PdfObject.Number(left + drawing.Width)} "
            + $"{PdfObject.Number(flow.Canvas.Height - top)}]";
        var figure = flow.Pdf.Open("Figure", parent, chart.Description, $"<</O/Layout/BBox{box}/Placement/Block>>");
        flow.Canvas.Marked(figure, () => drawing.Draw(flow.Canvas, flow.Fonts, left, top));
        flow.Pdf.Close(figure);
        flow.Advance(drawing.Height);
        flow.Space(8);
    }
}
