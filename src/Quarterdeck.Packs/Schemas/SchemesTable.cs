using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Ratings;
using Quarterdeck.Packs.Cells;
using Quarterdeck.Packs.Columns;
using Quarterdeck.Packs.Rows;

namespace Quarterdeck.Packs.Schemas;

internal sealed class SchemesTable : PackTable<SchemeBand>
{
    private static readonly Vocabulary<BandRule> Rules = new();

    private static readonly PackColumn Scheme = new("scheme", ColumnType.Code, "The scheme the band belongs to.") { IsRequired = true };
    private static readonly PackColumn Order = new(
        "order",
        ColumnType.Integer,
        "When it is tried: the first band that fits is the rating.")
    { IsRequired = true };
    private static readonly PackColumn Band = new("band", ColumnType.Code, "The band's code, such as `green`.") { IsRequired = true };
    private static readonly PackColumn Rule = new(
        "rule",
        ColumnType.Word,
        "What a figure must do to fall in the band.")
    { IsRequired = true, Words = Rules.Words };
    private static readonly PackColumn Amount = new("amount", ColumnType.Number, "Per cent for `within-relative` and `date`, else in the indicator's unit.");
    private static readonly PackColumn Label = new("label", ColumnType.Text, "The word a reader sees.") { Blank = "the code with a capital" };
    private static readonly PackColumn Shape = new(
        "shape",
        ColumnType.Word,
        "The shape a reader sees.")
    { Words = ["circle", "diamond", "square", "triangle", "star"], Blank = "by its place in the scheme" };
    private static readonly PackColumn Colour = new(
        "colour",
        ColumnType.Text,
        "`green`, `amber`, `red`, `blue`, or a CSS hex colour.")
    { Blank = "by its code" };
    private static readonly PackColumn Strict = new("strict", ColumnType.YesNo, "Whether equality does not achieve.") { Blank = "no" };

    public override string Name => "schemes";

    public override string Summary =>
        "Rating schemes of the organisation's own, as ordered bands. Red, Amber, Green with a floor standard (`rag-floor`) is built in.";

    public override IReadOnlyList<PackColumn> Key => [Scheme, Order];

    protected override bool IsReferredTo => true;

    protected override IReadOnlyList<PackField<SchemeBand>> Fields { get; } =
    [
        new(Scheme, row => row.Scheme),
        new(Order, row => CellWriting.Integer(row.Order)),
        new(Band, row => row.Band),
        new(Rule, row => Rules.Write(row.Rule)),
        new(Amount, row => CellWriting.Number(row.Amount)),
        new(Label, row => row.Label),
        new(Shape, row => row.Shape),
        new(Colour, row => row.Colour),
        new(Strict, row => row.Strict ? "yes" : null),
    ];

    protected override IReadOnlyList<SchemeBand> RowsOf(Pack pack) => pack.Schemes;

    protected override object KeyOf(SchemeBand row) => (row.Scheme.ToLowerInvariant(), row.Order);

    protected override SchemeBand? Read(RowReader row, PackReadContext pack)
    {
        var scheme = row.Text(Scheme);
        if (scheme is not null)
        {
            pack.AddScheme(scheme);
        }

        var rule = row.Word(Rule, Rules);
        var band = new SchemeBand
        {
            Scheme = scheme ?? string.Empty,
            Order = RequiredOrder(row),
            Band = row.Text(Band) ?? string.Empty,
            Rule = rule ?? BandRule.Otherwise,
            Amount = row.Number(Amount),
            Label = row.Text(Label),
            Shape = row.Text(Shape)?.ToLowerInvariant(),
            Colour = row.Text(Colour),
            Strict = row.YesNo(Strict) ?? false,
            At = row.At,
        };
        if (rule is BandRule.WithinRelative or BandRule.WithinAbsolute or BandRule.Value && row.IsBlank(Amount))
        {
            row.Error(Amount, "blank-cell", string.Empty, $"The rule {Rules.Write(rule.Value)} needs an amount.", "a number", "Fill in the amount.");
        }

        if (!row.IsSpoilt)
        {
            pack.AddBandWord(band.Word);
        }

        return band;
    }

    private static int RequiredOrder(RowReader row)
    {
        row.Text(Order);
        return row.IsBlank(Order) ? 0 : row.Integer(Order, 0, 1_000) ?? 0;
    }
}
