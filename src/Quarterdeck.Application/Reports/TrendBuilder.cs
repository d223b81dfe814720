using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Comparators;
using Quarterdeck.Domain.Numbers;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Application.Reports;

/// <summary>An indicator's history as a chart shows it, with the sentence that says what there is to see.</summary>
internal static class TrendBuilder
{
    /// <summary>Two years of months and the month they start from.</summary>
    public const int Longest = 25;

    /// <summary>A year of months and the month it starts from: what a small chart on paper can show.</summary>
    public const int OnPaper = 13;

    /// <summary>What fits side by side on a page beside a year's targets to come.</summary>
    public const int SheetPeriods = 5;

    private const int MostToCome = 4;

    /// <param name="scope">The report.</param>
    /// <param name="rated">The record.</param>
    /// <param name="shown">How many periods back it goes, and whether periods to come are shown for their targets alone.</param>
    public static Trend? Build(ReportScope scope, RatedIndicator rated, (int Periods, bool WithTargets) shown)
    {
        var labels = scope.Labels;
        var ratings = new ShownRatings(labels);
        var reached = rated.History.Where(period => period.Value is not null || period.Period.Closing <= rated.AsAt).ToList();
        var past = reached.SkipLast(Math.Max(0, TrailingGaps(reached))).TakeLast(shown.Periods).ToList();
        var coming = shown.WithTargets && past.Count > 0 ? rated.History.Where(period => period.Period.Closing > past[^1].Period.Closing
            && period.Period.Closing > rated.AsAt
            && period.Standard.Target is not null).Take(MostToCome).ToList() : [];
        coming = shown.Periods == int.MaxValue ? coming : coming.TakeLast(1).ToList();
        var compared = Compared(scope, rated, past);
        var breaks = SeriesBreak.Of(scope.Rater.VersionsOf(rated.Indicator.Ref));
        var shownPeriods = past.Concat(coming).ToList();
        var rows = shownPeriods.Select((period, index) => Row(period, rated, ratings, labels) with
        {
            Comparator = compared?.FirstOrDefault(one => one.Closing == period.Period.Closing)?.Value.Number,
            Break = index == 0 ? null : Break(rated, breaks, shownPeriods[index - 1], period),
        }).ToList();
        return rows.Count(row => row.Value is not null) < 2 ? null : new Trend(
            $"{References.Name(rated.Indicator)} from {rows[0].Label} to {rows[^1].Label}",
            Describe(rated, rows),
            rows)
        {
            Comparator = compared?.Key,
        };
    }

    /// <summary>The last figures alone, for a line within a row; none where there are fewer than two.</summary>
    public static IReadOnlyList<TrendRow> Last(ReportScope scope, RatedIndicator rated) => Build(scope, rated, (OnPaper, false))?.Rows ?? [];

    /// <summary>Why two figures cannot be joined: the series broke between them, or they add up over a year that began again.</summary>
    private static string? Break(RatedIndicator rated, IReadOnlyList<SeriesBreak> breaks, RatedPeriod before, RatedPeriod period) =>
        breaks.FirstOrDefault(one => one.From > before.Period.Closing && one.From <= period.Period.Closing)?.Words
            ?? (rated.Indicator.Basis.Kind == BasisKind.Cumulative && YearOf(before) != YearOf(period) ? string.Empty : null);

    private static string YearOf(RatedPeriod period) => period.Period.Calendar.YearLabel(period.Period.Closing);

    /// <summary>One period as a chart and every table of periods shows it.</summary>
    public static TrendRow Row(ReportScope scope, RatedIndicator rated, RatedPeriod period) => Row(period, rated, new ShownRatings(scope.Labels), scope.Labels);

    /// <summary>
    /// The comparator that is known for most of the periods, of those in the indicator's own unit. One that is the target
    /// itself has its line already.
    /// </summary>
    private static IGrouping<string, Comparator>? Compared(ReportScope scope, RatedIndicator rated, List<RatedPeriod> periods)
    {
        var closings = periods.Select(period => period.Period.Closing).ToHashSet();
        return scope.Pack.Comparators
            .Where(one => one.Ref == rated.Indicator.Ref
                && one.Value.Number is not null
                && (one.Unit is null || one.Unit == rated.Indicator.Unit)
                && closings.Contains(one.Closing))
            .GroupBy(one => one.Name)
            .Where(own => !own.All(one => periods.Exists(period => period.Period.Closing == one.Closing && period.Standard.Target == one.Value.Number)))
            .MaxBy(own => own.Count());
    }

    private static int TrailingGaps(List<RatedPeriod> periods) => periods.Count - 1 - periods.FindLastIndex(period => period.Result is not null);

    private static TrendRow Row(RatedPeriod period, RatedIndicator rated, ShownRatings shown, Labels labels) => new(
        period,
        period.Period.ShortLabel,
        period.Value is { } value ? Rounding.To(value, period.Decimals) : null,
        period.Displayed.Length > 0 ? period.Displayed : labels.Of(IsToCome(period, rated) ? Labels.ToCome : Labels.NoResult),
        rated.Indicator.IsRated ? shown.Of(period.Rating) : null);

    private static bool IsToCome(RatedPeriod period, RatedIndicator rated) => period.Value is null && period.Period.Closing > rated.AsAt;

    private static string Describe(RatedIndicator rated, List<TrendRow> rows)
    {
        var (last, reached) = (rows[^1], rows.Where(row => !IsToCome(row.Rated, rated)).ToList());
        var known = reached.Where(row => row.Value is not null).ToList();
        var actual = known.Where(row => !row.Rated.IsForecast).ToList();
        var (low, high) = (known.MinBy(row => row.Value)!, known.MaxBy(row => row.Value)!);
        var latest = actual.Count > 0 ? actual[^1] : known[^1];
        var words = new List<string>
        {
            $"{known.Count} figures, the first for {reached[0].Rated.Period.Label}, the last for {reached[^1].Rated.Period.Label}.",
            low.Value == high.Value
                ? $"All are {low.Displayed}."
                : $"The lowest is {Said(rated, low)}, the highest {Said(rated, high)}.",
            $"The latest is {Said(rated, latest)}{(latest.Rating?.Band is { } band ? $", rated {band.Label}" : string.Empty)}{Held(rated, latest)}.",
        };
        if (latest.Value is { } now && known[0].Value is { } then && known.Count > 1 && latest != known[0])
        {
            words.Add(now == then ? "It is where it was at the start." : $"It is {(now > then ? "higher" : "lower")} than at the start, {known[0].Displayed}.");
        }

        words.AddRange(rows.Where(row => row.Break is { Length: > 0 }).Select(row => $"From {row.Label} it cannot be compared with before: {row.Break}."));
        var gaps = reached.Where(row => row.Value is null).Select(row => row.Label).ToList();
        if (gaps.Count > 0)
        {
            words.Add($"There is no figure for {Phrases.Joined(gaps)}.");
        }

        if (known.Any(row => row.Rated.IsForecast))
        {
            words.Add($"{Phrases.Joined(known.Where(row => row.Rated.IsForecast).Select(row => row.Label))} "
                + $"{(known.Count(row => row.Rated.IsForecast) == 1 ? "is a forecast" : "are forecasts")}.");
        }

        if (last.Rated.Standard.Target is not null && IsToCome(last.Rated, rated))
        {
            words.Add($"Targets are set up to {last.Rated.Period.Label}.");
        }

        return string.Join(' ', words);
    }

    private static string Said(RatedIndicator rated, TrendRow row) => $"{FigureText.Full(rated.Indicator, row.Value!.Value)} ({row.Label})";

    /// <summary>What the figure is held against: <c>; target 70%, floor standard 65%</c>.</summary>
    private static string Held(RatedIndicator rated, TrendRow row)
    {
        var standard = row.Rated.Standard;
        var held = new[] { ("target", standard.Target), ("floor", standard.Floor), ("lower end", standard.Lower), ("upper end", standard.Upper) }
            .Where(each => each.Item2 is not null)
            .Select(each => $"{each.Item1} {FigureText.Cell(rated.Indicator, each.Item2!.Value)}")
            .ToList();
        return held.Count == 0 ? string.Empty : "; " + string.Join(", ", held);
    }
}
