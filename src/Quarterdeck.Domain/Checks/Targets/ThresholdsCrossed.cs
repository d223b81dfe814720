using Quarterdeck.Domain.Findings;

namespace Quarterdeck.Domain.Checks.Targets;

/// <summary>A lower threshold above the upper one.</summary>
public sealed class ThresholdsCrossed() : Check(
    "thresholds-crossed",
    Severity.Error,
    "Thresholds crossed",
    "No figure can be at least 80 and at most 70: every result would be out of range.",
    "Swap lower and upper.")
{
    public override IEnumerable<Finding> Run(CheckContext context) =>
        from row in context.Pack.Targets
        where row.Lower > row.Upper
        select Find($"The lower threshold, {row.Lower}, is above the upper one, {row.Upper}.", row.Ref, "targets", row.At, "lower");
}
