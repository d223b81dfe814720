namespace Quarterdeck.Domain.Statistics.ControlCharts;

/// <summary>
/// The XmR chart of single values in the convention of NHS England's "Making Data Count": limits from the mean moving range, four rules
/// for special causes, and two icons. All comparisons are exact: both sides are brought to one denominator, because sides and ties are
/// decided by equality. Units are those of the values. Definitions: NHSRplotthedots 0.2.2; Nelson 1982 for the screening.
/// </summary>
public sealed class XmrChart
{
    /// <summary>3 / d2 for pairs, as Making Data Count rounds it.</summary>
    public const decimal LimitFactor = 2.66m;

    private XmrChart(XmrOptions options, XmrPoint[] points, XmrPhase[] phases)
    {
        Options = options;
        Points = points;
        Phases = phases;
    }

    public XmrOptions Options { get; }

    public IReadOnlyList<XmrPoint> Points { get; }

    public IReadOnlyList<XmrPhase> Phases { get; }

    /// <summary>What the last point says; common cause where it has no value.</summary>
    public Variation Variation => Points.Count == 0 ? Variation.CommonCause : Points[^1].Variation;

    /// <param name="values">One a row in order of time; null where a row has none.</param>
    /// <param name="phaseStarts">Rows, from 0 and ascending, at which a new phase begins.</param>
    /// <param name="options">How it is drawn up.</param>
    public static XmrChart Of(ReadOnlySpan<decimal?> values, IReadOnlyList<int> phaseStarts, XmrOptions options)
    {
        if (options.FrozenAfter is < XmrOptions.FewestFrozen || options.FrozenPhases.Values.Any(count => count < XmrOptions.FewestFrozen))
        {
            throw new ArgumentOutOfRangeException(nameof(options), $"Limits are frozen after {XmrOptions.FewestFrozen} rows or more.");
        }

        var points = new XmrPoint[values.Length];
        var phases = new List<XmrPhase>(phaseStarts.Count + 1);
        for (var (start, next) = (0, 0); start < values.Length;)
        {
            while (next < phaseStarts.Count && phaseStarts[next] <= start)
            {
                next++;
            }

            var end = next < phaseStarts.Count ? Math.Min(phaseStarts[next], values.Length) : values.Length;
            var frozen = options.FrozenPhases.TryGetValue(phases.Count, out var count) ? count : options.FrozenAfter;
            var work = new XmrPhaseBuilder(values[start..end], frozen == options.FrozenAfter ? options : options with { FrozenAfter = frozen });
            phases.Add(work.Build(start, phases.Count, points.AsSpan(start, end - start)));
            start = end;
        }

        return new XmrChart(options, points, [.. phases]);
    }

    /// <summary>Whether the limits of the last phase meet a target; null without a target, a better way to go, or more than one value to go by.</summary>
    public TargetAssurance? AssuranceOf(decimal? target)
    {
        if (target is not { } level || Options.Improvement == ImprovementDirection.Neutral || Phases.Count == 0)
        {
            return null;
        }

        var last = Phases[^1];
        return last is { Lower: { } lower, Upper: { } upper } ? AssuranceOf(lower, upper, level, Options.Improvement)
            : Options.Convention == XmrConvention.Reference ? TargetAssurance.Inconsistent
            : null;
    }

    /// <summary>Limits against a target that is to be reached or stayed under; on a limit is inside it.</summary>
    public static TargetAssurance? AssuranceOf(decimal lower, decimal upper, decimal target, ImprovementDirection improvement) => improvement switch
    {
        ImprovementDirection.Neutral => null,
        _ when target > upper => improvement == ImprovementDirection.Increase ? TargetAssurance.Fail : TargetAssurance.Pass,
        _ when target < lower => improvement == ImprovementDirection.Increase ? TargetAssurance.Pass : TargetAssurance.Fail,
        _ => TargetAssurance.Inconsistent,
    };

    /// <summary>Limits against a range to stay within: <paramref name="low"/> and <paramref name="high"/> belong to it.</summary>
    public static TargetAssurance AssuranceOf(decimal lower, decimal upper, decimal low, decimal high) =>
        lower >= low && upper <= high ? TargetAssurance.Pass
        : upper < low || lower > high ? TargetAssurance.Fail
        : TargetAssurance.Inconsistent;
}
