using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Pdf;

/// <summary>Places the organisation's logo above the title: a figure with words for those who cannot see it.</summary>
internal static class LogoLayout
{
    private const double Gap = 14;

    public static void Place(PageFlow flow, Logo logo)
    {
        var (canvas, left, top) = (flow.Canvas, flow.Left, flow.Y);
        var image = flow.Pdf.Image(logo.Picture);
        var box = $"[{PdfObject.Number(left)} {PdfObject.Number(canvas.Height - top - logo.Height)} {PdfObject.Number(left + logo.Width)} "
            + $"{PdfObject.Number(canvas.Height - top)}]";
        var figure = flow.Pdf.Open("Figure", flow.Pdf.Document, logo.Alt, $"<</O/Layout/BBox{box}/Placement/Block>>");
        canvas.Marked(figure, () => canvas.Image(image, left, top, logo.Width, logo.Height));
        flow.Pdf.Close(figure);
        flow.Advance(logo.Height + Gap);
    }
}
