using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Indicators;

namespace Quarterdeck.Domain.Checks.Labels;

/// <summary>A title that contradicts the unit.</summary>
public sealed class TitleAgainstUnit() : Check(
    "title-against-unit",
    Severity.Warning,
    "Unit and title disagree",
    "The title says 'Number of young people' and the unit is per cent. Readers and analysts will understand different things.",
    "Correct the title or the unit.")
{
    public override IEnumerable<Finding> Run(CheckContext context) =>
        from rated in context.Rated
        let indicator = rated.Indicator
        where Disagrees(indicator)
        select Find(
            $"The title begins '{Counting.Of(indicator.Title)}' and the unit is {indicator.Unit.Code}: {indicator.Title}.",
            indicator.Ref,
            "indicators",
            indicator.At,
            "unit",
            indicator.Unit.Code);

    public static bool Disagrees(Indicator indicator)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        return Counting.Of(indicator.Title) is { } counted
            && ((counted == "Percentage" && !indicator.Unit.IsPercent) || (counted == "Number" && indicator.Unit.IsPercent));
    }
}
