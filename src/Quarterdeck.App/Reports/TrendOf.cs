using Quarterdeck.Domain.Kernel;
using Quarterdeck.Domain.Ratings;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.App.Reports;

/// <summary>An indicator's history as a chart shows it, with the sentence that says what there is to see.</summary>
internal static class TrendOf
{
    /// <summary>Two years of months and the month they start from.</summary>
    private const int Longest = 25;

    public static Trend? Build(RatedIndicator rated, Labels labels)
    {
        var shown = new ShownRatings(labels);
        var reached = rated.History.Where(period => period.Value is not null || period.Period.Closing <= rated.AsAt).ToList();
        var rows = reached
            .SkipLast(Math.Max(0, TrailingGaps(reached)))
            .TakeLast(Longest)
            .Select(period => Row(period, rated, shown, labels))
            .ToList();
        return rows.Count(row => row.Value is not null) < 2 ? null : new Trend(
            $"{References.Printed(rated.Indicator.Ref) ?? "Trend"} from {rows[0].Label} to {rows[^1].Label}",
            Describe(rated, rows),
            rows);
    }

    private static int TrailingGaps(List<RatedPeriod> periods) => periods.Count - 1 - periods.FindLastIndex(period => period.Result is not null);

    private static TrendRow Row(RatedPeriod period, RatedIndicator rated, ShownRatings shown, Labels labels) => new(
        period,
        period.Period.ShortLabel,
        period.Value is { } value ? Rounding.To(value, period.Decimals) : null,
        period.Displayed.Length > 0 ? period.Displayed : labels.Of(Labels.NoResult),
        rated.Indicator.IsRated ? shown.Of(period.Rating) : null);

    private static string Describe(RatedIndicator rated, List<TrendRow> rows)
    {
        var known = rows.Where(row => row.Value is not null).ToList();
        var actual = known.Where(row => !row.Rated.IsForecast).ToList();
        var (low, high) = (known.MinBy(row => row.Value)!, known.MaxBy(row => row.Value)!);
        var last = actual.Count > 0 ? actual[^1] : known[^1];
        var words = new List<string>
        {
            $"{known.Count} figures from {rows[0].Rated.Period.Label} to {rows[^1].Rated.Period.Label}.",
            low.Value == high.Value
                ? $"All are {low.Displayed}."
                : $"The lowest is {low.Displayed} ({low.Label}), the highest {high.Displayed} ({high.Label}).",
            $"The latest is {last.Displayed} ({last.Label}){(last.Rating?.Band is { } band ? $", rated {band.Label}" : string.Empty)}.",
        };
        var gaps = rows.Where(row => row.Value is null).Select(row => row.Label).ToList();
        if (gaps.Count > 0)
        {
            words.Add($"There is no figure for {Phrases.Joined(gaps)}.");
        }

        if (known.Any(row => row.Rated.IsForecast))
        {
            words.Add($"{Phrases.Joined(known.Where(row => row.Rated.IsForecast).Select(row => row.Label))} {(known.Count(row => row.Rated.IsForecast) == 1 ? "is a forecast" : "are forecasts")}.");
        }

        return string.Join(' ', words);
    }
}
