using Quarterdeck.Domain.Assurance;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Packs.Cells;
using Quarterdeck.Packs.Columns;
using Quarterdeck.Packs.Rows;

namespace Quarterdeck.Packs.Schemas;

internal sealed class ActionsTable : PackTable<PlannedAction>
{
    private static readonly Vocabulary<ActionStatus> Statuses = new(
        ("open", ActionStatus.OnTrack), ("complete", ActionStatus.Done), ("completed", ActionStatus.Done));

    private static readonly PackColumn Id = new("id", ColumnType.Code, "Short name the action is referred to by.") { IsRequired = true };
    private static readonly PackColumn Title = new("title", ColumnType.Text, "What is to be done.") { IsRequired = true };
    private static readonly PackColumn Refs = new("refs", ColumnType.Codes, "The indicators it is to improve.") { From = "indicators.ref" };
    private static readonly PackColumn Risk = new("risk", ColumnType.Code, "The risk it answers.") { From = "risks.id" };
    private static readonly PackColumn Area = new("area", ColumnType.Code, "The area that does it.") { From = "areas.code" };
    private static readonly PackColumn Owner = new("owner", ColumnType.Text, "Who does it: a post or a name.");
    private static readonly PackColumn Due = new("due", ColumnType.Date, "The day first promised.");
    private static readonly PackColumn RevisedDue = new(
        "revised_due", ColumnType.Codes, "Later days, each with its reason: `2026-01-31: the contractor was late; 2026-03-31`.");
    private static readonly PackColumn Status = new("status", ColumnType.Word, "How it stands.") { Words = Statuses.Words, Blank = "not-started" };
    private static readonly PackColumn Progress = new("progress", ColumnType.Integer, "How much of it is done, per cent.");
    private static readonly PackColumn DoneOn = new("done_on", ColumnType.Date, "The day it was done.");
    private static readonly PackColumn Update = new("update", ColumnType.Text, "How it stands, in Markdown.");
    private static readonly PackColumn Since = new("since", ColumnType.Period, "The round it is first reported in.") { Blank = "always" };
    private static readonly PackColumn Public = new("public", ColumnType.YesNo, "Whether readers outside see it.") { Blank = "yes" };
    private static readonly PackColumn Order = new("order", ColumnType.Integer, "Place among actions.") { Blank = "the order of the rows" };

    public override string Name => "actions";

    public override string Summary => "What is being done, by whom and by when, about indicators, areas and risks.";

    public override IReadOnlyList<PackColumn> Key => [Id];

    protected override bool IsReferredTo => true;

    protected override IReadOnlyList<PackField<PlannedAction>> Fields { get; } =
    [
        new(Id, row => row.Id),
        new(Title, row => row.Title),
        new(Refs, row => CellWriting.Refs(row.Refs)),
        new(Risk, row => row.Risk),
        new(Area, row => row.Area),
        new(Owner, row => row.Owner),
        new(Due, row => CellWriting.Date(row.Due)),
        new(RevisedDue, row => CellWriting.Codes(row.Revised.Select(Written))),
        new(Status, row => CellWriting.Unless(row.Status, ActionStatus.NotStarted, Statuses.Write(row.Status))),
        new(Progress, row => CellWriting.Integer(row.Progress)),
        new(DoneOn, row => CellWriting.Date(row.DoneOn)),
        new(Update, row => row.Update),
        new(Since, row => row.Since?.ToString()),
        new(Public, row => row.IsPublic ? null : "no"),
        new(Order, row => CellWriting.Integer(row.Order)),
    ];

    protected override IReadOnlyList<PlannedAction> RowsOf(Pack pack) => pack.Actions;

    protected override object KeyOf(PlannedAction row) => row.Id.ToLowerInvariant();

    protected override PlannedAction? Read(RowReader row, PackReadContext pack)
    {
        var id = row.Text(Id);
        if (id is not null)
        {
            pack.AddCode(Name, id);
        }

        return new PlannedAction
        {
            Id = id ?? string.Empty,
            Title = row.Text(Title) ?? string.Empty,
            Refs = pack.KnownRefs(row, Refs),
            Risk = pack.KnownCode(row, Risk, "risks"),
            Area = pack.KnownCode(row, Area, "areas"),
            Owner = row.Text(Owner),
            Due = row.Date(Due),
            Revised = [.. row.Parts(RevisedDue).Select(part => Revised(row, part)).OfType<RevisedDate>()],
            Status = row.Word(Status, Statuses) ?? ActionStatus.NotStarted,
            Progress = row.Integer(Progress, 0, 100),
            DoneOn = row.Date(DoneOn),
            Update = row.Text(Update),
            Since = row.Text(Since) is null ? null : pack.Closing(row, Since),
            IsPublic = row.YesNo(Public) ?? true,
            Order = row.Integer(Order, 0, 100_000),
            At = row.At,
        };
    }

    private static string Written(RevisedDate revised) =>
        revised.Reason is { } reason ? $"{CellWriting.Date(revised.Due)}: {reason}" : CellWriting.Date(revised.Due)!;

    private static RevisedDate? Revised(RowReader row, string part)
    {
        var parts = part.Split(':', 2, StringSplitOptions.TrimEntries);
        var day = parts[0];
        if (DateText.TryRead(day, out var date, out var why))
        {
            return new RevisedDate(date, parts is [_, { Length: > 0 } reason] ? reason : null);
        }

        row.Error(
            RevisedDue, "not-a-date", part, $"\"{day}\" {why}.", "days such as 2026-01-31, each with a colon and its reason, parted by semicolons",
            "Write it as year, month, day: 2026-01-31: the contractor was late.");
        return null;
    }
}
