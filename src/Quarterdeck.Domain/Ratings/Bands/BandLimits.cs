using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Numbers;
using Quarterdeck.Domain.Targets;

namespace Quarterdeck.Domain.Ratings.Bands;

/// <summary>Turns one band's rule into its interval of positions.</summary>
/// <param name="polarity">Which way is good.</param>
/// <param name="standard">What the figure is held against.</param>
/// <param name="places">Decimal places of the positions.</param>
internal readonly struct BandLimits(Polarity polarity, TargetSet standard, int places)
{
    public BandInterval Of(SchemeBand band, int index) => band.Rule switch
    {
        BandRule.Otherwise or BandRule.Date or BandRule.Manual or BandRule.Grade => new BandInterval(Int128.MinValue, Int128.MaxValue, index),
        BandRule.Range => InRange(band.Amount ?? 0, band.Strict, index),
        BandRule.Value => band.Amount is { } amount ? Better(amount, band.Strict, index) : Refusal(BandIntervals.NoThresholds),
        BandRule.Target => OfTarget(0, band.Strict, index),
        BandRule.WithinAbsolute => OfTarget(band.Amount ?? 0, band.Strict, index),
        BandRule.WithinRelative => OfTarget(
            Math.Abs(standard.Target ?? 0) * (band.Amount ?? 0) / 100, band.Strict, index),
        BandRule.Floor => OfFloor(band.Strict, index),
    };

    /// <summary>The grade of that number and nothing else.</summary>
    public BandInterval At(int grade, int index) => Between(grade, grade, strict: false, index);

    private BandInterval OfTarget(decimal tolerance, bool strict, int index)
    {
        if (polarity == Polarity.Range)
        {
            return InRange(tolerance, strict, index);
        }

        if (standard.Target is not { } target)
        {
            return Refusal(BandIntervals.NoTarget);
        }

        return polarity switch
        {
            Polarity.Higher => Better(target - tolerance, strict, index),
            Polarity.Lower => Better(target + tolerance, strict, index),
            Polarity.OnTarget => Between(target - tolerance, target + tolerance, strict && tolerance > 0, index),
            Polarity.Neutral or Polarity.Range => Refusal(BandIntervals.NoPolarity),
        };
    }

    private BandInterval OfFloor(bool strict, int index)
    {
        if (standard.Floor is not { } floor)
        {
            return Refusal(BandIntervals.NoFloor);
        }

        if (polarity != Polarity.OnTarget)
        {
            return Better(floor, strict, index);
        }

        return standard.Target is { } target
            ? Between(target - Math.Abs(floor - target), target + Math.Abs(floor - target), strict, index)
            : Refusal(BandIntervals.NoTarget);
    }

    private BandInterval InRange(decimal tolerance, bool strict, int index)
    {
        if (standard.Lower is null && standard.Upper is null)
        {
            return Refusal(BandIntervals.NoThresholds);
        }

        return new BandInterval(
            standard.Lower is { } lower ? AtLeast(lower - tolerance, strict) : Int128.MinValue,
            standard.Upper is { } upper ? AtMost(upper + tolerance, strict) : Int128.MaxValue,
            index);
    }

    private BandInterval Better(decimal limit, bool strict, int index) => polarity switch
    {
        Polarity.Higher => new BandInterval(AtLeast(limit, strict), Int128.MaxValue, index),
        Polarity.Lower => new BandInterval(Int128.MinValue, AtMost(limit, strict), index),
        Polarity.OnTarget or Polarity.Range or Polarity.Neutral => Refusal(BandIntervals.NoPolarity),
    };

    private BandInterval Between(decimal low, decimal high, bool strict, int index) =>
        new(AtLeast(low, strict), AtMost(high, strict), index);

    private Int128 AtLeast(decimal limit, bool strict) => (2 * Scaled.Of(limit, places)) + (strict ? 1 : 0);

    private Int128 AtMost(decimal limit, bool strict) => (2 * Scaled.Of(limit, places)) - (strict ? 1 : 0);

    private static BandInterval Refusal(int reason) => new(Int128.MinValue, Int128.MaxValue, reason);
}
