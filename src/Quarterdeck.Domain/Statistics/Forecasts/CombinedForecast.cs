namespace Quarterdeck.Domain.Statistics.Forecasts;

/// <summary>
/// A forecast from past figures alone: the mean of exponential smoothing (the best additive form) and Theta, with the spread of the first,
/// widened, because the spread of a short history is too narrow. How often its intervals held is in bench/README.md.
/// </summary>
public sealed class CombinedForecast
{
    /// <summary>Figures without which nothing is forecast.</summary>
    public const int FewestFigures = 8;

    /// <summary>How much wider an interval is than the model says.</summary>
    public const double DefaultWidening = 1.35;

    private readonly EtsModel _smoothing;
    private readonly ThetaModel _theta;
    private readonly double _widening;

    private CombinedForecast(EtsModel smoothing, ThetaModel theta, double widening, bool isConstant)
    {
        (_smoothing, _theta, _widening, IsConstant) = (smoothing, theta, isConstant ? 0 : widening, isConstant);
    }

    /// <summary>Every figure was the same: nothing is known of how they vary, and no interval can be given.</summary>
    public bool IsConstant { get; }

    /// <param name="values">In order of time, without gaps.</param>
    /// <param name="seasons">Periods in a year, or 1.</param>
    /// <param name="widening">See <see cref="DefaultWidening"/>.</param>
    /// <returns>Null where there are too few figures.</returns>
    public static CombinedForecast? Of(double[] values, int seasons, double widening = DefaultWidening) =>
        values.Length >= FewestFigures && EtsFit.Best(values, seasons) is { } smoothing && ThetaModel.Of(values, seasons) is { } theta
            ? new CombinedForecast(smoothing, theta, widening, values.All(value => value == values[0])) : null;

    /// <summary>The figure expected so many periods on.</summary>
    public double Mean(int ahead) => (_smoothing.Mean(ahead) + _theta.Mean(ahead)) / 2;

    public double Deviation(int ahead) => _widening * _smoothing.Deviation(ahead);

    /// <summary>What is expected of the figures to come, each times its share, added up.</summary>
    /// <param name="shares">One for each period to come, the next first: all 1 for a sum, 0 but for the last for the last figure.</param>
    public double Mean(IReadOnlyList<double> shares) => shares.Select((share, place) => share * Mean(place + 1)).Sum();

    public double Deviation(IReadOnlyList<double> shares) => _widening * _smoothing.Deviation(shares);

    /// <summary>The chance of a figure that is this level or better.</summary>
    /// <param name="mean">Of the figure.</param>
    /// <param name="deviation">Of the figure; 0 where nothing varies.</param>
    /// <param name="level">The target, or the floor.</param>
    /// <param name="isHigherBetter">Whether more is better.</param>
    /// <param name="distributions">For the normal distribution.</param>
    public static double Chance(double mean, double deviation, double level, bool isHigherBetter, IDistributions distributions)
    {
        var spare = isHigherBetter ? mean - level : level - mean;
        return deviation > 0 ? distributions.Normal(spare / deviation) : spare >= 0 ? 1 : 0;
    }
}
