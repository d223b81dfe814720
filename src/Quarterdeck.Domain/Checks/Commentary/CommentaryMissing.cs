using Quarterdeck.Domain.Assessment;
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
        var missing = context.Rated.Where(one => one.IsInForce && !explained.Contains(one.Indicator.Ref))
            .Select(rated => (Rated: rated, Why: CommentaryNeeded.Because(rated, Bands(context)))).Where(one => one.Why is not null).ToList();
        if (missing.Count > 1 && explained.Count == 0)
        {
            yield return Find(
                $"The round has no commentary, and {missing.Count} indicators need one: {string.Join(", ", missing.Select(one => one.Rated.Indicator.Ref))}.");
            yield break;
        }

        foreach (var (rated, why) in missing)
        {
            yield return Find($"{rated.Indicator.Title} is {why}, and the round has no commentary on it.", rated.Indicator.Ref);
        }
    }

    /// <summary>The bands that need commentary in some report; empty where a report asks for it on every band short of the target.</summary>
    private static IReadOnlyList<string> Bands(CheckContext context) =>
        context.Pack.Reports.Any(report => report.CommentaryFor.Count == 0) ? [] : [.. context.Pack.Reports.SelectMany(report => report.CommentaryFor)
            .Distinct()];
}
