using Quarterdeck.Documents.Charts;
using Quarterdeck.Documents.Tree;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Documents.Reports;

/// <summary>One indicator's years: in words, as a table, and this year's line against each year before it.</summary>
internal sealed class ComparedYearBlocks(Labels labels)
{
    private readonly TrendBlocks _trends = new(labels);

    public IEnumerable<Block> All(YearComparison compared)
    {
        foreach (var sentence in compared.Sentences)
        {
            yield return new Paragraph(sentence);
        }

        if (compared.Years.Count == 0)
        {
            yield break;
        }

        yield return Figures(compared);

        // A year with one period has no line of its own: its years make one line together.
        if (compared.Rows.Count == 1 && compared.Detail.Trend is { } trend)
        {
            yield return _trends.Chart(compared.Detail, trend);
        }

        for (var year = compared.Years.Count - 2; year >= 0 && compared.Rows.Count > 1; year--)
        {
            if (Chart(compared, year) is { } chart)
            {
                yield return ChartBlock.WithFigures(chart);
            }
        }
    }

    private Table Figures(YearComparison compared)
    {
        var changes = compared.Years.Count > 1;
        var columns = new List<Column> { new(labels.Of(Labels.Period)) { RowHeader = true } };
        columns.AddRange(compared.Years.Select(year => new Column(year) { Align = Align.End }));
        if (changes)
        {
            columns.Add(new Column($"{compared.Years[^1]} against {compared.Years[^2]}") { Width = ColumnWidth.Wide });
        }

        List<Row> rows = [.. compared.Rows.Select(row => Row(row, changes))];
        if (compared.YearToDate is { } toDate)
        {
            rows.Add(Row(toDate, changes) with { Kind = RowKind.Total });
        }

        return new Table(Id(compared, "years"), $"{compared.Detail.Heading}: year by year", columns, rows);
    }

    private static Row Row(YearRow row, bool changes) => new(
    [
        new TextCell(row.Label),
        .. row.Each.Select(
            Cell (figure) => figure.Value is { } value ? new NumberCell(figure.Displayed, value) : new EmptyCell(figure.Displayed, "There is no figure.")),
        .. changes ? [row.Change is { } change ? new TextCell(change) : new EmptyCell("-", "One of the two years has no figure.")] : Array.Empty<Cell>(),
    ]);

    /// <summary>This year's line with another year's beside it; null where no period has both, or there is not enough for a line.</summary>
    private TrendChart? Chart(YearComparison compared, int year)
    {
        var indicator = compared.Detail.Rated.Indicator;
        var rows = compared.Rows.Where(row => row.Each[^1].Value is not null || row.Each[year].Value is not null).ToList();
        if (rows.Count < 2 || !rows.Exists(row => row.Each[^1].Value is not null && row.Each[year].Value is not null))
        {
            return null;
        }

        var (now, then) = (compared.Years[^1], compared.Years[year]);
        return new TrendChart(
            Id(compared, "against").Part(then.Replace('/', '-')),
            $"{compared.Detail.Heading}: {now} against {then}",
            string.Join(' ', rows.Select(row => $"{row.Label}: {Said(row.Each[^1])} in {now}, {Said(row.Each[year])} in {then}.")),
            TrendBlocks.UnitOf(indicator),
            [.. rows.Select(row => Point(indicator, row, year))])
        {
            TargetWord = labels.Of(Labels.Target),
            FloorWord = labels.Of(Labels.Floor),
            RangeWord = labels.Of(Labels.ExpectedRange),
            ComparatorWord = then,
            ResultWord = now,
        };
    }

    private static TrendPoint Point(Indicator indicator, YearRow row, int year)
    {
        var (now, then) = (row.Each[^1], row.Each[year]);
        return new TrendPoint(row.ShortLabel, now.Value, now.Displayed)
        {
            Rating = now.Own?.Rating.Band is { } band ? RatingMarks.Of(band) : null,
            Target = TrendBlocks.Figure(indicator, now.Own?.Standard.Target),
            Floor = TrendBlocks.Figure(indicator, now.Own?.Standard.Floor),
            Lower = now.Own?.Standard.Lower,
            Upper = now.Own?.Standard.Upper,
            Comparator = then.Value is { } value ? new ChartFigure(value, then.Displayed) : null,
        };
    }

    private static string Said(YearFigure figure) => figure.Value is null ? "no figure" : figure.Displayed;

    private static Anchor Id(YearComparison compared, string what) => Anchor.Of("chart", compared.Detail.Rated.Indicator.Ref.Value, what);
}
