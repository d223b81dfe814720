using Quarterdeck.Domain.Figures;
using Quarterdeck.Domain.Findings;

namespace Quarterdeck.Domain.Checks.Results;

/// <summary>No figure for last year, and no word why.</summary>
public sealed class PreviousYearAbsent() : Check(
    "previous-year-absent",
    Severity.Warning,
    "Previous year absent without a reason",
    "The cell for last year's figure is empty or broken (#N/A), and readers do not know why.",
    "Give the reason: new: New in 2025/26, not collected, not applicable.")
{
    public override IEnumerable<Finding> Run(CheckContext context) =>
        from result in context.Pack.Results
        from cell in new[] { (Column: "previous_year", Figure: result.PreviousYear), (Column: "previous_year_ytd", Figure: result.PreviousYearYtd) }
        where cell.Figure is { Marker: Marker.NotAvailable, Words: null }
        select Find(
            $"No figure for the previous year beside {result.Period.Label}, and no reason.",
            result.Ref,
            "results",
            result.At,
            cell.Column,
            cell.Figure.ToString());
}
