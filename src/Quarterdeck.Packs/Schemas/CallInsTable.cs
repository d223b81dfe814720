using Quarterdeck.Domain.CallIns;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Packs.Cells;
using Quarterdeck.Packs.Columns;
using Quarterdeck.Packs.Rows;

namespace Quarterdeck.Packs.Schemas;

internal sealed class CallInsTable : PackTable<RecordedCallIn>
{
    private static readonly Vocabulary<CallInState> States = new();

    private static readonly PackColumn Ref = new("ref", ColumnType.Code, "The indicator that was called in.") { IsRequired = true, From = "indicators.ref" };
    private static readonly PackColumn Round = new("round", ColumnType.Period, "The reporting round.") { IsRequired = true };
    private static readonly PackColumn Reason = new("reason", ColumnType.Text, "Why it was called in.") { Blank = "by the rule" };
    private static readonly PackColumn State = new("state", ColumnType.Word, "How far assurance has got.") { Words = States.Words, Blank = "open" };
    private static readonly PackColumn MeetingOn = new("meeting_on", ColumnType.Date, "The meeting that looks at it.");
    private static readonly PackColumn Outcome = new("outcome", ColumnType.Text, "What came of it, in Markdown.");
    private static readonly PackColumn Actions = new("actions", ColumnType.Codes, "The actions that were agreed.") { From = "actions.id" };
    private static readonly PackColumn WaivedBy = new("waived_by", ColumnType.Text, "The post that decided not to look at it.");
    private static readonly PackColumn FollowUp = new("follow_up", ColumnType.Period, "The round in which it is looked at again.");

    public override string Name => "call_ins";

    public override string Summary => "What assurance decided about each indicator that was called in: scheduled, reviewed or waived.";

    public override IReadOnlyList<PackColumn> Key => [Ref, Round];

    protected override IReadOnlyList<PackField<RecordedCallIn>> Fields { get; } =
    [
        new(Ref, row => row.Ref.Value),
        new(Round, row => row.Round.ToString()),
        new(Reason, row => row.Reason),
        new(State, row => CellWriting.Unless(row.State, CallInState.Open, States.Write(row.State))),
        new(MeetingOn, row => CellWriting.Date(row.MeetingOn)),
        new(Outcome, row => row.Outcome),
        new(Actions, row => CellWriting.Codes(row.Actions)),
        new(WaivedBy, row => row.WaivedBy),
        new(FollowUp, row => row.FollowUp?.ToString()),
    ];

    protected override IReadOnlyList<RecordedCallIn> RowsOf(Pack pack) => pack.CallIns;

    protected override object KeyOf(RecordedCallIn row) => (row.Ref, row.Round);

    protected override RecordedCallIn? Read(RowReader row, PackReadContext pack)
    {
        if (pack.KnownRef(row, Ref) is not { } reference)
        {
            return null;
        }

        var callIn = new RecordedCallIn
        {
            Ref = reference,
            Round = pack.Closing(row, Round) ?? default,
            Reason = row.Text(Reason),
            State = row.Word(State, States) ?? CallInState.Open,
            MeetingOn = row.Date(MeetingOn),
            Outcome = row.Text(Outcome),
            Actions = pack.KnownCodes(row, Actions, "actions"),
            WaivedBy = row.Text(WaivedBy),
            FollowUp = row.Text(FollowUp) is null ? null : pack.Closing(row, FollowUp),
            At = row.At,
        };
        if (callIn is { State: CallInState.Waived, Outcome: null, Reason: null })
        {
            row.Error(
                Outcome, "waived-without-reason", string.Empty, $"{reference} is waived without a reason.", "the reason in outcome",
                "Write in outcome why it is not looked at.");
        }

        return callIn;
    }
}
