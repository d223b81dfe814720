using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Findings;

namespace Quarterdeck.Domain.Checks.Labels;

/// <summary>A short title that says something else, not only less.</summary>
public sealed class ShortTitleDiffers() : Check(
    "short-title-differs",
    Severity.Note,
    "Summary wording differs from the detail",
    "A short title may leave words out. If it uses other words, it can hide a change of definition.",
    "Check that both describe the same thing.")
{
    private static readonly string[] Lead = ["percentage", "number", "of", "the", "a", "total"];

    public override IEnumerable<Finding> Run(CheckContext context) =>
        from rated in context.Rated
        let indicator = rated.Indicator
        where indicator.ShortTitle is { } brief && !IsShortened(brief, indicator.Title) && !IsCopied(context, rated)
        select Find(
            $"Summary: '{indicator.ShortTitle}'. Detail: '{indicator.Title}'.",
            indicator.Ref,
            "indicators",
            indicator.At,
            "short_title",
            indicator.ShortTitle);

    /// <summary>Whether only leading words such as "Percentage of" were left out.</summary>
    private static bool IsShortened(string brief, string title)
    {
        var (left, right) = (Words(brief), Words(title));
        return left.SequenceEqual(right);
    }

    /// <summary>Told as two indicators under one title.</summary>
    private static bool IsCopied(CheckContext context, RatedIndicator rated) =>
        context.Rated.TakeWhile(other => other != rated)
            .Any(other => string.Equals(other.Indicator.SummaryTitle.Trim(), rated.Indicator.SummaryTitle.Trim(), StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> Words(string title) =>
        title.ToLowerInvariant().Split([' ', ',', '.', '-', '–'], StringSplitOptions.RemoveEmptyEntries).SkipWhile(word => Lead.Contains(word));
}
