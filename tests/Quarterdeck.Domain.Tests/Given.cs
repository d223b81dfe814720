using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Comparators;
using Quarterdeck.Domain.Figures;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Milestones;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Publications;
using Quarterdeck.Domain.Ratings;
using Quarterdeck.Domain.Results;
using Quarterdeck.Domain.Targets;

namespace Quarterdeck.Domain.Tests;

/// <summary>Short ways to write an indicator, its targets and its results down.</summary>
internal static class Given
{
    public static readonly IndicatorRef Ref = new("T01");

    public static readonly PeriodCalendar Monthly = new(Frequency.Month, 4);

    public static readonly PeriodCalendar Quarterly = new(Frequency.Quarter, 4);

    public static Month M(string month) =>
        Month.TryParse(month, out var parsed) ? parsed : throw new ArgumentException($"'{month}' is not a month.", nameof(month));

    /// <summary>A monthly percentage, higher is better, without a year to date.</summary>
    public static Indicator Kpi(Polarity polarity = Polarity.Higher) => new()
    {
        Ref = Ref,
        Title = "Test",
        Kind = IndicatorKind.Kpi,
        Unit = Unit.Percent,
        Polarity = polarity,
        Calendar = Monthly,
        Ytd = YtdMethod.None,
    };

    /// <summary>A monthly count without a good direction.</summary>
    public static Indicator Activity() => Kpi(Polarity.Neutral) with { Kind = IndicatorKind.Activity, Unit = Unit.Number, Ytd = YtdMethod.Sum };

    public static Result Value(Indicator indicator, string period, decimal value) => Typed(indicator, period, Figure.Of(value));

    public static Result Marked(Indicator indicator, string period, Marker marker, string? words = null) =>
        Typed(indicator, period, Figure.Of(marker, words));

    public static Result Parts(Indicator indicator, string period, decimal numerator, decimal denominator) =>
        new() { Ref = indicator.Ref, Period = indicator.Calendar.Closing(M(period)), Numerator = numerator, Denominator = denominator };

    /// <summary>Values of consecutive own periods, the last closing in the month given.</summary>
    public static Result[] Run(Indicator indicator, string last, params decimal[] values)
    {
        var results = new Result[values.Length];
        var period = indicator.Calendar.Closing(M(last));
        for (var index = values.Length - 1; index >= 0; index--, period = period.Previous)
        {
            results[index] = new Result { Ref = indicator.Ref, Period = period, Value = Figure.Of(values[index]) };
        }

        return results;
    }

    public static Target Aim(string from, decimal? target, decimal? floor = null) => new() { Ref = Ref, From = M(from), Value = target, Floor = floor };

    public static Target Range(string from, decimal? lower, decimal? upper) => new() { Ref = Ref, From = M(from), Lower = lower, Upper = upper };

    public static SchemeBand Band(string scheme, int order, string band, BandRule rule, decimal? amount = null, bool strict = false) =>
        new() { Scheme = scheme, Order = order, Band = band, Rule = rule, Amount = amount, Strict = strict };

    public static Pack Pack(IReadOnlyList<Indicator> indicators, IReadOnlyList<Result> results, params Target[] targets) => new()
    {
        Settings = new Settings([]),
        Indicators = indicators,
        Results = results,
        Targets = targets,
    };

    public static Pack Pack(Indicator indicator, IReadOnlyList<Result> results, params Target[] targets) => Pack([indicator], results, targets);

    public static RatedIndicator Rate(Pack pack, string asAt) => new Rater(pack).Rate(pack.Indicators[0].Ref, M(asAt));

    public static RatedIndicator Rate(Indicator indicator, string asAt, IReadOnlyList<Result> results, params Target[] targets) =>
        Rate(Pack(indicator, results, targets), asAt);

    /// <summary>The band's label, or why there is none.</summary>
    public static string Say(RatingOutcome outcome) => outcome switch
    {
        RatingOutcome.Rated rated => rated.In.Label,
        RatingOutcome.Unrated unrated => unrated.Words,
        _ => throw new InvalidOperationException("An outcome is rated or unrated."),
    };

    /// <summary>The rating of one value against a target and a floor standard, by a scheme.</summary>
    public static string Band(Indicator indicator, decimal value, decimal? target, decimal? floor = null, RatingScheme? scheme = null) =>
        Say(FigureRating.Rate(
            scheme ?? RatingScheme.RagFloor,
            indicator,
            Quantity.Of(value),
            indicator.Decimals ?? value.Scale,
            new TargetSet { Target = target, Floor = floor }));

    public static MilestoneStep Step(string step, DateOnly due, StepState? state = null, DateOnly? done = null) =>
        new() { Ref = Ref, Step = step, Due = due, State = state, Done = done };

    public static Comparator Comparator(string closing, string name, decimal value) =>
        new() { Ref = Ref, Closing = M(closing), PeriodLabel = closing, Name = name, Value = Figure.Of(value) };

    public static PublishedFigure Printed(string round, string? rating, string? period = null) =>
        new() { Ref = Ref, Round = M(round), Period = period is null ? null : M(period), Rating = rating };

    private static Result Typed(Indicator indicator, string period, Figure figure) =>
        new() { Ref = indicator.Ref, Period = indicator.Calendar.Closing(M(period)), Value = figure };
}
