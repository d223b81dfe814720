using Quarterdeck.Domain.Figures;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Ratings;
using Quarterdeck.Domain.Results;

namespace Quarterdeck.Domain.Assessment;

/// <summary>The one sentence that says why a rating, an alert or the absence of one is what it is.</summary>
internal static class Explanation
{
    public static string Of(RatedIndicator rated, RatingScheme scheme)
    {
        var indicator = rated.Indicator;
        IEnumerable<string> clauses = indicator.Kind == IndicatorKind.Milestone ? [MilestoneWords.Why(rated, scheme)]
            : indicator.IsRated ? [.. Latest(rated, scheme), .. YearToDateClause(rated, scheme)]
            : [ActivityWords.Why(rated)];
        if (rated.Stale && rated.Latest is { } latest)
        {
            clauses = clauses.Append($"stale, because {latest.Next.Label} has closed without a result");
        }

        if (rated is { YearStandard.Target: { } wholeYear, Latest: { } own })
        {
            clauses = clauses.Append($"the target for {own.Calendar.YearLabel(own.Closing)} as a whole is {FigureText.Full(indicator, wholeYear)}");
        }

        if (rated.LatestResult?.MadeOf is { } made && rated.Value is not null)
        {
            clauses = clauses.Append("the figure is " + made);
        }

        if (Tidy(indicator.Source) is { } source)
        {
            clauses = clauses.Append("source: " + source);
        }

        return string.Join("; ", clauses) + ".";
    }

    /// <summary>A council's own words made fit to stand inside a sentence: on one line, no full stop at the end; null when there are none.</summary>
    public static string? Tidy(string? text)
    {
        var words = text is null ? string.Empty
            : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.', ';', ' ');
        return words.Length == 0 ? null : words;
    }

    /// <summary>A marker with the council's words for it and the last number before it: <c>suspended (Audits suspended), last 97% in July 2020</c>.</summary>
    public static string MarkerText(RatedIndicator rated)
    {
        var figure = Series.MarkerOf(rated.LatestResult);
        var code = figure?.Marker?.Code() ?? "no number";
        var words = Tidy(figure?.Words) is { } given && !string.Equals(given, code, StringComparison.OrdinalIgnoreCase)
            ? $" ({given.Replace('(', '[').Replace(')', ']')})" : string.Empty;
        var last = rated.LastNumber is { } number ? $", last {number.Displayed} in {number.Period.Label}" : string.Empty;
        return code + words + last;
    }

    /// <summary>The months a year to date speaks for.</summary>
    public static string Span(Indicator indicator, YearToDate.Known known)
    {
        if (indicator.Ytd == YtdMethod.Latest && indicator.Basis.Kind == BasisKind.Rolling && !known.Supplied)
        {
            return $"the {indicator.Basis.RollingMonths} months to {MonthNames.Long(known.To)}";
        }

        var months = known.From >= known.To ? MonthNames.Long(known.To)
            : known.From.Year == known.To.Year ? $"{MonthNames.Full(known.From.Number)} to {MonthNames.Long(known.To)}"
            : $"{MonthNames.Long(known.From)} to {MonthNames.Long(known.To)}";
        return $"the year to date ({months}{(known.Supplied ? ", as supplied" : string.Empty)})";
    }

    private static IEnumerable<string> Latest(RatedIndicator rated, RatingScheme scheme)
    {
        var words = new BandWords(rated.Indicator, rated.Standard, scheme);
        if (rated.Latest is not { } period)
        {
            return Against(words, "Not rated: no result has been returned");
        }

        return rated.Rating is RatingOutcome.Unrated { Reason: NotRated.Marker }
            ? Against(words, $"Not rated for {period.Label}: {MarkerText(rated)}")
            : [Judged(rated, words, new Judgement(rated.Rating, rated.Value, rated.Decimals, rated.Displayed, period.Label)) + Good(rated.Indicator)];
    }

    private static IEnumerable<string> Against(BandWords words, string clause) =>
        words.Held() is { Length: > 0 } held ? [clause, held] : [clause];

    private static IEnumerable<string> YearToDateClause(RatedIndicator rated, RatingScheme scheme) => rated.Ytd switch
    {
        YearToDate.Known known when IsLatest(rated, known) => ["this is the year to date"],
        YearToDate.Known known =>
        [
            Judged(
                rated,
                new BandWords(rated.Indicator, rated.YtdStandard, scheme),
                new Judgement(rated.YtdRating, known.Exact.Value, known.Decimals, rated.YtdDisplayed, Span(rated.Indicator, known)) { Not = "not" }),
        ],
        YearToDate.NotComputed missing when rated.Latest is not null => ["the year to date is not computed: " + missing.Reason],
        _ => [],
    };

    /// <summary>A cumulative figure is its own year to date: once is enough, where both are judged alike.</summary>
    private static bool IsLatest(RatedIndicator rated, YearToDate.Known known) =>
        rated.Indicator.Basis.Kind == BasisKind.Cumulative && !known.Supplied && known.Exact.Value == rated.Value
        && rated.Rating == rated.YtdRating && rated.Standard == rated.YtdStandard;

    private static string Judged(RatedIndicator rated, BandWords words, Judgement judged)
    {
        var indicator = rated.Indicator;
        var value = judged.Displayed + (indicator.RateOn == RateOn.Exact ? words.Exact(judged.Value, judged.Places) : string.Empty);
        return judged.Outcome switch
        {
            RatingOutcome.Rated { Source: RatingSource.Manual } manual =>
                $"{manual.In.Label} for {judged.When}, given by hand{(value.Length == 0 ? string.Empty : $" to {value}")}"
                    + (Tidy(rated.LatestResult?.RatingReason) is { } reason ? $" because \u201c{reason}\u201d" : string.Empty),
            RatingOutcome.Rated { Source: RatingSource.Carried } carried =>
                $"{carried.In.Label} for {judged.When} as published, not computed: "
                    + $"{(judged.Value is null ? "no figure is held" : $"{value} {words.Unheld()}")}",
            RatingOutcome.Rated { In: { } band } when words.IsGrade(band) => $"{band.Label} for {judged.When}: the grade that was given",
            RatingOutcome.Rated { In: { } band } =>
                $"{band.Label} for {judged.When}: {value} {words.Why(band.Order, indicator.RateOn == RateOn.Exact ? judged.Value!.Value : judged.Rounded)}",
            RatingOutcome.Unrated
            {
                Reason: NotRated.NoFloor or NotRated.NoTarget or NotRated.NoThresholds or NotRated.NoPolarity or NotRated.NoBandFits
            } unrated =>
                $"{judged.Not} rated for {judged.When}: {value} {words.Unrated(unrated.Reason)}",
            RatingOutcome.Unrated unrated => $"{judged.Not} rated for {judged.When}: {unrated.Words}",
            _ => throw new InvalidOperationException("An outcome is rated or unrated."),
        };
    }

    private static string Good(Indicator indicator) => indicator.Unit.IsGraded ? string.Empty : indicator.Polarity switch
    {
        Polarity.Higher => ", where higher is better",
        Polarity.Lower => ", where lower is better",
        Polarity.OnTarget => ", where closest to the target is best",
        Polarity.Range or Polarity.Neutral => string.Empty,
    };

    /// <summary>One figure and what it was given.</summary>
    private sealed record Judgement(RatingOutcome Outcome, decimal? Value, int Places, string Displayed, string When)
    {
        /// <summary>With a capital where it opens the sentence.</summary>
        public string Not { get; init; } = "Not";

        public decimal Rounded => Numbers.Rounding.To(Value!.Value, Places);
    }
}
