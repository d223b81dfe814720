using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Indicators;

namespace Quarterdeck.Domain.Checks.Results;

/// <summary>A figure far outside the indicator's own history, by median and median deviation.</summary>
public sealed class Implausible() : Check(
    "implausible",
    Severity.Warning,
    "Implausible against its own history",
    "The figure is very different from its own history: more than eight median deviations, and at least 50% larger or " +
    "smaller. This is more often a mistake (a missing digit, the wrong row) than news.",
    "Check the figure with the person who returned it. If it is right, explain it in the commentary.")
{
    private const int LeastHistory = 6;
    private const int Deviations = 8;

    public override IEnumerable<Finding> Run(CheckContext context)
    {
        foreach (var rated in context.Rated.Where(one => one.Indicator.Basis.Kind != BasisKind.Cumulative && one.Latest is not null))
        {
            var periods = rated.History.Where(period => period.Value is not null && !period.IsForecast && period.Period.Closing <= rated.AsAt).ToList();
            if (periods.Count < LeastHistory + 1)
            {
                continue;
            }

            var latest = periods[^1];
            var past = periods.Take(periods.Count - 1).Select(period => period.Value!.Value).ToList();
            var middle = Median(past);
            var spread = Median([.. past.Select(value => Math.Abs(value - middle))]);
            var distance = Math.Abs(latest.Value!.Value - middle);
            if (distance > Deviations * spread && distance > Math.Abs(middle) / 2)
            {
                yield return Find(
                    $"{rated.Indicator.Title}: {latest.Displayed} in {latest.Period.Label}, where the {past.Count} periods before it lie around "
                        + $"{FigureText.Full(rated.Indicator, Numbers.Rounding.To(middle, latest.Decimals))}.",
                    rated.Indicator.Ref,
                    "results",
                    latest.Result?.At ?? default,
                    "value",
                    latest.Displayed);
            }
        }
    }

    private static decimal Median(List<decimal> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;
    }
}
