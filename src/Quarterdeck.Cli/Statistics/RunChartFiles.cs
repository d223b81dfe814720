using Quarterdeck.Domain.Statistics.ControlCharts;
using Quarterdeck.Packs.Csv;

namespace Quarterdeck.Cli.Statistics;

/// <summary>Run charts and single-value charts of <c>input_series.csv</c>, as qicharts2 draws them.</summary>
internal static class RunChartFiles
{
    /// <summary>qicharts2 takes 3 / 1.128 where Making Data Count takes 2.66.</summary>
    private const decimal LimitFactor = 3 / 1.128m;

    public static IEnumerable<PlainTable> Of(InputFolder input)
    {
        var expected = new PlainTable("expected.csv",
        [
            "series_id", "ref_status", "median", "n_obs", "n_useful", "longest_run", "longest_run_max", "n_crossings", "n_crossings_min",
            "signal_anhoej", "signal_bestbox", "signal_cutbox", "i_cl", "i_lcl_1128", "i_ucl_1128",
        ]);
        foreach (var (name, points) in InputSeries.Of(input.Table("input_series.csv", "series_id", "period", "value")))
        {
            var values = points.Select(point => point.Value).ToArray();
            var chart = RunChart.Of(values);
            var runs = chart.Runs;
            var single = XmrChart.Of(values, [], new XmrOptions { Convention = XmrConvention.Reference }).Phases;
            var (mean, range) = single is [var phase] ? (phase.Mean, phase.AverageRange) : (null, null);
            expected.Add(
                name, "ok", CellText.Of(chart.Median), CellText.Of(points.Count), CellText.Of(runs.Useful),
                CellText.Of(runs.LongestRun), CellText.Of(runs.LongestRunMost), CellText.Of(runs.Crossings), CellText.Of(runs.CrossingsFewest),
                CellText.Of(runs.IsSignal), CellText.Of(runs.IsBestBoxSignal), CellText.Of(runs.IsCutBoxSignal),
                CellText.Of(mean), CellText.Of(mean - (LimitFactor * range)), CellText.Of(mean + (LimitFactor * range)));
        }

        return [expected];
    }
}
