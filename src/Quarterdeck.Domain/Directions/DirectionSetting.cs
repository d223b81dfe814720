namespace Quarterdeck.Domain.Directions;

/// <summary>What the latest result is compared with to say which way it travels (rules: Direction of travel).</summary>
public enum DirectionMethod
{
    Previous,
    Attainment,
    SamePeriodLastYear,
    RelativeToTarget,
    Baseline,
}

/// <summary>The directions an indicator shows, the first being the one of its arrow, and the movement too small to count.</summary>
/// <param name="Methods">At least one.</param>
/// <param name="DeadBand">A movement of this size or less is not a change; in the unit of what is compared (points of a percentage; for attainment, points of
/// per cent of the target), 0 for none.</param>
public sealed record DirectionSetting(IReadOnlyList<DirectionMethod> Methods, decimal DeadBand)
{
    public static readonly DirectionSetting Default = new([DirectionMethod.Previous], 0);
}
