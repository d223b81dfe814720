using Quarterdeck.Domain.Findings;

namespace Quarterdeck.Domain.Checks.Commentary;

/// <summary>A text cites a figure that is not there.</summary>
public sealed class CitationUnresolved() : Check(
    "citation-unresolved",
    Severity.Error,
    "Commentary cites a figure that is not there",
    "A text may take a figure from the data by reference and period, such as {{CS07 2025-09}}. One that names no indicator, a month without a result or an unknown word gives the reader nothing.",
    "Correct the reference, the month or the word, or supply the result.")
{
    public override IEnumerable<Finding> Run(CheckContext context) =>
        from entry in context.Typed
        from problem in context.Cited.Problems(entry.Text)
        select Find($"{problem.Typed} gives no figure: {problem.Reason}.", entry.Refs.Count > 0 ? entry.Refs[0] : null, "commentary", entry.At, "text", problem.Typed);
}
