namespace Quarterdeck.Domain.Statistics.Rates;

/// <summary>How far an area lies from the average of all.</summary>
public enum FunnelPlace
{
    /// <summary>Under the 99.8% limit.</summary>
    VeryLow,

    /// <summary>Under the 95% limit.</summary>
    Low,

    /// <summary>No further than chance takes it.</summary>
    Within,

    /// <summary>Over the 95% limit.</summary>
    High,

    /// <summary>Over the 99.8% limit.</summary>
    VeryHigh,
}

/// <summary>
/// Limits within which chance alone keeps areas of a size about the average of all (Spiegelhalter 2005), as PHEindicatormethods 2.1.0 draws
/// them: 95% and 99.8%.
/// </summary>
public sealed class Funnel(IDistributions distributions)
{
    public const double Inner = 0.95;
    public const double Outer = 0.998;

    private readonly Intervals _intervals = new(distributions);

    /// <summary>For a share of a population of this size, from 0 to 1.</summary>
    public Interval Share(double average, double population, double level)
    {
        var width = distributions.NormalQuantile((1 + level) / 2) * Math.Sqrt(average * (1 - average) / population);
        return new Interval(Math.Max(0, average - width), Math.Min(1, average + width));
    }

    /// <summary>Where a share lies.</summary>
    public FunnelPlace PlaceOfShare(double count, double of, double average)
    {
        var share = count / of;
        return Place(level => Share(average, of, level) is var limits && share > limits.Upper ? 1 : share < limits.Lower ? -1 : 0);
    }

    /// <summary>The sizes at which so many events are just as many, and just as few, as chance allows at this average rate.</summary>
    public Interval Sizes(double average, double events, double level) => _intervals.Exact(events, level).Times(1 / average);

    /// <summary>Where a rate lies: whether the average is within what its own events allow. For a ratio the average is 1.</summary>
    public FunnelPlace PlaceOfRate(double events, double size, double average) =>
        Place(level => _intervals.Count(events, level).Times(1 / size) is var own && own.Lower > average ? 1 : own.Upper < average ? -1 : 0);

    /// <summary>
    /// A hundred sizes at which to draw the limits, closer together where they bend: from the smallest (or 1, where it is under half the largest)
    /// to the largest, with room beside both.
    /// </summary>
    public static IReadOnlyList<double> Grid(IReadOnlyList<double> sizes, double factor)
    {
        const int Places = 100;
        var (least, most) = (sizes.Min(), sizes.Max());
        var end = TwoDigits(most * 1.05, Math.Ceiling) * factor;
        var grid = new List<double> { Math.Max(1, least > most / 2 ? Math.Floor(TwoDigits(least * 0.95, Math.Floor) * factor) : 0) };
        while (grid.Count < Places)
        {
            var step = Math.Pow(end / grid[^1], 1.0 / (Places - grid.Count));
            grid.Add(Math.Max(Math.Round(step * grid[^1]), grid[^1] + 1));
        }

        return grid;
    }

    private static FunnelPlace Place(Func<double, int> side) => (side(Inner), side(Outer)) switch
    {
        (_, 1) => FunnelPlace.VeryHigh,
        (_, -1) => FunnelPlace.VeryLow,
        (1, _) => FunnelPlace.High,
        (-1, _) => FunnelPlace.Low,
        _ => FunnelPlace.Within,
    };

    private static double TwoDigits(double value, Func<double, double> round)
    {
        var unit = Math.Pow(10, Math.Floor(Math.Log10(value)) - 1);
        return round(value / unit) * unit;
    }
}
