using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Targets;

namespace Quarterdeck.Domain.Checks.Targets;

/// <summary>An expected range of many periods for a figure that grows from period to period.</summary>
public sealed class RangeWithoutProfile() : Check(
    "range-without-profile",
    Severity.Warning,
    "One range for a figure that grows through the year",
    "The figure counts from the start of the year, and one range covers many of its periods. Held against a range for the whole year it is too low for " +
    "eleven months, whatever the year will bring.",
    "Set the profile: straight-line for a share of the year's range by month, whole-year if the range really is the same in every month. Or give each " +
    "period its own range.")
{
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        foreach (var rated in context.Rated.Where(one => Grows(one.Indicator) && one.IsInForce))
        {
            var rows = context.Targets[rated.Indicator.Ref].Where(row => row.Lower is not null || row.Upper is not null).ToList();
            var row = rows.FindLast(row => row.Profile == TargetProfile.Given && row.Scope != TargetScope.Year
                && rated.History.Count(period => period.Value is not null && ReferenceEquals(InForce(rows, period.Period.Closing, context), row)) > 1);
            if (row is not null && rated.Latest is { } latest && ReferenceEquals(InForce(rows, latest.Closing, context), row))
            {
                yield return Find(
                    $"{rated.Indicator.Title}: one range from {row.From} on for a figure that counts from the start of the year.",
                    rated.Indicator.Ref, "targets", row.At, "profile");
            }
        }
    }

    private static bool Grows(Indicator indicator) =>
        indicator.Basis.Kind == BasisKind.Cumulative && indicator.Unit.IsAdditive
        || (indicator.Ytd == YtdMethod.Sum && indicator.Basis.Kind == BasisKind.Period && indicator.RangeOn != RangeOn.Latest);

    private static Target? InForce(List<Target> rows, Periods.Month closing, CheckContext context) =>
        rows.Where(row => row.From <= closing && closing <= new TargetResolver(rows, [], context.Pack.Settings.FinancialYearStart).EndOf(row))
            .MaxBy(row => row.From);
}
