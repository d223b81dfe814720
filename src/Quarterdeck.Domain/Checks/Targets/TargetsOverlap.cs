using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Targets;

namespace Quarterdeck.Domain.Checks.Targets;

/// <summary>Two target rows for the same time that disagree.</summary>
public sealed class TargetsOverlap() : Check(
    "targets-overlap",
    Severity.Error,
    "Two targets for one period",
    "Two rows with the same scope begin in the same month and set different figures. Which of them is used would be chance.",
    "Delete one row, or give them different periods.")
{
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        foreach (var rows in context.Pack.Targets.GroupBy(row => (row.Ref, row.Scope, row.From, row.Breakdown)).Where(rows => rows.Count() > 1))
        {
            var first = rows.First();
            foreach (var second in rows.Skip(1).Where(row => Disagree(first, row)))
            {
                yield return Find(
                    $"This row and row {first.At.Row} both set the {first.Scope.ToString().ToLowerInvariant()} target from {first.From}, and disagree.",
                    first.Ref,
                    "targets",
                    second.At,
                    "from",
                    first.From.ToString());
            }
        }
    }

    private static bool Disagree(Target left, Target right) =>
        Differ(left.Value, right.Value) || Differ(left.Floor, right.Floor) || Differ(left.Lower, right.Lower) || Differ(left.Upper, right.Upper);

    private static bool Differ(decimal? left, decimal? right) => left is not null && right is not null && left != right;
}
