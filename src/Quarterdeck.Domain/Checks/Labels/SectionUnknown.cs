using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Domain.Checks.Labels;

/// <summary>A report asks for a section that nothing can fill.</summary>
public sealed class SectionUnknown() : Check(
    "section-unknown",
    Severity.Warning,
    "Report asks for a section there is no such thing as",
    "A section of a report is one that is made from the data, or the heading of a text of the round. One that is neither shows nothing, and nobody would notice that it is missing.",
    "Correct the section's code, or write the text under that heading.")
{
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        var headings = context.Pack.Commentary.Select(entry => entry.Group).OfType<string>().Select(ReportSections.CodeOf).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
            from report in context.Pack.Reports
            from section in report.Sections
            where !ReportSections.Known.ContainsKey(section) && !headings.Contains(ReportSections.CodeOf(section))
            select Find($"The report '{report.Code}' asks for the section '{section}', which is none of those made from the data and no text's heading.", null, "reports", report.At, "sections", section);
    }
}
