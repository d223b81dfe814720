using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Application.Reports;

/// <summary>Says up to when a report really has results: latest is per indicator, never per report.</summary>
internal static class ResultsTo
{
    private const int Named = 4;

    /// <summary><c>October 2025</c>, <c>September and October 2025</c>, <c>December 2024 and January 2025</c>; of many months the first and the last.</summary>
    public static string Words(IEnumerable<RatedIndicator> rated, Month asAt)
    {
        var months = rated.Select(one => one.Latest?.Closing).OfType<Month>().Distinct().Order().ToList();
        return months.Count == 0 ? MonthNames.Long(asAt)
            : months.Count > Named ? $"{MonthNames.Long(months[0])} to {MonthNames.Long(months[^1])}, the latest month of each indicator"
            : Phrases.Joined(months.GroupBy(month => month.Year).Select(Year));
    }

    private static string Year(IGrouping<int, Month> months) =>
        $"{Phrases.Joined(months.Select(month => MonthNames.Full(month.Number)))} {months.Key}";
}
