using System.Globalization;
using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Pdf;

/// <summary>Lays out a table: header cells with scope, rows kept whole, the header repeated on each page as an artifact.</summary>
internal sealed class TableLayout(PageFlow flow, Table table)
{
    private readonly double[] _widths = TableColumns.Widths(table, flow.Width, flow.Breaker);

    private double? _headerHeight;

    private bool HasGroups => table.Columns.Any(column => column.Group is not null);

    /// <summary>Rows that stay together at the head of a table and at its end: none is left alone.</summary>
    private const int Together = 2;

    /// <summary>Whether it is not to be split.</summary>
    public bool IsKeptWhole => table.IsShort && Height(table.Rows.Count) <= flow.FullRoom;

    /// <summary>Height of the caption, the header and the rows that must stay with them.</summary>
    public double FirstHeight => Height(IsKeptWhole ? table.Rows.Count : Together);

    private double Height(int rows) =>
        (CaptionLines.Count * PdfStyle.Caption.Leading) + CaptionSpace + HeaderHeight()
            + (table.Rows.Count == 0 ? PdfStyle.Cell.Leading + (2 * Pad) : table.Rows.Take(rows).Sum(row => RowHeight(Lines(row))));

    private IReadOnlyList<TextLine> CaptionLines =>
        flow.Breaker.Break([new TextPiece(table.Caption, PdfStyle.Caption.Font)], PdfStyle.Caption.Size, flow.Width);

    private const double CaptionSpace = 3;

    public void Place(StructureElement parent)
    {
        var element = flow.Pdf.Open("Table", parent, attributes: table.Summary is { } summary ? $"<</O/Table/Summary{PdfObject.Text(summary)}>>" : null);
        var caption = flow.Pdf.Open("Caption", element);
        BlockLayout.Lines(flow, [new TextPiece(table.Caption, PdfStyle.Caption.Font)], PdfStyle.Caption, caption);
        flow.Pdf.Close(caption);
        flow.Advance(CaptionSpace);
        Header(element);
        var body = flow.Pdf.Open("TBody", element);
        for (var index = 0; index < table.Rows.Count; index++)
        {
            PlaceRow(table.Rows[index], body, index == table.Rows.Count - Together ? RowHeight(Lines(table.Rows[^1])) : 0);
        }

        if (table.Rows.Count == 0)
        {
            PlaceRow(new Row([new TextCell(table.WhenEmpty) { Span = table.Columns.Count }]), body, 0);
        }

        flow.Pdf.Close(body);
        flow.Pdf.Close(element);
        var bottom = flow.Y;
        flow.Canvas.Artifact("Layout", () => flow.Canvas.Line(flow.Left, bottom, flow.Left + _widths.Sum(), bottom, 0.8, PdfStyle.Ink));
    }

    private void Header(StructureElement element)
    {
        var head = flow.Pdf.Open("THead", element);
        Rule(flow.Y, 0.8, PdfStyle.Ink);
        var top = flow.Y;
        var height = HeaderHeight();
        Fill(top, height, PdfStyle.HeaderFill);
        StructureElement Line() => flow.Pdf.Open("TR", head);
        if (HasGroups)
        {
            var first = Line();
            foreach (var (start, count, group) in Groups())
            {
                var attributes = group is null
                    ? "<</O/Table/Scope/Column/RowSpan 2>>"
                    : string.Create(CultureInfo.InvariantCulture, $"<</O/Table/Scope/Column/ColSpan {count}>>");
                HeadCell(group ?? Label(start), start, count, top + (group is null ? 0 : -1), first, attributes);
            }

            flow.Pdf.Close(first);
        }

        var second = Line();
        for (var column = 0; column < table.Columns.Count; column++)
        {
            if (!HasGroups || table.Columns[column].Group is not null)
            {
                HeadCell(Label(column), column, 1, top + (HasGroups ? PdfStyle.CellHead.Leading + Pad : 0), second, "<</O/Table/Scope/Column>>");
            }
        }

        flow.Pdf.Close(second);
        flow.Pdf.Close(head);
        flow.Advance(height);
        Rule(flow.Y, 0.8, PdfStyle.Ink);
    }

    private const double Pad = 3;
    private const int TintPercent = 22;

    private double HeaderHeight() => _headerHeight ??= MeasuredHeader();

    private double MeasuredHeader()
    {
        var height = 0.0;
        for (var column = 0; column < table.Columns.Count; column++)
        {
            var above = table.Columns[column].Group is null ? 0 : PdfStyle.CellHead.Leading + Pad;
            height = Math.Max(height, (HeadLines(Label(column), _widths[column]).Count * PdfStyle.CellHead.Leading) + above);
        }

        return height + (2 * Pad);
    }

    private IReadOnlyList<TextLine> HeadLines(string label, double width) =>
        flow.Breaker.Break([new TextPiece(label, PdfStyle.CellHead.Font)], PdfStyle.CellHead.Size, width - (2 * TableColumns.Padding));

    private string Label(int column) => table.Columns[column].Label + TableColumns.Marks(table, table.Columns[column].Notes);

    /// <summary>Runs of neighbouring columns under one heading; a column without one stands alone.</summary>
    private IEnumerable<(int Start, int Count, string? Group)> Groups()
    {
        for (var start = 0; start < table.Columns.Count;)
        {
            var group = table.Columns[start].Group;
            var count = 1;
            while (group is not null && start + count < table.Columns.Count && table.Columns[start + count].Group == group)
            {
                count++;
            }

            yield return (start, count, group);
            start += count;
        }
    }

    private void HeadCell(string label, int column, int span, double top, StructureElement? row, string attributes)
    {
        var width = _widths.Skip(column).Take(span).Sum();
        var element = row is null ? null : flow.Pdf.Open("TH", row, attributes: attributes);
        var y = top + Pad;
        foreach (var line in HeadLines(label, width))
        {
            var x = Aligned(line, column, width, span);
            if (element is not null)
            {
                flow.Line(line, PdfStyle.CellHead, element, x, y);
            }
            else
            {
                Repeated(line, x, y);
            }

            y += PdfStyle.CellHead.Leading;
        }

        if (element is not null)
        {
            flow.Pdf.Close(element);
        }
    }

    private void Repeated(TextLine line, double x, double top)
    {
        var baseline = top + (PdfStyle.CellHead.Leading * 0.5) + (PdfStyle.CellHead.Size * 0.33);
        foreach (var segment in line.Segments)
        {
            flow.Artifact(segment.Text, PdfStyle.CellHead with { }, x + segment.X, baseline);
        }
    }

    /// <summary>The header again at the top of a page, for the eye: a screen reader has it already.</summary>
    private void RepeatHeader()
    {
        var top = flow.Y;
        var height = HeaderHeight();
        Rule(top, 0.8, PdfStyle.Ink);
        Fill(top, height, PdfStyle.HeaderFill);
        foreach (var (start, count, group) in HasGroups ? Groups() : [])
        {
            if (group is not null)
            {
                HeadCell(group, start, count, top - 1, null, string.Empty);
            }
        }

        for (var column = 0; column < table.Columns.Count; column++)
        {
            var below = HasGroups && table.Columns[column].Group is not null ? PdfStyle.CellHead.Leading + Pad : 0;
            HeadCell(Label(column), column, 1, top + below, null, string.Empty);
        }

        flow.Advance(height);
        Rule(flow.Y, 0.8, PdfStyle.Ink);
    }

    private List<IReadOnlyList<TextLine>> Lines(Row row)
    {
        var (lines, column) = (new List<IReadOnlyList<TextLine>>(), 0);
        foreach (var cell in row.Cells)
        {
            var width = _widths.Skip(column).Take(cell.Span).Sum() - (2 * TableColumns.Padding);
            lines.Add(flow.Breaker.Break(TableCellText.Of(cell, table, row.Kind != RowKind.Body || table.IsBold(column)), PdfStyle.Cell.Size, width));
            column += cell.Span;
        }

        return lines;
    }

    private bool IsHeader(Row row, int column) => row.Kind != RowKind.Body || table.IsRowHeader(column);

    private static double RowHeight(List<IReadOnlyList<TextLine>> lines) => (lines.Max(cell => cell.Count) * PdfStyle.Cell.Leading) + (2 * Pad);

    /// <param name="row">The row.</param>
    /// <param name="body">Where it belongs.</param>
    /// <param name="with">Height of the row that must stay with it.</param>
    private void PlaceRow(Row row, StructureElement body, double with)
    {
        var lines = Lines(row);
        var height = RowHeight(lines);
        var fullRoom = flow.FullRoom - HeaderHeight();
        NewPageFor(Math.Min(height + (row.Kind == RowKind.Group ? PdfStyle.Cell.Leading * 2 : with), fullRoom));
        if (row.Id is { } anchor)
        {
            flow.Pdf.Place(anchor.Id, flow.Canvas, flow.Y);
        }

        var element = flow.Pdf.Open("TR", body);
        List<StructureElement> cells = flow.Pdf.IsMeasure ? [] : [.. row.Cells.Select((cell, index) => Open(row, cell, index, element))];
        var most = lines.Max(cell => cell.Count);
        for (var from = 0; from == 0 || from < most;)
        {
            NewPageFor(PdfStyle.Cell.Leading + (2 * Pad));
            var fits = Math.Max(1, (int)((flow.Room - (2 * Pad)) / PdfStyle.Cell.Leading));
            var slice = Math.Min(fits, most - from);
            Slice(row, lines, cells, from, slice);
            from += slice;
        }

        foreach (var cell in cells)
        {
            flow.Pdf.Close(cell);
        }

        flow.Pdf.Close(element);
        Rule(flow.Y, 0.4, PdfStyle.Rule);
    }

    private void NewPageFor(double height)
    {
        if (height > flow.Room && !flow.AtTop)
        {
            flow.EndPage();
            RepeatHeader();
        }
    }

    private StructureElement Open(Row row, Cell cell, int index, StructureElement parent)
    {
        var column = row.Cells.Take(index).Sum(before => before.Span);
        var header = IsHeader(row, column) && (row.Kind != RowKind.Total || index == 0);
        var span = cell.Span > 1 ? string.Create(CultureInfo.InvariantCulture, $"/ColSpan {cell.Span}") : string.Empty;
        var attributes = header ? $"<</O/Table/Scope/Row{span}>>" : span.Length > 0 ? $"<</O/Table{span}>>" : null;
        return flow.Pdf.Open(header ? "TH" : "TD", parent, attributes: attributes);
    }

    private void Slice(Row row, List<IReadOnlyList<TextLine>> lines, List<StructureElement> cells, int from, int count)
    {
        var (top, column) = (flow.Y, 0);
        var height = (count * PdfStyle.Cell.Leading) + (2 * Pad);
        if (row.Kind != RowKind.Body)
        {
            Fill(top, height, PdfStyle.GroupFill);
        }

        for (var index = 0; index < cells.Count; index++)
        {
            var cell = row.Cells[index];
            var width = _widths.Skip(column).Take(cell.Span).Sum();
            if (cell is RatingCell rating)
            {
                var (x, tint) = (flow.Left + _widths.Take(column).Sum(), rating.Mark.Colour.Tint(TintPercent).Hex);
                flow.Canvas.Artifact("Layout", () => flow.Canvas.Rectangle(x, top, width, height, tint));
            }

            var y = top + Pad;
            if (from == 0 && cell is ChartCell or DirectionCell { ArrowOnly: true })
            {
                Drawn(cell, cells[index], flow.Left + _widths.Take(column).Sum(), width, y);
            }

            foreach (var line in lines[index].Skip(from).Take(count))
            {
                flow.Line(line, PdfStyle.Cell, cells[index], Aligned(line, column, width, cell.Span), y);
                y += PdfStyle.Cell.Leading;
            }

            column += cell.Span;
        }

        flow.Advance(height);
    }

    /// <summary>A line of figures or an arrow in the middle of its cell, with words for those who cannot see it.</summary>
    private void Drawn(Cell cell, StructureElement owner, double left, double width, double top)
    {
        if (cell is ChartCell chart)
        {
            var drawing = new PdfChartPainter(chart.Chart, TableColumns.ChartWidth);
            ChartLayout.Figure(flow, owner, chart.Chart.Description, drawing, left + ((width - drawing.Width) / 2), top - 1);
        }
        else if (cell is DirectionCell direction)
        {
            var (x, y, radius) = (left + (width / 2), top + (PdfStyle.Cell.Leading / 2), PdfStyle.Cell.Size * 0.38);
            var figure = flow.Pdf.Open("Figure", owner, direction.Mark.Word, ChartLayout.Box(flow, x - radius, y - radius, 2 * radius, 2 * radius));
            flow.Canvas.Marked(figure, () => Shapes.Draw(flow.Canvas, direction.Mark.Arrow, x, y, radius));
            flow.Pdf.Close(figure);
        }
    }

    private double Aligned(TextLine line, int column, double width, int span)
    {
        var left = flow.Left + _widths.Take(column).Sum();
        var room = width - (2 * TableColumns.Padding);
        var trailing = line.Segments.Count > 0 && line.Segments[^1].Text.EndsWith(' ')
            ? flow.Breaker.Width(" ", line.Segments[^1].Piece.Font, PdfStyle.Cell.Size)
            : 0;
        var spare = Math.Max(0, room - line.Width + trailing);
        return left + TableColumns.Padding + (span > 1 ? 0 : table.Columns[column].Align switch
        {
            Align.Start => 0,
            Align.Centre => spare / 2,
            Align.End => spare,
            _ => 0,
        });
    }

    private void Fill(double top, double height, string colour) =>
        flow.Canvas.Artifact("Layout", () => flow.Canvas.Rectangle(flow.Left, top, _widths.Sum(), height, colour));

    private void Rule(double y, double thickness, string colour) =>
        flow.Canvas.Artifact("Layout", () => flow.Canvas.Line(flow.Left, y, flow.Left + _widths.Sum(), y, thickness, colour));
}
