using System.Globalization;
using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Application.Reports;

/// <summary>An indicator's years side by side, period by period, from its rated record.</summary>
internal static class ComparedYearsBuilder
{
    public const string Code = "compared-years";

    private static readonly string[] Ways = ["higher", "lower", "the same"];

    /// <param name="scope">What is shown.</param>
    /// <param name="detail">The indicator as its page has it.</param>
    /// <param name="most">How many years at most, this one counted; at least 1.</param>
    public static ComparedYearsPart Part(ReportScope scope, IndicatorDetail detail, int most)
    {
        var rated = detail.Rated;
        var known = Known(scope, rated);
        var openings = known.Select(figure => figure.Period.YearOpening).Distinct().OrderDescending().Take(most).Order().ToList();
        List<string> years = [.. openings.Select(opening => known.First(figure => figure.Period.YearOpening == opening).Period.Calendar.YearLabel(opening))];
        var rows = known.Where(figure => openings.Contains(figure.Period.YearOpening))
            .GroupBy(figure => figure.Period.LabelWithinYear)
            .OrderBy(row => row.First().Period.MonthsElapsed)
            .Select(row => Row(rated.Indicator, (row.Key, row.First().Period.ShortLabelWithinYear), [.. openings.Select(
                opening => row.FirstOrDefault(figure => figure.Period.YearOpening == opening).Figure ?? Nothing(scope, rated, row.First().Period, opening))]))
            .ToList();
        var toDate = openings.Count > 1 ? YearToDate(scope, rated, openings.Count) : null;
        return new ComparedYearsPart(Code, "Year by year", new YearComparison
        {
            Detail = detail,
            Years = years,
            Rows = rows,
            YearToDate = toDate,
            Sentences = [.. Sentences(rated, years, rows, toDate), .. Changed(scope, rated, openings)],
        });
    }

    /// <summary>Every figure up to now; and of the year before the latest, what was typed where no result of it is held.</summary>
    private static List<(Period Period, YearFigure Figure)> Known(ReportScope scope, RatedIndicator rated)
    {
        var known = rated.History.Where(own => own is { Result: not null, IsForecast: false } && own.Period.Closing <= rated.AsAt)
            .Select(own => (own.Period, Figure: Of(TrendBuilder.Row(scope, rated, own)))).ToList();
        if (rated is { Latest: { } latest, PreviousYear: { Number: { } number } typed }
            && !known.Exists(one => one.Period.Closing == latest.YearBefore.Closing))
        {
            known.Insert(0, (latest.YearBefore, new YearFigure(number, FigureText.Cell(rated.Indicator, typed), null)));
        }

        return known;
    }

    private static YearFigure Of(TrendRow row) => new(row.Value, row.Displayed, row.Rated);

    private static YearFigure Nothing(ReportScope scope, RatedIndicator rated, Period period, Month opening)
    {
        var closing = period.Closing.AddMonths(opening.MonthsSince(period.YearOpening));
        return new YearFigure(null, scope.Labels.Of(closing > rated.AsAt ? Labels.ToCome : Labels.NoResult), null);
    }

    private static YearRow? YearToDate(ReportScope scope, RatedIndicator rated, int years)
    {
        if (rated.Ytd is not Domain.Results.YearToDate.Known known || rated.PreviousYearYtd is not { Number: { } before } typed)
        {
            return null;
        }

        var nothing = Enumerable.Repeat(new YearFigure(null, scope.Labels.Of(Labels.NotApplicable), null), years - 2);
        var label = scope.Labels.Of(Labels.YearToDate);
        return Row(
            rated.Indicator,
            (label, label),
            [.. nothing, new YearFigure(before, FigureText.Cell(rated.Indicator, typed), null), new YearFigure(known.Rounded, rated.YtdDisplayed, null)]);
    }

    private static YearRow Row(Indicator indicator, (string Long, string Short) label, List<YearFigure> each) =>
        new(
            Phrases.Sentence(label.Long),
            Phrases.Sentence(label.Short),
            each,
            each.Count > 1 && each[^1].Value is { } now && each[^2].Value is { } before ? Change(indicator, now, before) : null);

    /// <summary>By the figures as displayed, so that a reader who takes one from the other finds the same: <c>2 percentage points higher: better</c>.</summary>
    private static string Change(Indicator indicator, decimal now, decimal before)
    {
        if (now == before)
        {
            return "the same";
        }

        var words = $"{FigureText.Apart(indicator, now - before)} {(now > before ? "higher" : "lower")}";
        return Better(indicator, now, before) is { } better ? $"{words}: {(better ? "better" : "worse")}" : words;
    }

    private static bool? Better(Indicator indicator, decimal now, decimal before) => !indicator.IsRated || now == before ? null : indicator.Polarity switch
    {
        Polarity.Higher => now > before,
        Polarity.Lower => now < before,
        _ => null,
    };

    private static IEnumerable<string> Sentences(RatedIndicator rated, List<string> years, List<YearRow> rows, YearRow? toDate)
    {
        if (years.Count == 0)
        {
            yield return "No results are held, so there is nothing to compare.";
            yield break;
        }

        if (years.Count == 1)
        {
            yield return $"Only results of {years[0]} are held, so there is no other year to compare with.";
            yield break;
        }

        var (year, last) = (years[^1], years[^2]);
        if (rows.LastOrDefault(row => row.Change is not null) is { } latest)
        {
            yield return Sentence(latest.Label == "Whole year" ? year : $"{latest.Label} {year}", latest, last);
        }
        else
        {
            yield return $"No period has a figure in both {year} and {last}.";
        }

        var both = rows.Where(row => row.Change is not null).ToList();
        if (both.Count > 1)
        {
            var said = Ways.Select(word => (Word: word, Count: both.Count(row => Way(row) == word))).Where(each => each.Count > 0)
                .Select(each => string.Create(CultureInfo.InvariantCulture, $"{each.Count} {(each.Count == 1 ? "is" : "are")} {each.Word}"));
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"Of the {both.Count} periods that both {last} and {year} have, {Phrases.Joined(said)} in {year}.");
        }

        if (toDate is { Change: not null })
        {
            yield return Sentence($"The year to date, {year}", toDate, last);
        }

        if (rows.Exists(row => row.Each.Any(figure => figure is { Value: not null, Own: null })))
        {
            yield return $"The figure of {last} was reported beside this year's: no other result of that year is held.";
        }

        string Way(YearRow row) =>
            row.Each[^1].Value is { } now && row.Each[^2].Value is { } before && now != before ? now > before ? "higher" : "lower" : "the same";
    }

    /// <summary>Years on either side of a new definition are not quite alike.</summary>
    private static IEnumerable<string> Changed(ReportScope scope, RatedIndicator rated, List<Month> openings) => scope.Rater.VersionsOf(rated.Indicator.Ref)
        .Where(version => openings.Count > 1 && version.From > openings[0] && version.From <= rated.AsAt)
        .Select(version => $"What it measures was changed from {MonthNames.Long(version.From!.Value)}: figures before and after are not quite alike.");

    private static string Sentence(string when, YearRow row, string before) =>
        row.Change == "the same"
            ? $"{when}: {row.Each[^1].Displayed}, the same as in {before}."
            : $"{when}: {row.Each[^1].Displayed}, against {row.Each[^2].Displayed} in {before}. That is {row.Change}.";
}
