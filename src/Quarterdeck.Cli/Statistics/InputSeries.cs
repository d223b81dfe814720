using Quarterdeck.Packs.Csv;

namespace Quarterdeck.Cli.Statistics;

/// <summary>One row of a series.</summary>
/// <param name="Row">As read.</param>
/// <param name="Period">The first day of its period.</param>
internal readonly record struct InputPoint(PlainRow Row, DateOnly Period)
{
    public decimal? Value => InputFolder.Number(Row, "value");
}

/// <summary>Series as they lie in a table with the columns <c>series_id</c> and <c>period</c>.</summary>
internal static class InputSeries
{
    /// <summary>Each series in order of time; a date that stands twice is an error.</summary>
    public static Dictionary<string, List<InputPoint>> Of(PlainTable table)
    {
        var series = new Dictionary<string, List<InputPoint>>();
        foreach (var row in table.Rows)
        {
            if (!series.TryGetValue(row["series_id"], out var points))
            {
                series[row["series_id"]] = points = [];
            }

            points.Add(new InputPoint(row, InputFolder.Date(row, "period")));
        }

        foreach (var points in series.Values)
        {
            points.Sort((one, other) => one.Period.CompareTo(other.Period));
            for (var at = 1; at < points.Count; at++)
            {
                if (points[at].Period == points[at - 1].Period)
                {
                    throw InputFolder.Wrong(points[at].Row, "period", "a date of its own: the series has it already, so one of the two rows is too many");
                }
            }
        }

        return series;
    }

    public static List<InputPoint> Named(Dictionary<string, List<InputPoint>> series, PlainRow asked) =>
        series.TryGetValue(asked["series_id"], out var points) ? points : throw InputFolder.Wrong(asked, "series_id", "a series of the input");
}
