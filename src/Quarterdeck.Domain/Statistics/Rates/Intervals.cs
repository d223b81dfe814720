namespace Quarterdeck.Domain.Statistics.Rates;

/// <summary>What a figure may truly be, by chance alone.</summary>
/// <param name="Lower">In the unit of the figure.</param>
/// <param name="Upper">In the unit of the figure.</param>
public readonly record struct Interval(double Lower, double Upper)
{
    public Interval Times(double factor) => new(Lower * factor, Upper * factor);
}

/// <summary>A figure with what it may truly be.</summary>
public readonly record struct Estimate(double Value, Interval Interval);

/// <summary>
/// Confidence intervals as public health uses them, checked against PHEindicatormethods 2.1.0. A level is a share: 0.95, or 0.998.
/// </summary>
public sealed class Intervals(IDistributions distributions)
{
    /// <summary>From so many events on Byar's method is as good as the exact one.</summary>
    public const double FewestForByar = 10;

    /// <summary>So many of so many, as a share (Wilson 1927); null of nothing.</summary>
    public Interval? Wilson(double count, double of, double level)
    {
        if (of <= 0)
        {
            return null;
        }

        var z = distributions.NormalQuantile((1 + level) / 2);
        var middle = (2 * count) + (z * z);
        var width = z * Math.Sqrt((z * z) + (4 * count * Math.Max(0, 1 - (count / of))));
        var whole = 2 * (of + (z * z));
        return new Interval((middle - width) / whole, (middle + width) / whole);
    }

    /// <summary>So many events, as a count: exact for fewer than ten (from chi-squared), Byar's method from ten on.</summary>
    public Interval Count(double events, double level) => events < FewestForByar ? Exact(events, level) : Byar(events, level);

    /// <summary>So many events by the chi-squared distribution.</summary>
    public Interval Exact(double events, double level) => new(
        events == 0 ? 0 : distributions.ChiSquaredQuantile((1 - level) / 2, 2 * events) / 2,
        distributions.ChiSquaredQuantile((1 + level) / 2, (2 * events) + 2) / 2);

    /// <summary>So many events by Byar's method; not for nought.</summary>
    public Interval Byar(double events, double level)
    {
        var z = distributions.NormalQuantile((1 + level) / 2);
        var more = events + 1;
        return new Interval(
            events * Math.Pow(1 - (1 / (9 * events)) - (z / (3 * Math.Sqrt(events))), 3),
            more * Math.Pow(1 - (1 / (9 * more)) + (z / (3 * Math.Sqrt(more))), 3));
    }

    /// <summary>The mean of figures, by Student's t; null for fewer than two.</summary>
    public Interval? Mean(double mean, double deviation, int count, double level)
    {
        if (count < 2)
        {
            return null;
        }

        var width = distributions.StudentQuantile((1 + level) / 2, count - 1) * deviation / Math.Sqrt(count);
        return new Interval(mean - width, mean + width);
    }
}
