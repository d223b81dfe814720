using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Milestones;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Ranges;
using Quarterdeck.Domain.Results;
using Quarterdeck.Domain.Targets;

namespace Quarterdeck.Domain.Ratings;

/// <summary>The one sentence that says why a rating, an alert or the absence of one is what it is.</summary>
internal static class Explanation
{
    public static string Of(RatedIndicator rated, RatingScheme scheme)
    {
        var indicator = rated.Indicator;
        var clauses = new List<string>();
        if (indicator.Kind == IndicatorKind.Milestone)
        {
            clauses.Add(Milestone(rated));
        }
        else if (indicator.IsRated)
        {
            clauses.Add(Latest(rated, scheme));
            clauses.AddRange(YearToDateClause(rated, scheme));
        }
        else
        {
            clauses.Add(Activity(rated));
        }

        if (rated.Stale && rated.Latest is { } latest)
        {
            clauses.Add($"stale, because {latest.Next.Label} has closed without a result");
        }

        if (indicator.Source is { } source)
        {
            clauses.Add("source: " + source.TrimEnd('.'));
        }

        return string.Join("; ", clauses) + ".";
    }

    /// <summary>A milestone step in words: <c>Draft due 30 June 2025, met</c>.</summary>
    public static string StepText(MilestoneStep step, DateOnly asAt)
    {
        var state = MilestoneRule.StateOn(step, asAt) switch
        {
            StepState.Met => "met",
            StepState.Missed => "missed",
            StepState.Due => "not yet due",
            null => "past due, not yet decided",
        };
        return $"{step.Step} due {MonthNames.Long(step.Due)}, {state}";
    }

    private static string Latest(RatedIndicator rated, RatingScheme scheme)
    {
        if (rated.Latest is not { } period)
        {
            return "Not rated: no result has been returned";
        }

        if (rated.Rating is RatingOutcome.Unrated { Reason: NotRated.Marker } marked)
        {
            var last = rated.LastNumber is { } number ? $", last {number.Displayed} in {number.Period.Label}" : string.Empty;
            var words = rated.Displayed.Length > 0 && !string.Equals(rated.Displayed, marked.Words, StringComparison.OrdinalIgnoreCase)
                ? $"{marked.Words} ({rated.Displayed})" : marked.Words;
            return $"Not rated for {period.Label}: {words}{last}";
        }

        return Judged(rated.Indicator, rated.Rating, rated.Displayed, period.Label, rated.Standard, scheme, withGood: true);
    }

    private static IEnumerable<string> YearToDateClause(RatedIndicator rated, RatingScheme scheme)
    {
        switch (rated.Ytd)
        {
            case YearToDate.Known known:
                var span = $"the year to date ({MonthNames.Full(known.From.Number)} to {MonthNames.Long(known.To)}{(known.Supplied ? ", as supplied" : string.Empty)})";
                yield return Judged(rated.Indicator, rated.YtdRating, rated.YtdDisplayed, span, rated.YtdStandard, scheme, withGood: false);
                break;
            case YearToDate.NotComputed missing when rated.Latest is not null:
                yield return "the year to date is not computed: " + missing.Reason;
                break;
        }
    }

    private static string Judged(
        Indicator indicator, RatingOutcome outcome, string value, string period, Standard standard, RatingScheme scheme, bool withGood)
    {
        var good = withGood ? Good(indicator) : string.Empty;
        return outcome switch
        {
            RatingOutcome.Rated { Source: RatingSource.Carried } carried =>
                $"{carried.In.Label} for {period} as published, not computed: {value} {Shortfall(indicator, standard)}{good}",
            RatingOutcome.Rated rated =>
                $"{rated.In.Label} for {period}: {value} {BandWords.Why(scheme.Rows[rated.In.Order], indicator, standard, scheme)}{good}",
            RatingOutcome.Unrated { Reason: NotRated.NoFloor } =>
                $"Not rated for {period}: {value} {Shortfall(indicator, standard)}{good}",
            RatingOutcome.Unrated unrated => $"Not rated for {period} ({value}): {unrated.Words}",
            _ => throw new InvalidOperationException("An outcome is rated or unrated."),
        };
    }

    private static string Shortfall(Indicator indicator, Standard standard) => standard.Target is { } target
        ? $"does not achieve the target of {FigureText.Full(indicator, target)}, and no floor standard is held to tell how serious that is"
        : "has no target to be held against";

    private static string Good(Indicator indicator) => indicator.Polarity switch
    {
        Polarity.Higher => ", where higher is better",
        Polarity.Lower => ", where lower is better",
        Polarity.OnTarget => ", where closest to the target is best",
        Polarity.Range or Polarity.Neutral => string.Empty,
    };

    private static string Milestone(RatedIndicator rated)
    {
        var steps = string.Join("; ", rated.Steps.Select(step => StepText(step, rated.AsAt.LastDay)));
        var day = MonthNames.Long(rated.AsAt.LastDay);
        return rated.YtdRating switch
        {
            RatingOutcome.Rated { In: { Standing: Standing.Failing } band } => $"{band.Label} at {day}, because a step was missed: {steps}",
            RatingOutcome.Rated { In: { } band } => $"{band.Label} at {day}, because every step due so far was met: {steps}",
            RatingOutcome.Unrated { Reason: NotRated.NotYetDue } => $"Not rated at {day}, because no step is due yet: {steps}",
            RatingOutcome.Unrated { Reason: NotRated.StepUndecided } => $"Not rated at {day}, because nobody has said whether a step past due was met: {steps}",
            _ => $"Not rated at {day}: no steps are set",
        };
    }

    private static string Activity(RatedIndicator rated)
    {
        if (rated.Latest is not { } period)
        {
            return "No result has been returned";
        }

        switch (rated.Range)
        {
            case RangeOutcome.Tested tested:
                var value = tested.OnYearToDate ? rated.YtdDisplayed : rated.Displayed;
                var when = tested.OnYearToDate ? $"the year to {MonthNames.Long(period.Closing)}" : period.Label;
                return $"{RangeOutcome.Word(tested.Result)} for {when}: {value} is {BandWords.Lies(tested, rated.Indicator)}";
            case RangeOutcome.Untested { Reason: "no expected range" }:
                return $"{(rated.Displayed.Length == 0 ? "Nothing" : rated.Displayed)} for {period.Label}; no expected range is set, so the figure is for context";
            default:
                return $"{rated.Displayed} for {period.Label}; not tested against the expected range: {((RangeOutcome.Untested)rated.Range).Reason}";
        }
    }
}
