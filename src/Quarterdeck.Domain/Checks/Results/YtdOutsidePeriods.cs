using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Results;

namespace Quarterdeck.Domain.Checks.Results;

/// <summary>A rate for the year that is larger or smaller than all its periods.</summary>
public sealed class YtdOutsidePeriods() : Check(
    "ytd-outside-periods",
    Severity.Error,
    "Year to date outside its periods",
    "A rate for the year is an average of its periods, so it lies between the smallest and the largest of them: 71% and 71% cannot make 70%.",
    "Recompute the year to date from the same data as the periods, or correct the period that was revised.")
{
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        foreach (var rated in context.Rated)
        {
            var isRate = rated.Indicator.Ytd is YtdMethod.Ratio or YtdMethod.Mean or YtdMethod.Weighted
                || (rated.Indicator.Ytd == YtdMethod.Supplied && rated.Indicator.Unit.IsPercent);
            if (!isRate || rated.Ytd is not YearToDate.Known known)
            {
                continue;
            }

            var own = rated.History.Where(period => period.Period.Closing >= known.From && period.Period.Closing <= known.To).ToList();
            var opens = rated.Indicator.Calendar.Holding(known.From);
            if (own.Count == 0 || own[0].Period != opens || own.Any(period => period.Value is null))
            {
                continue;
            }

            var places = own.Min(period => period.Decimals);
            var shown = own.Select(period => Numbers.Rounding.To(period.Value!.Value, period.Decimals)).ToList();
            var least = Numbers.Rounding.To(shown.Min(), Math.Min(places, known.Decimals));
            var most = Numbers.Rounding.To(shown.Max(), Math.Min(places, known.Decimals));
            var year = Numbers.Rounding.To(known.Rounded, Math.Min(places, known.Decimals));
            if (year < least || year > most)
            {
                var result = own[^1].Result;
                yield return Find(
                    $"{rated.Indicator.Title}: the year to date is {rated.YtdDisplayed}, but its periods ("
                        + $"{string.Join(", ", own.Select(period => $"{period.Period.ShortLabel} {period.Displayed}"))}) all lie between "
                        + $"{FigureText.Full(rated.Indicator, least)} and {FigureText.Full(rated.Indicator, most)}.",
                    rated.Indicator.Ref,
                    "results",
                    result?.At ?? default,
                    "ytd",
                    rated.YtdDisplayed);
            }
        }
    }
}
