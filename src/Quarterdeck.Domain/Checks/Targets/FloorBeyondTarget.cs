using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Indicators;

namespace Quarterdeck.Domain.Checks.Targets;

/// <summary>A floor on the good side of its target.</summary>
public sealed class FloorBeyondTarget() : Check(
    "floor-beyond-target",
    Severity.Error,
    "Floor beyond target",
    "The floor standard is the least that is acceptable. If it is better than the target, the two were swapped or the polarity is wrong.",
    "Swap target and floor, or correct the polarity.")
{
    public override IEnumerable<Finding> Run(CheckContext context) =>
        from row in context.Pack.Targets
        where row is { Value: not null, Floor: not null } && context.ByRef.ContainsKey(row.Ref)
        let indicator = context.Pack.Indicators.FirstOrDefault(version => version.Ref == row.Ref && version.HoldsIn(row.From))
            ?? context.ByRef[row.Ref].Indicator
        where (indicator.Polarity == Polarity.Higher && row.Floor > row.Value) || (indicator.Polarity == Polarity.Lower && row.Floor < row.Value)
        select Find(
            $"{indicator.Title}: {(indicator.Polarity == Polarity.Higher ? "higher" : "lower")} is better, the target is "
                + $"{FigureText.Full(indicator, row.Value!.Value)} and the floor standard {FigureText.Full(indicator, row.Floor!.Value)}.",
            row.Ref,
            "targets",
            row.At,
            "floor",
            row.Floor!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
