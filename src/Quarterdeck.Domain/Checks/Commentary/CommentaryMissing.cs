using Quarterdeck.Domain.Commentary;
using Quarterdeck.Domain.Findings;

namespace Quarterdeck.Domain.Checks.Commentary;

/// <summary>A Red, Amber or out-of-range figure without an explanation.</summary>
public sealed class CommentaryMissing() : Check(
    "commentary-missing",
    Severity.Warning,
    "Commentary missing where required",
    "Members need an explanation of Red and Amber ratings, for the latest period or the year to date, and of activity outside its range (rules: Call-in).",
    "Write a commentary for the round, or name the indicator in the refs of one that covers it.")
{
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        var explained = context.Texts.Where(entry => entry.Kind is CommentaryKind.Commentary or CommentaryKind.Highlight)
            .SelectMany(entry => entry.Refs)
            .ToHashSet();
        foreach (var rated in context.Rated.Where(one => !explained.Contains(one.Indicator.Ref)))
        {
            if (CommentaryNeeded.Because(rated, []) is { } why)
            {
                yield return Find($"{rated.Indicator.Title} is {why}, and the round has no commentary on it.", rated.Indicator.Ref);
            }
        }
    }
}
