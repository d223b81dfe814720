using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Results;

namespace Quarterdeck.Domain.Checks.Results;

/// <summary>A year to date typed by hand that its periods do not give.</summary>
public sealed class YtdDiffers() : Check(
    "ytd-differs",
    Severity.Warning,
    "Supplied year to date does not fit its periods",
    "The supplied figure is used, so a typing error in it is published: 1,240 where the months add up to 1,204, a total below the sum of its " +
    "own months (which is certainly wrong, and an error), or last year's total left in.",
    "Correct the supplied figure, or clear it so that the computed one is used.")
{
    /// <summary>Shorter totals are the same in two years by chance.</summary>
    private const int DigitsOfTotal = 3;

    public override IEnumerable<Finding> Run(CheckContext context)
    {
        foreach (var rated in context.Rated)
        {
            var indicator = rated.Indicator;
            var isTotal = indicator is { Unit.IsAdditive: true, Basis.Kind: BasisKind.Period, Ytd: YtdMethod.Sum or YtdMethod.Supplied };
            foreach (var period in isTotal ? OwnSeries.Of(rated).Where(one => one.Result?.Ytd?.Number is not null) : [])
            {
                if (OfTotal(rated, period) is { } finding)
                {
                    yield return finding;
                }
            }

            if (rated.Ytd is YearToDate.Known { Supplied: true, Computed: { } computed } known && computed.Rounded(known.Decimals) != known.Rounded
                && !(isTotal && rated.History.FirstOrDefault(period => period.Period == rated.Latest) is { } latest && OfTotal(rated, latest) is not null))
            {
                yield return Find(
                    $"{indicator.Title}: the year to date supplied is {rated.YtdDisplayed}; the periods give "
                        + $"{FigureText.Full(indicator, computed.Rounded(known.Decimals))}.",
                    indicator.Ref, "results", rated.LatestResult?.At ?? default, "ytd", rated.YtdDisplayed);
            }
        }
    }

    /// <summary>What is wrong with a supplied total whether or not every period is on record; null where nothing is.</summary>
    private Finding? OfTotal(RatedIndicator rated, RatedPeriod period)
    {
        var (indicator, total) = (rated.Indicator, period.Result!.Ytd!.Value.Number!.Value);
        var title = $"{indicator.Title}: the year to date supplied for {period.Period.Label} is {FigureText.Full(indicator, total)}";
        var own = OwnSeries.Of(rated).FindAll(one => one.Period.YearOpening == period.Period.YearOpening && one.Period <= period.Period
            && one.Period.Closing >= YearToDateRule.From(indicator, period.Period));
        var sum = own.Sum(one => one.Value!.Value);
        if (own.TrueForAll(one => one.Value >= 0) && total < sum - (own.Count * HalfOf(own[^1].Decimals)))
        {
            return At(
                period,
                $"{title}, below the {FigureText.Full(indicator, sum)} of its own {(own.Count == 1 ? "period" : $"{own.Count} periods on record")}.") with
            {
                Severity = Severity.Error
            };
        }

        var before = own.FindLast(one => one.Period < period.Period && one.Result?.Ytd?.Number is not null);
        if (before?.Result?.Ytd?.Number is { } earlier && (total < earlier || (total == earlier && period.Value > 0)))
        {
            return At(
                period,
                $"{title}, {(total < earlier ? "less than" : "the same as")} the {FigureText.Full(indicator, earlier)} supplied for {before.Period.Label}.");
        }

        var lastYear = period.Result.PreviousYearYtd?.Number
            ?? rated.History.FirstOrDefault(one => one.Period == period.Period.YearBefore)?.Result?.Ytd?.Number;
        return lastYear == total && Math.Abs(total) >= 100 && total.ToString(System.Globalization.CultureInfo.InvariantCulture).Length >= DigitsOfTotal
            ? At(period, $"{title}, the same as last year's to the digit. Last year's figure was probably left in.") : null;

        Finding At(RatedPeriod at, string message) => Find(message, indicator.Ref, "results", at.Result?.At ?? default, "ytd", at.Result?.Ytd?.ToString());
    }

    private static decimal HalfOf(int places)
    {
        var half = 0.5m;
        for (var place = 0; place < places; place++)
        {
            half /= 10;
        }

        return half;
    }
}
