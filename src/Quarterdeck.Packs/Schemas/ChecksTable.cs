using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Publications;
using Quarterdeck.Packs.Cells;
using Quarterdeck.Packs.Columns;
using Quarterdeck.Packs.Rows;

namespace Quarterdeck.Packs.Schemas;

internal sealed class ChecksTable : PackTable<CheckDecision>
{
    private static readonly Vocabulary<DecisionState> States = new();

    private static readonly PackColumn Code = new("code", ColumnType.Code, "The finding's code: `dead-link`.") { IsRequired = true };
    private static readonly PackColumn Ref = new("ref", ColumnType.Code, "The indicator it is about.") { From = "indicators.ref", Blank = "every one" };
    private static readonly PackColumn State = new(
        "state",
        ColumnType.Word,
        "off: a warning or note is not reported. accepted: it is known, and an error no longer stops a publication.")
    { IsRequired = true, Words = States.Words };
    private static readonly PackColumn Reason = new(
        "reason",
        ColumnType.Text,
        "Why. Publications print the reason of an accepted error.")
    { IsRequired = true };
    private static readonly PackColumn Until = new("until", ColumnType.Period, "The last reporting round it holds for.") { Blank = "no end" };

    public override string Name => "checks";

    public override string Summary => "What the council decided about findings of the check list: warnings and notes switched off, errors accepted.";

    public override IReadOnlyList<PackColumn> Key => [Code, Ref];

    protected override IReadOnlyList<PackField<CheckDecision>> Fields { get; } =
    [
        new(Code, row => row.Code),
        new(Ref, row => row.Ref?.Value),
        new(State, row => States.Write(row.State)),
        new(Reason, row => row.Reason),
        new(Until, row => row.Until?.ToString()),
    ];

    protected override IReadOnlyList<CheckDecision> RowsOf(Pack pack) => pack.Decisions;

    protected override object KeyOf(CheckDecision row) => (row.Code, row.Ref);

    protected override CheckDecision? Read(RowReader row, PackReadContext pack)
    {
        IndicatorRef? reference = null;
        if (row.Text(Ref) is not null && (reference = pack.KnownRef(row, Ref)) is null)
        {
            return null;
        }

        return new CheckDecision
        {
            Code = row.Text(Code)?.ToLowerInvariant() ?? string.Empty,
            Ref = reference,
            State = row.Word(State, States) ?? default,
            Reason = row.Text(Reason) ?? string.Empty,
            Until = row.Text(Until) is null ? null : pack.Closing(row, Until),
            At = row.At,
        };
    }
}
