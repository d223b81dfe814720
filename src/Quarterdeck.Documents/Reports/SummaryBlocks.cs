using System.Globalization;
using Quarterdeck.Documents.Charts;
using Quarterdeck.Documents.Tree;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Documents.Reports;

/// <summary>The summary: every counted indicator with its ratings, and how many stand where.</summary>
internal sealed class SummaryBlocks(Labels labels, Summary summary, IndicatorNames names)
{
    private const int MostTitles = 3;

    public IEnumerable<Block> All()
    {
        if (summary.Groups.Count > 0)
        {
            yield return Counts();
            foreach (var sentence in Unrated())
            {
                yield return sentence;
            }

            yield return Ratings(Anchor.Of("table", "summary"), "Ratings by area", summary.Groups);
        }

        if (summary.Highlights.Count > 0)
        {
            yield return Ratings(
                Anchor.Of("table", "highlights"),
                labels.Of(Labels.Highlights),
                [new SummaryGroup(string.Empty, summary.Highlights, summary.Latest)]);
        }
    }

    /// <summary>The counts alone, in words and as a table.</summary>
    public IEnumerable<Block> Counts(IReadOnlyList<string> sentences) =>
        [.. sentences.Select(sentence => new Paragraph(sentence)), Counts(), .. Unrated(), .. summary.Groups.Count > 1 ? [ByGroup()] : Array.Empty<Block>()];

    /// <summary>A bar a group: where the ratings are.</summary>
    private ChartBlock ByGroup()
    {
        List<RatingMark> bands = [.. summary.Latest.Bands.Select(band => RatingMarks.Of(band.Band)), RatingMarks.NotRated(labels.Of(Labels.NotRated))];
        List<CountRow> rows = [.. summary.Groups.Select(
            group => new CountRow(group.Heading, [.. group.Latest.Bands.Select(band => band.Count), group.Latest.NotRated.Sum(reason => reason.Count)]))];
        if (rows.All(row => row.Counts[^1] == 0))
        {
            bands.RemoveAt(bands.Count - 1);
            rows = [.. rows.Select(row => new CountRow(row.Label, [.. row.Counts.SkipLast(1)]))];
        }

        return ChartBlock.WithFigures(new StackedCounts(
            Anchor.Of("chart", "counts"),
            $"{labels.Of(Labels.LatestRating)} by area",
            StackedCounts.Describe(bands, rows),
            bands,
            rows)
        { RowWord = labels.Of(Labels.Area) });
    }

    private Table Ratings(Anchor id, string caption, IReadOnlyList<SummaryGroup> groups)
    {
        var rows = groups.SelectMany(group => group.Rows).ToList();
        var references = rows.Any(row => row.Reference is not null);
        var years = summary.HasYearToDate;
        var columns = new List<Column>();
        if (references)
        {
            columns.Add(new Column(labels.Of(Labels.Reference)) { Width = ColumnWidth.Narrow });
        }

        columns.Add(new Column(labels.Of(Labels.Indicator)) { Width = ColumnWidth.Wide, RowHeader = true });
        columns.Add(new Column(labels.Of(Labels.LatestRating)));
        if (years)
        {
            columns.Add(new Column(labels.Of(Labels.YearToDateRating)));
        }

        return new Table(id, caption, columns, [.. groups.SelectMany(group => Rows(group, columns.Count, references, years))])
        {
            Summary = "One row an indicator, under the area that answers for it."
                + (rows.Any(row => names.IsDetailed(row.Ref)) ? " References and titles lead to the indicator's chart and explanation." : string.Empty),
        };
    }

    private IEnumerable<Row> Rows(SummaryGroup group, int columns, bool references, bool years)
    {
        if (group.Heading.Length > 0)
        {
            yield return Row.GroupOf(group.Heading, columns);
        }

        foreach (var row in group.Rows)
        {
            var cells = new List<Cell>();
            if (references)
            {
                cells.Add(new TextCell(names.Of(row.Ref, row.Reference ?? string.Empty)));
            }

            cells.Add(new TextCell(references ? row.Title : names.Of(row.Ref, row.Title)));
            cells.Add(RatingMarks.Cell(row.Latest));
            if (years)
            {
                cells.Add(RatingMarks.Cell(row.YearToDate));
            }

            yield return new Row(cells);
        }
    }

    private Table Counts()
    {
        RatingCounts[] each = summary.HasYearToDate ? [summary.Latest, summary.YearToDate] : [summary.Latest];
        var columns = new List<Column> { new(labels.Of(Labels.Rating)) { RowHeader = true } };
        foreach (var counts in each)
        {
            var heading = labels.Of(counts.Which == WhichRating.Latest ? Labels.LatestRating : Labels.YearToDateRating);
            columns.Add(new Column("Number") { Group = heading, Align = Align.End });
            columns.Add(new Column("Per cent") { Group = heading, Align = Align.End });
        }

        var rows = summary.Latest.Bands
            .Select((band, index) => new Row(
                [new RatingCell(RatingMarks.Of(band.Band)), .. each.SelectMany(counts => Figures(counts.Bands[index].Count, counts.Bands[index].Percentage))]))
            .ToList();
        if (each.Any(counts => counts.NotRated.Count > 0))
        {
            rows.Add(new Row(
            [
                new RatingCell(RatingMarks.NotRated(labels.Of(Labels.NotRated))),
                .. each.SelectMany(counts => Figures(counts.NotRated.Sum(reason => reason.Count), counts.NotRatedPercentage)),
            ]));
        }

        rows.Add(new Row([new TextCell("All"), .. each.SelectMany(counts => Figures(counts.Total, 100))]) { Kind = RowKind.Total });
        return new Table(Anchor.Of("table", "counts"), $"Indicators by rating, with per cent {summary.Latest.Of}", columns, rows);
    }

    private IEnumerable<Paragraph> Unrated()
    {
        var rows = summary.Groups.SelectMany(group => group.Rows).ToDictionary(row => row.Ref);
        RatingCounts[] each = summary.HasYearToDate ? [summary.Latest, summary.YearToDate] : [summary.Latest];
        foreach (var counts in each.Where(counts => counts.NotRated.Count > 0))
        {
            var which = labels.Of(counts.Which == WhichRating.Latest ? Labels.LatestRating : Labels.YearToDateRating).ToLowerInvariant();
            var reasons = counts.NotRated.Select(reason => $"{Named(reason)} ({reason.Reason})");
            yield return new Paragraph($"Without a {which}: {string.Join("; ", reasons)}.") { Quiet = true };
        }

        // Titles in full would bury the reasons; the table below marks each of its rows.
        string Named(NotRatedCount reason)
        {
            var named = reason.Refs.Select(reference => rows[reference]).ToList();
            return named.Count > MostTitles && named.Any(row => row.Reference is null)
                ? $"{named.Count} indicators"
                : string.Join(", ", named.Select(row => row.Reference ?? row.Title));
        }
    }

    private IEnumerable<Cell> Figures(int count, decimal? percentage) =>
    [
        new NumberCell(count.ToString(CultureInfo.InvariantCulture), count),
        percentage is { } share ? new NumberCell(FigureText.Cell(Unit.Percent, 1, share), share) : new TextCell(labels.Of(Labels.NotApplicable)),
    ];
}
