using Quarterdeck.Domain.Figures;
using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Tables;
using Quarterdeck.Packs.Cells;
using Quarterdeck.Packs.Columns;
using Quarterdeck.Packs.Rows;

namespace Quarterdeck.Packs.Schemas;

internal sealed class FreeTablesTable : PackTable<TableCell>
{
    private static readonly Vocabulary<TableRole> Roles = new();

    private static readonly PackColumn Table = new("table", ColumnType.Code, "The table the cell belongs to.") { IsRequired = true };
    private static readonly PackColumn Row = new("row", ColumnType.Text, "Heading of its row.") { IsRequired = true };
    private static readonly PackColumn ColumnColumn = new("column", ColumnType.Text, "Heading of its column.") { IsRequired = true };
    private static readonly PackColumn Value = new("value", ColumnType.Figure, "What stands in it: a number, a marker or words.") { IsExpected = true };
    private static readonly PackColumn Title = new("title", ColumnType.Text, "Title of the table; the first one given counts.");
    private static readonly PackColumn RowOrder = new("row_order", ColumnType.Integer, "Place of the row.") { Blank = "the order of the rows here" };
    private static readonly PackColumn ColumnOrder = new("column_order", ColumnType.Integer, "Place of the column.") { Blank = "the order of the rows here" };
    private static readonly PackColumn Role = new("role", ColumnType.Word, "What the row is to its total.") { Words = Roles.Words, Blank = "detail" };
    private static readonly PackColumn PartOf = new("part_of", ColumnType.Text, "The row it adds into.");
    private static readonly PackColumn ColumnPartOf = new("column_part_of", ColumnType.Text, "The column it adds into.");
    private static readonly PackColumn UnitColumn = new("unit", ColumnType.Code, "What the number counts.");
    private static readonly PackColumn MarkerColumn = new("marker", ColumnType.Text, "Why there is no value, with the council's words after a colon.");
    private static readonly PackColumn Note = new("note", ColumnType.Text, "A remark on this cell.");
    private static readonly PackColumn Accepted = new("accepted", ColumnType.Text, "Why parts and total differ, where that is accepted.");

    public override string Name => "tables";

    public override string Summary => "Tables of the organisation's own, one cell a row: complaints, staff, highlight targets and the like.";

    public override IReadOnlyList<PackColumn> Key => [Table, Row, ColumnColumn];

    protected override IReadOnlyList<PackField<TableCell>> Fields { get; } =
    [
        new(Table, row => row.Table),
        new(Row, row => row.Row),
        new(ColumnColumn, row => row.Column),
        new(Value, row => row.Text ?? CellWriting.Number(row.Value?.Number)),
        new(Title, row => row.Title),
        new(RowOrder, row => CellWriting.Integer(row.RowOrder)),
        new(ColumnOrder, row => CellWriting.Integer(row.ColumnOrder)),
        new(Role, row => CellWriting.Unless(row.Role, TableRole.Detail, Roles.Write(row.Role))),
        new(PartOf, row => row.PartOf),
        new(ColumnPartOf, row => row.ColumnPartOf),
        new(UnitColumn, row => row.Unit?.Code),
        new(MarkerColumn, row => row.Value is { Marker: not null } marker ? marker.ToString() : null),
        new(Note, row => row.Note),
        new(Accepted, row => row.Accepted),
    ];

    protected override IReadOnlyList<TableCell> RowsOf(Pack pack) => pack.Tables;

    protected override object KeyOf(TableCell row) => (row.Table, row.Row, row.Column);

    protected override TableCell? Read(RowReader row, PackReadContext pack)
    {
        var (value, text, typed) = Content(row);
        var unit = row.Text(UnitColumn) is { } typedUnit ? UnitText.Read(typedUnit) : default(Unit?);
        return new TableCell
        {
            Table = row.Text(Table) ?? string.Empty,
            Row = row.Text(Row) ?? string.Empty,
            Column = row.Text(ColumnColumn) ?? string.Empty,
            Value = Marked(row, value, text),
            Text = text,
            Title = row.Text(Title),
            RowOrder = row.Integer(RowOrder, 0, 100_000),
            ColumnOrder = row.Integer(ColumnOrder, 0, 100_000),
            Role = row.Word(Role, Roles) ?? TableRole.Detail,
            PartOf = row.Text(PartOf),
            ColumnPartOf = row.Text(ColumnPartOf),
            Unit = unit ?? (typed is { IsPercent: true } ? Unit.Percent : typed is { Currency: { } currency } ? new Unit(currency) : null),
            Note = row.Text(Note),
            Accepted = row.Text(Accepted),
            At = row.At,
        };
    }

    protected override void Check(IReadOnlyList<TableCell> rows, string file, PackReadContext pack)
    {
        var heads = rows.Select(row => (row.Table, row.Row)).ToHashSet();
        var columns = rows.Select(row => (row.Table, row.Column)).ToHashSet();
        foreach (var row in rows)
        {
            RefuseUnknown(row, PartOf, row.PartOf, "row", heads, file, pack);
            RefuseUnknown(row, ColumnPartOf, row.ColumnPartOf, "column", columns, file, pack);
        }
    }

    private static void RefuseUnknown(
        TableCell row,
        PackColumn column,
        string? named,
        string what,
        HashSet<(string, string)> known,
        string file,
        PackReadContext pack)
    {
        if (named is not null && !known.Contains((row.Table, named)))
        {
            pack.Log.Add(new Finding(
                "unknown-reference",
                Severity.Error,
                $"\"{named}\" is no {what} of the table {row.Table}.",
                $"Correct it, or add the {what} it adds into.")
            {
                File = file,
                Row = row.At.Row,
                Column = column.Name,
                Value = named,
                Expected = $"a {what} of the same table",
            });
        }
    }

    private static (Figure? Value, string? Text, TypedNumber? Typed) Content(RowReader row)
    {
        var cell = row.Cell(Value);
        var text = FormulaInjectionGuard.Read(cell.Text);
        if (text.Length == 0)
        {
            return default;
        }

        if (MarkerText.IsPlain(text))
        {
            return (row.Figure(Value).Figure, null, null);
        }

        if (NumberText.TryRead(text, row.HasDoubtfulCommas, out var number, out var fault) && number.BareMark is null)
        {
            return (Figure.Of(number.Value), null, number);
        }

        if (fault is { IsAmbiguous: true } && text.Any(char.IsAsciiDigit))
        {
            row.Refuse(Value, text, fault);
        }

        return (null, text, null);
    }

    private static Figure? Marked(RowReader row, Figure? value, string? words)
    {
        if (row.Text(MarkerColumn) is not { } text)
        {
            return value;
        }

        if (!MarkerText.TryRead(text, out var marker))
        {
            row.Error(
                MarkerColumn,
                "unknown-word",
                text,
                $"\"{text}\" is no marker.",
                string.Join(", ", MarkerText.Codes),
                "Write one of them, with your own words after a colon: suspended: Survey paused.");
        }
        else if (words is not null || value is not null)
        {
            row.Error(
                MarkerColumn,
                "value-and-marker",
                text,
                $"The row has both the value {words ?? value.ToString()} and the marker {text}.",
                "a value or a marker",
                "Remove the one that is wrong.");
        }

        return marker;
    }
}
