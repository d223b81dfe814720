using System.Globalization;
using Quarterdeck.Documents.Charts;
using Quarterdeck.Documents.Tree;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Documents.Reports;

/// <summary>Counts of ratings by group, two rounds side by side: in words, as a table, and a chart a round.</summary>
internal sealed class ComparedGroupBlocks(Labels labels)
{
    public IEnumerable<Block> All(GroupComparison compared)
    {
        foreach (var sentence in compared.Sentences)
        {
            yield return new Paragraph(sentence);
        }

        yield return Figures(compared);
        for (var round = 0; round < compared.Rounds.Count; round++)
        {
            yield return new ChartBlock(Chart(compared, round));
        }
    }

    private Table Figures(GroupComparison compared)
    {
        var columns = new List<Column> { new(compared.GroupWord) { RowHeader = true, Width = ColumnWidth.Wide } };
        var bands = compared.All.Rounds[0]!.Bands;
        foreach (var round in compared.Rounds)
        {
            columns.AddRange(bands.Select(band => new Column(band.Band.Label) { Group = round, Align = Align.End }));
            columns.Add(new Column(labels.Of(Labels.NotRated)) { Group = round, Align = Align.End });
            columns.Add(new Column("All") { Group = round, Align = Align.End });
        }

        return new Table(
            Anchor.Of("table", "groups"),
            $"Indicators by rating and {compared.GroupWord.ToLowerInvariant()}: {string.Join(" and ", compared.Rounds)}",
            columns,
            [.. compared.Groups.Select(group => Row(group, bands.Count)), Row(compared.All, bands.Count) with { Kind = RowKind.Total }]);
    }

    private static Row Row(ComparedGroup group, int bands) => new(
    [
        new TextCell(group.Name),
        .. group.Rounds.SelectMany(counts => counts is null
            ? Enumerable.Repeat<Cell>(new EmptyCell("-", "It had no indicators then."), bands + 2)
            : [.. counts.Bands.Select(band => Number(band.Count)), Number(NotRated(counts)), Number(counts.Total)]),
    ]);

    private StackedCounts Chart(GroupComparison compared, int round)
    {
        List<RatingMark> bands = [
            .. compared.All.Rounds[round]!.Bands.Select(band => RatingMarks.Of(band.Band)),
            RatingMarks.NotRated(labels.Of(Labels.NotRated))
        ];
        List<CountRow> rows = [.. compared.Groups.Select(group => group.Rounds[round] is { } counts
            ? new CountRow(group.Name, [.. counts.Bands.Select(band => band.Count), NotRated(counts)])
            : CountRow.Without(group.Name, "no indicators then"))];
        return new StackedCounts(
            Anchor.Of("chart", "groups", compared.Rounds[round]),
            $"{labels.Of(Labels.LatestRating)} by {compared.GroupWord.ToLowerInvariant()}, {compared.Rounds[round]}",
            StackedCounts.Describe(bands, rows),
            bands,
            rows)
        { RowWord = compared.GroupWord };
    }

    private static int NotRated(RatingCounts counts) => counts.NotRated.Sum(reason => reason.Count);

    private static NumberCell Number(int count) => new NumberCell(count.ToString(CultureInfo.InvariantCulture), count);
}
