using Quarterdeck.Domain.Findings;

namespace Quarterdeck.Domain.Checks.Labels;

/// <summary>One area under two names.</summary>
public sealed class SummaryGroupDiffers() : Check(
    "summary-group-differs",
    Severity.Note,
    "Area called differently in summary and detail",
    "The service area has two names. That may be intended (several areas in one group), or one of them may be a mistake.",
    "Use one name, unless the group merges several areas.")
{
    public override IEnumerable<Finding> Run(CheckContext context) =>
        from area in context.Pack.Areas
        where area.SummaryGroup is { } named && named != area.Name && context.Pack.Areas.Count(other => other.SummaryGroup == named) == 1
        select Find(
            $"The area is called '{area.Name}' and its summary group '{area.SummaryGroup}'.",
            null,
            "areas",
            area.At,
            "summary_group",
            area.SummaryGroup);
}
