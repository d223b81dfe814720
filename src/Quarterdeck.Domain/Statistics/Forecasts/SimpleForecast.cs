namespace Quarterdeck.Domain.Statistics.Forecasts;

/// <summary>
/// Forecasts without a model, which a better one has to beat: the mean, the last figure, the last figure and the mean change, and the
/// figure of the same season last year.
/// </summary>
/// <param name="Name">As the field calls it.</param>
/// <param name="Mean">The figure expected so many periods on.</param>
/// <param name="Deviation">Its standard deviation.</param>
public sealed record SimpleForecast(string Name, Func<int, double> Mean, Func<int, double> Deviation)
{
    public static SimpleForecast Average(double[] values)
    {
        var mean = values.Average();
        var deviation = Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1) * (1 + (1.0 / values.Length)));
        return new SimpleForecast("Mean", _ => mean, _ => deviation);
    }

    public static SimpleForecast Naive(double[] values)
    {
        var spread = Square(values, 1);
        return new SimpleForecast("Naive method", _ => values[^1], ahead => Math.Sqrt(spread * ahead));
    }

    public static SimpleForecast Drift(double[] values)
    {
        var steps = values.Length - 1;
        var drift = (values[^1] - values[0]) / steps;
        var spread = Enumerable.Range(1, steps).Sum(row => Math.Pow(values[row] - values[row - 1] - drift, 2)) / (steps - 1);
        return new SimpleForecast(
            "Random walk with drift", ahead => values[^1] + (drift * ahead), ahead => Math.Sqrt(spread * ahead * (1 + ((double)ahead / steps))));
    }

    /// <summary>Needs more than a year of figures.</summary>
    public static SimpleForecast SeasonalNaive(double[] values, int seasons)
    {
        var spread = Square(values, seasons);
        return new SimpleForecast(
            "Seasonal naive method",
            ahead => values[values.Length - seasons + ((ahead - 1) % seasons)],
            ahead => Math.Sqrt(spread * (((ahead - 1) / seasons) + 1)));
    }

    private static double Square(double[] values, int lag) =>
        Enumerable.Range(lag, values.Length - lag).Average(row => (values[row] - values[row - lag]) * (values[row] - values[row - lag]));
}
