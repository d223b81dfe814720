using Quarterdeck.Documents.Tree;
using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Documents.Reports;

/// <summary>Every period of an indicator as one table, a row a period.</summary>
internal sealed class PeriodBlocks(Labels labels)
{
    public Table Table(PeriodsPart part)
    {
        List<(Column Column, Func<TrendRow, Cell> Cell)> columns =
        [
            (new Column(labels.Of(Labels.Period)) { RowHeader = true }, row => new TextCell(row.Rated.Period.Label)),
            (
                new Column(labels.Of(Labels.Value)) { Align = Align.End },
                row => row.Value is { } value ? new NumberCell(row.Displayed, value) : new EmptyCell(row.Displayed, "There is no figure for this period.")),
        ];
        Add(labels.Of(Labels.Target), own => own.Standard.Target);
        Add(labels.Of(Labels.Floor), own => own.Standard.Floor);
        Add(labels.Of(Labels.Lower), own => own.Standard.Lower);
        Add(labels.Of(Labels.Upper), own => own.Standard.Upper);
        if (part.Rows.Any(row => row.Rating is not null))
        {
            columns.Add((
                new Column(labels.Of(Labels.Rating)),
                row => row.Rating is { } rating ? RatingMarks.Cell(rating) : new EmptyCell(labels.Of(Labels.NotApplicable), "It is not rated.")));
        }

        if (part.Rows.Any(row => row.Rated.Result?.Note is not null))
        {
            columns.Add((
                new Column("Note") { Width = ColumnWidth.Widest },
                row => row.Rated.Result?.Note is { } note ? new TextCell(note) : new EmptyCell(string.Empty, "Nothing was noted.")));
        }

        return new Table(
            Anchor.Of("table", part.Code),
            $"{part.Rated.Indicator.Title}: every period",
            [.. columns.Select(each => each.Column)],
            [.. part.Rows.Select(row => new Row([.. columns.Select(each => each.Cell(row))]))])
        {
            WhenEmpty = "There are no results.",
        };

        void Add(string word, Func<RatedPeriod, decimal?> of)
        {
            if (part.Rows.Any(row => of(row.Rated) is not null))
            {
                columns.Add((new Column(word) { Align = Align.End }, row => of(row.Rated) is { } figure
                    ? new NumberCell(FigureText.Cell(part.Rated.Indicator, figure), figure)
                    : new EmptyCell("none", "There is none for this period.")));
            }
        }
    }
}
