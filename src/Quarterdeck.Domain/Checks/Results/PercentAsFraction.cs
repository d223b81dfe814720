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
                var others = values.Where(other => other != period && other.Value > 1).Select(other => other.Value!.Value).Order().ToList();
                var target = period.Standard.Target ?? 0;
                if (IsNear(period.Value!.Value * 100, others, target))
                {
                    yield return Find(
                        $"{rated.Indicator.Title}: {period.Displayed} in {period.Period.Label}, where "
                            + (others.Count > 0 ? $"the other figures go up to {others[^1]}%." : $"the target is {target}%."),
                        rated.Indicator.Ref,
                        "results",
                        period.Result?.At ?? default,
                        "value",
                        period.Displayed);
                }
            }
        }
    }

    /// <summary>Whether the figure times a hundred belongs with the others, or without others with the target. A small share among large ones need
    /// not.</summary>
    private static bool IsNear(decimal hundredfold, List<decimal> others, decimal target) =>
        others.Count > 0 ? hundredfold >= others[0] - Margin && hundredfold <= others[^1] + Margin && others[0] > Least && (target == 0 || target > Least)
        : target > Least;

    /// <summary>Shares below this may well be less than one per cent another time.</summary>
    private const decimal Least = 20;

    private const decimal Margin = 10;
}
