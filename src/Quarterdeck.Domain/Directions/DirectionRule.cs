using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Targets;

namespace Quarterdeck.Domain.Directions;

/// <summary>One side of a comparison: a figure as it is judged, and what it was held against.</summary>
/// <param name="Value">As displayed, or exact where the indicator is rated so.</param>
/// <param name="Standard">Target and thresholds of its period.</param>
public sealed record Position(decimal Value, Standard Standard);

/// <summary>Judges movement between two figures in the good direction (rules: Direction of travel).</summary>
public static class DirectionRule
{
    /// <summary>The movement from one figure to another, or the reason it cannot be judged.</summary>
    public static (Travel? Travel, string? Reason) Judge(Indicator indicator, DirectionMethod method, Position now, Position before)
    {
        var (goodNow, goodBefore) = method switch
        {
            DirectionMethod.Attainment => Attainment(indicator, now, before),
            DirectionMethod.RelativeToTarget => (Gap(indicator, now), Gap(indicator, before)),
            DirectionMethod.Previous or DirectionMethod.SamePeriodLastYear or DirectionMethod.Baseline =>
                (Goodness(indicator, now), Goodness(indicator, before)),
        };
        if (goodNow is not { } reached || goodBefore is not { } started)
        {
            return (null, Reason(indicator, method));
        }

        var movement = reached - started;
        return Math.Abs(movement) <= DeadBand(indicator, method, now, before) ? (Travel.NoChange, null)
            : (movement > 0 ? Travel.Improved : Travel.Worsened, null);
    }

    /// <summary>A number that is higher the better the figure is; null when nobody has said which way is good.</summary>
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

    /// <summary>Value over target on each side, brought to one denominator so that nothing is rounded.</summary>
    private static (decimal? Now, decimal? Before) Attainment(Indicator indicator, Position now, Position before)
    {
        if (now.Standard.Target is not ({ } targetNow and > 0) || before.Standard.Target is not ({ } targetBefore and > 0))
        {
            return (null, null);
        }

        var (left, right) = (now.Value * targetBefore, before.Value * targetNow);
        return indicator.Polarity switch
        {
            Polarity.Higher => (left, right),
            Polarity.Lower => (-left, -right),
            Polarity.OnTarget or Polarity.Range or Polarity.Neutral => (null, null),
        };
    }

    /// <summary>The dead band in the terms of the comparison: of attainment it is points of per cent of the target.</summary>
    private static decimal DeadBand(Indicator indicator, DirectionMethod method, Position now, Position before) =>
        method == DirectionMethod.Attainment
            ? indicator.Direction.DeadBand * now.Standard.Target!.Value * before.Standard.Target!.Value / 100
            : indicator.Direction.DeadBand;

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
