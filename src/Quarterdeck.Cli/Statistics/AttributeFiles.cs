using Quarterdeck.Domain.Statistics.ControlCharts;
using Quarterdeck.Packs.Csv;

namespace Quarterdeck.Cli.Statistics;

/// <summary>Charts of numerators and denominators of <c>input.csv</c>, as qicharts2 draws them.</summary>
internal static class AttributeFiles
{
    private static readonly (string Name, AttributeChartKind Kind, bool Screens)[] Charts =
    [
        ("p", AttributeChartKind.P, true), ("pp", AttributeChartKind.PPrime, true), ("pp", AttributeChartKind.PPrime, false),
        ("u", AttributeChartKind.U, true), ("up", AttributeChartKind.UPrime, true), ("up", AttributeChartKind.UPrime, false),
        ("c", AttributeChartKind.C, true), ("ip", AttributeChartKind.IPrime, true), ("ip", AttributeChartKind.IPrime, false),
    ];

    public static IEnumerable<PlainTable> Of(InputFolder input)
    {
        var expected = new PlainTable("expected.csv",
        [
            "series_id", "chart", "screened", "period", "num", "den", "y", "cl", "lcl", "ucl", "lcl95", "ucl95", "sigma_signal",
            "n_useful", "longest_run", "longest_run_max", "n_crossings", "n_crossings_min", "runs_signal",
        ]);
        foreach (var (name, points) in InputSeries.Of(input.Table("input.csv", "series_id", "period", "num", "den")))
        {
            var counts = points.Select(point => (InputFolder.Number(point.Row, "num"), InputFolder.Number(point.Row, "den"))).ToList();
            foreach (var (chart, kind, screens) in Charts)
            {
                var drawn = AttributeChart.Of(kind, counts, screens);
                foreach (var (point, row) in drawn.Points.Zip(points))
                {
                    expected.Add(
                        name, chart, CellText.Of(screens), CellText.Of(row.Period), row.Row["num"],
                        kind == AttributeChartKind.C ? string.Empty : row.Row["den"],
                        CellText.Of(point.Value), CellText.Of(drawn.Centre), CellText.Of(point.Lower), CellText.Of(point.Upper),
                        CellText.Of(point.LowerWarning), CellText.Of(point.UpperWarning), CellText.Of(point.IsOutside),
                        CellText.Of(drawn.Runs.Useful), CellText.Of(drawn.Runs.LongestRun), CellText.Of(drawn.Runs.LongestRunMost),
                        CellText.Of(drawn.Runs.Crossings), CellText.Of(drawn.Runs.CrossingsFewest), CellText.Of(drawn.Runs.IsSignal));
                }
            }
        }

        return [expected];
    }
}
