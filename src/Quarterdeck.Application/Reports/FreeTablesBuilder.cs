using Quarterdeck.Domain.Commentary;
using Quarterdeck.Domain.Figures;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Reports;
using Quarterdeck.Domain.Tables;

namespace Quarterdeck.Application.Reports;

/// <summary>Complaints, staff and the like: the pack's free tables, with their notes and what was written about them.</summary>
internal static class FreeTablesBuilder
{
    public static IReadOnlyList<FreeTable> All(ReportScope scope) =>
        [.. scope.Pack.Tables.GroupBy(cell => cell.Table, StringComparer.OrdinalIgnoreCase).Select(table => Of(scope, table.Key, [.. table]))];

    private static FreeTable Of(ReportScope scope, string name, List<TableCell> cells)
    {
        var notes = new TableNotes();
        var columns = Ordered(cells, cell => cell.Column, cell => cell.ColumnOrder);
        var rows = Ordered(cells, cell => cell.Row, cell => cell.RowOrder);
        var places = cells.ToLookup(cell => (cell.Row, cell.Column));
        var made = rows
            .Select(row =>
                new FreeRow(row, cells.First(cell => cell.Row == row).Role, [.. columns.Select(column => Cell(places[(row, column)].FirstOrDefault(), notes))]))
            .ToList();
        return new FreeTable
        {
            Name = name,
            Title = cells.Select(cell => cell.Title).FirstOrDefault(title => title is not null) ?? Phrases.Sentence(name),
            Columns = columns,
            Rows = made,
            Notes = notes.All,
            Remarks = [.. scope.Texts.Where(text => text.Kind == CommentaryKind.Footnote
                && text.Refs.Count == 0
                && string.Equals(text.Group, name, StringComparison.OrdinalIgnoreCase)).Select(text => text.Text)],
            Narrative = NarrativeBuilder.Table(scope, name),
        };
    }

    private static List<string> Ordered(List<TableCell> cells, Func<TableCell, string> name, Func<TableCell, int?> order) =>
    [
        .. cells
            .GroupBy(name)
            .Select((group, index) => (group.Key, Order: group.Min(order) ?? int.MaxValue, index))
            .OrderBy(one => one.Order)
            .ThenBy(one => one.index)
            .Select(one => one.Key),
    ];

    private static ReportCell Cell(TableCell? cell, TableNotes notes)
    {
        var keys = new[] { cell?.Note, cell?.Accepted }.OfType<string>().Select(notes.Add).ToList();
        ReportCell made = cell switch
        {
            { Value.Number: { } number } => new ReportCell.Number(FigureText.Cell(cell.Unit ?? Unit.Number, 1, number), number),
            { Value: { Marker: { } marker } figure } => new ReportCell.Absent(figure.Words ?? marker.Shown(), marker.Code()),
            { Text: { } words } => new ReportCell.Words(words),
            _ => new ReportCell.Absent("n/a", "There is no figure here."),
        };
        return made with { Notes = keys };
    }
}
