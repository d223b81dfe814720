using Quarterdeck.Documents.Charts;
using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Html;

/// <summary>One cell of a table.</summary>
internal static class CellHtml
{
    /// <param name="page">Where it is written.</param>
    /// <param name="table">Whose cell it is.</param>
    /// <param name="row">Its row.</param>
    /// <param name="cell">The cell.</param>
    /// <param name="column">The first column it stands in, from 0.</param>
    /// <param name="notes">The table's notes.</param>
    public static void Append(Page page, Table table, Row row, Cell cell, int column, NoteScope notes)
    {
        var header = row.Kind == RowKind.Group ? " scope=\"rowgroup\"" : table.IsRowHeader(column) ? " scope=\"row\"" : null;
        var name = header is null ? "td" : "th";
        var classes = (ClassesOf(page, cell) + AlignOf(table.Columns[column], row, cell)).Trim();
        page.Raw(
            $"<{name}{header}{(cell.Span > 1 ? $" colspan=\"{cell.Span}\"" : string.Empty)}{(classes.Length > 0 ? $" class=\"{classes}\"" : string.Empty)}");
        if (cell is EmptyCell empty && empty.Reason != empty.Displayed)
        {
            page.Raw(" title=\"").Words(empty.Reason).Raw("\"");
        }

        page.Raw(">");
        AppendContent(page, cell, notes);
        AppendNotes(page, cell.Notes, notes);
        page.Raw($"</{name}>");
    }

    public static void AppendNotes(Page page, IReadOnlyList<string> keys, NoteScope notes)
    {
        foreach (var key in keys)
        {
            notes.AppendMark(page, key);
        }
    }

    public static string AlignOf(Column column) => column.Align switch
    {
        Align.Start => string.Empty,
        Align.Centre => " centre",
        Align.End => " end",
    };

    /// <summary>Words across several columns start at the left, whatever the columns under them do.</summary>
    private static string AlignOf(Column column, Row row, Cell cell) =>
        cell.Span == 1 ? AlignOf(column) : row.Kind == RowKind.Body && cell is TextCell ? " span" : string.Empty;

    private static string ClassesOf(Page page, Cell cell) => cell switch
    {
        RatingCell rating => "rating " + page.TintOf(rating.Mark),
        DirectionCell => "direction",
        AlertCell { Kind: AlertKind.Within } => "alert",
        AlertCell => "alert out",
        EmptyCell => "none",
        NumberCell => "figure",
        _ => string.Empty,
    };

    private static void AppendContent(Page page, Cell cell, NoteScope notes)
    {
        switch (cell)
        {
            case TextCell text:
                InlineHtml.Append(page, text.Text, notes);
                break;
            case NumberCell { Status: { } status } number:
                page.Words(number.Displayed).Raw(" <small>[").Words(status).Raw("]</small>");
                break;
            case RatingCell rating:
                page.Mark(rating.Mark).Words(rating.Mark.Label);
                break;
            case DirectionCell direction:
                InlineHtml.AppendArrow(page, direction.Mark.Arrow);
                page.Raw(direction.ArrowOnly ? "<span class=\"hidden\">" : string.Empty).Words(direction.Mark.Word)
                    .Raw(direction.ArrowOnly ? "</span>" : string.Empty);
                break;
            case ChartCell chart:
                page.Raw(SvgWriter.Write(chart.Chart));
                break;
            case AlertCell alert:
                InlineHtml.AppendAlert(page, alert.Kind);
                page.Words(alert.Word);
                break;
            default:
                page.Words(cell.Plain);
                break;
        }
    }
}
