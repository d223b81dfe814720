using System.Globalization;
using Quarterdeck.Application.Accounts;
using Quarterdeck.Application.Statistics;
using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Checks;
using Quarterdeck.Domain.Checks.Results;
using Quarterdeck.Domain.Collection;
using Quarterdeck.Domain.Figures;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Ratings;
using Quarterdeck.Domain.Results;
using Quarterdeck.Domain.Statistics.ControlCharts;

namespace Quarterdeck.Application.Collection;

/// <summary>What a return comes to: its rating, what is odd about it, and everything an approver signs.</summary>
public sealed record ReturnAssessment
{
    public required Indicator Indicator { get; init; }

    public required Period Period { get; init; }

    /// <summary>The record with the figure in it.</summary>
    public required RatedIndicator Rated { get; init; }

    /// <summary>What was typed, with what it is rated by.</summary>
    public required ReturnContent Content { get; init; }

    /// <summary>What somebody should look at again, each a sentence; empty for nothing.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>Why the officer must say why, <c>Red for October 2025</c>; null where they need not.</summary>
    public required string? WhyNeeded { get; init; }

    /// <summary>The sentence drafted from the numbers.</summary>
    public required string Draft { get; init; }

    /// <summary>The own periods before it with a figure, oldest first, at most so many as a page shows.</summary>
    public required IReadOnlyList<RatedPeriod> Earlier { get; init; }

    /// <summary>The last of them; null where there is none.</summary>
    public RatedPeriod? Before => Earlier.Count == 0 ? null : Earlier[^1];

    /// <summary>What stands in its own period: the figure typed.</summary>
    public required RatedPeriod Own { get; init; }
}

/// <summary>Rates what was typed as the reports will rate it.</summary>
public static class ReturnAssessor
{
    private const int ShownEarlier = 12;

    // The checks of the check list that look at one figure beside its series.
    private static readonly Check[] Looked = [new Implausible(), new PercentAsFraction(), new ValueUnchanged(), new CumulativeFalls(), new ShareOverHundred()];

    /// <param name="catalogue">What it is rated by.</param>
    /// <param name="id">The return.</param>
    /// <param name="typed">What was typed.</param>
    /// <param name="today">The day.</param>
    /// <returns>Null where the indicator owes no such return.</returns>
    public static ReturnAssessment? Assess(Catalogue catalogue, ReturnId id, ReturnContent typed, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(typed);
        if (catalogue.Find(id.Indicator, id.Round) is not { } indicator || !indicator.ResultCalendar.ClosesIn(id.Round))
        {
            return null;
        }

        var period = indicator.ResultCalendar.Closing(id.Round);
        var pack = catalogue.With(indicator, ResultOf(catalogue, indicator, period, typed)) with { Commentary = [] };
        var rater = new Rater(pack, MathNetDistributions.Instance);
        var rated = rater.Rate(indicator.Ref, id.Round);
        var own = rater.RatePeriod(indicator.Ref, indicator.Calendar.Holding(id.Round));
        var earlier = rated.History.Where(one => one.Period.Closing < id.Round && one.Value is not null && !one.IsForecast).TakeLast(ShownEarlier).ToList();
        return new ReturnAssessment
        {
            Indicator = rated.Indicator,
            Period = period,
            Rated = rated,
            Own = own,
            Earlier = earlier,
            Content = typed with
            {
                YearToDate = rated.Ytd is YearToDate.Known ? rated.YtdDisplayed : string.Empty,
                Target = Figure(indicator, own.Standard.Target),
                Floor = Figure(indicator, own.Standard.Floor),
                Definition = DefinitionOf(indicator),
            },
            Warnings = typed.HasNumber
                ? [.. Sign(rated, own), .. Looked.SelectMany(check => check.Run(new CheckContext(pack, [rated], today, MathNetDistributions.Instance)))
                    .Where(finding => finding.Ref == indicator.Ref.Value && finding.Value == own.Displayed).Select(finding => finding.Message).Distinct()]
                : [],
            WhyNeeded = own.Value is null ? null : WhyNeeded(own, earlier),
            Draft = FactsSentence.Of(rated, own, earlier, typed),
        };
    }

    /// <summary>That the figure is more than chance, before it is sent.</summary>
    private static IEnumerable<string> Sign(RatedIndicator rated, RatedPeriod own) =>
        own.Value is not null && rated.Latest == own.Period && rated.Signal is SignalOutcome.Told told && told.Chart.Variation != Variation.CommonCause
            ? [$"{told.Headline}: {told.Reason}. If you know what changed, say so in the commentary."] : [];

    /// <summary>The result a return becomes; what the catalogue holds beside the figure stays.</summary>
    public static Result? ResultOf(Catalogue catalogue, Indicator indicator, Period period, ReturnContent typed)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(indicator);
        ArgumentNullException.ThrowIfNull(typed);
        if (!typed.HasFigure)
        {
            return null;
        }

        var held = catalogue.ResultOf(indicator.Ref, period) ?? new Result { Ref = indicator.Ref, Period = period };
        return held with
        {
            Value = typed.Marker.Length > 0 ? Domain.Figures.Figure.Of(MarkerOf(typed.Marker), typed.Reason)
                : typed.Value.Length > 0 ? Typed(indicator, typed.Value)
                : null,
            Numerator = Number(typed.Numerator),
            Denominator = Number(typed.Denominator),
            Status = Enum.Parse<ResultStatus>(typed.Status, ignoreCase: true),
        };
    }

    /// <summary>Reads a figure as people type it: <c>2,238</c>, <c>51%</c>, <c>£24.3</c>, or a grade. Null where it is none.</summary>
    public static string? Plain(Indicator indicator, string text)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        var bare = text.Trim();
        if (indicator.Grades is { } grades)
        {
            return grades.NumberOf(bare) is { } grade ? grade.ToString(CultureInfo.InvariantCulture) : null;
        }

        bare = bare.Replace(",", string.Empty, StringComparison.Ordinal).Replace(" ", string.Empty, StringComparison.Ordinal);
        bare = indicator.Unit.Suffix.Length > 0 && bare.EndsWith(indicator.Unit.Suffix, StringComparison.OrdinalIgnoreCase)
            ? bare[..^indicator.Unit.Suffix.Length] : bare;
        bare = indicator.Unit.Prefix.Length > 0 && bare.StartsWith(indicator.Unit.Prefix, StringComparison.OrdinalIgnoreCase)
            ? bare[indicator.Unit.Prefix.Length..] : bare;
        return Number(bare) is not null ? bare : null;
    }

    /// <summary>A Red is explained, and so is a rating that is worse than the one before.</summary>
    private static string? WhyNeeded(RatedPeriod own, List<RatedPeriod> earlier) =>
        own.Rating.Band is not { } band ? null
        : band.Standing == BandMeaning.Failing ? $"{band.Label} for {own.Period.Label}"
        : earlier.Count > 0 && earlier[^1].Rating.Band is { } before && before.Standing < band.Standing
            ? $"{band.Label} for {own.Period.Label} after {before.Label}"
        : null;

    private static Figure Typed(Indicator indicator, string plain) =>
        Number(plain) is not { } number ? throw new FormatException($"'{plain}' is not a number.")
        : indicator.Grades?.WordOf(number) is { } word ? Domain.Figures.Figure.OfGrade(number, word)
        : Domain.Figures.Figure.Of(number);

    private static Marker MarkerOf(string code) => Enum.GetValues<Marker>().Single(marker => marker.Code() == code);

    private static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Figure(Indicator indicator, decimal? figure) => figure is { } known ? FigureText.Full(indicator, known) : string.Empty;

    private static string DefinitionOf(Indicator indicator) => Tokens.Digest(string.Join(
        '\n',
        indicator.Title,
        indicator.Definition,
        indicator.Unit.ToString(),
        indicator.Scale.ToString(CultureInfo.InvariantCulture),
        indicator.Per.ToString(CultureInfo.InvariantCulture),
        indicator.Polarity.ToString(),
        indicator.From?.ToString()));
}
