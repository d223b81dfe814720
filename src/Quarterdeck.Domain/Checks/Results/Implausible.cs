using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Checks.Commentary;
using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Numbers;
using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Domain.Checks.Results;

/// <summary>A figure far outside the indicator's own series, wherever in it, by <see cref="Outliers"/>.</summary>
public sealed class Implausible() : Check(
    "implausible",
    Severity.Warning,
    "Implausible against its own series",
    "The figure is very different from the other figures of its series: more than eight median deviations away, or five times as large " +
    "or small. This is more often a mistake (an extra digit, transposed digits, the wrong row) than news. A figure with a note of its own, " +
    "and a period that the commentary names, count as explained.",
    "Check the figure with the person who returned it. If it is right, write a note beside the result.")
{
    /// <summary>So many in a row are a new level and not a mistake.</summary>
    private const int NewLevel = 3;

    public override IEnumerable<Finding> Run(CheckContext context)
    {
        foreach (var rated in context.Rated.Where(one => one.Latest is not null))
        {
            var indicator = rated.Indicator;
            var periods = OwnSeries.Of(rated);
            var steps = indicator.Basis.Kind == BasisKind.Cumulative ? OwnSeries.Steps(periods) : [.. periods.Select(period => (Period: period,
                Value: period.Value!.Value))];
            var far = Outliers.Find([.. steps.Select(step => step.Value)], (median, count) => Least(indicator, median, count, steps[^1].Period.Decimals))
                .ToList();
            foreach (var (place, median) in far.Where(one => !IsNewLevel(far, one.Place) && !IsSeasonal(steps, one) && !IsExplained(context,
                steps[one.Place].Period, indicator.Ref)))
            {
                yield return Tell(rated, steps, place, median);
            }
        }
    }

    private Finding Tell(RatedIndicator rated, List<(RatedPeriod Period, decimal Value)> steps, int place, decimal median)
    {
        var (period, value) = steps[place];
        var what = rated.Indicator.Basis.Kind == BasisKind.Cumulative
            ? $"{FigureText.Full(rated.Indicator, Rounding.To(value, period.Decimals))} more by {period.Period.Label}"
            : $"{period.Displayed} in {period.Period.Label}";
        return Find(
            $"{rated.Indicator.Title}: {what}, where the {steps.Count - 1} other periods lie around "
                + $"{FigureText.Full(rated.Indicator, Rounding.To(median, period.Decimals))}.",
            rated.Indicator.Ref, "results", period.Result?.At ?? default, "value", period.Displayed);
    }

    /// <summary>
    /// What is no news whatever the series did before: half a digit shown, a point of a percentage, and of any other figure the less the more
    /// figures say that it is steady.
    /// </summary>
    private static decimal Least(Indicator indicator, decimal median, int count, int places)
    {
        var half = 0.5m;
        for (var place = 0; place < places; place++)
        {
            half /= 10;
        }

        return Math.Max(half, indicator.Unit.IsPercent ? 1 : Math.Abs(median) * count switch { < 5 => 0.1m, < 8 => 0.03m, _ => 0.02m });
    }

    private static bool IsNewLevel(List<(int Place, decimal Median)> far, int place)
    {
        var places = far.Select(one => one.Place).ToHashSet();
        var (first, last) = (place, place);
        while (places.Contains(first - 1))
        {
            first--;
        }

        while (places.Contains(last + 1))
        {
            last++;
        }

        return last - first + 1 >= NewLevel;
    }

    /// <summary>The same month of another year is as far off on the same side.</summary>
    private static bool IsSeasonal(List<(RatedPeriod Period, decimal Value)> steps, (int Place, decimal Median) far)
    {
        var (period, value) = steps[far.Place];
        var distance = value - far.Median;
        return steps.Exists(other => other.Period != period && other.Period.Period.Closing.Number == period.Period.Closing.Number
            && Math.Sign(other.Value - far.Median) == Math.Sign(distance) && Math.Abs(other.Value - far.Median) * 2 >= Math.Abs(distance)
            && Math.Abs(other.Value - far.Median) <= Math.Abs(distance) * 2);
    }

    private static bool IsExplained(CheckContext context, RatedPeriod period, IndicatorRef reference) =>
        period.Result?.Note is not null
        || context.Texts.Any(entry => entry.Refs.Contains(reference) && Prose.Names(entry.Text, MonthNames.Full(period.Period.Closing.Number)));
}
