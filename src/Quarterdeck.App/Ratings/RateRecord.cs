using Quarterdeck.App.Records;
using Quarterdeck.Domain.Directions;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Ranges;
using Quarterdeck.Domain.Ratings;
using Quarterdeck.Domain.Results;

namespace Quarterdeck.App.Ratings;

/// <summary>The rated record laid flat, one text a field: what <c>rate</c> writes in every format.</summary>
public static class RateRecord
{
    /// <summary>In the order written. The first 21 are the contract; what follows may grow.</summary>
    public static IReadOnlyList<RecordField<RatedIndicator>> Fields { get; } =
    [
        new("ref", rated => rated.Indicator.Ref.Value),
        new("title", rated => rated.Indicator.Title),
        new("area", rated => rated.Indicator.Area),
        new("kind", rated => Kind(rated.Indicator.Kind)),
        new("latest_period", rated => rated.Latest?.ToString()),
        new("value", rated => ExactDecimal.Text(rated.Value)),
        new("displayed", rated => Filled(rated.Displayed)),
        new("target", rated => ExactDecimal.Text(rated.Standard.Target) ?? rated.Standard.Text),
        new("floor", rated => ExactDecimal.Text(rated.Standard.Floor)),
        new("rating", rated => rated.Rating.Band?.Label),
        new("ytd", rated => ExactDecimal.Text(rated.Ytd.Number)),
        new("ytd_displayed", rated => Filled(rated.YtdDisplayed)),
        new("ytd_rating", rated => rated.YtdRating.Band?.Label),
        new("lower", rated => ExactDecimal.Text(Thresholds(rated).Lower)),
        new("upper", rated => ExactDecimal.Text(Thresholds(rated).Upper)),
        new("range", rated => rated.Range.Alert is { } alert ? RangeOutcome.Word(alert) : null),
        new("direction", rated => rated.Direction.Travel is { } travel ? DirectionOutcome.Word(travel) : null),
        new("previous_rating", rated => rated.PreviousRating.Band?.Label),
        new("reason", rated => Reason(rated.Rating)),
        new("explanation", rated => rated.Explanation),
        new("stale", rated => rated.Stale ? "true" : "false", FieldKind.Flag),
        new("not_rated", rated => NotRated(rated.Rating)),
        new("ytd_not_rated", rated => NotRated(rated.YtdRating)),
        new("no_direction", rated => rated.Direction.Travel is null ? rated.Direction.Reason : null),
        new("ytd_target", rated => HasYearToDate(rated) ? ExactDecimal.Text(rated.YtdStandard.Target) ?? rated.YtdStandard.Text : null),
        new("ytd_floor", rated => HasYearToDate(rated) ? ExactDecimal.Text(rated.YtdStandard.Floor) : null),
        new("direction_note", rated => rated.Direction.Note),
        new("previous_year", rated => rated.PreviousYear?.ToString()),
        new("previous_year_ytd", rated => rated.PreviousYearYtd?.ToString()),
        new("status", rated => Status(rated)),
    ];

    /// <summary>As the pack writes it: <c>kpi</c>.</summary>
    public static string Kind(IndicatorKind kind) => kind switch
    {
        IndicatorKind.Kpi => "kpi",
        IndicatorKind.Activity => "activity",
        IndicatorKind.Milestone => "milestone",
        IndicatorKind.Context => "context",
        IndicatorKind.Highlight => "highlight",
    };

    /// <summary>Where a rating came from, or why there is none: <c>computed</c>, <c>carried</c>, <c>no floor standard</c>.</summary>
    public static string Reason(RatingOutcome outcome) => outcome switch
    {
        RatingOutcome.Rated { Source: RatingSource.Computed } => "computed",
        RatingOutcome.Rated { Source: RatingSource.Carried } => "carried",
        RatingOutcome.Unrated unrated => unrated.Words,
        _ => throw new InvalidOperationException("An outcome is rated or unrated."),
    };

    private static string? NotRated(RatingOutcome outcome) => (outcome as RatingOutcome.Unrated)?.Words;

    /// <summary>The thresholds tested; where nothing could be tested, those it would have been tested against.</summary>
    private static (decimal? Lower, decimal? Upper) Thresholds(RatedIndicator rated)
    {
        if (rated.Range is RangeOutcome.Tested tested)
        {
            return (tested.Lower, tested.Upper);
        }

        var standard = RangeRule.TestsYearToDate(rated.Indicator, HasYearToDate(rated)) ? rated.YtdStandard : rated.Standard;
        return (standard.Lower, standard.Upper);
    }

    private static bool HasYearToDate(RatedIndicator rated) => rated.Ytd is not YearToDate.NotApplicable;

    private static string? Status(RatedIndicator rated) =>
        rated.History.FirstOrDefault(own => own.Period == rated.Latest)?.Result?.Status switch
        {
            ResultStatus.Final => "final",
            ResultStatus.Provisional => "provisional",
            ResultStatus.Forecast => "forecast",
            ResultStatus.Estimated => "estimated",
            null => null,
        };

    private static string? Filled(string text) => text.Length == 0 ? null : text;
}
