using System.Numerics;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Numbers;
using Quarterdeck.Domain.Targets;

namespace Quarterdeck.Domain.Directions;

/// <summary>One side of a comparison: a figure as it is judged, and what it was held against.</summary>
/// <param name="Value">As displayed, or exact where the indicator is rated so.</param>
/// <param name="Standard">Target and thresholds of its period.</param>
public sealed record Position(decimal Value, TargetSet Standard);

/// <summary>Judges movement between two figures in the good direction (rules: Direction of travel).</summary>
public static class DirectionRule
{
    /// <summary>The movement from one figure to another, or the reason it cannot be judged.</summary>
    public static (Direction? Travel, string? Reason) Judge(Indicator indicator, DirectionMethod method, Position now, Position before)
    {
        if (method == DirectionMethod.Attainment)
        {
            return Attainment(indicator, now, before) is { } attained ? (attained, null) : (null, Reason(indicator, method));
        }

        var (goodNow, goodBefore) = method == DirectionMethod.RelativeToTarget
            ? (Gap(indicator, now), Gap(indicator, before))
            : (Goodness(indicator, now), Goodness(indicator, before));
        if (goodNow is not { } reached || goodBefore is not { } started)
        {
            return (null, Reason(indicator, method));
        }

        var movement = reached - started;
        var setting = indicator.Direction;
        var deadBand = setting.IsPercent ? Math.Abs(before.Value) * setting.DeadBand / 100 : setting.DeadBand;
        return (Travelled(Math.Abs(movement) <= deadBand, movement > 0), null);
    }

    private static Direction Travelled(bool isSmall, bool isGood) => isSmall ? Direction.NoChange : isGood ? Direction.Improved : Direction.Worsened;

    /// <summary>A number that is higher if the figure is better; null if the polarity is not known.</summary>
    private static decimal? Goodness(Indicator indicator, Position position) => indicator.Polarity switch
    {
        Polarity.Higher => position.Value,
        Polarity.Lower => -position.Value,
        Polarity.OnTarget => position.Standard.Target is { } target ? -Math.Abs(position.Value - target) : null,
        Polarity.Range => position.Standard is { Lower: null, Upper: null } ? null : -Outside(position),
        Polarity.Neutral => null,
    };

    private static decimal Outside(Position position) =>
        Math.Max(0, Math.Max((position.Standard.Lower ?? position.Value) - position.Value, position.Value - (position.Standard.Upper ?? position.Value)));

    /// <summary>How far on the good side of its own target.</summary>
    private static decimal? Gap(Indicator indicator, Position position) => position.Standard.Target is { } target ? indicator.Polarity switch
    {
        Polarity.Higher => position.Value - target,
        Polarity.Lower => target - position.Value,
        Polarity.OnTarget => -Math.Abs(position.Value - target),
        Polarity.Range or Polarity.Neutral => null,
    }
    : null;

    /// <summary>
    /// Value over target on each side, brought to one denominator so that nothing is rounded however long the figures are.
    /// The dead band is then points of per cent of the target, or a per cent of the earlier attainment. Null without a target above zero on both sides.
    /// </summary>
    private static Direction? Attainment(Indicator indicator, Position now, Position before)
    {
        if (indicator.Polarity is not (Polarity.Higher or Polarity.Lower)
            || now.Standard.Target is not ({ } targetNow and > 0) || before.Standard.Target is not ({ } targetBefore and > 0))
        {
            return null;
        }

        var deadBand = indicator.Direction.DeadBand;
        var places = new[] { now.Value, before.Value, targetNow, targetBefore, deadBand }.Max(Scaled.Places);
        BigInteger Whole(decimal figure) =>
            (BigInteger)Scaled.Of(figure, Scaled.Places(figure)) * BigInteger.Pow(10, places - Scaled.Places(figure));

        var movement = (Whole(now.Value) * Whole(targetBefore)) - (Whole(before.Value) * Whole(targetNow));
        var small = Whole(deadBand) * Whole(targetNow) * (indicator.Direction.IsPercent ? BigInteger.Abs(Whole(before.Value)) : Whole(targetBefore));
        return Travelled(
            BigInteger.Abs(movement) * 100 * BigInteger.Pow(10, places) <= small,
            indicator.Polarity == Polarity.Higher ? movement.Sign > 0 : movement.Sign < 0);
    }

    private static string Reason(Indicator indicator, DirectionMethod method) =>
        indicator.Polarity == Polarity.Neutral ? "no good direction is set"
        : method == DirectionMethod.Attainment && indicator.Polarity is Polarity.OnTarget or Polarity.Range
            ? "attainment can be told only where higher or lower is better"
        : method == DirectionMethod.Attainment ? "no target above zero in both periods"
        : method == DirectionMethod.RelativeToTarget && indicator.Polarity == Polarity.Range ? "an expected range has no target to compare with"
        : method == DirectionMethod.RelativeToTarget ? "no target to compare with in both periods"
        : indicator.Polarity == Polarity.OnTarget ? "no target in both periods"
        : "no thresholds in both periods";
}
