using Quarterdeck.Documents.Markdown;
using Quarterdeck.Documents.Tree;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Documents.Reports;

/// <summary>An indicator table as a table of the document tree, cell for cell.</summary>
internal static class TableBlocks
{
    public static Table Of(Anchor id, IndicatorTable table, Labels labels, IndicatorNames names) => new(
        id,
        table.Caption,
        [.. table.Columns.Select(Column)],
        [.. table.Rows.Select(row => new Row([
            .. row.Cells.Select((cell, index) => Cell(cell, ColumnAt(table, row, index), row, table.Columns[0].Kind == ColumnKind.Indicator, labels, names))
        ]) { Id = IndicatorNames.RowOf(row.Rated.Indicator.Ref) })])
    {
        Footnotes = [.. table.Notes.Select(note => new Footnote(note.Key, MarkdownText.Inlines(note.Text)))],
    };

    /// <summary>The column a cell starts in: cells before it may reach across several.</summary>
    private static ColumnKind ColumnAt(IndicatorTable table, ReportRow row, int cell) => table.Columns[row.Cells.Take(cell).Sum(each => each.Span)].Kind;

    private static Column Column(ReportColumn column) => new(column.Heading)
    {
        Group = column.Group,
        RowHeader = column.Kind == ColumnKind.Indicator,
        Width = column.Kind switch
        {
            ColumnKind.Reference => ColumnWidth.Narrow,
            ColumnKind.Indicator => ColumnWidth.Wide,
            _ => ColumnWidth.Normal,
        },
        Align = column.Kind switch
        {
            ColumnKind.Period
                or ColumnKind.YearToDate
                or ColumnKind.Lower
                or ColumnKind.Upper
                or ColumnKind.Target
                or ColumnKind.Floor
                or ColumnKind.PreviousYear
                or ColumnKind.Forecast => Align.End,
            ColumnKind.Trend or ColumnKind.Direction => Align.Centre,
            _ => Align.Start,
        },
    };

    /// <summary>A cell that leads nowhere.</summary>
    public static Cell Plain(ReportCell cell)
    {
        Cell made = cell switch
        {
            ReportCell.Words words => new TextCell(words.Text),
            ReportCell.Number number => new NumberCell(number.Displayed, number.Value) { Status = number.Status },
            ReportCell.Rating rating => RatingMarks.Cell(rating.Shown),
            ReportCell.Range range => new AlertCell(range.Word, RatingMarks.Of(range.Alert)),
            ReportCell.Absent absent => new EmptyCell(absent.Displayed, absent.Reason),
            ReportCell.Steps steps => new TextCell(string.Join("; ", steps.Each)),
            _ => throw new InvalidOperationException("Every cell that needs no words of the report is one of those named at ReportCell."),
        };
        return made with { Span = cell.Span, Notes = cell.Notes };
    }

    private static Cell Cell(ReportCell cell, ColumnKind column, ReportRow row, bool unnamed, Labels labels, IndicatorNames names) => cell switch
    {
        ReportCell.Words { Text.Length: > 0 } words when column == ColumnKind.Reference || (unnamed && column == ColumnKind.Indicator) =>
            new TextCell(Named(names.Of(row.Rated.Indicator.Ref, words.Text), column)) { Span = cell.Span, Notes = cell.Notes },
        ReportCell.Line line => new ChartCell(TrendBlocks.Line(row.Rated.Indicator, line.Name, line.Rows, labels.Of(Labels.Target))),
        ReportCell.Arrow { Shown.Travel: { } travel } => new DirectionCell(RatingMarks.Of(travel, labels)) { ArrowOnly = true },
        _ => Plain(cell),
    };

    private static RichText Named(RichText words, ColumnKind column) => column == ColumnKind.Reference ? new Strong(words) : words;
}
