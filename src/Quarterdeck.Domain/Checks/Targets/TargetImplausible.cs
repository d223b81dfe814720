using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Targets;

namespace Quarterdeck.Domain.Checks.Targets;

/// <summary>A target ten times too small or too large.</summary>
public sealed class TargetImplausible() : Check(
    "target-implausible",
    Severity.Warning,
    "Target far from its figures",
    "Every figure is at least five times the target, or five times below it, or the floor standard or the other targets are. A digit is probably missing " +
    "or too many. A low figure where lower is better is not told.",
    "Correct the target.")
{
    private const int Times = 5;
    private const int Least = 20;

    public override IEnumerable<Finding> Run(CheckContext context)
    {
        foreach (var rated in context.Rated.Where(one => one.Indicator.IsRated))
        {
            var rows = context.Targets[rated.Indicator.Ref].Where(row => row.Value is > 0).ToList();
            foreach (var row in rows)
            {
                var periods = rated.History.Where(period => ReferenceEquals(period.Standard.Row, row) && period.Value is not null
                    && period.Standard.Target is > 0).ToList();
                if (!IsBeyond(rated.Indicator, row) && Misfit(rated.Indicator, row, periods, rows) is { } why)
                {
                    yield return Find(
                        $"{rated.Indicator.Title}: the target from {row.From} is {FigureText.Full(rated.Indicator, row.Value!.Value)}, and {why}.",
                        rated.Indicator.Ref, "targets", row.At, "target", row.Value!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture));
                }
            }
        }
    }

    /// <summary>Told as a floor beyond its target.</summary>
    private static bool IsBeyond(Indicator indicator, Target row) =>
        (indicator.Polarity == Polarity.Higher && row.Floor > row.Value) || (indicator.Polarity == Polarity.Lower && row.Floor < row.Value);

    private static string? Misfit(Indicator indicator, Target row, List<RatedPeriod> periods, List<Target> rows)
    {
        var target = row.Value!.Value;
        if (row.Floor is > 0 && IsFar(row.Floor.Value, target))
        {
            return $"the floor standard {FigureText.Full(indicator, row.Floor.Value)}";
        }

        var others = rows.Where(other => other != row && other.Scope == row.Scope).Select(other => other.Value!.Value).Order().ToList();
        if (others.Count > 1 && row.Profile == TargetProfile.Given && indicator.Basis.Kind != BasisKind.Cumulative
            && others.TrueForAll(other => IsFar(other, target)) && !IsFar(others[0], others[^1]))
        {
            return $"the others lie between {FigureText.Full(indicator, others[0])} and {FigureText.Full(indicator, others[^1])}";
        }

        var isAbove = periods.Count > 0 && periods.TrueForAll(period => period.Value >= period.Standard.Target * Times && Counts(period));
        var isBelow = periods.Count > 0 && periods.TrueForAll(period => period.Value * Times <= period.Standard.Target && Counts(period));
        var isFloorNear = row.Floor is > 0 && !IsFar(row.Floor.Value, target);
        return (isAbove && (indicator.Polarity == Polarity.Higher || !isFloorNear)) || (isBelow && indicator.Polarity == Polarity.Higher && !isFloorNear)
            ? $"{(periods.Count == 1 ? "the figure is" : $"the {periods.Count} figures go up to")} "
                + $"{FigureText.Full(indicator, periods.Max(period => period.Value!.Value))}"
            : null;
    }

    private static bool Counts(RatedPeriod period) => Math.Max(period.Value!.Value, period.Standard.Target!.Value) >= Least;

    private static bool IsFar(decimal one, decimal other) => Math.Max(one, other) >= Math.Min(one, other) * Times && Math.Max(one, other) >= Least;
}
