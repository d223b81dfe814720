using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Targets;
using Quarterdeck.Packs.Cells;
using Quarterdeck.Packs.Columns;
using Quarterdeck.Packs.Rows;

namespace Quarterdeck.Packs.Schemas;

internal sealed class TargetsTable : PackTable<Target>
{
    private static readonly Vocabulary<TargetScope> Scopes = new();
    private static readonly Vocabulary<TargetProfile> Profiles = new();

    private static readonly PackColumn Ref = new("ref", ColumnType.Code, "The indicator.") { IsRequired = true, From = "indicators.ref" };
    private static readonly PackColumn From = new("from", ColumnType.Period, "First period the row holds for.") { IsRequired = true };
    private static readonly PackColumn To = new(
        "to",
        ColumnType.Period,
        "Last period it holds for.")
    { Blank = "until the next row of that ref and scope, else the end of the financial year" };
    private static readonly PackColumn Scope = new(
        "scope",
        ColumnType.Word,
        "Which figure it is for. `period` rows also rate the year to date where no `ytd` row covers the period; `year` is shown, and used only "
        + "through profile.")
    {
        Words = Scopes.Words,
        Blank = "period"
    };
    private static readonly PackColumn TargetColumn = new("target", ColumnType.Number, "What Green needs.");
    private static readonly PackColumn Floor = new("floor", ColumnType.Number, "The minimum: below it management must act.");
    private static readonly PackColumn Lower = new("lower", ColumnType.Number, "Lower end of the expected range, itself inside.");
    private static readonly PackColumn Upper = new("upper", ColumnType.Number, "Upper end of the expected range, itself inside.");
    private static readonly PackColumn Profile = new(
        "profile",
        ColumnType.Word,
        "How the row's figures become those of one period: as given, the year's figure x months elapsed / 12, or the year's figure whatever the month.")
    {
        Words = Profiles.Words,
        Blank = "given"
    };
    private static readonly PackColumn TargetFrom = new(
        "target_from",
        ColumnType.Text,
        "Where the target comes from when none is typed: a comparator's name, or `previous-year`. With a typed target it is its label.");
    private static readonly PackColumn TextColumn = new("text", ColumnType.Text, "A target in words, such as `Date met`.");
    private static readonly PackColumn Label = new("label", ColumnType.Text, "What the target is called where it is printed.");
    private static readonly PackColumn Breakdown = new(
        "breakdown",
        ColumnType.Text,
        "The part of the whole it is for, as `results` names it.")
    { Blank = "the whole" };
    private static readonly PackColumn Relative = new(
        "relative",
        ColumnType.Text,
        "A target made from earlier years: `+2%` or `-5` on last year, `mean 3` of the last three years, or the better of several: `best of +2%; mean 3`.");
    private static readonly PackColumn Rationale = new("rationale", ColumnType.Text, "Why the target was set so.");
    private static readonly PackColumn ApprovedBy = new("approved_by", ColumnType.Text, "Who approved it.");
    private static readonly PackColumn ApprovedOn = new("approved_on", ColumnType.Date, "When it was approved.");

    public override string Name => "targets";

    public override string Summary => "Targets, floor standards and expected ranges, each for a run of periods. Figures are as typed in the indicator's scale.";

    public override IReadOnlyList<PackColumn> Key => [Ref, Scope, Breakdown, From];

    /// <summary>As stores name target rows that were kept before a target could be for a part; rows of several parts are told apart by their count.</summary>
    public override IReadOnlyList<PackColumn> KnownBy => [Ref, Scope, From];

    protected override IReadOnlyList<PackField<Target>> Fields { get; } =
    [
        new(Ref, row => row.Ref.Value),
        new(From, row => row.From.ToString()),
        new(To, row => row.To?.ToString()),
        new(Scope, row => Scopes.Write(row.Scope)),
        new(TargetColumn, row => Standard(row, row.Value)),
        new(Floor, row => Standard(row, row.Floor)),
        new(Lower, row => CellWriting.Number(row.Lower)),
        new(Upper, row => CellWriting.Number(row.Upper)),
        new(Profile, row => CellWriting.Unless(row.Profile, TargetProfile.Given, Profiles.Write(row.Profile))),
        new(TargetFrom, row => row.TargetFrom),
        new(TextColumn, row => row.Text),
        new(Label, row => row.Label),
        new(Breakdown, row => row.Breakdown),
        new(Relative, row => RelativeText.Write(row.Relative)),
        new(Rationale, row => row.Rationale),
        new(ApprovedBy, row => row.ApprovedBy),
        new(ApprovedOn, row => CellWriting.Date(row.ApprovedOn)),
    ];

    protected override IReadOnlyList<Target> RowsOf(Pack pack) => pack.Targets;

    protected override object KeyOf(Target row) => (row.Ref, row.Scope, row.From, row.Breakdown?.ToLowerInvariant());

    protected override Target? Read(RowReader row, PackReadContext pack)
    {
        if (pack.KnownRef(row, Ref) is not { } reference)
        {
            return null;
        }

        var from = pack.Span(row, From, reference)?.Opening;
        var target = new Target
        {
            Ref = reference,
            From = from ?? default,
            To = pack.Span(row, To, reference)?.Closing,
            Scope = row.Word(Scope, Scopes) ?? TargetScope.Period,
            Value = Standard(row, TargetColumn, reference, pack),
            Floor = Standard(row, Floor, reference, pack),
            Lower = Standard(row, Lower, reference, pack),
            Upper = Standard(row, Upper, reference, pack),
            Profile = row.Word(Profile, Profiles) ?? TargetProfile.Given,
            TargetFrom = row.Text(TargetFrom),
            Text = row.Text(TextColumn),
            Label = row.Text(Label),
            Breakdown = row.Text(Breakdown),
            Relative = RelativeText.Read(row, Relative) ?? RelativeText.FromWords(row.Text(TargetFrom), row.Text(TextColumn)),
            Rationale = row.Text(Rationale),
            ApprovedBy = row.Text(ApprovedBy),
            ApprovedOn = row.Date(ApprovedOn),
            Grades = pack.Versions(reference)[0].Grades,
            At = row.At,
        };
        if (from is { } first)
        {
            TellRetired(row, target, pack.Versions(reference), first);
        }

        return target;
    }

    protected override void Check(IReadOnlyList<Target> rows, string file, PackReadContext pack) => pack.Percents.Tell(Name, file);

    private static decimal? Standard(RowReader row, PackColumn column, IndicatorRef reference, PackReadContext pack)
    {
        if (row.Typed(column, pack.Versions(reference)[0]) is not { } typed)
        {
            return null;
        }

        pack.Percents.See("targets", row, column, reference, pack.Versions(reference), typed);
        return typed.Value;
    }

    private static string? Standard(Target row, decimal? figure) =>
        figure is { } number && row.Grades?.WordOf(number) is { } grade ? grade : CellWriting.Number(figure);

    private static void TellRetired(RowReader row, Target target, IReadOnlyList<Indicator> versions, Month first)
    {
        if (target.To < first)
        {
            row.Error(
                To,
                "ends-before-it-starts",
                target.To.ToString()!,
                $"The target holds to {target.To}, before it starts in {first}.",
                "a period not before from",
                "Correct one of the two periods.");
        }
        else if (versions.All(version => version.To < first))
        {
            var last = versions.Max(version => version.To!.Value);
            row.Tell(
                Severity.Warning,
                From,
                "target-for-retired-indicator",
                first.ToString(),
                $"{target.Ref} was retired after {MonthNames.Long(last)}, but has a target from {MonthNames.Long(first)}.",
                "a period in which the indicator is in force",
                "Remove the target, or correct the to of the indicator.");
        }
        else if (target.To is { } to && versions.All(version => version.From > to))
        {
            row.Tell(
                Severity.Warning,
                To,
                "outside-validity",
                to.ToString(),
                $"The target ends before {target.Ref} is in force.",
                "a period in which the indicator is in force",
                "Correct the periods, or the from of the indicator.");
        }
    }
}
