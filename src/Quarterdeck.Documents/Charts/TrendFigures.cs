using System.Globalization;
using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Charts;

/// <summary>The figures of a trend as a table: a row a period, a column for whatever the chart has.</summary>
internal static class TrendFigures
{
    public static Table Of(TrendChart chart, Anchor id, string caption)
    {
        var points = chart.Points;
        List<(Column Column, Func<TrendPoint, Cell> Cell)> columns = [(new Column("Period") { RowHeader = true }, point => new TextCell(point.Label))];
        columns.Add((new Column(chart.ResultWord) { Align = Align.End }, Result));
        Add(points.Any(point => point.Forecast), "Status", point => new TextCell(point.Forecast ? chart.ForecastWord : "Reported"), Align.Start);
        Add(
            points.Any(point => point.Rating is not null),
            "Rating",
            point => point.Rating is { } rating ? new RatingCell(rating) : None("No rating"),
            Align.Start);
        Add(points.Any(point => point.Target is not null), chart.TargetWord, point => Figure(point.Target, "No target"), Align.End);
        Add(points.Any(point => point.Floor is not null), chart.FloorWord, point => Figure(point.Floor, "No floor"), Align.End);
        Add(points.Any(point => point.Lower is not null), chart.RangeWord + ", lower end", point => Number(point.Lower), Align.End);
        Add(points.Any(point => point.Upper is not null), chart.RangeWord + ", upper end", point => Number(point.Upper), Align.End);
        Add(points.Any(point => point.Comparator is not null), chart.ComparatorWord, point => Figure(point.Comparator, "No figure"), Align.End);
        return new Table(
            id,
            caption,
            [.. columns.Select(each => each.Column)],
            [.. points.Select(point => new Row([.. columns.Select(each => each.Cell(point))]))]);

        void Add(bool wanted, string label, Func<TrendPoint, Cell> cell, Align align)
        {
            if (wanted)
            {
                columns.Add((new Column(label) { Align = align }, cell));
            }
        }

        Cell Number(decimal? figure) => figure is { } known
            ? new NumberCell((known < 0 ? "-" : string.Empty)
                + chart.Unit.Prefix
                + Math.Abs(known).ToString("#,##0.############", CultureInfo.InvariantCulture)
                + chart.Unit.Suffix, known)
            : None("No end");
    }

    /// <summary>The value, or why there is none.</summary>
    public static Cell Result(TrendPoint point) => point.Value is { } value
        ? new NumberCell(point.Displayed, value)
        : new EmptyCell(point.Displayed.Length > 0 ? point.Displayed : "-", point.Displayed.Length > 0 ? point.Displayed : "No result");

    private static Cell Figure(ChartFigure? figure, string otherwise) =>
        figure is { } known ? new NumberCell(known.Displayed, known.Value) : None(otherwise);

    private static EmptyCell None(string why) => new("-", why);
}
