using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Results;

namespace Quarterdeck.Application.Reports;

/// <summary>What holds for figures of a whole table, in a sentence each.</summary>
internal static class TableRemarks
{
    public static IEnumerable<string> Of(IReadOnlyList<RatedIndicator> rows, IReadOnlyList<Period> periods)
    {
        var shown = Figures(rows, periods);
        if (AllProvisional(shown))
        {
            yield return "Every figure in this table is provisional and may change.";
        }
        else if (shown.Any(period => period.Result!.Status == ResultStatus.Provisional))
        {
            yield return "p marks a provisional figure, which may change.";
        }

        if (shown.Any(period => period.Result!.Status == ResultStatus.Estimated))
        {
            yield return "e marks an estimate.";
        }

        var behind = rows.Where(row => row.Latest is { } latest && periods.Count > 0 && latest.Calendar == periods[^1].Calendar && latest < periods[^1])
            .ToList();
        foreach (var group in behind.GroupBy(row => row.Latest!.Value).OrderBy(group => group.Key))
        {
            yield return $"The latest result of {Phrases.Joined(group.Select(row => References.Name(row.Indicator)))} is for {group.Key.Label}.";
        }
    }

    /// <summary>The periods of the table that have a figure.</summary>
    public static IReadOnlyList<RatedPeriod> Figures(IReadOnlyList<RatedIndicator> rows, IReadOnlyList<Period> periods) =>
        [.. rows.SelectMany(row => periods.Select(period => PeriodWindow.At(row, period))).OfType<RatedPeriod>().Where(period => period.Value is not null)];

    /// <summary>Then a mark at each figure would say nothing more.</summary>
    public static bool AllProvisional(IReadOnlyCollection<RatedPeriod> shown) =>
        shown.Count > 1 && shown.All(period => period.Result is { Status: ResultStatus.Provisional });
}
