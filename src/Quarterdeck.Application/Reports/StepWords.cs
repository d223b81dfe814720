using Quarterdeck.Domain.Milestones;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Ratings;

namespace Quarterdeck.Application.Reports;

/// <summary>The steps of a milestone in the words of its row.</summary>
internal static class StepWords
{
    public static IReadOnlyList<string> Of(RatedIndicator rated) => [.. rated.Steps.Select(step => Of(step, rated.AsAt.LastDay))];

    private static string Of(MilestoneStep step, DateOnly asAt)
    {
        var state = MilestoneRule.StateOn(step, asAt) switch
        {
            StepState.Met => "met",
            StepState.Missed => "not met",
            StepState.Due => "not yet due",
            null => "past due, not yet decided",
        };
        var meeting = step.MeetingOn is { } day ? $" for the meeting of {MonthNames.Long(day)}" : string.Empty;
        return $"{step.Step}: due {MonthNames.Long(step.Due)}{meeting}, {state}";
    }
}
