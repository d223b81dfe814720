
namespace Quarterdeck.Domain.Indicators;

/// <summary>What the latest result is compared with to say which way it travels (rules: Direction of travel).</summary>
public enum DirectionMethod
{
    Previous,
    Attainment,
    SamePeriodLastYear,
    RelativeToTarget,
    Baseline,

    /// <summary>The slope of a line through the figures of the chart, where it is more than chance.</summary>
    Regression,

    /// <summary>Statistical process control: what chance alone explains.</summary>
    Spc,
}

/// <summary>The directions an indicator shows, the first being the one of its arrow, and the movement too small to count.</summary>
/// <param name="Methods">At least one.</param>
/// <param name="DeadBand">A movement of this size or less is not a change; 0 for none. In the unit of what is compared (points of a percentage; for
/// attainment, points of per cent of the target), or per cent of the earlier figure.</param>
/// <param name="IsPercent">Whether the dead band is a per cent of the earlier figure.</param>
public sealed record DirectionSetting(IReadOnlyList<DirectionMethod> Methods, decimal DeadBand, bool IsPercent = false)
{
    public static readonly DirectionSetting Default = new([DirectionMethod.Previous], 0);

    private static readonly DirectionSetting OfCumulative = new([DirectionMethod.SamePeriodLastYear], 0);

    /// <summary>A cumulative figure only ever grows within its year, so it is compared with the same period last year.</summary>
    public static DirectionSetting DefaultFor(BasisKind basis) => basis == BasisKind.Cumulative ? OfCumulative : Default;

    /// <summary>What a movement inside the dead band tells a reader; null where there is none.</summary>
    public string? DeadBandWords(Indicator indicator, DirectionMethod method) => DeadBand == 0 ? null
        : IsPercent ? $"A movement of up to {FigureText.Plain(DeadBand)}% of the earlier figure counts as no change."
        : method == DirectionMethod.Attainment ? $"A movement of up to {FigureText.Plain(DeadBand)} points counts as no change."
        : $"A movement of up to {FigureText.Full(indicator, DeadBand)} counts as no change.";
}
