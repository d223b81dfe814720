namespace Quarterdeck.Domain.Statistics.ControlCharts;

/// <summary>A run chart: values about their median, judged by <see cref="RunsAnalysis"/>. Units are those of the values.</summary>
/// <param name="Median">Null where no value is held.</param>
/// <param name="Runs">About the median.</param>
public sealed record RunChart(decimal? Median, RunsAnalysis Runs)
{
    /// <param name="values">In order of time; null where there is none.</param>
    public static RunChart Of(IReadOnlyList<decimal?> values)
    {
        var held = values.OfType<decimal>().ToList();
        var median = MedianOf(held);
        return new RunChart(median, RunsAnalysis.Of(held.Select(value => value.CompareTo(median ?? value))));
    }

    private static decimal? MedianOf(List<decimal> held)
    {
        if (held.Count == 0)
        {
            return null;
        }

        var sorted = held.Order().ToList();
        var (low, high) = (sorted[(sorted.Count - 1) / 2], sorted[sorted.Count / 2]);
        return low == high ? low : (low / 2) + (high / 2);
    }
}
