using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.People;
using Quarterdeck.Packs.Cells;
using Quarterdeck.Packs.Columns;
using Quarterdeck.Packs.Rows;

namespace Quarterdeck.Packs.Schemas;

internal sealed class AreasTable : PackTable<Area>
{
    private static readonly Vocabulary<AreaKind> Kinds = new();

    private static readonly PackColumn Code = new("code", ColumnType.Code, "Short name that other tables use.") { IsRequired = true };
    private static readonly PackColumn AreaName = new("name", ColumnType.Text, "Name in full.") { IsRequired = true };
    private static readonly PackColumn Parent = new("parent", ColumnType.Code, "The area it is part of.") { From = "areas.code" };
    private static readonly PackColumn Kind = new("kind", ColumnType.Word, "What sort of part of the organisation it is.") { Words = Kinds.Words };
    private static readonly PackColumn Order = new("order", ColumnType.Integer, "Place in the report.") { Blank = "the order of the rows" };
    private static readonly PackColumn SummaryGroup = new("summary_group", ColumnType.Text, "Heading in the summary.") { Blank = "the area's name" };
    private static readonly PackColumn SummaryOrder = new(
        "summary_order",
        ColumnType.Integer,
        "Place of the heading in the summary.")
    { Blank = "as in the report" };

    public override string Name => "areas";

    public override string Summary => "The parts of the organisation that answer for indicators: departments, directorates, divisions, service areas.";

    public override IReadOnlyList<PackColumn> Key => [Code];

    protected override bool IsReferredTo => true;

    protected override IReadOnlyList<PackField<Area>> Fields { get; } =
    [
        new(Code, row => row.Code),
        new(AreaName, row => row.Name),
        new(Parent, row => row.Parent),
        new(Kind, row => Kinds.Write(row.Kind)),
        new(Order, row => CellWriting.Integer(row.Order)),
        new(SummaryGroup, row => row.SummaryGroup),
        new(SummaryOrder, row => CellWriting.Integer(row.SummaryOrder)),
    ];

    protected override IReadOnlyList<Area> RowsOf(Pack pack) => pack.Areas;

    protected override object KeyOf(Area row) => row.Code;

    protected override Area? Read(RowReader row, PackReadContext pack)
    {
        var code = row.Text(Code);
        if (code is not null)
        {
            pack.AddCode(Name, code);
        }

        var area = new Area
        {
            Code = code ?? string.Empty,
            Name = row.Text(AreaName) ?? string.Empty,
            Parent = row.Text(Parent),
            Kind = row.Word(Kind, Kinds),
            Order = row.Integer(Order, 0, 100_000),
            SummaryGroup = row.Text(SummaryGroup),
            SummaryOrder = row.Integer(SummaryOrder, 0, 100_000),
            At = row.At,
        };
        return area;
    }

    protected override void Check(IReadOnlyList<Area> rows, string file, PackReadContext pack)
    {
        foreach (var row in rows)
        {
            pack.RefuseUnknown(file, row.At.Row, Parent, Name, row.Parent);
        }

        Parents.RefuseCircles(rows.Select(row => (row.Code, row.Parent, row.At.Row)), file, Parent, pack.Log);
    }
}
