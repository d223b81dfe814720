using Quarterdeck.Domain.Comparators;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Milestones;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Publications;

namespace Quarterdeck.Interchange.Packs;

internal sealed class MilestonesTable : PackTable<MilestoneStep>
{
    public override string Name => "milestones";

    public override string Means => "The dated steps of milestone indicators.";

    public override IReadOnlyList<PackColumn> Columns { get; } =
    [
        new("ref", "The milestone.", true), new("step", "What is to be done.", true), new("due", "By when.", true), new("done", "When it was done."),
        new("state", "met, missed or due; blank: told from due and done."), new("meeting_on", "The meeting the step publishes papers for."),
        new("clear_days", "Clear working days it must fall before the meeting."), new("note", "A note."),
    ];

    protected override MilestoneStep? Row(RowReader row, PackDraft draft)
    {
        var (reference, step) = (row.Known("ref", draft), row.Needed("step"));
        row.Needed("due");
        if (reference is not { } known || row.Date("due") is not { } due)
        {
            return null;
        }

        if (draft.Versions[known].All(version => version.Kind != IndicatorKind.Milestone))
        {
            row.Refuse("ref", "not-a-milestone", $"{known} is not a milestone.", "the reference of an indicator of kind milestone", "Change the indicator's kind, or delete the step.");
        }

        References.Once(row, draft, Name, "step", $"{known}, {step}");
        return new MilestoneStep
        {
            Ref = known,
            Step = step,
            Due = due,
            Done = row.Date("done"),
            State = row.Word("state", Words.Steps),
            MeetingOn = row.Date("meeting_on"),
            ClearDays = row.Whole("clear_days", 0, 60),
            Note = row.Text("note"),
            At = row.At,
        };
    }

    protected override ICollection<MilestoneStep> Keep(PackDraft draft) => draft.Milestones;

    protected override IEnumerable<MilestoneStep> Rows(Pack pack) => pack.Milestones;

    protected override void Cells(MilestoneStep row, RowWriter cells) => cells
        .Code("ref", row.Ref).Text("step", row.Step).Date("due", row.Due).Date("done", row.Done).Word("state", Words.Steps, row.State)
        .Date("meeting_on", row.MeetingOn).Whole("clear_days", row.ClearDays).Text("note", row.Note);
}

internal sealed class ComparatorsTable : PackTable<Comparator>
{
    public override string Name => "comparators";

    public override string Means => "What others achieved.";

    public override IReadOnlyList<PackColumn> Columns { get; } =
    [
        new("ref", "The indicator.", true), new("period", "The period it speaks for, in any form a period can take.", true), new("name", "National average, statistical neighbours.", true),
        new("value", "The figure.", true), new("unit", "Where it differs from the indicator's."), new("lower", "Lower end of a range."), new("upper", "Upper end of a range."), new("note", "A caveat."),
    ];

    protected override Comparator? Row(RowReader row, PackDraft draft)
    {
        var (reference, name, label) = (row.Known("ref", draft), row.Needed("name"), row.Needed("period"));
        row.Needed("value");
        if (reference is not { } known || References.Any(row, "period", draft.Versions[known][^1].Calendar, draft) is not { } closing || row.Figure("value") is not { } value)
        {
            return null;
        }

        References.Once(row, draft, Name, "name", $"{known}, {closing}, {name}");
        return new Comparator
        {
            Ref = known,
            Closing = closing,
            PeriodLabel = label,
            Name = name,
            Value = value,
            Unit = row.Text("unit") is { } unit ? UnitText.Read(unit) : null,
            Lower = row.Amount("lower"),
            Upper = row.Amount("upper"),
            Note = row.Text("note"),
            At = row.At,
        };
    }

    protected override ICollection<Comparator> Keep(PackDraft draft) => draft.Comparators;

    protected override IEnumerable<Comparator> Rows(Pack pack) => pack.Comparators;

    protected override void Cells(Comparator row, RowWriter cells) => cells
        .Code("ref", row.Ref).Text("period", row.PeriodLabel).Text("name", row.Name).Figure("value", row.Value).Text("unit", row.Unit?.Code)
        .Number("lower", row.Lower).Number("upper", row.Upper).Text("note", row.Note);
}

internal sealed class PublishedTable : PackTable<PublishedFigure>
{
    public override string Name => "published";

    public override string Means => "What past reports printed, kept beside what is computed.";

    public override IReadOnlyList<PackColumn> Columns { get; } =
    [
        new("ref", "The indicator.", true), new("round", "The reporting round.", true), new("period", "The period printed; blank: the latest in the round."), new("ytd_period", "Where the year to date ends elsewhere."),
        new("value", "As printed."), new("rating", "The band's label."), new("ytd", "As printed."), new("ytd_rating", "The band's label."),
        new("range", "Yes, Above or Below."), new("direction", "improved, worsened or no change."), new("previous_rating", "The band of the period before."),
    ];

    protected override PublishedFigure? Row(RowReader row, PackDraft draft)
    {
        row.Needed("round");
        if (row.Known("ref", draft) is not { } reference || References.Any(row, "round", draft.Monthly, draft) is not { } round)
        {
            return null;
        }

        var calendar = draft.Versions[reference][^1].Calendar;
        var period = row.Has("period") ? References.Any(row, "period", calendar, draft) : null;
        References.Once(row, draft, Name, "round", $"{reference}, {round}, {period}");
        return new PublishedFigure
        {
            Ref = reference,
            Round = round,
            Period = period,
            YtdPeriod = References.Any(row, "ytd_period", calendar, draft),
            Value = row.Figure("value"),
            Rating = row.Text("rating"),
            Ytd = row.Figure("ytd"),
            YtdRating = row.Text("ytd_rating"),
            Range = row.Text("range"),
            Direction = row.Text("direction"),
            PreviousRating = row.Text("previous_rating"),
            At = row.At,
        };
    }

    protected override ICollection<PublishedFigure> Keep(PackDraft draft) => draft.Published;

    protected override IEnumerable<PublishedFigure> Rows(Pack pack) => pack.Published;

    protected override void Cells(PublishedFigure row, RowWriter cells) => cells
        .Code("ref", row.Ref).Code("round", row.Round).Code("period", row.Period).Code("ytd_period", row.YtdPeriod).Figure("value", row.Value)
        .Text("rating", row.Rating).Figure("ytd", row.Ytd).Text("ytd_rating", row.YtdRating).Text("range", row.Range)
        .Text("direction", row.Direction).Text("previous_rating", row.PreviousRating);
}
