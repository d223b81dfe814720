using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Milestones;
using Quarterdeck.Domain.Periods;

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
            StepState.Missed => "missed",
            StepState.Due => "due",
            null => "not yet decided",
        };
        return $"{step.Step} {step.Due.Day} {MonthNames.Short(new Month(step.Due.Year, step.Due.Month))} {state}";
    }
}
