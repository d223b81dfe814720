using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Domain.Checks.Results;

/// <summary>Indicators of one area whose figures are all those of an earlier period.</summary>
/// <param name="Area">The area's code; null for those without one.</param>
/// <param name="Period">The period with the repeated figures.</param>
/// <param name="From">The period they are of.</param>
/// <param name="Refs">The indicators.</param>
internal sealed record CopiedSet(string? Area, Period Period, Period From, IReadOnlyList<IndicatorRef> Refs)
{
    /// <summary>Fewer may agree by chance.</summary>
    private const int Fewest = 4;

    /// <summary>How unlikely the repeats must be together, as the number of zeros of the chance.</summary>
    private const double Unlikely = 4;

    private const int MonthsOfQuarter = 3;

    /// <summary>Every such set of a pack.</summary>
    public static IReadOnlyList<CopiedSet> Of(IEnumerable<RatedIndicator> rated) =>
    [
        .. from one in rated
           let periods = OwnSeries.Of(one).ToDictionary(period => period.Period)
           from period in periods.Values
           from earlier in Earlier(period.Period)
           where periods.ContainsKey(earlier) && !OwnSeries.IsEnd(period) && !IsConstant(periods, period.Period, earlier)
           group (Period: period, Before: periods[earlier], one.Indicator.Ref) by (one.Indicator.Area, period.Period, From: earlier) into set
           where set.Count() >= Fewest && IsCopied([.. set.Select(one => (one.Period, one.Before))])
           select new CopiedSet(set.Key.Area, set.Key.Period, set.Key.From, [.. set.Select(one => one.Ref)]),
    ];

    private static IEnumerable<Period> Earlier(Period period)
    {
        yield return period.Previous;
        if (period.Calendar.Frequency == Frequency.Month)
        {
            yield return period.Calendar.Closing(period.Closing.AddMonths(-MonthsOfQuarter));
        }
    }

    /// <summary>A figure that did not change before either says nothing by not changing again.</summary>
    private static bool IsConstant(Dictionary<Period, RatedPeriod> periods, Period period, Period earlier) =>
        periods.TryGetValue(earlier.Previous, out var before) && before.Displayed == periods[earlier].Displayed
            && before.Displayed == periods[period].Displayed;

    private static bool IsCopied(List<(RatedPeriod Now, RatedPeriod Before)> set)
    {
        var same = set.FindAll(one => one.Now.Displayed == one.Before.Displayed);
        return same.Count * 10 >= set.Count * 9 && same.Sum(one => Zeros(OwnSeries.Digits(one.Now))) >= Unlikely;
    }

    private static double Zeros(int digits) => digits switch { <= 1 => 0.3, 2 => 0.6, 3 => 1, _ => 2 };
}
