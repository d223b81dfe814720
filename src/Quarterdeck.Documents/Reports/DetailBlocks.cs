using Quarterdeck.Documents.Tree;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Documents.Reports;

/// <summary>One indicator's chart, figures and explanation.</summary>
internal sealed class DetailBlocks(Labels labels)
{
    public static Anchor Anchor(IndicatorRef reference) => Tree.Anchor.Of("indicator", reference.Value);

    /// <summary>Its parts, and what others achieved.</summary>
    public IEnumerable<Block> Tables(IndicatorDetail detail)
    {
        var reference = detail.Rated.Indicator.Ref.Value;
        if (detail.Breakdowns.Count > 0)
        {
            var rated = detail.Breakdowns.Any(part => part.Rating is not null);
            yield return new Table(
                Tree.Anchor.Of("parts", reference),
                $"{detail.Rated.Indicator.Title}: its parts",
                [
                    new Column("Part") { RowHeader = true, Width = ColumnWidth.Wide },
                    new Column(labels.Of(Labels.Period)),
                    new Column(labels.Of(Labels.Value)) { Align = Align.End },
                    .. rated ? [new Column(labels.Of(Labels.Target)) { Align = Align.End }, new Column(labels.Of(Labels.Rating))] : Array.Empty<Column>()
                ],
                [.. detail.Breakdowns.Select(part => new Row(
                [
                    new TextCell(part.Name),
                    new TextCell(part.Period),
                    new TextCell(part.Displayed),
                    .. rated ? [TargetOf(part), RatingOf(part)] : Array.Empty<Cell>()
                ]))]);
        }

        if (detail.Peers is { } peers)
        {
            yield return Compared(reference, detail.Rated.Indicator.Title, peers);
            if (peers.Sentence is { } sentence)
            {
                yield return new Paragraph(sentence);
            }
        }
    }

    private static Table Compared(string reference, string title, PeerComparison peers)
    {
        var (ranked, noted) = (peers.Sentence is not null, peers.Rows.Any(row => row.Note is not null));
        return new Table(
            Tree.Anchor.Of("peers", reference),
            $"{title}: compared with others",
            [
                new Column("Who") { RowHeader = true, Width = ColumnWidth.Wide },
                new Column("Period"),
                new Column("Value") { Align = Align.End },
                .. ranked ? [new Column("Place") { Width = ColumnWidth.Narrow, Align = Align.End }] : Array.Empty<Column>(),
                .. noted ? [new Column("Note") { Width = ColumnWidth.Wide }] : Array.Empty<Column>()
            ],
            [.. peers.Rows.Select(row => new Row(
            [
                row.IsOwn ? new TextCell(new Strong(row.Name)) : new TextCell(row.Name),
                new TextCell(row.Period),
                new TextCell(row.Displayed),
                .. ranked
                    ? [row.Rank is { } rank ? new NumberCell(FigureText.Plain(rank), rank) : new EmptyCell("n/a", "It is not ranked.")]
                    : Array.Empty<Cell>(),
                .. noted ? [row.Note is { } note ? new TextCell(note) : new EmptyCell(string.Empty, "Nothing was noted.")] : Array.Empty<Cell>()
            ]))])
        { IsInData = true };
    }

    private Cell TargetOf(BreakdownRow part) =>
        part.Target is { } target ? new TextCell(target) : new EmptyCell(labels.Of(Labels.NotApplicable), "No target is set for this part.");

    private Cell RatingOf(BreakdownRow part) =>
        part.Rating is { } rating ? RatingMarks.Cell(rating) : new EmptyCell(labels.Of(Labels.NotApplicable), "No target is set for this part.");

    /// <summary>A direction of travel in words, behind its arrow.</summary>
    public static RichText Direction(ShownDirection direction, Labels labels) => direction.Travel is { } travel
        ? (RichText)new DirectionRun(RatingMarks.Of(travel, labels)) + $" {direction.Words}"
        : char.ToUpperInvariant(direction.Words[0]) + direction.Words[1..];
}
