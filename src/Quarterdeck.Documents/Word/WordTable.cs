using System.Globalization;
using System.Text;
using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Word;

/// <summary>Writes one table: header rows that repeat on each page, rows kept whole, a caption and a summary for those who cannot glance at it.</summary>
internal sealed class WordTable(WordParts parts, Table table, int room)
{
    /// <summary>A row of more characters may break over pages: it might not fit on one.</summary>
    private const int LongestWholeRow = 1800;

    private readonly WordColumns _columns = WordColumns.Of(table, room);
    private readonly WordNotes _notes = new(table.Id, table.Footnotes);
    private readonly StringBuilder _xml = new();

    private string Small => _columns.Small ? "Small" : string.Empty;

    public string Xml()
    {
        var first = table.Rows.Count > 0 && table.IsRowHeader(0);
        _xml.Append(
            CultureInfo.InvariantCulture,
            $"<w:tbl><w:tblPr><w:tblStyle w:val=\"ReportTable\"/><w:tblW w:w=\"{_columns.Widths.Sum()}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/>");
        _xml.Append(
            CultureInfo.InvariantCulture,
            $"<w:tblLook w:val=\"{(first ? "06A0" : "0620")}\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"{(first ? 1 : 0)}\" "
                + $"w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/>");
        _xml.Append(CultureInfo.InvariantCulture, $"<w:tblCaption w:val=\"{WordText.Attribute(table.Caption)}\"/>");
        if (table.Summary is { } summary)
        {
            _xml.Append(CultureInfo.InvariantCulture, $"<w:tblDescription w:val=\"{WordText.Attribute(summary)}\"/>");
        }

        _xml.Append("</w:tblPr><w:tblGrid>");
        foreach (var width in _columns.Widths)
        {
            _xml.Append(CultureInfo.InvariantCulture, $"<w:gridCol w:w=\"{width}\"/>");
        }

        _xml.Append("</w:tblGrid>");
        Header();
        for (var index = 0; index < table.Rows.Count; index++)
        {
            Row(table.Rows[index], keepNext: KeepsNext(index));
        }

        if (table.Rows.Count == 0)
        {
            Row(new Row([new TextCell(table.WhenEmpty) { Span = table.Columns.Count }]), plain: true);
        }

        return _xml.Append("</w:tbl>").ToString();
    }

    /// <summary>Tables of few rows stand on one page; of longer ones the first two rows and the last two stay together.</summary>
    private bool KeepsNext(int index) =>
        index < table.Rows.Count - 1 && (table.IsShort || index == 0 || index == table.Rows.Count - 2);

    /// <summary>Runs of neighbouring columns under one heading; a column without one stands alone.</summary>
    public static IEnumerable<(int Start, int Count, string? Group)> Groups(Table table)
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

    private void Header()
    {
        var grouped = table.Columns.Any(column => column.Group is not null);
        if (grouped)
        {
            _xml.Append("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
            foreach (var (start, count, group) in Groups(table))
            {
                if (group is null)
                {
                    HeadCell(start, 1, "<w:vMerge w:val=\"restart\"/>", Label(start), AlignOf(table.Columns[start].Align));
                }
                else
                {
                    HeadCell(start, count, string.Empty, WordText.Run(group), count > 1 ? "center" : AlignOf(table.Columns[start].Align));
                }
            }

            _xml.Append("</w:tr>");
        }

        _xml.Append("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
        for (var column = 0; column < table.Columns.Count; column++)
        {
            var merged = grouped && table.Columns[column].Group is null;
            HeadCell(column, 1, merged ? "<w:vMerge/>" : string.Empty, merged ? string.Empty : Label(column), AlignOf(table.Columns[column].Align));
        }

        _xml.Append("</w:tr>");
    }

    private string Label(int column) =>
        WordText.Run(table.Columns[column].Label) + WordRuns.Marks(parts, table.Columns[column].Notes, _notes, RunLook.Plain);

    private void HeadCell(int column, int span, string merge, string runs, string? align)
    {
        CellStart(column, span, merge, WordStyles.HeaderFill, "bottom");
        _xml.Append("<w:p>").Append(new ParagraphLook("TableHeading" + Small) { KeepNext = true, Align = align }.Xml()).Append(runs).Append("</w:p></w:tc>");
    }

    private void Row(Row row, bool plain = false, bool keepNext = false)
    {
        var whole = row.Cells.Sum(cell => cell.Plain.Length) <= LongestWholeRow;
        _xml.Append("<w:tr>").Append(whole ? "<w:trPr><w:cantSplit/></w:trPr>" : string.Empty);
        var column = 0;
        foreach (var cell in row.Cells)
        {
            var heads = !plain && (row.Kind != RowKind.Body || table.IsBold(column));
            var fill = cell is RatingCell rating
                ? WordRuns.Hex(rating.Mark.Colour.Tint(WordRuns.TintPercent))
                : row.Kind == RowKind.Body ? null : WordStyles.GroupFill;
            var runs = Shown(cell, column) + WordRuns.Marks(parts, cell.Notes, _notes, RunLook.Plain);
            CellStart(column, cell.Span, string.Empty, fill, null);
            var look = new ParagraphLook((heads ? "TableRowHeading" : "TableText") + Small)
            {
                KeepNext = keepNext || row.Kind == RowKind.Group,
                Align = cell.Span > 1 ? null : AlignOf(table.Columns[column].Align),
            };
            _xml.Append("<w:p>").Append(look.Xml()).Append(column == 0 ? parts.Bookmarks.Around(row.Id, runs) : runs).Append("</w:p></w:tc>");
            column += cell.Span;
        }

        _xml.Append("</w:tr>");
    }

    private void CellStart(int column, int span, string merge, string? fill, string? vertical)
    {
        _xml.Append(CultureInfo.InvariantCulture, $"<w:tc><w:tcPr><w:tcW w:w=\"{_columns.Widths.Skip(column).Take(span).Sum()}\" w:type=\"dxa\"/>");
        if (span > 1)
        {
            _xml.Append(CultureInfo.InvariantCulture, $"<w:gridSpan w:val=\"{span}\"/>");
        }

        _xml.Append(merge);
        if (fill is not null)
        {
            _xml.Append(CultureInfo.InvariantCulture, $"<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"{fill}\"/>");
        }

        _xml.Append(vertical is null ? "</w:tcPr>" : $"<w:vAlign w:val=\"{vertical}\"/></w:tcPr>");
    }

    private string Shown(Cell cell, int column) => cell switch
    {
        ChartCell chart when WordChartDrawing.IsPicture(chart.Chart) =>
            WordChartDrawing.Picture(chart.Chart, parts.Picture(chart.Chart), parts.Drawing(), _columns.Widths[column]),
        DirectionCell { ArrowOnly: true } direction => WordText.Run(WordRuns.Glyph(direction.Mark.Arrow)),
        TextCell text => WordRuns.Of(parts, text.Text, _notes, RunLook.Plain),
        RatingCell rating => WordRuns.Rating(rating.Mark, RunLook.Plain),
        DirectionCell direction => WordRuns.Direction(direction.Mark, RunLook.Plain),
        NumberCell { Status: { } status } number => WordText.Run($"{number.Displayed}\u00a0[{status}]"),
        AlertCell { Kind: not AlertKind.Within } alert => WordText.Run(alert.Word, "<w:b/><w:bCs/>"),
        EmptyCell empty => WordText.Run(empty.Displayed, $"<w:color w:val=\"{WordStyles.Quiet}\"/>"),
        _ => WordText.Run(cell.Plain),
    };

    private static string? AlignOf(Align align) => align switch
    {
        Align.Start => null,
        Align.Centre => "center",
        Align.End => "right",
    };
}
