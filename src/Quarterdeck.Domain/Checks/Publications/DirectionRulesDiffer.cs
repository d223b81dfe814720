using Quarterdeck.Domain.Directions;
using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Indicators;

namespace Quarterdeck.Domain.Checks.Publications;

/// <summary>Raw movement and movement against the target point opposite ways.</summary>
public sealed class DirectionRulesDiffer() : Check(
    "direction-rules-differ",
    Severity.Note,
    "Direction of travel depends on the rule",
    "The figure improved, but its distance to the target grew, or the other way round. Both are true, and the arrow shows only one.",
    "Choose the rule in the column direction (previous or attainment), or show both directions.")
{
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        foreach (var rated in context.Rated.Where(
            one => one.Indicator.IsRated && one.Direction is { Method: DirectionMethod.Previous, Travel: not null } && one.Latest is not null))
        {
            var now = rated.History.FirstOrDefault(period => period.Period == rated.Latest);
            var before = rated.History.FirstOrDefault(period => period.Period == rated.Latest!.Value.Previous);
            if (now?.Value is not { } value || before?.Value is not { } earlier)
            {
                continue;
            }

            var (travel, _) = DirectionRule.Judge(
                rated.Indicator,
                DirectionMethod.RelativeToTarget,
                new Position(value, now.Standard),
                new Position(earlier, before.Standard));
            if (travel is { } against && against != rated.Direction.Travel)
            {
                yield return Find(
                    $"{rated.Indicator.Title}: {before.Displayed} (target {FigureText.Cell(rated.Indicator, before.Standard.Target!.Value)}) to "
                        + $"{now.Displayed} (target {FigureText.Cell(rated.Indicator, now.Standard.Target!.Value)}) is "
                        + $"{DirectionOutcome.Word(rated.Direction.Travel!.Value)} as a figure and {DirectionOutcome.Word(against)} against the target.",
                    rated.Indicator.Ref);
            }
        }
    }
}
