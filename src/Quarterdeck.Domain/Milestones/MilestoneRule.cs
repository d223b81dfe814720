using Quarterdeck.Domain.Ratings;

namespace Quarterdeck.Domain.Milestones;

/// <summary>Rates a milestone from its dated steps (rules: Rating 6).</summary>
public static class MilestoneRule
{
    /// <summary>What had become of a step by a day. A step after that day is due whatever its state; null: past its date and not decided.</summary>
    public static StepState? StateOn(MilestoneStep step, DateOnly asAt)
    {
        if (step.Due > asAt)
        {
            return StepState.Due;
        }

        return step.State is StepState.Met or StepState.Missed ? step.State
            : step.Done is { } done ? done <= step.Due ? StepState.Met : StepState.Missed
            : null;
    }

    public static RatingOutcome Rate(IReadOnlyList<MilestoneStep> steps, DateOnly asAt, RatingScheme scheme)
    {
        var states = steps.Where(step => step.Due <= asAt).Select(step => StateOn(step, asAt)).ToList();
        if (states.Contains(StepState.Missed))
        {
            return Rated(scheme.Bands.FirstOrDefault(band => band.Standing == BandMeaning.Failing) ?? scheme.Bands[^1]);
        }

        if (states.Contains(null))
        {
            return new RatingOutcome.Unrated(NotRated.StepUndecided);
        }

        var met = steps.Count(step => StateOn(step, asAt) == StepState.Met);
        var dated = scheme.Rows.Select((row, index) => (row, index)).Where(pair => pair.row.Rule == BandRule.Date).ToList();
        foreach (var (row, index) in dated)
        {
            if (row.Amount is { } share ? met * 100m >= share * steps.Count && met > 0 : states.Count > 0)
            {
                return Rated(scheme.Bands[index]);
            }
        }

        return states.Count == 0
            ? new RatingOutcome.Unrated(NotRated.NotYetDue)
            : Rated(scheme.Bands.FirstOrDefault(band => band.Standing == BandMeaning.Achieved && band.Code != "blue") ?? scheme.Bands[0]);
    }

    private static RatingOutcome.Rated Rated(Band band) => new(band, RatingSource.Computed);
}
