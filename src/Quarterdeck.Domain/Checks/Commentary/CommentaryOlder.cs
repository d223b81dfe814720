using Quarterdeck.Domain.Commentary;
using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Domain.Checks.Commentary;

/// <summary>A text written before its figures were known, or about an earlier quarter.</summary>
public sealed class CommentaryOlder() : Check(
    "commentary-older",
    Severity.Warning,
    "Commentary older than its figures",
    "The text was written before the latest period closed, or is about Quarter 2 beside figures for October. It explains figures that are not shown any more.",
    "Ask the author to update the text to the latest period.")
{
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        foreach (var entry in context.Texts.Where(entry => entry.Kind == CommentaryKind.Commentary))
        {
            foreach (var reference in entry.Refs)
            {
                if (!context.ByRef.TryGetValue(reference, out var rated) || rated.Latest is not { } latest)
                {
                    continue;
                }

                if (entry.WrittenOn is { } day && day <= latest.Closing.LastDay)
                {
                    yield return Find(
                        $"{rated.Indicator.Title}: written on {MonthNames.Long(day)}, before {latest.Label} closed.",
                        reference,
                        "commentary",
                        entry.At,
                        "written_on");
                }
                else if (Prose.Quarters(entry.Text).ToList() is { Count: > 0 } quarters && quarters.Max() is var last && last < QuarterOf(latest))
                {
                    yield return Find(
                        $"{rated.Indicator.Title}: the text is about Quarter {last}, and the figures run to {latest.Label}, in Quarter {QuarterOf(latest)}.",
                        reference,
                        "commentary",
                        entry.At,
                        "text");
                }
            }
        }
    }

    private static int QuarterOf(Period period) => (period.MonthsElapsed + 2) / 3;
}
