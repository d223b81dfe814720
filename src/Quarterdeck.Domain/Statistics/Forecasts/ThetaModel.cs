namespace Quarterdeck.Domain.Statistics.Forecasts;

/// <summary>
/// The Theta method (Assimakopoulos and Nikolopoulos 2000) as R forecast 8.23 runs it: simple exponential smoothing with half the slope of
/// a straight line. Where seasons show in the autocorrelation, they are taken out before and put back after.
/// </summary>
public sealed class ThetaModel
{
    private readonly EtsModel _smoothing;
    private readonly double[] _indices;
    private readonly int _count;

    private ThetaModel(EtsModel smoothing, double halfSlope, double[] indices, int count)
    {
        (_smoothing, HalfSlope, _indices, _count) = (smoothing, halfSlope, indices, count);
    }

    /// <summary>Alpha of the smoothing.</summary>
    public double Level => _smoothing.Parameters.Level;

    public double HalfSlope { get; }

    public bool IsSeasonal => _indices.Length > 0;

    public double Variance => _smoothing.Variance;

    /// <summary>Null where there are too few figures.</summary>
    public static ThetaModel? Of(double[] values, int seasons)
    {
        var indices = HasSeasons(values, seasons) ? Indices(values, seasons) : [];
        var adjusted = indices.Length == 0 ? values : [.. values.Select((value, row) => value / indices[row % seasons])];
        if (EtsFit.Of(adjusted, new EtsForm(EtsTrend.None, 1)) is not { } smoothing)
        {
            return null;
        }

        var middle = (values.Length - 1) / 2.0;
        var slope = adjusted.Select((value, row) => (row - middle) * value).Sum() / adjusted.Select((_, row) => (row - middle) * (row - middle)).Sum();
        return new ThetaModel(smoothing, slope / 2, indices, values.Length);
    }

    /// <summary>The figure expected so many periods on.</summary>
    public double Mean(int ahead)
    {
        var alpha = Level;
        return (_smoothing.Last.Level + (HalfSlope * (ahead - 1 + ((1 - Math.Pow(1 - alpha, _count)) / alpha)))) * Index(ahead);
    }

    /// <summary>The standard deviation of a figure so many periods on.</summary>
    public double Deviation(int ahead) => Math.Sqrt(Variance * (1 + ((ahead - 1) * Level * Level)));

    private double Index(int ahead) => IsSeasonal ? _indices[(_count + ahead - 1) % _indices.Length] : 1;

    /// <summary>Whether figures a year apart resemble each other by more than chance, at 90%.</summary>
    private static bool HasSeasons(double[] values, int seasons)
    {
        if (seasons < 2 || values.Length <= 2 * seasons || values.Any(value => value <= 0))
        {
            return false;
        }

        var mean = values.Average();
        var whole = values.Sum(value => (value - mean) * (value - mean));
        double Likeness(int lag) => values.Skip(lag).Zip(values, (late, early) => (late - mean) * (early - mean)).Sum() / whole;
        var chance = Math.Sqrt((1 + (2 * Enumerable.Range(1, seasons - 1).Sum(lag => Likeness(lag) * Likeness(lag)))) / values.Length);
        return Math.Abs(Likeness(seasons)) > 1.645 * chance;
    }

    /// <summary>The classical multiplicative decomposition: figures over their centred moving average, as a mean for each season.</summary>
    private static double[] Indices(double[] values, int seasons)
    {
        var (sums, counts) = (new double[seasons], new int[seasons]);
        var half = seasons / 2;
        for (var row = half; row < values.Length - half; row++)
        {
            var inner = values[(row - half)..(row + half + 1)];
            var trend = seasons % 2 == 1 ? inner.Average() : (inner.Sum() - ((inner[0] + inner[^1]) / 2)) / seasons;
            sums[row % seasons] += values[row] / trend;
            counts[row % seasons]++;
        }

        var means = sums.Zip(counts, (sum, count) => sum / count).ToArray();
        return [.. means.Select(mean => mean / means.Average())];
    }
}
