using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Commentary;
using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Ratings;

namespace Quarterdeck.Domain.Checks.Registers;

/// <summary>A figure below its floor standard about which nothing is being done, where the council keeps actions.</summary>
public sealed class ActionMissing() : Check(
    "action-missing",
    Severity.Warning,
    "No action on what fails",
    "A figure beyond its floor standard calls for management to act. Only councils that keep the table actions are told.",
    "Add the action with its owner and day to the table actions, or name the indicator in the refs of one that covers it.")
{
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        if (context.Pack.Actions.Count == 0)
        {
            yield break;
        }

        var acted = context.Pack.Actions.Where(action => action.IsShownIn(context.AsAt)).SelectMany(action => action.Refs)
            .Concat(context.Texts.Where(text => text.Kind == CommentaryKind.Action).SelectMany(text => text.Refs)).ToHashSet();
        foreach (var rated in context.Rated.Where(one => one.IsInForce && IsFailing(one) && !acted.Contains(one.Indicator.Ref)))
        {
            yield return Find($"{rated.Indicator.Title} is {rated.Rating.Band!.Label}, and no action is about it.", rated.Indicator.Ref);
        }
    }

    private static bool IsFailing(RatedIndicator one) => one.Indicator.IsCounted && one.Rating.Band?.Standing == BandMeaning.Failing;
}
