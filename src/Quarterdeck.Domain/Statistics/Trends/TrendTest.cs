namespace Quarterdeck.Domain.Statistics.Trends;

/// <summary>What may be said of the way a series goes. No clear trend is not the same as staying level.</summary>
public enum TrendVerdict
{
    TooFewFigures,
    NoClearTrend,
    Rising,
    Falling,
}

/// <summary>Whether a level of its own for each season is tried.</summary>
public enum SeasonChoice
{
    /// <summary>Where there are years enough, and the seasons tell.</summary>
    Auto,
    Never,
}

/// <summary>How a trend is tested.</summary>
public sealed record TrendOptions
{
    /// <summary>Figures without which nothing is said.</summary>
    public int FewestPoints { get; init; } = 5;

    /// <summary>The chance of a trend seen where there is none.</summary>
    public double Significance { get; init; } = 0.05;

    /// <summary>Periods in a year (12 months, 4 quarters), or 1 for none.</summary>
    public int Seasons { get; init; } = 1;

    public SeasonChoice Season { get; init; } = SeasonChoice.Auto;

    /// <summary>Leaves out that neighbouring figures resemble each other: what the regression of a spreadsheet gives.</summary>
    public bool IsSimple { get; init; }
}

/// <summary>A trend and all it was judged by.</summary>
public sealed record TrendOutcome
{
    public required TrendVerdict Verdict { get; init; }

    /// <summary>Figures.</summary>
    public required int Count { get; init; }

    /// <summary>Every figure is the same, or all lie on one line; nothing is tested then.</summary>
    public bool IsConstant { get; init; }

    public bool IsPerfect { get; init; }

    /// <summary>The plain line; null with under three figures.</summary>
    public LineFit? Line { get; init; }

    /// <summary>The line with seasons; null where there are too few years for one.</summary>
    public LineFit? Seasonal { get; init; }

    /// <summary>Whether seasons tell: how much they explain against what is left, and the chance of it without seasons.</summary>
    public (double F, int DegreesOfFreedom, int DegreesBelow, double P)? SeasonTest { get; init; }

    /// <summary>The line the verdict comes from.</summary>
    public LineFit? Used { get; init; }

    /// <summary>The share of the figures that count as independent.</summary>
    public double IndependentShare { get; init; } = 1;

    public double StandardError { get; init; }

    public double DegreesOfFreedom { get; init; }

    public double T { get; init; }

    public double P { get; init; }
}

/// <summary>
/// Whether a series rises or falls by more than chance: least squares, seasons where they tell, and degrees of freedom less for figures
/// that resemble their neighbours (effective sample size by the first autocorrelation r of the residuals, (1 - r) / (1 + r)).
/// How often it is wrong is in bench/README.md.
/// </summary>
public sealed class TrendTest(IDistributions distributions)
{
    /// <param name="values">In order of time, by periods since the first; null is left out.</param>
    /// <param name="options">How it is tested.</param>
    public TrendOutcome Run(IReadOnlyList<(int Time, decimal Value)> values, TrendOptions options)
    {
        var count = values.Count;
        if (count < 3)
        {
            return new TrendOutcome { Verdict = TrendVerdict.TooFewFigures, Count = count };
        }

        var points = values.Select(value => new TimedFigure(value.Time, (double)value.Value)).ToList();
        var line = LineFit.Of(points, 1);
        var isConstant = values.All(value => value.Value == values[0].Value);
        if (isConstant || line.IsPerfect)
        {
            return new TrendOutcome
            {
                Count = count,
                Line = line,
                IsConstant = isConstant,
                IsPerfect = !isConstant,
                Verdict = count < options.FewestPoints ? TrendVerdict.TooFewFigures
                    : isConstant ? TrendVerdict.NoClearTrend
                    : Way(line.Slope),
            };
        }

        return Judge(WithSeason(new TrendOutcome { Verdict = TrendVerdict.TooFewFigures, Count = count, Line = line, Used = line }, points, options), options);
    }

    /// <summary>Whether there are years enough for a level of each season: two and two figures more, and two figures in every season.</summary>
    public static bool HasSeasons(IReadOnlyList<TimedFigure> points, int seasons) =>
        seasons > 1 && points.Count >= (2 * seasons) + 2
        && points.CountBy(point => point.Time % seasons).Count(season => season.Value >= 2) == seasons;

    private TrendOutcome WithSeason(TrendOutcome trend, List<TimedFigure> points, TrendOptions options)
    {
        if (options.Season == SeasonChoice.Never || !HasSeasons(points, options.Seasons))
        {
            return trend;
        }

        var seasonal = LineFit.Of(points, options.Seasons);
        var (degrees, below) = (options.Seasons - 1, seasonal.DegreesOfFreedom);
        var f = (trend.Line!.Unexplained - seasonal.Unexplained) / degrees / (seasonal.Unexplained / below);
        var p = distributions.FisherUpper(f, degrees, below);
        return trend with
        {
            Seasonal = seasonal,
            SeasonTest = (f, degrees, below, p),
            Used = p < options.Significance ? seasonal : trend.Line,
        };
    }

    private TrendOutcome Judge(TrendOutcome trend, TrendOptions options)
    {
        var used = options.IsSimple ? trend.Line! : trend.Used!;
        var likeness = options.IsSimple ? 0 : Math.Clamp(used.Autocorrelation, 0, 0.99);
        var share = (1 - likeness) / (1 + likeness);
        // A line that fits all but rounding once the seasons are out has no error to be tested by.
        var error = used.StandardError / Math.Sqrt(share);
        var degrees = Math.Max(1, used.DegreesOfFreedom * share);
        var t = used.Slope / error;
        var p = error > 0 ? distributions.StudentTwoSided(t, degrees) : 0;
        return trend with
        {
            Used = used,
            IndependentShare = share,
            StandardError = error,
            DegreesOfFreedom = degrees,
            T = t,
            P = p,
            Verdict = trend.Count < options.FewestPoints ? TrendVerdict.TooFewFigures
                : p < options.Significance ? Way(used.Slope)
                : TrendVerdict.NoClearTrend,
        };
    }

    private static TrendVerdict Way(double slope) => slope > 0 ? TrendVerdict.Rising : slope < 0 ? TrendVerdict.Falling : TrendVerdict.NoClearTrend;
}
