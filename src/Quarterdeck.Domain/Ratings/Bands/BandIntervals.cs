using System.Numerics;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Numbers;
using Quarterdeck.Domain.Results;
using Quarterdeck.Domain.Targets;

namespace Quarterdeck.Domain.Ratings.Bands;

/// <summary>A closed interval of positions and what a figure in it gets: a band's place in the scheme, or a refusal (negative).</summary>
public readonly record struct BandInterval(Int128 Low, Int128 High, int Band);

/// <summary>
/// A rating scheme laid over one standard: intervals tried in order, the first that holds the figure decides. Every rule
/// of every scheme (floor, tolerance, strict, range, both polarities) is compiled to intervals here and nowhere else, so
/// that the rating and its explanation cannot disagree.
/// </summary>
/// <remarks>
/// Positions are half-steps of <see cref="Places"/> decimal places: a number x that fits the places stands at 2x, and a
/// fraction between two such numbers at the odd position between them. "Above L" is then "at least 2L + 1", exactly.
/// </remarks>
public sealed class BandIntervals
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

    private readonly BandInterval[] _cuts;

    private BandIntervals(int places, BandInterval[] cuts)
    {
        Places = places;
        _cuts = cuts;
    }

    /// <summary>Decimal places of the positions: enough for every limit to be exact.</summary>
    public int Places { get; }

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
        var places = Scaled.Places(value);
        return places <= Places ? 2 * Scaled.Of(value, Places) : Between(Int128.DivRem(Scaled.Of(value, places), Scaled.PowerOfTen(places - Places)));
    }

    /// <summary>Where an exact fraction stands.</summary>
    /// <param name="numerator">Any sign.</param>
    /// <param name="denominator">Above zero.</param>
    public Int128 Position(Int128 numerator, Int128 denominator)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(denominator, Int128.Zero);
        var scale = Scaled.PowerOfTen(Places);
        if (Int128.Abs(numerator) <= Int128.MaxValue / scale)
        {
            return Between(Int128.DivRem(numerator * scale, denominator));
        }

        var (whole, rest) = BigInteger.DivRem((BigInteger)numerator * (BigInteger)scale, (BigInteger)denominator);
        return Between(((Int128)whole, rest.Sign));
    }

    /// <summary>Where a figure stands, a fraction that does not end included.</summary>
    public Int128 Position(Quantity value)
    {
        var (numerator, denominator) = value.Whole();
        return Position(numerator, denominator);
    }

    /// <summary>Lays a scheme over a standard.</summary>
    /// <param name="bands">The scheme's bands in order.</param>
    /// <param name="polarity">Which way is good.</param>
    /// <param name="standard">Target, floor and thresholds, already rounded as displayed.</param>
    public static BandIntervals Compile(IReadOnlyList<SchemeBand> bands, Polarity polarity, TargetSet standard)
    {
        var places = PlacesOf(standard);
        var (amounts, isRelative) = (0, false);
        foreach (var band in bands)
        {
            amounts = Math.Max(amounts, PlacesOf(band.Amount));
            isRelative |= band.Rule == BandRule.WithinRelative;
        }

        // A share of the target has the places of both, and two more for the per cent.
        places = isRelative ? Math.Max(places, PlacesOf(standard) + amounts + 2) : Math.Max(places, amounts);

        var limits = new BandLimits(polarity, standard, places);
        var lowest = bands.Count(band => band.Rule == BandRule.Grade) - 1;
        var cuts = new List<BandInterval>();
        for (var index = 0; index < bands.Count; index++)
        {
            var band = bands[index];
            if (band.Rule is BandRule.Date or BandRule.Manual
                || (band.Rule == BandRule.Floor && standard.Floor is null && HasToleranceAfter(bands, index)))
            {
                continue;
            }

            var cut = band.Rule == BandRule.Grade ? limits.At(lowest--, index) : limits.Of(band, index);
            cuts.Add(cut);
            if (cut.Band < 0)
            {
                break;
            }
        }

        cuts.Add(new BandInterval(Least, Most, NoBandFits));
        return new BandIntervals(places, [.. cuts]);
    }

    /// <summary>On a step, or between it and the next one away from zero.</summary>
    private static Int128 Between((Int128 Whole, Int128 Left) steps) => (2 * steps.Whole) + Int128.Sign(steps.Left);

    private static int PlacesOf(TargetSet standard) => Math.Max(
        Math.Max(PlacesOf(standard.Target), PlacesOf(standard.Floor)), Math.Max(PlacesOf(standard.Lower), PlacesOf(standard.Upper)));

    private static int PlacesOf(decimal? number) => number is { } known ? Scaled.Places(known) : 0;

    private static bool HasToleranceAfter(IReadOnlyList<SchemeBand> bands, int index)
    {
        for (var later = index + 1; later < bands.Count; later++)
        {
            if (bands[later].Rule is BandRule.WithinRelative or BandRule.WithinAbsolute)
            {
                return true;
            }
        }

        return false;
    }
}
