using Quarterdeck.Domain.Findings;

namespace Quarterdeck.Domain.Checks.Labels;

/// <summary>One area under two names.</summary>
public sealed class SummaryGroupDiffers() : Check(
    "summary-group-differs",
    Severity.Note,
    "Area called differently in summary and detail",
    "The same service area under two names may be meant (several areas merged into one group), or a slip in one of them.",
    "Use one name, unless the group merges several areas.")
{
    public override IEnumerable<Finding> Run(CheckContext context) =>
        from area in context.Pack.Areas
        where area.SummaryGroup is { } named && named != area.Name && context.Pack.Areas.Count(other => other.SummaryGroup == named) == 1
        select Find($"The area is called '{area.Name}' and its summary group '{area.SummaryGroup}'.", null, "areas", area.At, "summary_group", area.SummaryGroup);
}
