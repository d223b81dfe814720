using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Milestones;
using Quarterdeck.Domain.Numbers;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Ranges;
using Quarterdeck.Domain.Ratings;
using Quarterdeck.Domain.Reports;
using Quarterdeck.Domain.Results;
using Quarterdeck.Domain.Targets;

namespace Quarterdeck.Application.Reports;

/// <summary>How an indicator stands, in one sentence: <c>27% is below the floor standard of 65% (target 70%).</c> The one place it is made.</summary>
/// <param name="labels">The council's own words.</param>
/// <param name="when">How the latest period is named, after the figure: <c>in October</c>; null where the place of the sentence says it.</param>
internal sealed class StandingSentence(Labels labels, Func<Period, string>? when = null)
{
    /// <summary>Units of time: more of it is longer.</summary>
    private static readonly string[] Times = ["seconds", "minutes", "hours", "days", "working days", "weeks", "months", "years"];

    public string Of(RatedIndicator rated) => Of(rated, Counts.Only(rated));

    /// <param name="rated">The record.</param>
    /// <param name="which">The rating it is said of.</param>
    public string Of(RatedIndicator rated, WhichRating which)
    {
        if (rated.Indicator.Kind == IndicatorKind.Milestone)
        {
            return Milestone(rated);
        }

        if (!rated.Indicator.IsRated)
        {
            return Activity(rated);
        }

        if (which == WhichRating.YearToDate && rated.Ytd is YearToDate.Known known)
        {
            return Rated(rated, rated.YtdRating, rated.YtdStandard, known.Rounded, rated.YtdDisplayed, $" for the {Lower(Labels.YearToDate)}");
        }

        return rated.Value is { } value
            ? Rated(rated, rated.Rating, rated.Standard, Rounding.To(value, rated.Decimals), rated.Displayed, When(rated))
            : rated.Latest is null ? "No result has been returned." : $"Not rated: {((rated.Rating as RatingOutcome.Unrated)?.Words ?? rated.Displayed)}.";
    }

    private string Rated(RatedIndicator rated, RatingOutcome outcome, TargetSet standard, decimal value, string displayed, string period)
    {
        var (indicator, target) = (rated.Indicator, standard.Target);
        var subject = $"{Figure(indicator, value, displayed)}{period}";
        if (outcome is RatingOutcome.Unrated unrated)
        {
            return target is { } aim
                ? $"{subject}, against a {Lower(Labels.Target)} of {Short(indicator, aim)}; not rated: {unrated.Words}."
                : $"{subject}; not rated: {unrated.Words}.";
        }

        if (indicator.Unit.IsGraded)
        {
            return target is not { } asked ? $"The grade{period} is {displayed}."
                : $"{subject} {(value >= asked ? "meets" : "does not meet")} the {Lower(Labels.Target)} of {Short(indicator, asked)}.";
        }

        var band = ((RatingOutcome.Rated)outcome).In;
        if (indicator.Polarity is not (Polarity.Higher or Polarity.Lower) || (target is null && standard.Floor is null))
        {
            return target is { } wanted ? $"{subject}, against a {Lower(Labels.Target)} of {Short(indicator, wanted)}." : $"{subject} is rated {band.Label}.";
        }

        return (band.Standing, standard.Floor, target) switch
        {
            (BandMeaning.Achieved, _, { } met) => Met(indicator, subject, value, met),
            (_, { } floor, _) when value == floor =>
                $"{subject} is on the {labels.Of(Labels.FloorStandard)} of {Short(indicator, floor)}{Aim(indicator, target)}.",
            (BandMeaning.Short, { } floor, { } aim) =>
                $"{subject} is between the {labels.Of(Labels.FloorStandard)} of {Short(indicator, floor)} "
                    + $"and the {Lower(Labels.Target)} of {Short(indicator, aim)}.",
            (BandMeaning.Failing, { } floor, _) =>
                $"{subject} is {Beyond(indicator)} the {labels.Of(Labels.FloorStandard)} of {Short(indicator, floor)}{Aim(indicator, target)}.",
            (_, _, { } aim) when value == aim => $"{subject} is on the {Lower(Labels.Target)} of {Short(indicator, aim)}.",
            (_, _, { } aim) => $"{subject} is {Beyond(indicator)} the {Lower(Labels.Target)} of {Short(indicator, aim)}.",
            _ => $"{subject} is rated {band.Label}.",
        };
    }

    private string Met(Indicator indicator, string subject, decimal value, decimal target) => value == target
        ? $"{subject} is on the {Lower(Labels.Target)} of {Short(indicator, target)}."
        : $"{subject} meets the {Lower(Labels.Target)} of {Short(indicator, target)}.";

    private string Aim(Indicator indicator, decimal? target) => target is { } aim ? $" ({Lower(Labels.Target)} {Short(indicator, aim)})" : string.Empty;

    private static string Beyond(Indicator indicator) => (indicator.Polarity, IsTime(indicator)) switch
    {
        (Polarity.Lower, true) => "longer than",
        (Polarity.Lower, false) => "above",
        (_, true) => "shorter than",
        _ => "below",
    };

    private static bool IsTime(Indicator indicator) => Times.Contains(indicator.Unit.Words, StringComparer.OrdinalIgnoreCase);

    private static string Milestone(RatedIndicator rated)
    {
        var day = rated.AsAt.LastDay;
        var missed = rated.Steps.Where(step => MilestoneRule.StateOn(step, day) == StepState.Missed).ToList();
        if (missed.Count > 0)
        {
            return missed.Count == 1 ? $"The step due on {MonthNames.Long(missed[0].Due)} was missed."
                : $"The steps due on {Phrases.Joined(missed.Select(step => MonthNames.Long(step.Due)))} were missed.";
        }

        return rated.YtdRating is RatingOutcome.Unrated unrated ? $"Not rated: {unrated.Words}." : "Every step due so far was met.";
    }

    private string Activity(RatedIndicator rated)
    {
        if (rated.Latest is null)
        {
            return "No result has been returned.";
        }

        if (rated.Range is not RangeOutcome.Tested tested)
        {
            return $"{Figure(rated.Indicator, rated.Value ?? 0, rated.Displayed)}{When(rated)}.";
        }

        var value = tested.OnYearToDate ? rated.YtdDisplayed : rated.Displayed;
        var period = tested.OnYearToDate ? $" for the {Lower(Labels.YearToDate)}" : When(rated);
        var range = (tested.Lower, tested.Upper) switch
        {
            ({ } lower, { } upper) => $"{FigureText.Cell(rated.Indicator, lower)} to {FigureText.Cell(rated.Indicator, upper)}",
            ({ } lower, null) => $"{FigureText.Cell(rated.Indicator, lower)} or more",
            (null, { } upper) => $"{FigureText.Cell(rated.Indicator, upper)} or less",
            _ => string.Empty,
        };
        return tested.Result switch
        {
            RangeAlert.Within => $"{value}{period} is inside the {Lower(Labels.ExpectedRange)} of {range}.",
            RangeAlert.Above => $"{value}{period} is above the {Lower(Labels.ExpectedRange)} of {range}.",
            RangeAlert.Below => $"{value}{period} is below the {Lower(Labels.ExpectedRange)} of {range}.",
        };
    }

    private string When(RatedIndicator rated) => rated.Latest is { } latest && when is not null ? " " + when(latest) : string.Empty;

    private string Lower(Label label)
    {
        var word = labels.Of(label);
        return word.Length > 1 && char.IsUpper(word[1]) ? word : char.ToLowerInvariant(word[0]) + word[1..];
    }

    /// <summary>The figure with its unit, once in a sentence.</summary>
    private static string Figure(Indicator indicator, decimal value, string displayed) =>
        indicator.Unit.Words.Length == 0 || displayed.Contains(indicator.Unit.Words, StringComparison.OrdinalIgnoreCase)
            ? displayed : FigureText.Full(indicator, value);

    private static string Short(Indicator indicator, decimal figure) =>
        IsTime(indicator) ? FigureText.Full(indicator, figure) : FigureText.Cell(indicator, figure);
}
