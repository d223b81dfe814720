namespace Quarterdeck.Domain.Kernel;

/// <summary>
/// A scheme over a standard as steps of whole numbers: which band a figure falls in is how many steps it has reached. Made
/// from <see cref="BandCuts"/> by asking it, so the two cannot differ; read without branches, so millions can be rated.
/// </summary>
public sealed class RatingSteps
{
    private readonly long[] _steps;
    private readonly sbyte[] _bands;

    private RatingSteps(long[] steps, sbyte[] bands) => (_steps, _bands) = (steps, bands);

    /// <summary>First figure of each step after the lowest, ascending.</summary>
    public ReadOnlySpan<long> Steps => _steps;

    /// <summary>What each step gets: a band's index, or a refusal of <see cref="BandCuts"/>; one more than there are steps.</summary>
    public ReadOnlySpan<sbyte> Bands => _bands;

    /// <summary>What a figure gets.</summary>
    public int Classify(long figure)
    {
        var reached = 0;
        foreach (var step in _steps)
        {
            reached += figure >= step ? 1 : 0;
        }

        return _bands[reached];
    }

    /// <summary>The steps of several standards side by side, when none has more than two: the shape of Red, Amber, Green.</summary>
    internal static StepPair[]? Pairs(IReadOnlyList<RatingSteps> steps) =>
        steps.All(each => each._steps.Length <= 2)
            ? [.. steps.Select(each => new StepPair(
                each._steps.Length > 0 ? each._steps[0] : long.MaxValue,
                each._steps.Length > 1 ? each._steps[1] : long.MaxValue,
                each._bands[0], each._bands[Math.Min(1, each._bands.Length - 1)], each._bands[^1]))]
            : null;

    /// <param name="cuts">The scheme over the standard.</param>
    /// <param name="places">Decimal places of the figures that will be asked about.</param>
    public static RatingSteps Of(BandCuts cuts, int places)
    {
        var edges = new SortedSet<long>();
        foreach (var cut in cuts.Cuts)
        {
            if (cut.Low > Int128.MinValue && First(cut.Low, cuts.Places, places) is { } low)
            {
                edges.Add(low);
            }

            if (cut.High < Int128.MaxValue && First(cut.High + 1, cuts.Places, places) is { } beyond)
            {
                edges.Add(beyond);
            }
        }

        var steps = edges.ToArray();
        var power = Scaled.PowerOfTen(places);
        sbyte Band(long figure) => (sbyte)cuts.Classify(cuts.Position(figure, power));
        return new RatingSteps(steps, [Band(steps.Length == 0 ? 0 : steps[0] - 1), .. steps.Select(Band)]);
    }

    /// <summary>The smallest whole figure at so many places that stands at a position or beyond; null when none of ours does.</summary>
    private static long? First(Int128 position, int cutPlaces, int places)
    {
        // Position 2x is the number x itself; 2x + 1 is anything above x and below x + 1.
        var (numerator, above) = Int128.IsEvenInteger(position) ? (position / 2, false) : ((position - 1) / 2, true);
        var (scaled, divisor) = (numerator * Scaled.PowerOfTen(places), Scaled.PowerOfTen(cutPlaces));
        var floor = Int128.DivRem(scaled, divisor) is var (whole, rest) && Int128.IsNegative(rest) ? whole - 1 : scaled / divisor;
        var first = above ? floor + 1 : floor * divisor == scaled ? floor : floor + 1;
        return first > long.MinValue && first < long.MaxValue ? (long)first : null;
    }
}

/// <summary>Two steps and the three bands around them, in one place of memory.</summary>
/// <param name="First">First figure of the middle band.</param>
/// <param name="Second">First figure of the upper band.</param>
/// <param name="Below">Below the first step.</param>
/// <param name="Between">From the first step.</param>
/// <param name="Above">From the second step.</param>
internal readonly record struct StepPair(long First, long Second, sbyte Below, sbyte Between, sbyte Above)
{
    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]
    public sbyte Classify(long figure)
    {
        var band = figure >= First ? Between : Below;
        return figure >= Second ? Above : band;
    }
}
