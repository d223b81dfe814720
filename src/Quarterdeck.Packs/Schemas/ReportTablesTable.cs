using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Packs.Cells;
using Quarterdeck.Packs.Columns;
using Quarterdeck.Packs.Rows;

namespace Quarterdeck.Packs.Schemas;

internal sealed class ReportTablesTable : PackTable<ReportTable>
{
    private static readonly Vocabulary<IndicatorKind> Kinds = new();
    private static readonly Vocabulary<ColumnKind> ColumnKinds = new();

    private static readonly PackColumn Report = new("report", ColumnType.Code, "The report.") { IsRequired = true, From = "reports.code" };
    private static readonly PackColumn Table = new(
        "table", ColumnType.Codes, "Which of its tables: an area's code, a kind, or both: `FIN;activity`.")
    { Blank = "every table" };
    private static readonly PackColumn ShownColumns = new("columns", ColumnType.Codes, "The columns after the periods, in order.")
    {
        Blank = "those of the report"
    };
    private static readonly PackColumn Periods = new("periods", ColumnType.Integer, "How many periods stand side by side, 1 to 13.")
    {
        Blank = "as many as the report says"
    };
    private static readonly PackColumn Order = new("order", ColumnType.Codes, "The indicators that come first, in order.")
    {
        Blank = "the order of the pack",
        From = "indicators.ref"
    };

    public override string Name => "report_tables";

    public override string Summary => "How some tables of a report differ from the others: their columns, how many periods they show, the order of their rows.";

    public override IReadOnlyList<PackColumn> Key => [Report, Table];

    protected override IReadOnlyList<PackField<ReportTable>> Fields { get; } =
    [
        new(Report, row => row.Report),
        new(Table, row => CellWriting.Codes(new[] { row.Area, Kinds.Write(row.Kind) }.OfType<string>())),
        new(ShownColumns, row => CellWriting.Codes(row.Columns.Select(ColumnKinds.Write))),
        new(Periods, row => CellWriting.Integer(row.Periods)),
        new(Order, row => CellWriting.Refs(row.Order)),
    ];

    protected override IReadOnlyList<ReportTable> RowsOf(Pack pack) => pack.ReportTables;

    protected override object KeyOf(ReportTable row) => (row.Report.ToLowerInvariant(), row.Area?.ToLowerInvariant(), row.Kind);

    protected override ReportTable? Read(RowReader row, PackReadContext pack)
    {
        string? area = null;
        IndicatorKind? kind = null;
        foreach (var part in row.Parts(Table))
        {
            if (kind is null && Kinds.TryRead(part, out var known))
            {
                kind = known;
            }
            else if (area is null && pack.Knows("areas", part))
            {
                area = part;
            }
            else
            {
                row.Error(
                    Table, "unknown-reference", part, $"\"{part}\" is neither an area nor a kind of indicator.", "one area's code, one kind, or both",
                    $"Write a code of the table areas, or one of {string.Join(", ", Kinds.Words)}.");
            }
        }

        return new ReportTable
        {
            Report = pack.KnownCode(row, Report, "reports") ?? string.Empty,
            Area = area,
            Kind = kind,
            Columns = row.Words(ShownColumns, ColumnKinds),
            Periods = row.Integer(Periods, 1, 13),
            Order = pack.KnownRefs(row, Order),
            At = row.At,
        };
    }
}
