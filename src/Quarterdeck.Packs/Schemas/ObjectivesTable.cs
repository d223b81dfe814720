using Quarterdeck.Domain.Objectives;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Packs.Cells;
using Quarterdeck.Packs.Columns;
using Quarterdeck.Packs.Rows;

namespace Quarterdeck.Packs.Schemas;

internal sealed class ObjectivesTable : PackTable<Objective>
{
    private static readonly Vocabulary<ObjectiveKind> Kinds = new();

    private static readonly PackColumn Code = new("code", ColumnType.Code, "Short name that other tables use.") { IsRequired = true };
    private static readonly PackColumn Title = new("title", ColumnType.Text, "The objective in full.") { IsRequired = true };
    private static readonly PackColumn Parent = new("parent", ColumnType.Code, "The objective it serves.") { From = "objectives.code" };
    private static readonly PackColumn Kind = new("kind", ColumnType.Word, "What the organisation calls it.") { Words = Kinds.Words };

    public override string Name => "objectives";

    public override string Summary => "What indicators serve: the plan, its ambitions, priorities and outcomes.";

    public override IReadOnlyList<PackColumn> Key => [Code];

    protected override bool IsReferredTo => true;

    protected override IReadOnlyList<PackField<Objective>> Fields { get; } =
    [
        new(Code, row => row.Code),
        new(Title, row => row.Title),
        new(Parent, row => row.Parent),
        new(Kind, row => Kinds.Write(row.Kind)),
    ];

    protected override IReadOnlyList<Objective> RowsOf(Pack pack) => pack.Objectives;

    protected override object KeyOf(Objective row) => row.Code;

    protected override Objective? Read(RowReader row, PackReadContext pack)
    {
        var code = row.Text(Code);
        if (code is not null)
        {
            pack.AddCode(Name, code);
        }

        return new Objective
        {
            Code = code ?? string.Empty,
            Title = row.Text(Title) ?? string.Empty,
            Parent = row.Text(Parent),
            Kind = row.Word(Kind, Kinds),
            At = row.At,
        };
    }

    protected override void Check(IReadOnlyList<Objective> rows, string file, PackReadContext pack)
    {
        foreach (var row in rows)
        {
            pack.RefuseUnknown(file, row.At.Row, Parent, Name, row.Parent);
        }

        Parents.RefuseCircles(rows.Select(row => (row.Code, row.Parent, row.At.Row)), file, Parent, pack.Log);
    }
}
