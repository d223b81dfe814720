using Quarterdeck.Domain.Milestones;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Ratings;

namespace Quarterdeck.Domain.Assessment;

/// <summary>Why a milestone is rated as it is, step by step.</summary>
internal static class MilestoneWords
{
    public static string Why(RatedIndicator rated, RatingScheme scheme)
    {
        var day = rated.AsAt.LastDay;
        var steps = string.Join("; ", rated.Steps.Select(step => StepText(step, day)));
        var date = MonthNames.Long(day);
        return rated.YtdRating switch
        {
            RatingOutcome.Rated { In: { } band } => $"{band.Label} at {date}, because {Reason(rated, scheme, day, band)}: {steps}",
            RatingOutcome.Unrated { Reason: NotRated.NotYetDue } => $"Not rated at {date}, because no step is due yet: {steps}",
            RatingOutcome.Unrated { Reason: NotRated.StepUndecided } =>
                $"Not rated at {date}, because nobody has said whether a step past due was met: {steps}",
            _ => $"Not rated at {date}: no steps are set",
        };
    }

    /// <summary>A step in words: <c>Draft due 30 June 2025, met</c>.</summary>
    public static string StepText(MilestoneStep step, DateOnly asAt)
    {
        var state = MilestoneRule.StateOn(step, asAt) switch
        {
            StepState.Met => "met",
            StepState.Missed => "missed",
            StepState.Due => "not yet due",
            null => "past due, not yet decided",
        };
        return $"{Explanation.Tidy(step.Step)} due {MonthNames.Long(step.Due)}, {state}";
    }

    private static string Reason(RatedIndicator rated, RatingScheme scheme, DateOnly day, Band band)
    {
        if (rated.Steps.Any(step => MilestoneRule.StateOn(step, day) == StepState.Missed))
        {
            return "a step was missed";
        }

        return scheme.Rows[band.Order] is not { Rule: BandRule.Date, Amount: { } share } ? "every step due so far was met"
            : share >= 100 ? "every step was met" : $"at least {Indicators.FigureText.Plain(share)}% of the steps were met";
    }
}
