using Quarterdeck.Domain.Findings;

namespace Quarterdeck.Domain.Checks.Labels;

/// <summary>Two indicators a reader cannot tell apart.</summary>
public sealed class SameTitle() : Check(
    "same-title",
    Severity.Warning,
    "Two indicators under one title",
    "Two lines of a summary have the same words. One of them was probably copied and not changed.",
    "Change one of the two, so that readers can tell them apart.")
{
    public override IEnumerable<Finding> Run(CheckContext context) =>
        from rated in context.Rated
        group rated by rated.Indicator.SummaryTitle.Trim().ToUpperInvariant() into same
        where same.Count() > 1
        let last = same.Last().Indicator
        select Find(
            $"{string.Join(" and ", same.Select(one => one.Indicator.Ref))} are both called '{last.SummaryTitle}' in the summary.",
            last.Ref,
            "indicators",
            last.At,
            last.ShortTitle is null ? "title" : "short_title",
            last.SummaryTitle);
}
