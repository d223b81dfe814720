using Quarterdeck.Domain.Milestones;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Packs.Cells;
using Quarterdeck.Packs.Columns;
using Quarterdeck.Packs.Rows;

namespace Quarterdeck.Packs.Schemas;

internal sealed class MilestonesTable : PackTable<MilestoneStep>
{
    private static readonly Vocabulary<StepState> States = new();

    private static readonly PackColumn Ref = new("ref", ColumnType.Code, "The milestone indicator.") { IsRequired = true, From = "indicators.ref" };
    private static readonly PackColumn Step = new("step", ColumnType.Text, "What is due.") { IsRequired = true };
    private static readonly PackColumn Due = new("due", ColumnType.Date, "The day it is due.") { IsRequired = true };
    private static readonly PackColumn Done = new("done", ColumnType.Date, "The day it was done.");
    private static readonly PackColumn State = new("state", ColumnType.Word, "What became of it.") { Words = States.Words, Blank = "told from done and due" };
    private static readonly PackColumn MeetingOn = new("meeting_on", ColumnType.Date, "The meeting the step publishes papers for.");
    private static readonly PackColumn ClearDays = new("clear_days", ColumnType.Integer, "Clear working days the step must fall before the meeting.");
    private static readonly PackColumn Note = new("note", ColumnType.Text, "A remark on this step.");

    public override string Name => "milestones";

    public override string Summary => "The dated steps of milestone indicators.";

    public override IReadOnlyList<PackColumn> Key => [Ref, Step, Due];

    protected override IReadOnlyList<PackField<MilestoneStep>> Fields { get; } =
    [
        new(Ref, row => row.Ref.Value),
        new(Step, row => row.Step),
        new(Due, row => CellWriting.Date(row.Due)),
        new(Done, row => CellWriting.Date(row.Done)),
        new(State, row => States.Write(row.State)),
        new(MeetingOn, row => CellWriting.Date(row.MeetingOn)),
        new(ClearDays, row => CellWriting.Integer(row.ClearDays)),
        new(Note, row => row.Note),
    ];

    protected override IReadOnlyList<MilestoneStep> RowsOf(Pack pack) => pack.Milestones;

    protected override object KeyOf(MilestoneStep row) => (row.Ref, row.Step, row.Due);

    protected override MilestoneStep? Read(RowReader row, PackReadContext pack)
    {
        if (pack.KnownRef(row, Ref) is not { } reference)
        {
            return null;
        }

        return new MilestoneStep
        {
            Ref = reference,
            Step = row.Text(Step) ?? string.Empty,
            Due = row.Date(Due) ?? default,
            Done = row.Date(Done),
            State = row.Word(State, States),
            MeetingOn = row.Date(MeetingOn),
            ClearDays = row.Integer(ClearDays, 0, 365),
            Note = row.Text(Note),
            At = row.At,
        };
    }
}
