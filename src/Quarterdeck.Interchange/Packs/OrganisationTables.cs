using Quarterdeck.Domain.Objectives;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.People;

namespace Quarterdeck.Interchange.Packs;

internal sealed class AreasTable : PackTable<Area>
{
    public override string Name => "areas";

    public override string Means => "The parts of the organisation that answer for indicators. A parent stands before its children.";

    public override IReadOnlyList<PackColumn> Columns { get; } =
    [
        new("code", "Short code, used by other tables.", true),
        new("name", "As printed.", true),
        new("parent", "Code of the area it belongs to."),
        new("kind", "department, directorate, division or service-area."),
        new("order", "Place among its neighbours; else the order of the rows."),
        new("summary_group", "Heading in the summary, where it is not the name."),
        new("summary_order", "Place of that heading in the summary."),
    ];

    protected override Area? Row(RowReader row, PackDraft draft)
    {
        var area = new Area
        {
            Code = row.Needed("code"),
            Name = row.Needed("name"),
            Parent = References.Code(row, "parent", draft.AreaCodes, "area"),
            Kind = row.Word("kind", Words.AreaKinds),
            Order = row.Whole("order", 0, 9999),
            SummaryGroup = row.Text("summary_group"),
            SummaryOrder = row.Whole("summary_order", 0, 9999),
            At = row.At,
        };
        References.Once(row, draft, Name, "code", area.Code);
        draft.AreaCodes.Add(area.Code);
        return area;
    }

    protected override ICollection<Area> Keep(PackDraft draft) => draft.Areas;

    protected override IEnumerable<Area> Rows(Pack pack) => pack.Areas;

    protected override void Cells(Area row, RowWriter cells) => cells
        .Text("code", row.Code).Text("name", row.Name).Text("parent", row.Parent).Word("kind", Words.AreaKinds, row.Kind)
        .Whole("order", row.Order).Text("summary_group", row.SummaryGroup).Whole("summary_order", row.SummaryOrder);
}

internal sealed class PostsTable : PackTable<Post>
{
    public override string Name => "posts";

    public override string Means => "Who holds which role, from when to when.";

    public override IReadOnlyList<PackColumn> Columns { get; } =
    [
        new("area", "Code of the area the role is for."),
        new("ref", "Reference, where the role is for one indicator."),
        new("role", "director, responsible-officer, accountable-officer, cabinet-member, delivery-partner, or the council's own word.", true),
        new("holder", "The person, or the role's name where people are not named.", true),
        new("title", "Job title as printed."),
        new("from", "First day."),
        new("to", "Last day."),
        new("order", "Place among several of one role."),
    ];

    protected override Post? Row(RowReader row, PackDraft draft)
    {
        if (!row.Has("area") && !row.Has("ref"))
        {
            row.Refuse("area", "missing-value", "The post names neither an area nor an indicator.", "an area's code, or a reference", "Fill in area or ref.");
        }

        return new Post
        {
            Area = References.Code(row, "area", draft.AreaCodes, "area"),
            Ref = row.Has("ref") ? row.Known("ref", draft) : null,
            Role = row.Needed("role").ToLowerInvariant().Replace(' ', '-'),
            Holder = row.Needed("holder"),
            Title = row.Text("title"),
            From = row.Date("from"),
            To = row.Date("to"),
            Order = row.Whole("order", 0, 9999),
            At = row.At,
        };
    }

    protected override ICollection<Post> Keep(PackDraft draft) => draft.Posts;

    protected override IEnumerable<Post> Rows(Pack pack) => pack.Posts;

    protected override void Cells(Post row, RowWriter cells) => cells
        .Text("area", row.Area).Code("ref", row.Ref).Text("role", row.Role).Text("holder", row.Holder).Text("title", row.Title)
        .Date("from", row.From).Date("to", row.To).Whole("order", row.Order);
}

internal sealed class ObjectivesTable : PackTable<Objective>
{
    public override string Name => "objectives";

    public override string Means => "What indicators serve: plan, ambitions, priorities. A parent stands before its children.";

    public override IReadOnlyList<PackColumn> Columns { get; } =
    [
        new("code", "Short code, used by indicators.", true),
        new("title", "As printed.", true),
        new("parent", "Code of the objective it belongs to."),
        new("kind", "plan, ambition, priority, core-area or outcome."),
    ];

    protected override Objective? Row(RowReader row, PackDraft draft)
    {
        var objective = new Objective
        {
            Code = row.Needed("code"),
            Title = row.Needed("title"),
            Parent = References.Code(row, "parent", draft.ObjectiveCodes, "objective"),
            Kind = row.Word("kind", Words.ObjectiveKinds),
            At = row.At,
        };
        References.Once(row, draft, Name, "code", objective.Code);
        draft.ObjectiveCodes.Add(objective.Code);
        return objective;
    }

    protected override ICollection<Objective> Keep(PackDraft draft) => draft.Objectives;

    protected override IEnumerable<Objective> Rows(Pack pack) => pack.Objectives;

    protected override void Cells(Objective row, RowWriter cells) => cells
        .Text("code", row.Code).Text("title", row.Title).Text("parent", row.Parent).Word("kind", Words.ObjectiveKinds, row.Kind);
}
