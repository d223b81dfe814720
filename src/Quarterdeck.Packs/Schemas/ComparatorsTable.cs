using Quarterdeck.Domain.Comparators;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Packs.Cells;
using Quarterdeck.Packs.Columns;
using Quarterdeck.Packs.Rows;

namespace Quarterdeck.Packs.Schemas;

internal sealed class ComparatorsTable : PackTable<Comparator>
{
    private static readonly PackColumn Ref = new("ref", ColumnType.Code, "The indicator it is compared with.") { IsRequired = true, From = "indicators.ref" };
    private static readonly PackColumn PeriodColumn = new(
        "period",
        ColumnType.Period,
        "The period it speaks for, which need not be one of the indicator's own; printed as typed.")
    { IsRequired = true };
    private static readonly PackColumn NameColumn = new(
        "name",
        ColumnType.Text,
        "Whose figure it is: `national average`, `statistical neighbours`.")
    { IsRequired = true };
    private static readonly PackColumn Value = new("value", ColumnType.Figure, "The figure.") { IsRequired = true };
    private static readonly PackColumn UnitColumn = new("unit", ColumnType.Code, "Its unit, where it differs.") { Blank = "the indicator's" };
    private static readonly PackColumn Lower = new("lower", ColumnType.Number, "Lower end of its range.");
    private static readonly PackColumn Upper = new("upper", ColumnType.Number, "Upper end of its range.");
    private static readonly PackColumn Note = new("note", ColumnType.Text, "How it differs in what it counts.");

    public override string Name => "comparators";

    public override string Summary => "What others achieved.";

    public override IReadOnlyList<PackColumn> Key => [Ref, PeriodColumn, NameColumn];

    protected override IReadOnlyList<PackField<Comparator>> Fields { get; } =
    [
        new(Ref, row => row.Ref.Value),
        new(PeriodColumn, row => row.PeriodLabel),
        new(NameColumn, row => row.Name),
        new(Value, row => row.Value.ToString()),
        new(UnitColumn, row => row.Unit?.Code),
        new(Lower, row => CellWriting.Number(row.Lower)),
        new(Upper, row => CellWriting.Number(row.Upper)),
        new(Note, row => row.Note),
    ];

    protected override IReadOnlyList<Comparator> RowsOf(Pack pack) => pack.Comparators;

    protected override object KeyOf(Comparator row) => (row.Ref, row.Closing, row.Name);

    protected override Comparator? Read(RowReader row, PackReadContext pack)
    {
        if (pack.KnownRef(row, Ref) is not { } reference)
        {
            return null;
        }

        var (figure, _) = row.Figure(Value);
        row.Text(Value);
        var comparator = new Comparator
        {
            Ref = reference,
            Closing = pack.Span(row, PeriodColumn, reference)?.Closing ?? default,
            PeriodLabel = row.Text(PeriodColumn) ?? string.Empty,
            Name = row.Text(NameColumn) ?? string.Empty,
            Value = figure ?? default,
            Unit = row.Text(UnitColumn) is { } unit ? UnitText.Read(unit) : null,
            Lower = row.Number(Lower),
            Upper = row.Number(Upper),
            Note = row.Text(Note),
            At = row.At,
        };
        return comparator;
    }
}
