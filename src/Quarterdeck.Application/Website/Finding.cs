using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Application.Website;

/// <summary>What a chart shows, as its title.</summary>
internal static class Finding
{
    /// <summary><c>Red since August</c>; of what is not rated, where it began and where it is.</summary>
    /// <param name="periods">Those with a figure, oldest first.</param>
    /// <param name="asAt">The page's month.</param>
    public static string Of(IReadOnlyList<RatedPeriod> periods, Month asAt)
    {
        var (first, last) = (periods[0], periods[^1]);
        if (last.Rating.Band is { } band)
        {
            var since = periods.Reverse().TakeWhile(own => own.Rating.Band?.Label == band.Label).Last();
            return since == first ? $"{band.Label} in every period shown"
                : since == last ? $"{band.Label} {PeriodWords.When(last.Period, asAt)}, {Before(periods)} before"
                : $"{band.Label} since {PeriodWords.Name(since.Period, asAt)}";
        }

        return $"{first.Displayed} {PeriodWords.When(first.Period, asAt)}, {last.Displayed} {PeriodWords.When(last.Period, asAt)}";
    }

    private static string Before(IReadOnlyList<RatedPeriod> periods) => periods[^2].Rating.Band?.Label ?? "not rated";
}
