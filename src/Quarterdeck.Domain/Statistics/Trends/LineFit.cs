namespace Quarterdeck.Domain.Statistics.Trends;

/// <summary>A figure at a time.</summary>
/// <param name="Time">Periods since the first one; a gap keeps its length.</param>
/// <param name="Value">In the unit of the series.</param>
public readonly record struct TimedFigure(int Time, double Value);

/// <summary>
/// A straight line through figures by least squares, or one with a level of its own for each season.
/// Closed forms: b = Sxy / Sxx, se = sqrt(RSS / df / Sxx), with times and values taken from the mean of their season.
/// </summary>
public sealed class LineFit
{
    private LineFit(double slope, double intercept, double[] times, double[] residuals, double total, int degreesOfFreedom)
    {
        Slope = slope;
        Intercept = intercept;
        CentredTimes = times;
        Residuals = residuals;
        Total = total;
        DegreesOfFreedom = degreesOfFreedom;
        TimeSquares = times.Sum(time => time * time);
        Unexplained = residuals.Sum(residual => residual * residual);
    }

    /// <summary>Units of the series for each period.</summary>
    public double Slope { get; }

    /// <summary>The line at time nought; the mean of the seasons' own levels is not told.</summary>
    public double Intercept { get; }

    public IReadOnlyList<double> CentredTimes { get; }

    public IReadOnlyList<double> Residuals { get; }

    /// <summary>Figures less the parameters fitted.</summary>
    public int DegreesOfFreedom { get; }

    /// <summary>The sum of squares about the mean.</summary>
    public double Total { get; }

    /// <summary>The sum of squares about the line.</summary>
    public double Unexplained { get; }

    public double TimeSquares { get; }

    public double StandardError => Math.Sqrt(Unexplained / DegreesOfFreedom / TimeSquares);

    public double T => Slope / StandardError;

    public double RSquared => 1 - (Unexplained / Total);

    /// <summary>How much a residual is like the one before it, as it comes: from -1 to 1.</summary>
    public double Autocorrelation
    {
        get
        {
            var sum = 0.0;
            for (var row = 1; row < Residuals.Count; row++)
            {
                sum += Residuals[row] * Residuals[row - 1];
            }

            return sum / Unexplained;
        }
    }

    /// <summary>Nothing is left beside the line that is not rounding.</summary>
    public bool IsPerfect => Unexplained <= 1e-20 * Total;

    /// <param name="points">Two or more, at different times.</param>
    /// <param name="seasons">1 for a plain line; else how many seasons take turns, each with two points or more.</param>
    public static LineFit Of(IReadOnlyList<TimedFigure> points, int seasons)
    {
        var (sums, counts) = (new (double Time, double Value)[seasons], new int[seasons]);
        foreach (var point in points)
        {
            var season = point.Time % seasons;
            sums[season] = (sums[season].Time + point.Time, sums[season].Value + point.Value);
            counts[season]++;
        }

        var times = points.Select(point => point.Time - (sums[point.Time % seasons].Time / counts[point.Time % seasons])).ToArray();
        var values = points.Select(point => point.Value - (sums[point.Time % seasons].Value / counts[point.Time % seasons])).ToArray();
        var slope = times.Zip(values, (time, value) => time * value).Sum() / times.Sum(time => time * time);
        var residuals = times.Zip(values, (time, value) => value - (slope * time)).ToArray();
        var (meanTime, meanValue) = (points.Average(point => (double)point.Time), points.Average(point => point.Value));
        return new LineFit(
            slope,
            meanValue - (slope * meanTime),
            times,
            residuals,
            points.Sum(point => (point.Value - meanValue) * (point.Value - meanValue)),
            points.Count - seasons - 1);
    }

    /// <summary>Newey and West's standard error of the slope (Bartlett weights, lag floor(4 (n/100)^(2/9)), times n / (n - 2)).</summary>
    public (int Lag, double StandardError) NeweyWest()
    {
        var count = Residuals.Count;
        var lag = (int)Math.Floor(4 * Math.Pow(count / 100.0, 2.0 / 9));
        var scores = CentredTimes.Zip(Residuals, (time, residual) => time * residual).ToArray();
        var sum = scores.Sum(score => score * score);
        for (var behind = 1; behind <= lag; behind++)
        {
            var weight = 1 - (behind / (lag + 1.0));
            for (var row = behind; row < count; row++)
            {
                sum += 2 * weight * scores[row] * scores[row - behind];
            }
        }

        return (lag, Math.Sqrt(count / (count - 2.0) * sum) / TimeSquares);
    }
}
