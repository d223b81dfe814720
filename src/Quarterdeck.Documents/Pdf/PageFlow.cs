using System.Globalization;
using Quarterdeck.Documents.Charts;
using Quarterdeck.Documents.Fonts;
using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Pdf;

/// <summary>The pages as they fill: where the next thing goes, when a page ends, what stands at its edges.</summary>
internal sealed class PageFlow(TaggedPdf pdf, DocumentFonts fonts, Document document, int pageTotal)
{
    private PdfCanvas? _canvas;
    private PageFrame? _frame;
    private (Table Table, double Width, TableLayout Layout)? _table;
    private (Chart Chart, double Width, PdfChartPainter Drawing)? _chart;

    public LineBreaker Breaker { get; } = new(fonts);

    public TaggedPdf Pdf => pdf;

    public DocumentFonts Fonts => fonts;

    /// <summary>Colour of headings and bars.</summary>
    public string Accent { get; } = document.Brand.Accent?.Hex ?? PdfStyle.Accent;

    public PdfCanvas Canvas => _canvas ??= Begin();

    /// <summary>Where the next thing begins, from the top of the page.</summary>
    public double Y { get; private set; } = PdfStyle.Head;

    /// <summary>How far things stand in from the left margin.</summary>
    public double Indent { get; set; }

    /// <summary>Colour of a bar along the left edge of what is placed, for callouts; null for none.</summary>
    public string? Bar { get; set; }

    private const double Unending = 1e7;

    /// <summary>Only heights are wanted: the page has no end.</summary>
    public bool Endless { get; init; }

    public double Left => (_frame?.Left ?? PdfStyle.Margin) + Indent;

    public double Width => (_frame?.Width ?? PageWidth - (2 * PdfStyle.Margin)) - Indent;

    public double Bottom => Endless ? Unending : _frame?.Bottom ?? PageBottom;

    /// <summary>Things stand beside each other here.</summary>
    public bool IsFramed => _frame is not null;

    /// <summary>Room left on the page, or in its column.</summary>
    public double Room => Bottom - Y;

    /// <summary>Room of a whole page.</summary>
    public double FullRoom => PageBottom - PdfStyle.Head;

    public bool AtTop => _canvas is null || Y <= (_frame?.Top ?? PdfStyle.Head) + 0.01;

    public int PageNumber => pdf.PageCount;

    private double PageWidth => document.Landscape ? PdfStyle.LongSide : PdfStyle.ShortSide;

    private double PageHeight => document.Landscape ? PdfStyle.ShortSide : PdfStyle.LongSide;

    private double PageBottom => PageHeight - PdfStyle.Foot;

    /// <summary>The layout of a table at the width of the text. What comes next is often asked for its height first, then placed.</summary>
    public TableLayout LayoutOf(Table table)
    {
        if (_table is not { } last || !ReferenceEquals(last.Table, table) || last.Width != Width)
        {
            _table = last = (table, Width, new TableLayout(this, table));
        }

        return last.Layout;
    }

    /// <summary>The drawing of a chart, likewise.</summary>
    public PdfChartPainter DrawingOf(Chart chart)
    {
        if (_chart is not { } last || !ReferenceEquals(last.Chart, chart) || last.Width != Width)
        {
            _chart = last = (chart, Width, new PdfChartPainter(chart, Width));
        }

        return last.Drawing;
    }

    /// <summary>A flow without end that only measures, as wide as this one or as told.</summary>
    public PageFlow Measuring(double width) => new(TaggedPdf.Measure(), fonts, document, pageTotal)
    {
        Endless = true,
        _frame = new PageFrame(PdfStyle.Margin, width, PdfStyle.Head, 0),
    };

    /// <summary>Places things beside each other, each in a column of its own. What they need must be there: see <see cref="Need"/>.</summary>
    public void Beside(IReadOnlyList<double> widths, double gap, Action<int> place)
    {
        var (outer, indent, top, lowest, left) = (_frame, Indent, Y, Y, Left);
        Indent = 0;
        for (var column = 0; column < widths.Count; column++)
        {
            (Y, _frame) = (top, new PageFrame(left, widths[column], top, PageBottom));
            place(column);
            lowest = Math.Max(lowest, Y);
            left += widths[column] + gap;
        }

        (_frame, Indent, Y) = (outer, indent, lowest);
    }

    /// <summary>Places text in two columns of about one height, over as many pages as it takes.</summary>
    /// <param name="height">How high it is in one column.</param>
    /// <param name="gap">Between the columns.</param>
    /// <param name="place">Places it.</param>
    public void InColumns(double height, double gap, Action place)
    {
        var (outer, width, left) = (_frame, (Width - gap) / 2, Left);
        _frame = PageFrame.First(left, width, gap, Y, PageBottom, height);
        place();
        var end = _frame!.Lowest(Y);
        (_frame, Y) = (outer, end);
    }

    /// <summary>Begins a new page unless this one has the room, or is still empty.</summary>
    public void Need(double height)
    {
        if (height > Room && !AtTop)
        {
            EndPage();
        }

        _ = Canvas;
    }

    /// <summary>Takes vertical room.</summary>
    public void Advance(double height)
    {
        if (Bar is { } bar)
        {
            var (y, until) = (Y, Math.Min(Y + height, Bottom));
            Canvas.Artifact("Layout", () => Canvas.Rectangle(Left - 12, y, 3.5, until - y, bar));
        }

        Y += height;
    }

    /// <summary>White space, dropped at the top of a page.</summary>
    public void Space(double height)
    {
        if (!AtTop)
        {
            Advance(Math.Min(height, Math.Max(0, Room)));
        }
    }

    /// <summary>Goes on in the next column, or on the next page.</summary>
    public void EndPage()
    {
        if (_frame?.Next(Y) is { } next)
        {
            (_frame, Y) = (next, next.Top);
            return;
        }

        var onNewPage = _frame?.OnNewPage(Y, PdfStyle.Head);
        EndPaper();
        _frame = onNewPage;
    }

    private void EndPaper()
    {
        if (_canvas is not { } canvas)
        {
            return;
        }

        if (!pdf.IsMeasure)
        {
            Furniture(canvas);
        }

        pdf.EndPage(canvas);
        _canvas = null;
        Y = PdfStyle.Head;
    }

    /// <summary>Draws text as content of an element, links as elements of their own within it.</summary>
    public void Line(TextLine line, TextStyle style, StructureElement owner, double x, double top)
    {
        _ = Canvas;
        if (pdf.IsMeasure)
        {
            return;
        }

        var baseline = top + (style.Leading * 0.5) + (style.Size * 0.33);
        foreach (var segment in line.Segments)
        {
            var left = x + segment.X;
            var shift = segment.DrawsShape ? LineBreaker.ShapeRoom * style.Size : 0;
            if (segment.DrawsShape)
            {
                var centre = (left + (style.Size * 0.42), baseline - (style.Size * 0.32));
                Canvas.Artifact("Layout", () =>
                {
                    if (segment.Piece.Shape is { } shape)
                    {
                        Shapes.Draw(
                            Canvas,
                            shape,
                            centre.Item1,
                            centre.Item2,
                            MarkOutline.Radius(shape, style.Size * 0.44),
                            segment.Piece.Colour ?? style.Colour);
                    }
                    else if (segment.Piece.Arrow is { } arrow)
                    {
                        Shapes.Draw(Canvas, arrow, centre.Item1, centre.Item2, style.Size * 0.36);
                    }
                });
            }

            var runs = fonts.Set(segment.Text, segment.Piece.Font);
            if (runs.Count == 0)
            {
                continue;
            }

            if (segment.Piece.Link is { } link)
            {
                DrawLink(segment, link, runs, style, owner, (left, baseline));
            }
            else
            {
                Canvas.Marked(owner, () => Canvas.Text(runs, style.Size, left + shift, baseline, style.Colour));
            }
        }
    }

    /// <summary>Page furniture: never part of the structure.</summary>
    public void Artifact(string text, TextStyle style, double x, double baseline) =>
        Canvas.Artifact("Pagination", () => Canvas.Text(fonts.Set(text, style.Font), style.Size, x, baseline, style.Colour));

    private void DrawLink(LineSegment segment, LinkTarget link, IReadOnlyList<FontRun> runs, TextStyle style, StructureElement owner, (double X, double Y) at)
    {
        var element = pdf.Open("Link", owner);
        var width = Breaker.Width(segment.Text.TrimEnd(' '), segment.Piece.Font, style.Size);
        Canvas.Marked(element, () => Canvas.Text(runs, style.Size, at.X, at.Y, PdfStyle.LinkColour));
        Canvas.Artifact("Layout", () => Canvas.Line(at.X, at.Y + 1.4, at.X + width, at.Y + 1.4, 0.5, PdfStyle.LinkColour));
        var address = link switch
        {
            LinkTarget.Place place => "#" + place.Anchor.Id,
            LinkTarget.Address web => web.Value,
            _ => throw new InvalidOperationException("A link leads to a place or an address."),
        };
        pdf.Link(element, Canvas, (at.X, at.Y - style.Size, at.X + width, at.Y + (style.Size * 0.3)), address, segment.Text.Trim());
        pdf.Close(element);
    }

    private PdfCanvas Begin() => pdf.BeginPage(PageWidth, PageHeight);

    private void Furniture(PdfCanvas canvas)
    {
        var style = PdfStyle.Furniture;
        var furniture = document.Furniture;
        var foot = canvas.Height - 26;
        void Put(string text, double x, double y) =>
            canvas.Artifact("Pagination", () => canvas.Text(fonts.Set(text, style.Font), style.Size, x, y, style.Colour));
        double Wide(string text) => Breaker.Width(text, style.Font, style.Size);
        string Shortened(string text, double most)
        {
            while (Wide(text) > most && text.Length > 5)
            {
                text = text[..^(char.IsLowSurrogate(text[^4]) ? 5 : 4)].TrimEnd() + "…";
            }

            return text;
        }

        var room = canvas.Width - (2 * PdfStyle.Margin) - 20;
        var marking = Shortened(furniture.Classification ?? string.Empty, room / 2);
        if (furniture.Header is { } whole)
        {
            var header = Shortened(whole, room - Wide(marking));
            Put(header, canvas.Width - PdfStyle.Margin - Wide(header), 30);
        }

        if (marking.Length > 0)
        {
            Put(marking, PdfStyle.Margin, 30);
        }

        var page = furniture.PageNumbers
            ? string.Create(CultureInfo.InvariantCulture, $"Page {PageNumber} of {(pageTotal == 0 ? PageNumber : pageTotal)}") : string.Empty;
        var footer = Shortened(furniture.Footer ?? document.Title, room - Wide(page));
        canvas.Artifact("Pagination", () => canvas.Line(PdfStyle.Margin, foot - 11, canvas.Width - PdfStyle.Margin, foot - 11, 0.5, PdfStyle.Rule));
        Put(footer, PdfStyle.Margin, foot);
        if (page.Length > 0)
        {
            Put(page, canvas.Width - PdfStyle.Margin - Wide(page), foot);
        }
    }
}
