using Quarterdeck.Documents.Markdown;
using Quarterdeck.Documents.Tree;
using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Commentary;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Documents.Reports;

/// <summary>Lists of indicators: where each stands, what changed, what needs attention, what was called in.</summary>
internal sealed class ListBlocks(Labels labels, IndicatorNames names)
{
    public Table Standing(StandingPart part)
    {
        var paged = part.Rows.Any(row => names.IsDetailed(row.Indicator.Ref));
        var columns = new List<Column> { Indicator(), new(labels.Of(Labels.Area)) };
        if (paged)
        {
            columns.Add(new Column(labels.Of(Labels.Page)) { Width = ColumnWidth.Narrow, Align = Align.End });
        }

        columns.Add(new Column(labels.Of(Labels.Rating)));
        columns.Add(new Column(labels.Of(Labels.PreviousRating)));
        columns.Add(new Column(labels.Of(Labels.Direction)));
        return new Table(Id(part), part.Heading, columns, [.. part.Rows.Select(row => new Row(
        [
            Name(row.Indicator),
            row.Area is { } area ? new TextCell(area) : new EmptyCell("n/a", "No area answers for it."),
            .. paged ? [Page(row.Indicator)] : Array.Empty<Cell>(),
            RatingMarks.Cell(row.Now),
            row.Before is { } before ? RatingMarks.Cell(before) : new EmptyCell("n/a", "A milestone has no earlier rating."),
            Direction(row.Direction),
        ]))]);
    }

    public IEnumerable<Block> Movements(MovementsPart part)
    {
        yield return new Paragraph(part.Sentence);
        if (part.Rows.Count > 0)
        {
            yield return new Table(
                Id(part),
                "Ratings that changed",
                [Indicator(), new Column("Change"), new Column("Before"), new Column("Now")],
                [.. part.Rows.Select(
                    row => new Row([Name(row.Indicator), new TextCell(Words(row.Kind)), RatingMarks.Cell(row.Before), RatingMarks.Cell(row.Now)]))]);
        }
    }

    public IEnumerable<Block> Listed(ListedPart part)
    {
        yield return new Paragraph(part.Sentence);
        if (part.Rows.Count == 0)
        {
            yield break;
        }

        var rated = part.Rows.Any(row => row.Rating is not null);
        var said = part.Rows.Any(row => row.Commentary.Count > 0) ? labels.Of(Labels.Commentary) : "Why it is listed";
        yield return new Table(
            Id(part),
            part.Heading,
            [
                Indicator(),
                .. rated ? [new Column(labels.Of(Labels.Rating))] : Array.Empty<Column>(),
                new Column(said) { Width = ColumnWidth.Widest }
            ],
            [.. part.Rows.Select(row => new Row(
            [
                Name(row.Indicator),
                .. rated ? [row.Rating is { } rating ? RatingMarks.Cell(rating) : new EmptyCell("n/a", "It is not rated.")] : Array.Empty<Cell>(),
                new TextCell(row.Commentary.Aggregate((RichText)row.Why, (words, text) => words + " " + Running(text.Text))),
            ]))]);
    }

    /// <summary>A text of several paragraphs as running words.</summary>
    private static RichText Running(string text) => MarkdownText.Blocks(text).SelectMany(Texts).Aggregate((words, next) => words + " " + next);

    private static IEnumerable<RichText> Texts(Block block) => block switch
    {
        Paragraph paragraph => [paragraph.Text],
        ItemList list => list.Items.SelectMany(item => item.Nested.Prepend(item.Text)),
        _ => [],
    };

    public IEnumerable<Block> CallIns(CallInsPart part)
    {
        var open = part.CallIns.Count(one => one.CallIn.IsOpen);
        var called = part.CallIns.Count == 1 ? "1 indicator is" : $"{part.CallIns.Count} indicators are";
        yield return new Paragraph(open == 0 ? $"{called} called in, and a decision is recorded for each."
            : $"{called} called in. For {open} of them nothing has been recorded.");
        yield return new Table(
            Id(part),
            "Indicators called in",
            [Indicator(), new Column("Called in because"), new Column("Recorded")],
            [.. part.CallIns.Select(one => new Row([Name(one.Indicator), new TextCell(one.CallIn.Reason), Recorded(one.CallIn)]))]);
    }

    private Column Indicator() => new(labels.Of(Labels.Indicator)) { RowHeader = true, Width = ColumnWidth.Wide };

    private TextCell Name(NamedIndicator indicator) => new(names.Of(indicator.Ref, indicator.Full));

    private Cell Page(NamedIndicator indicator) =>
        names.IsDetailed(indicator.Ref) ? new PageCell(DetailBlocks.Anchor(indicator.Ref)) : new EmptyCell("n/a", "The report has no page on it.");

    private Cell Direction(ShownDirection? direction) => direction switch
    {
        { Travel: { } travel } => new DirectionCell(RatingMarks.Of(travel, labels)),
        { Words: var words } => new EmptyCell("not judged", words),
        null => new EmptyCell("n/a", "It has no direction."),
    };

    private static string Words(MovementKind kind) => kind switch
    {
        MovementKind.Worsened => "Worsened",
        MovementKind.Improved => "Improved",
        MovementKind.NewlyRated => "Newly rated",
        MovementKind.NoLongerRated => "No longer rated",
    };

    private static Cell Recorded(CallIn one) => one.State switch
    {
        AssuranceState.None => new EmptyCell("Nothing recorded", "No decision is recorded in this round."),
        AssuranceState.Waived => new TextCell("Waived"),
        AssuranceState.Scheduled => new TextCell("Scheduled"),
        AssuranceState.Reviewed => new TextCell("Reviewed"),
        AssuranceState.Actions => new TextCell("Actions agreed"),
    };

    private static Anchor Id(ReportPart part) => Anchor.Of("table", part.Code);
}
