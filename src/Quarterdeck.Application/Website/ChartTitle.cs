using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Application.Website;

/// <summary>What a chart shows, as its title.</summary>
internal static class ChartTitle
{
    /// <summary><c>Red since August</c>; of what is not rated, where it began and where it is. A forecast says nothing of how things stand.</summary>
    /// <param name="shown">Those of the chart, oldest first; at least one has a figure.</param>
    /// <param name="asAt">The page's month.</param>
    public static string Of(IReadOnlyList<RatedPeriod> shown, Month asAt)
    {
        var periods = shown.Where(own => own.Value is not null && !own.IsForecast).ToList();
        if (periods.Count == 0)
        {
            var forecast = shown.Last(own => own.Value is not null);
            return $"{forecast.Displayed} is forecast {PeriodNames.When(forecast.Period, asAt)}";
        }

        var (first, last) = (periods[0], periods[^1]);
        if (last.Rating.Band is { } band)
        {
            var since = Enumerable.Reverse(periods).TakeWhile(own => own.Rating.Band?.Label == band.Label).Last();
            return since == first ? $"{band.Label} in every period shown"
                : since == last ? $"{band.Label} {PeriodNames.When(last.Period, asAt)}, {Before(periods)} before"
                : $"{band.Label} since {PeriodNames.Name(since.Period, asAt)}";
        }

        return $"{first.Displayed} {PeriodNames.When(first.Period, asAt)}, {last.Displayed} {PeriodNames.When(last.Period, asAt)}";
    }

    private static string Before(IReadOnlyList<RatedPeriod> periods) => periods[^2].Rating.Band?.Label ?? "not rated";
}
