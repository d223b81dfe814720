using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Domain.Checks.Labels;

/// <summary>A report asks for a section that nothing can fill.</summary>
public sealed class SectionUnknown() : Check(
    "section-unknown",
    Severity.Warning,
    "Report asks for an unknown section",
    "A section is either made from the data, or the heading of a text of the round. An unknown section shows nothing, and nobody would notice.",
    "Correct the section's code, or write the text under that heading.")
{
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        var headings = context.Pack.Commentary.Select(entry => entry.Group)
            .OfType<string>()
            .Select(ReportSections.CodeOf)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
            from report in context.Pack.Reports
            from section in report.Sections
            where !ReportSections.Known.ContainsKey(section) && !headings.Contains(ReportSections.CodeOf(section))
            select Find(
                $"The report '{report.Code}' asks for the section '{section}', which is not a section made from the data and not the heading of a text.",
                null, "reports", report.At, "sections", section);
    }
}
