using Quarterdeck.Domain.Findings;

namespace Quarterdeck.Domain.Checks.Labels;

/// <summary>Short and full title that name different things counted.</summary>
public sealed class TitlesCountDifferently() : Check(
    "titles-count-differently",
    Severity.Warning,
    "Short and full title disagree on what is counted",
    "The summary says Percentage, the detail says Number: one of them is wrong.",
    "Make both titles name what the unit says.")
{
    public override IEnumerable<Finding> Run(CheckContext context) =>
        from rated in context.Rated
        let indicator = rated.Indicator
        where !TitleAgainstUnit.Disagrees(indicator) && indicator.ShortTitle is { } brief && Counting.Of(brief) is { } inShort
            && Counting.Of(indicator.Title) is { } inFull && inShort != inFull
        select Find(
            $"The short title begins '{Counting.Of(indicator.ShortTitle!)}', the full title '{Counting.Of(indicator.Title)}': {indicator.Title}.",
            indicator.Ref,
            "indicators",
            indicator.At,
            "title",
            indicator.Title);
}
