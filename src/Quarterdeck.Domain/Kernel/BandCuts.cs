using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Ratings;
using Quarterdeck.Domain.Targets;

namespace Quarterdeck.Domain.Kernel;

/// <summary>A closed interval of positions and what a figure in it gets: a band's place in the scheme, or a refusal (negative).</summary>
public readonly record struct Cut(Int128 Low, Int128 High, int Band);

/// <summary>
/// A rating scheme laid over one standard: intervals tried in order, the first that holds the figure decides. Every rule
/// of every scheme (floor, tolerance, strict, range, both polarities) is compiled to intervals here and nowhere else, so
/// that rating one figure with its explanation and rating millions at once cannot disagree.
/// </summary>
/// <remarks>
/// Positions are half-steps of <see cref="Places"/> decimal places: a number x that fits the places stands at 2x, and a
/// fraction between two such numbers at the odd position between them. "Above L" is then "at least 2L + 1", exactly.
/// </remarks>
public sealed class BandCuts
{
    /// <summary>The scheme needs a target and there is none.</summary>
    public const int NoTarget = -1;

    /// <summary>The scheme needs a floor standard and there is none.</summary>
    public const int NoFloor = -2;

    /// <summary>The scheme needs thresholds and there are none.</summary>
    public const int NoThresholds = -3;

    /// <summary>The scheme needs to know which way is good.</summary>
    public const int NoPolarity = -4;

    /// <summary>Every band was tried.</summary>
    public const int NoBandFits = -5;

    private static readonly Int128 Least = Int128.MinValue;
    private static readonly Int128 Most = Int128.MaxValue;

    private readonly Cut[] _cuts;

    private BandCuts(int places, Cut[] cuts)
    {
        Places = places;
        _cuts = cuts;
    }

    /// <summary>Decimal places of the positions: enough for every limit to be exact.</summary>
    public int Places { get; }

    /// <summary>In the order they are tried; the last holds everything.</summary>
    public ReadOnlySpan<Cut> Cuts => _cuts;

    /// <summary>What a figure at that position gets: a band's index in the scheme, or one of the refusals.</summary>
    /// <param name="position">In half-steps, from <see cref="Position(decimal)"/> or <see cref="Position(Int128, Int128)"/>.</param>
    public int Classify(Int128 position)
    {
        foreach (var cut in _cuts)
        {
            if (cut.Low <= position && position <= cut.High)
            {
                return cut.Band;
            }
        }

        return NoBandFits;
    }

    /// <summary>Where a number stands.</summary>
    public Int128 Position(decimal value)
    {
        var places = Math.Max(Places, Scaled.Places(value));
        return Position(Scaled.Of(value, places), Scaled.PowerOfTen(places));
    }

    /// <summary>Where an exact fraction stands.</summary>
    /// <param name="numerator">Any sign.</param>
    /// <param name="denominator">Above zero.</param>
    public Int128 Position(Int128 numerator, Int128 denominator)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(denominator, Int128.Zero);
        var (whole, rest) = Int128.DivRem(numerator * Scaled.PowerOfTen(Places), denominator);
        return (2 * whole) + Int128.Sign(rest);
    }

    /// <summary>Lays a scheme over a standard.</summary>
    /// <param name="bands">The scheme's bands in order.</param>
    /// <param name="polarity">Which way is good.</param>
    /// <param name="standard">Target, floor and thresholds, already rounded as displayed.</param>
    public static BandCuts Compile(IReadOnlyList<SchemeBand> bands, Polarity polarity, Standard standard)
    {
        var places = new[] { standard.Target, standard.Floor, standard.Lower, standard.Upper }
            .Concat(bands.Select(band => band.Amount))
            .Max(number => number is { } known ? Scaled.Places(known) : 0);
        if (bands.Any(band => band.Rule == BandRule.WithinRelative))
        {
            places += places + 2;
        }

        var limits = new BandLimits(polarity, standard, places);
        var cuts = new List<Cut>();
        for (var index = 0; index < bands.Count; index++)
        {
            var band = bands[index];
            if (band.Rule == BandRule.Date
                || (band.Rule == BandRule.Floor && standard.Floor is null && bands.Skip(index + 1).Any(IsTolerance)))
            {
                continue;
            }

            var cut = limits.Of(band, index);
            cuts.Add(cut);
            if (cut.Band < 0)
            {
                break;
            }
        }

        cuts.Add(new Cut(Least, Most, NoBandFits));
        return new BandCuts(places, [.. cuts]);
    }

    private static bool IsTolerance(SchemeBand band) => band.Rule is BandRule.WithinRelative or BandRule.WithinAbsolute;
}
