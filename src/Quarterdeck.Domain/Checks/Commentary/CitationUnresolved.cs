using Quarterdeck.Domain.Findings;

namespace Quarterdeck.Domain.Checks.Commentary;

/// <summary>A text cites a figure that is not there.</summary>
public sealed class CitationUnresolved() : Check(
    "citation-unresolved",
    Severity.Error,
    "Commentary cites a figure that is not there",
    "A text may cite a figure by reference and period, such as {{CS07 2025-09}}. If the indicator, the result or the word " +
    "does not exist, readers see nothing there.",
    "Correct the reference, the month or the word, or add the result.")
{
    public override IEnumerable<Finding> Run(CheckContext context) =>
        from entry in context.Typed
        from problem in context.Cited.Problems(entry.Text)
        select Find(
            $"{problem.Typed} gives no figure: {problem.Reason}.",
            entry.Refs.Count > 0 ? entry.Refs[0] : null,
            "commentary",
            entry.At,
            "text",
            problem.Typed);
}
