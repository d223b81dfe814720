using Quarterdeck.Domain.Findings;

namespace Quarterdeck.Domain.Checks.Results;

/// <summary>0.97 beside 97%.</summary>
public sealed class PercentAsFraction() : Check(
    "percent-as-fraction",
    Severity.Warning,
    "Percentage typed as a fraction",
    "0.97 in a series of percentages around 97 probably means 97%. As it is, it would be rated Red.",
    "Type the percentage: 97% or 97.")
{
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        foreach (var rated in context.Rated.Where(one => one.Indicator.Unit.IsPercent))
        {
            var values = rated.History.Where(period => period.Value is not null).ToList();
            foreach (var period in values.Where(period => period.Value is > 0 and <= 1 && period.Value.Value.Scale > 0))
            {
                var others = values.Where(other => other != period).Select(other => other.Value!.Value).ToList();
                var target = period.Standard.Target ?? 0;
                if ((others.Count > 0 ? others.Max() : target) > 20 && (target > 20 || target == 0))
                {
                    yield return Find(
                        $"{rated.Indicator.Title}: {period.Displayed} in {period.Period.Label}, where other figures are up to "
                            + $"{(others.Count > 0 ? others.Max() : target)}%.",
                        rated.Indicator.Ref,
                        "results",
                        period.Result?.At ?? default,
                        "value",
                        period.Displayed);
                }
            }
        }
    }
}
