using Quarterdeck.Domain.Commentary;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Ratings;
using Quarterdeck.Domain.Reports;
using Quarterdeck.Domain.Tables;
using Quarterdeck.Interchange.Values;

namespace Quarterdeck.Interchange.Packs;

internal sealed class CommentaryTable : PackTable<CommentaryEntry>
{
    public override string Name => "commentary";

    public override string Means => "Commentary, actions, risks, assurance notes, footnotes and highlights of a reporting round.";

    public override IReadOnlyList<PackColumn> Columns { get; } =
    [
        new("round", "The reporting round.", true), new("kind", "commentary, action, risk, assurance, footnote or highlight.", true),
        new("text", "Markdown: bold, links, lists; a blank line parts paragraphs. Asterisks of footnotes are generated.", true),
        new("refs", "References, with semicolons between."), new("area", "Code of the area, where it is about one."), new("group", "A heading within the kind: In the longer term."),
        new("state", "Assurance: none, waived, scheduled, reviewed or actions."), new("answers", "Order of the risk it answers."), new("author", "Who wrote it."), new("written_on", "When."), new("order", "Place among its neighbours."),
    ];

    protected override CommentaryEntry? Row(RowReader row, PackDraft draft)
    {
        row.Needed("round");
        row.Needed("kind");
        var (text, refs) = (row.Needed("text"), new List<IndicatorRef>());
        foreach (var item in row.List("refs"))
        {
            if (IndicatorRef.IsValid(item) && draft.Versions.ContainsKey(new IndicatorRef(item)))
            {
                refs.Add(new IndicatorRef(item));
            }
            else
            {
                row.Refuse("refs", "unknown-reference", $"No indicator has the reference '{item}'.", "references of the indicators table, with semicolons between", "Correct the reference, or add the indicator.");
            }
        }

        if (References.Any(row, "round", draft.Monthly, draft) is not { } round || row.Word("kind", Words.CommentaryKinds) is not { } kind)
        {
            return null;
        }

        return new CommentaryEntry
        {
            Round = round,
            Kind = kind,
            Text = text,
            Refs = refs,
            Area = References.Code(row, "area", draft.AreaCodes, "area"),
            Group = row.Text("group"),
            State = row.Word("state", Words.AssuranceStates),
            Answers = row.Whole("answers", 1, 999),
            Author = row.Text("author"),
            WrittenOn = row.Date("written_on"),
            Order = row.Whole("order", 0, 9999),
            At = row.At,
        };
    }

    protected override ICollection<CommentaryEntry> Keep(PackDraft draft) => draft.Commentary;

    protected override IEnumerable<CommentaryEntry> Rows(Pack pack) => pack.Commentary;

    protected override void Cells(CommentaryEntry row, RowWriter cells) => cells
        .Code("round", row.Round).Word("kind", Words.CommentaryKinds, row.Kind).Text("text", row.Text).List("refs", row.Refs).Text("area", row.Area)
        .Text("group", row.Group).Word("state", Words.AssuranceStates, row.State).Whole("answers", row.Answers).Text("author", row.Author)
        .Date("written_on", row.WrittenOn).Whole("order", row.Order);
}

internal sealed class ReportsTable : PackTable<ReportDefinition>
{
    public override string Name => "reports";

    public override string Means => "The reports made from the pack.";

    public override IReadOnlyList<PackColumn> Columns { get; } =
    [
        new("code", "Names the report on the command line.", true), new("kind", "dashboard, quarterly, cover or exceptions.", true), new("title", "As printed.", true),
        new("period_columns", "Periods a table shows, 1 to 13."), new("results_to", "Last month shown; blank: the latest with a result."), new("areas", "Codes of the areas covered, with semicolons between; blank: all."),
        new("committee", "Whom it goes to."), new("meeting_on", "When they meet."), new("recommendation", "What they are asked."), new("classification", "Unrestricted."), new("authors", "Who made it, with semicolons between."),
    ];

    protected override ReportDefinition? Row(RowReader row, PackDraft draft)
    {
        var (code, title) = (row.Needed("code"), row.Needed("title"));
        row.Needed("kind");
        References.Once(row, draft, Name, "code", code);
        return row.Word("kind", Words.ReportKinds) is not { } kind ? null : new ReportDefinition
        {
            Code = code,
            Kind = kind,
            Title = title,
            PeriodColumns = row.Whole("period_columns", 1, 13),
            ResultsTo = References.Any(row, "results_to", draft.Monthly, draft),
            Areas = References.Codes(row, "areas", draft.AreaCodes, "area"),
            Committee = row.Text("committee"),
            MeetingOn = row.Date("meeting_on"),
            Recommendation = row.Text("recommendation"),
            Classification = row.Text("classification"),
            Authors = row.List("authors"),
            At = row.At,
        };
    }

    protected override ICollection<ReportDefinition> Keep(PackDraft draft) => draft.Reports;

    protected override IEnumerable<ReportDefinition> Rows(Pack pack) => pack.Reports;

    protected override void Cells(ReportDefinition row, RowWriter cells) => cells
        .Text("code", row.Code).Word("kind", Words.ReportKinds, row.Kind).Text("title", row.Title).Whole("period_columns", row.PeriodColumns)
        .Code("results_to", row.ResultsTo).List("areas", row.Areas).Text("committee", row.Committee).Date("meeting_on", row.MeetingOn)
        .Text("recommendation", row.Recommendation).Text("classification", row.Classification).List("authors", row.Authors);
}

internal sealed class SchemesTable : PackTable<SchemeBand>
{
    public override string Name => "schemes";

    public override string Means => "Rating schemes besides the built-in rag-floor: bands tried in order.";

    public override IReadOnlyList<PackColumn> Columns { get; } =
    [
        new("scheme", "Its name.", true), new("order", "Place of the band, best first.", true), new("band", "The band's code: green.", true),
        new("rule", "target, floor, within-relative (per cent of the target), within-absolute, value, range, date or otherwise.", true), new("amount", "What the rule needs."),
        new("label", "The word shown; blank: the code."), new("shape", "circle, diamond, square, triangle, star or pentagon; blank: by place."), new("colour", "A name or a hex colour; blank: by code."), new("strict", "yes: equality does not achieve."),
    ];

    protected override SchemeBand? Row(RowReader row, PackDraft draft)
    {
        var (scheme, band) = (row.Needed("scheme"), row.Needed("band"));
        row.Needed("order");
        row.Needed("rule");
        var (order, rule) = (row.Whole("order", 0, 99), row.Word("rule", Words.BandRules));
        if (order is not { } place || rule is not { } knownRule)
        {
            return null;
        }

        if (knownRule is BandRule.WithinAbsolute or BandRule.WithinRelative or BandRule.Value && !row.Has("amount"))
        {
            row.Refuse("amount", "missing-value", $"The rule {Words.BandRules.Word(knownRule)} needs an amount.", "a number", "Fill in amount.");
        }

        References.Once(row, draft, Name, "order", $"{scheme}, {place}");
        return new SchemeBand
        {
            Scheme = scheme,
            Order = place,
            Band = band.ToLowerInvariant(),
            Rule = knownRule,
            Amount = row.Amount("amount"),
            Label = row.Text("label"),
            Shape = row.Text("shape")?.ToLowerInvariant(),
            Colour = row.Text("colour"),
            Strict = row.Word("strict", Words.YesNo) ?? false,
            At = row.At,
        };
    }

    protected override ICollection<SchemeBand> Keep(PackDraft draft) => draft.Schemes;

    protected override IEnumerable<SchemeBand> Rows(Pack pack) => pack.Schemes;

    protected override void Cells(SchemeBand row, RowWriter cells) => cells
        .Text("scheme", row.Scheme).Whole("order", row.Order).Text("band", row.Band).Word("rule", Words.BandRules, row.Rule).Number("amount", row.Amount)
        .Text("label", row.Label).Text("shape", row.Shape).Text("colour", row.Colour).Code("strict", row.Strict ? "yes" : null);
}

internal sealed class TablesTable : PackTable<TableCell>
{
    public override string Name => "tables";

    public override string Means => "Free tables of a report, one cell a row: complaints, staff, highlight targets.";

    public override IReadOnlyList<PackColumn> Columns { get; } =
    [
        new("table", "Code of the table.", true), new("row", "The row's heading.", true), new("column", "The column's heading.", true), new("value", "A number, a marker or words."),
        new("title", "The table's title."), new("row_order", "Place of the row."), new("column_order", "Place of the column."), new("role", "detail (default), total, of-which or memo."),
        new("part_of", "The row this row adds into."), new("column_part_of", "The column this column adds into."), new("unit", "Of the number."), new("marker", "Why there is no number."),
        new("note", "A note."), new("accepted", "Why parts and total differ, where that is accepted."),
    ];

    protected override TableCell? Row(RowReader row, PackDraft draft)
    {
        var (table, name, column) = (row.Needed("table"), row.Needed("row"), row.Needed("column"));
        References.Once(row, draft, Name, "column", $"{table}, {name}, {column}");
        var text = row.Text("value");
        var number = text is not null && NumberText.TryRead(text, out var read, out _) ? Domain.Results.Figure.Of(read.Number) : text is null ? null : MarkerText.Read(text);
        return new TableCell
        {
            Table = table,
            Row = name,
            Column = column,
            Value = number ?? (row.Text("marker") is { } marker ? MarkerText.Read(marker) : null),
            Text = number is null ? text : null,
            Title = row.Text("title"),
            RowOrder = row.Whole("row_order", 0, 9999),
            ColumnOrder = row.Whole("column_order", 0, 9999),
            Role = row.Word("role", Words.Roles) ?? TableRole.Detail,
            PartOf = row.Text("part_of"),
            ColumnPartOf = row.Text("column_part_of"),
            Unit = row.Text("unit") is { } unit ? UnitText.Read(unit) : null,
            Note = row.Text("note"),
            Accepted = row.Text("accepted"),
            At = row.At,
        };
    }

    protected override ICollection<TableCell> Keep(PackDraft draft) => draft.Tables;

    protected override IEnumerable<TableCell> Rows(Pack pack) => pack.Tables;

    protected override void Cells(TableCell row, RowWriter cells) => cells
        .Text("table", row.Table).Text("row", row.Row).Text("column", row.Column).Text("value", row.Value is { Number: not null } figure ? figure.ToString() : row.Text)
        .Text("title", row.Title).Whole("row_order", row.RowOrder).Whole("column_order", row.ColumnOrder)
        .Word("role", Words.Roles, row.Role == TableRole.Detail ? null : row.Role).Text("part_of", row.PartOf).Text("column_part_of", row.ColumnPartOf)
        .Text("unit", row.Unit?.Code).Figure("marker", row.Value is { Marker: not null } ? row.Value : null).Text("note", row.Note).Text("accepted", row.Accepted);
}
