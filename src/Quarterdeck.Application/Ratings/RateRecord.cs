using Quarterdeck.Application.Records;
using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Directions;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Ranges;
using Quarterdeck.Domain.Ratings;
using Quarterdeck.Domain.Results;
using Quarterdeck.Domain.Targets;

namespace Quarterdeck.Application.Ratings;

/// <summary>The rated record as one text per field: what <c>rate</c> writes in every format.</summary>
public static class RateRecord
{
    public static readonly IReadOnlyList<string> Kinds = [.. Enum.GetValues<IndicatorKind>().Select(Kind)];

    public static readonly IReadOnlyList<string> Statuses = [.. Enum.GetValues<ResultStatus>().Select(Status)];

    private static readonly IReadOnlyList<string> Ranges = [.. Enum.GetValues<RangeAlert>().Select(RangeOutcome.Word)];

    private static readonly IReadOnlyList<string> Directions = [.. Enum.GetValues<Direction>().Select(DirectionOutcome.Word)];

    /// <summary>In the order written. The first 21 are the contract; what follows may grow.</summary>
    public static IReadOnlyList<RecordField<RatedIndicator>> Fields { get; } =
    [
        new("ref", rated => rated.Indicator.Ref.Value, FieldKind.Text, "The indicator's reference.") { IsRequired = true },
        new("title", rated => rated.Indicator.Title, FieldKind.Text, "What the indicator measures.") { IsRequired = true },
        new("area", rated => rated.Indicator.Area, FieldKind.Text, "Code of the area that answers for the indicator."),
        new(
            "kind",
            rated => Kind(rated.Indicator.Kind),
            FieldKind.Text,
            "A key performance indicator, a measure of activity, a milestone, context or a highlight.") { IsRequired = true, Words = Kinds },
        new("latest_period", rated => rated.Latest?.ToString(), FieldKind.Month, "Closing month of the latest period with a result."),
        new(
            "value",
            rated => ExactDecimal.Text(rated.Value),
            FieldKind.Decimal,
            "The latest result, exact; a percentage is given as its figure, 97.5 for 97.5%, a grade as its place, 0 the lowest."),
        new(
            "displayed",
            rated => Filled(rated.Displayed),
            FieldKind.Text,
            "The latest result as printed, with its unit, or the word that stands in its place."),
        new(
            "target",
            rated => TargetOf(rated.Indicator, rated.Standard),
            FieldKind.Text,
            "The target of the latest period: a number, or words."),
        new(
            "floor",
            rated => ExactDecimal.Text(rated.Standard.Floor),
            FieldKind.Decimal,
            "The floor standard of the latest period: short of it, management must act."),
        new("rating", rated => rated.Rating.Band?.Label, FieldKind.Text, "The band the latest result is in; empty where it is not rated."),
        new("ytd", rated => ExactDecimal.Text(rated.Ytd.Number), FieldKind.Decimal, "The figure of the year to date, exact."),
        new("ytd_displayed", rated => Filled(rated.YtdDisplayed), FieldKind.Text, "The figure of the year to date as printed."),
        new("ytd_rating", rated => rated.YtdRating.Band?.Label, FieldKind.Text, "The band the year to date is in."),
        new("lower", rated => ExactDecimal.Text(Thresholds(rated).Lower), FieldKind.Decimal, "The lower end of the expected range."),
        new("upper", rated => ExactDecimal.Text(Thresholds(rated).Upper), FieldKind.Decimal, "The upper end of the expected range."),
        new(
            "range",
            rated => rated.Range.Alert is { } alert ? RangeOutcome.Word(alert) : null,
            FieldKind.Text,
            "Where the figure lies against the expected range.") { Words = Ranges },
        new(
            "direction",
            rated => rated.Direction.Travel is { } travel ? DirectionOutcome.Word(travel) : null,
            FieldKind.Text,
            "Which way the indicator travels by its rule: better, worse, the same, or no clear trend.") { Words = Directions },
        new("previous_rating", rated => rated.PreviousRating.Band?.Label, FieldKind.Text, "The band of the period before the latest."),
        new("reason", rated => Reason(rated.Rating), FieldKind.Text, "Where the rating came from, or why there is none.") { IsRequired = true },
        new("explanation", rated => rated.Explanation, FieldKind.Text, "How the rating was reached, in a sentence."),
        new("stale", rated => rated.Stale ? "true" : "false", FieldKind.Flag, "Whether a later result is overdue.") { IsRequired = true },
        new("not_rated", rated => NotRated(rated.Rating), FieldKind.Text, "Why the latest result is not rated."),
        new("ytd_not_rated", rated => NotRated(rated.YtdRating), FieldKind.Text, "Why the year to date is not rated."),
        new("no_direction", rated => rated.Direction.Travel is null ? rated.Direction.Reason : null, FieldKind.Text, "Why no direction of travel is given."),
        new(
            "ytd_target",
            rated => HasYearToDate(rated) ? TargetOf(rated.Indicator, rated.YtdStandard) : null,
            FieldKind.Text,
            "The target of the year to date: a number, or words."),
        new(
            "ytd_floor",
            rated => HasYearToDate(rated) ? ExactDecimal.Text(rated.YtdStandard.Floor) : null,
            FieldKind.Decimal,
            "The floor standard of the year to date."),
        new("direction_note", rated => rated.Direction.Note, FieldKind.Text, "What else there is to know of the direction of travel."),
        new(
            "previous_year",
            rated => rated.PreviousYear?.ToString(),
            FieldKind.Text,
            "The result of the year before as it was printed: a number, or the word in its place."),
        new("previous_year_ytd", rated => rated.PreviousYearYtd?.ToString(), FieldKind.Text, "The year to date of the year before as it was printed."),
        new("status", rated => Status(rated), FieldKind.Text, "How firm the latest result is.") { Words = Statuses },
        new("unit", rated => rated.Indicator.Unit.Code, FieldKind.Text, "Code of the unit the figures are in.") { IsRequired = true },
        new(
            "scale",
            rated => ExactDecimal.Text(rated.Indicator.Scale),
            FieldKind.Decimal,
            "Units in one of the values: 752.8 with scale 1000 is 752,800. Targets and thresholds likewise.") { IsRequired = true },
        new("area_name", rated => rated.AreaName, FieldKind.Text, "Name of the area that answers for the indicator."),
        new("breakdown", rated => rated.Breakdown, FieldKind.Text, "The part of the whole it speaks for; empty for the whole."),
        new(
            "year_target",
            rated => ExactDecimal.Text(rated.YearStandard?.Target),
            FieldKind.Decimal,
            "The target of the whole year, where one is set besides those of its periods."),
        new("forecast_period", rated => rated.Forecast?.Period.ToString(), FieldKind.Month, "Closing month of the year's last forecast."),
        new("forecast", rated => ExactDecimal.Text(rated.Forecast?.Value), FieldKind.Decimal, "The forecast, exact. It never stands for a result."),
        new("forecast_displayed", rated => rated.Forecast?.Displayed, FieldKind.Text, "The forecast as printed."),
        new("forecast_rating", rated => rated.Forecast?.Rating.Band?.Label, FieldKind.Text, "The band the forecast would be in."),
        new("made_of", rated => rated.LatestResult?.MadeOf, FieldKind.Text, "What the program made the latest result of; empty where it was given."),
        new(
            "signal",
            rated => Signal(rated) is SignalOutcome.Told told ? told.Word : null,
            FieldKind.Text,
            "Whether the latest result is more than chance, where the indicator's direction asks for spc: no sign of change, improvement, concern or change."),
        new(
            "assurance",
            rated => Signal(rated) is SignalOutcome.Told { Assurance: { } assurance } ? SignalOutcome.Of(assurance) : null,
            FieldKind.Text,
            "Whether it will meet its target as it runs now: always (pass), never (fail), or by chance (inconsistent)."),
        new(
            "signal_explanation",
            rated => Signal(rated) switch { SignalOutcome.Told told => told.Sentence, SignalOutcome.NotTold none => none.Reason, _ => null },
            FieldKind.Text,
            "The signal in a sentence, or why there is none."),
        new(
            "year_end_period",
            rated => rated.YearEnd?.Closing.ToString(),
            FieldKind.Month,
            "Closing month of the year's last period, where the indicator asks for a forecast of it (year_end_forecast)."),
        new(
            "year_end_of",
            rated => rated.YearEnd is { } end ? end.IsWholeYear ? "year" : "period" : null,
            FieldKind.Text,
            "Whether the figure of the whole year is forecast, or that of its last period.") { Words = ["year", "period"] },
        new(
            "year_end_forecast",
            rated => ExactDecimal.Text(rated.YearEnd?.Forecast?.Expected),
            FieldKind.Decimal,
            "How the year may end by the figures so far. It never stands for a result."),
        new("year_end_low", rated => ExactDecimal.Text(rated.YearEnd?.Forecast?.Low), FieldKind.Decimal, "One chance in ten of ending lower."),
        new("year_end_high", rated => ExactDecimal.Text(rated.YearEnd?.Forecast?.High), FieldKind.Decimal, "One chance in ten of ending higher."),
        new("year_end_target", rated => ExactDecimal.Text(rated.YearEnd?.Standard.Target), FieldKind.Decimal, "The target the year's end is held against."),
        new("chance_of_target", rated => Chance(rated.YearEnd?.Forecast?.ChanceOfTarget), FieldKind.Decimal, "The chance of meeting it, from 0 to 1."),
        new(
            "chance_of_floor",
            rated => Chance(rated.YearEnd?.Forecast?.ChanceOfFloor),
            FieldKind.Decimal,
            "The chance of meeting the floor standard, from 0 to 1."),
        new(
            "year_end_required",
            rated => ExactDecimal.Text(rated.YearEnd?.RequiredRate),
            FieldKind.Decimal,
            "What each period left must come to on average for the target of the year."),
        new(
            "year_end_explanation",
            rated => YearEndWords.Of(rated.YearEnd),
            FieldKind.Text,
            "The forecast in sentences, or why there is none."),
    ];

    private static string? TargetOf(Indicator indicator, TargetSet standard) =>
        standard.Target is { } target && indicator.Grades?.WordOf(target) is { } grade ? grade : ExactDecimal.Text(standard.Target) ?? standard.Text;

    /// <summary>As the pack writes it: <c>kpi</c>.</summary>
    public static string Kind(IndicatorKind kind) => kind switch
    {
        IndicatorKind.Kpi => "kpi",
        IndicatorKind.Activity => "activity",
        IndicatorKind.Milestone => "milestone",
        IndicatorKind.Context => "context",
        IndicatorKind.Highlight => "highlight",
    };

    /// <summary>As the pack writes it: <c>provisional</c>.</summary>
    public static string Status(ResultStatus status) => status switch
    {
        ResultStatus.Final => "final",
        ResultStatus.Provisional => "provisional",
        ResultStatus.Forecast => "forecast",
        ResultStatus.Estimated => "estimated",
    };

    /// <summary>Where a rating came from, or why there is none: <c>computed</c>, <c>carried</c>, <c>no floor standard</c>.</summary>
    public static string Reason(RatingOutcome outcome) => outcome switch
    {
        RatingOutcome.Rated { Source: RatingSource.Computed } => "computed",
        RatingOutcome.Rated { Source: RatingSource.Carried } => "carried",
        RatingOutcome.Rated { Source: RatingSource.Manual } => "manual",
        RatingOutcome.Unrated unrated => unrated.Words,
        _ => throw new InvalidOperationException("An outcome is rated or unrated."),
    };

    private static string? NotRated(RatingOutcome outcome) => (outcome as RatingOutcome.Unrated)?.Words;

    /// <summary>The thresholds tested. If nothing could be tested, those it would have been tested against.</summary>
    private static (decimal? Lower, decimal? Upper) Thresholds(RatedIndicator rated)
    {
        if (rated.Range is RangeOutcome.Tested tested)
        {
            return (tested.Lower, tested.Upper);
        }

        var standard = RangeRule.TestsYearToDate(rated.Indicator, HasYearToDate(rated)) ? rated.YtdStandard : rated.Standard;
        return (standard.Lower, standard.Upper);
    }

    /// <summary>Only where it is asked for: it looks at every figure of an indicator.</summary>
    private static SignalOutcome? Signal(RatedIndicator rated) =>
        rated.Latest is not null && rated.Indicator.Direction.Methods.Contains(DirectionMethod.Spc) ? rated.Signal : null;

    /// <summary>To three places, and never certain.</summary>
    private static string? Chance(double? chance) => chance is { } known ? ExactDecimal.Text(Math.Round((decimal)Math.Clamp(known, 0.001, 0.999), 3)) : null;

    private static bool HasYearToDate(RatedIndicator rated) => rated.Ytd is not YearToDate.NotApplicable;

    private static string? Status(RatedIndicator rated) => rated.LatestResult is { } result ? Status(result.Status) : null;

    private static string? Filled(string text) => text.Length == 0 ? null : text;
}
