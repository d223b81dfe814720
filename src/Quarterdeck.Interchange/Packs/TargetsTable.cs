using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Targets;

namespace Quarterdeck.Interchange.Packs;

internal sealed class TargetsTable : PackTable<Target>
{
    public override string Name => "targets";

    public override string Means => "Targets, floor standards and expected ranges, by period.";

    public override IReadOnlyList<PackColumn> Columns { get; } =
    [
        new("ref", "The indicator.", true),
        new("from", "First period it holds for.", true),
        new("to", "Last period; blank: until the next row of that reference and scope, else the end of the financial year."),
        new("scope", "period (default), ytd or year. A year row is shown, and used only through its profile."),
        new("target", "What the best band needs."),
        new("floor", "The floor standard."),
        new("lower", "Lower threshold of the expected range."),
        new("upper", "Upper threshold of the expected range."),
        new("profile", "given (default), straight-line (the year's figure x months elapsed / 12) or whole-year."),
        new("target_from", "A comparator's name, or previous-year, where no target is typed."),
        new("text", "A target in words: date met."),
        new("label", "What the target is called where shown."),
        new("approved_by", "Who approved it."),
        new("approved_on", "When."),
    ];

    protected override Target? Row(RowReader row, PackDraft draft)
    {
        row.Needed("from");
        if (row.Known("ref", draft) is not { } reference)
        {
            return null;
        }

        var versions = draft.Versions[reference];
        var calendar = versions[^1].Calendar;
        var from = References.Any(row, "from", calendar, draft, opening: true);
        var to = References.Any(row, "to", calendar, draft);
        if (from is not { } start)
        {
            return null;
        }

        if (to < start)
        {
            row.Refuse("to", "period-order", "The row ends before it begins.", $"a period from {start} on", "Correct from or to.");
        }

        if (versions.All(version => version.To is { } last && last < start))
        {
            row.Warn("from", "target-for-retired", $"The indicator was retired in {versions.Max(version => version.To!.Value)}, before this target begins.", "Delete the target, or extend the indicator's last version.");
        }

        return new Target
        {
            Ref = reference,
            From = start,
            To = to,
            Scope = row.Word("scope", Words.Scopes) ?? TargetScope.Period,
            Value = row.Amount("target"),
            Floor = row.Amount("floor"),
            Lower = row.Amount("lower"),
            Upper = row.Amount("upper"),
            Profile = row.Word("profile", Words.Profiles) ?? TargetProfile.Given,
            TargetFrom = row.Text("target_from"),
            Text = row.Text("text"),
            Label = row.Text("label"),
            ApprovedBy = row.Text("approved_by"),
            ApprovedOn = row.Date("approved_on"),
            At = row.At,
        };
    }

    protected override ICollection<Target> Keep(PackDraft draft) => draft.Targets;

    protected override IEnumerable<Target> Rows(Pack pack) => pack.Targets;

    protected override void Cells(Target row, RowWriter cells) => cells
        .Code("ref", row.Ref).Code("from", row.From).Code("to", row.To).Word("scope", Words.Scopes, row.Scope)
        .Number("target", row.Value).Number("floor", row.Floor).Number("lower", row.Lower).Number("upper", row.Upper)
        .Word("profile", Words.Profiles, row.Profile).Text("target_from", row.TargetFrom).Text("text", row.Text).Text("label", row.Label)
        .Text("approved_by", row.ApprovedBy).Date("approved_on", row.ApprovedOn);
}
