using Quarterdeck.Domain.CallIns;
using Quarterdeck.Domain.Commentary;
using Quarterdeck.Domain.Findings;

namespace Quarterdeck.Domain.Checks.Publications;

/// <summary>A called-in indicator that assurance has not dealt with.</summary>
public sealed class CallInOpen() : Check(
    "call-in-open",
    Severity.Warning,
    "Called in, and nothing recorded",
    "Indicators that are Red, or Amber several times in a row, are called in. Each is reviewed, scheduled or waived with a " +
    "reason before publication (rules: Call-in).",
    "Record the assurance team's decision as an assurance note with a state (table commentary).")
{
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        var called = new CallInRule().Of(context.Rated, context.Pack.Commentary, context.Round);
        if (called.Count > 0 && !context.Texts.Any(entry => entry.Kind == CommentaryKind.Assurance))
        {
            yield return Find(
                $"{called.Count} indicators are called in ({string.Join(", ", called.Select(one => one.Ref))}), and the pack records no assurance at all.") with
            {
                Severity = Severity.Note
            };
            yield break;
        }

        foreach (var one in called.Where(one => one.IsOpen))
        {
            yield return Find($"{context.ByRef[one.Ref].Indicator.Title}: {one.Reason}", one.Ref);
        }
    }
}
