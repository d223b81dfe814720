using Quarterdeck.Domain.Commentary;
using Quarterdeck.Domain.Findings;

namespace Quarterdeck.Domain.Checks.Commentary;

/// <summary>A text that leans on a period the report does not show.</summary>
public sealed class CommentaryAboutOtherPeriod() : Check(
    "commentary-period-not-shown",
    Severity.Note,
    "Commentary about a period that is not shown",
    "The text is about a month for which no figure is shown, so readers cannot check it.",
    "Add the figure for that period, or say where it can be found.")
{
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        foreach (var entry in context.Texts.Where(entry => entry.Kind == CommentaryKind.Commentary))
        {
            foreach (var reference in entry.Refs.Take(1))
            {
                if (!context.ByRef.TryGetValue(reference, out var rated) || rated.Latest is not { } latest || rated.History.Count == 0)
                {
                    continue;
                }

                var first = rated.History[0].Period.Opening.AddMonths(-12);
                foreach (var (month, words) in Prose.Months(entry.Text)
                    .Where(named => named.Month > latest.Closing || named.Month < first)
                    .DistinctBy(named => named.Month))
                {
                    yield return Find(
                        $"{rated.Indicator.Title}: the text speaks of {words}; the figures {(month > latest.Closing ? "end" : "begin")} in "
                            + $"{(month > latest.Closing ? latest.Label : rated.History[0].Period.Label)}.",
                        reference,
                        "commentary",
                        entry.At,
                        "text",
                        words);
                }
            }
        }
    }
}
