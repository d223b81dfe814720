using Quarterdeck.Documents.Charts;
using Quarterdeck.Documents.Fonts;

namespace Quarterdeck.Documents.Pdf;

internal sealed class ChartDrawing(Chart chart, double width, double height)
{
    public double Width => width;

    public void Draw(PdfCanvas canvas, DocumentFonts fonts, double left, double top)
    {
        _ = (chart, fonts);
        canvas.Rectangle(left, top, width, height, "#eeeeee");
    }
}
