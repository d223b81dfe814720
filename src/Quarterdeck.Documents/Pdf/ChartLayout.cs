using Quarterdeck.Documents.Charts;
using Quarterdeck.Documents.Fonts;
using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Pdf;

/// <summary>Places a chart with its title: a figure with words for those who cannot see it.</summary>
internal sealed class ChartLayout(PageFlow flow)
{
    /// <summary>Lines kept for the title of a small chart, so that those beside each other stand level.</summary>
    private const int SmallTitle = 2;

    /// <summary>Height of a chart with its title, for what must stay with it.</summary>
    public static double HeightOf(PageFlow flow, ChartBlock block) =>
        (TitleLines(block, Title(flow, block)) * PdfStyle.Caption.Leading) + flow.DrawingOf(block.Chart).Height + 6;

    public void Place(ChartBlock block, StructureElement parent)
    {
        var chart = block.Chart;
        var drawing = flow.DrawingOf(chart);
        var title = Title(flow, block);
        var height = TitleLines(block, title) * PdfStyle.Caption.Leading;
        flow.Need(Math.Min(height + drawing.Height + 6, flow.FullRoom));
        var (above, caption) = (flow.Y, flow.Pdf.Open("P", parent));
        BlockLayout.Lines(flow, Words(block), PdfStyle.Caption, caption, drawing.Height);
        flow.Pdf.Close(caption);
        flow.Advance(Math.Max(0, height - (flow.Y - above)));
        Figure(flow, parent, chart.Description, drawing, flow.Left, flow.Y);
        flow.Advance(drawing.Height);
        flow.Space(6);
    }

    /// <summary>Draws a chart where it is told to.</summary>
    public static void Figure(PageFlow flow, StructureElement parent, string description, PdfChartPainter drawing, double left, double top)
    {
        var figure = flow.Pdf.Open("Figure", parent, description, Box(flow, left, top, drawing.Width, drawing.Height));
        flow.Canvas.Marked(figure, () => drawing.Draw(flow.Canvas, flow.Fonts, left, top));
        flow.Pdf.Close(figure);
    }

    /// <summary>Where a figure stands, as its attributes say it.</summary>
    public static string Box(PageFlow flow, double left, double top, double width, double height) =>
        $"<</O/Layout/BBox[{PdfObject.Number(left)} {PdfObject.Number(flow.Canvas.Height - top - height)} {PdfObject.Number(left + width)} "
            + $"{PdfObject.Number(flow.Canvas.Height - top)}]/Placement/Block>>";

    private static IReadOnlyList<TextPiece> Words(ChartBlock block) => [new TextPiece(block.Chart.Title, FontStyle.Bold), .. TextPiece.Beside(block.Rating)];

    private static IReadOnlyList<TextLine> Title(PageFlow flow, ChartBlock block) => flow.Breaker.Break(Words(block), PdfStyle.Caption.Size, flow.Width);

    private static int TitleLines(ChartBlock block, IReadOnlyList<TextLine> title) =>
        Math.Max(title.Count, block.Chart is TrendChart { Small: true } ? SmallTitle : 1);
}
