using Quarterdeck.Domain.Assurance;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Packs.Cells;
using Quarterdeck.Packs.Columns;
using Quarterdeck.Packs.Rows;

namespace Quarterdeck.Packs.Schemas;

internal sealed class RisksTable : PackTable<Risk>
{
    private const int TopOfAnyScale = 10;

    private static readonly Vocabulary<RiskResponse> Responses = new();
    private static readonly Vocabulary<RiskRegister> Registers = new();

    private static readonly PackColumn Id = new("id", ColumnType.Code, "Short name the risk is referred to by.") { IsRequired = true };
    private static readonly PackColumn Title = new("title", ColumnType.Text, "What might happen.") { IsRequired = true };
    private static readonly PackColumn Area = new("area", ColumnType.Code, "The area that carries it.") { From = "areas.code" };
    private static readonly PackColumn Refs = new("refs", ColumnType.Codes, "The indicators that show whether it comes true.") { From = "indicators.ref" };
    private static readonly PackColumn Objectives = new("objectives", ColumnType.Codes, "The objectives it would harm.") { From = "objectives.code" };
    private static readonly PackColumn Cause = new("cause", ColumnType.Text, "Why it might happen.");
    private static readonly PackColumn Consequence = new("consequence", ColumnType.Text, "What would follow.");
    private static readonly PackColumn Likelihood = new("likelihood", ColumnType.Integer, "How likely it is now, from 1, the least.");
    private static readonly PackColumn Impact = new("impact", ColumnType.Integer, "How much it would matter now, from 1, the least.");
    private static readonly PackColumn InherentLikelihood = new("inherent_likelihood", ColumnType.Integer, "How likely it would be if nothing were done.");
    private static readonly PackColumn InherentImpact = new("inherent_impact", ColumnType.Integer, "How much it would matter if nothing were done.");
    private static readonly PackColumn TargetLikelihood = new("target_likelihood", ColumnType.Integer, "How likely it should be.");
    private static readonly PackColumn TargetImpact = new("target_impact", ColumnType.Integer, "How much it should matter.");
    private static readonly PackColumn Appetite = new("appetite", ColumnType.Integer, "The highest score, likelihood times impact, that is accepted.");
    private static readonly PackColumn Response = new("response", ColumnType.Word, "What is done about it as a whole.") { Words = Responses.Words };
    private static readonly PackColumn Owner = new("owner", ColumnType.Text, "Who answers for it: a post or a name.");
    private static readonly PackColumn ReviewedOn = new("reviewed_on", ColumnType.Date, "The day it was last judged.");
    private static readonly PackColumn Register = new("register", ColumnType.Word, "The register it stands in.") { Words = Registers.Words };
    private static readonly PackColumn Public = new("public", ColumnType.YesNo, "Whether readers outside see it.") { Blank = "no" };
    private static readonly PackColumn From = new("from", ColumnType.Period, "First round this judgement holds for.") { Blank = "always" };
    private static readonly PackColumn To = new("to", ColumnType.Period, "Last round it holds for.") { Blank = "until the next judgement" };

    public override string Name => "risks";

    public override string Summary =>
        "What might go wrong: how likely, how grave, how it should be, and who answers for it. A new row with a later `from` judges it anew.";

    public override IReadOnlyList<PackColumn> Key => [Id, From];

    protected override bool IsReferredTo => true;

    protected override IReadOnlyList<PackField<Risk>> Fields { get; } =
    [
        new(Id, row => row.Id),
        new(Title, row => row.Title),
        new(Area, row => row.Area),
        new(Refs, row => CellWriting.Refs(row.Refs)),
        new(Objectives, row => CellWriting.Codes(row.Objectives)),
        new(Cause, row => row.Cause),
        new(Consequence, row => row.Consequence),
        new(Likelihood, row => CellWriting.Integer(row.Current?.Likelihood)),
        new(Impact, row => CellWriting.Integer(row.Current?.Impact)),
        new(InherentLikelihood, row => CellWriting.Integer(row.Inherent?.Likelihood)),
        new(InherentImpact, row => CellWriting.Integer(row.Inherent?.Impact)),
        new(TargetLikelihood, row => CellWriting.Integer(row.Target?.Likelihood)),
        new(TargetImpact, row => CellWriting.Integer(row.Target?.Impact)),
        new(Appetite, row => CellWriting.Integer(row.Appetite)),
        new(Response, row => Responses.Write(row.Response)),
        new(Owner, row => row.Owner),
        new(ReviewedOn, row => CellWriting.Date(row.ReviewedOn)),
        new(Register, row => Registers.Write(row.Register)),
        new(Public, row => row.IsPublic ? "yes" : null),
        new(From, row => row.From?.ToString()),
        new(To, row => row.To?.ToString()),
    ];

    protected override IReadOnlyList<Risk> RowsOf(Pack pack) => pack.Risks;

    protected override object KeyOf(Risk row) => (row.Id.ToLowerInvariant(), row.From);

    protected override Risk? Read(RowReader row, PackReadContext pack)
    {
        var id = row.Text(Id);
        if (id is not null)
        {
            pack.AddCode(Name, id);
        }

        return new Risk
        {
            Id = id ?? string.Empty,
            Title = row.Text(Title) ?? string.Empty,
            Area = pack.KnownCode(row, Area, "areas"),
            Refs = pack.KnownRefs(row, Refs),
            Objectives = pack.KnownCodes(row, Objectives, "objectives"),
            Cause = row.Text(Cause),
            Consequence = row.Text(Consequence),
            Current = Score(row, Likelihood, Impact),
            Inherent = Score(row, InherentLikelihood, InherentImpact),
            Target = Score(row, TargetLikelihood, TargetImpact),
            Appetite = row.Integer(Appetite, 1, TopOfAnyScale * TopOfAnyScale),
            Response = row.Word(Response, Responses),
            Owner = row.Text(Owner),
            ReviewedOn = row.Date(ReviewedOn),
            Register = row.Word(Register, Registers),
            IsPublic = row.YesNo(Public) ?? false,
            From = row.Text(From) is null ? null : pack.Closing(row, From),
            To = row.Text(To) is null ? null : pack.Closing(row, To),
            At = row.At,
        };
    }

    /// <summary>Null where neither is given; one without the other is an error.</summary>
    private static RiskScore? Score(RowReader row, PackColumn likelihood, PackColumn impact)
    {
        var (likely, grave) = (row.Integer(likelihood, 1, TopOfAnyScale), row.Integer(impact, 1, TopOfAnyScale));
        if (row.IsBlank(likelihood) != row.IsBlank(impact))
        {
            var missing = likely is null ? likelihood : impact;
            row.Error(
                missing, "blank-cell", string.Empty,
                $"A risk is scored by {likelihood.Name} and {impact.Name}, and {missing.Name} is blank.", "both, or neither",
                $"Fill in {missing.Name}, or clear the other.");
        }

        return likely is { } first && grave is { } second ? new RiskScore(first, second) : null;
    }
}
