namespace Quarterdeck.Domain.Kernel;

/// <summary>
/// The line of positions cut into stretches that get one code each: what intervals tried in order come to. One figure and
/// whole columns are classified by the same stretches.
/// </summary>
public sealed class BandSegments
{
    /// <summary>More cuts than any scheme in use has.</summary>
    private const int MostOnStack = 16;

    private readonly Int128[] _starts;
    private readonly int[] _codes;

    private BandSegments(Int128[] starts, int[] codes)
    {
        _starts = starts;
        _codes = codes;
    }

    /// <summary>Where each stretch but the first begins, rising.</summary>
    public ReadOnlySpan<Int128> Starts => _starts;

    /// <summary>What each stretch gets: one more than there are starts.</summary>
    public ReadOnlySpan<int> Codes => _codes;

    /// <summary>Flattens intervals of which the first that holds a position decides.</summary>
    /// <param name="cuts">In the order they are tried; the last holds everything.</param>
    public static BandSegments Of(ReadOnlySpan<Cut> cuts)
    {
        // Two edges a cut at most; a scheme has a handful of cuts, so they are sorted where they stand.
        Span<Int128> edges = cuts.Length <= MostOnStack ? stackalloc Int128[2 * MostOnStack] : new Int128[2 * cuts.Length];
        var count = 0;
        foreach (var cut in cuts)
        {
            if (cut.Low > Int128.MinValue)
            {
                edges[count++] = cut.Low;
            }

            if (cut.High < Int128.MaxValue)
            {
                edges[count++] = cut.High + 1;
            }
        }

        edges = edges[..count];
        edges.Sort();
        Span<int> codes = count < 2 * MostOnStack ? stackalloc int[(2 * MostOnStack) + 1] : new int[count + 1];
        var stretches = 0;
        codes[0] = First(cuts, Int128.MinValue);
        foreach (var edge in edges)
        {
            var code = First(cuts, edge);
            if (code != codes[stretches])
            {
                edges[stretches++] = edge;
                codes[stretches] = code;
            }
        }

        return new BandSegments(edges[..stretches].ToArray(), codes[..(stretches + 1)].ToArray());
    }

    /// <summary>The code of the stretch that holds a position.</summary>
    public int Find(Int128 position)
    {
        var at = 0;
        while (at < _starts.Length && _starts[at] <= position)
        {
            at++;
        }

        return _codes[at];
    }

    private static int First(ReadOnlySpan<Cut> cuts, Int128 position)
    {
        foreach (var cut in cuts)
        {
            if (cut.Low <= position && position <= cut.High)
            {
                return cut.Band;
            }
        }

        return BandCuts.NoBandFits;
    }
}
