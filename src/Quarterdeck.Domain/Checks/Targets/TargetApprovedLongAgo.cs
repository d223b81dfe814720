using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Domain.Checks.Targets;

/// <summary>Targets in force that were approved for an earlier year.</summary>
public sealed class TargetApprovedLongAgo() : Check(
    "target-approved-long-ago",
    Severity.Warning,
    "Target set approved years ago",
    "A committee approves targets each year. If the approval is more than a year older than the targets, it is usually the date of the year before.",
    "Correct the date of approval, or take the targets to the committee.")
{
    private const int MonthsAllowed = 12;

    public override IEnumerable<Finding> Run(CheckContext context) =>
        from row in context.Pack.Targets
        where row.ApprovedOn is { } approved && row.From.MonthsSince(Month.Of(approved)) > MonthsAllowed
        group row by (row.ApprovedOn, row.ApprovedBy) into set
        let first = set.First()
        select Find(
            $"{set.Select(row => row.Ref).Distinct().Count()} indicators have targets in force from {MonthNames.Long(set.Min(row => row.From))} that "
                + $"were approved in {MonthNames.Long(Month.Of(set.Key.ApprovedOn!.Value))}{(set.Key.ApprovedBy is { } by ? " by " + by : string.Empty)}.",
            null,
            "targets",
            first.At,
            "approved_on",
            set.Key.ApprovedOn!.Value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
}
