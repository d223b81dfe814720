using Quarterdeck.Domain.Findings;

namespace Quarterdeck.Domain.Checks.Labels;

/// <summary>A data note copied from an indicator of another unit.</summary>
public sealed class DataNoteAgainstUnit() : Check(
    "data-note-against-unit",
    Severity.Warning,
    "Data note disagrees with the unit",
    "The note says 'Reported as a percentage' and the figure is in days. The note was probably copied from another indicator.",
    "Change the note to fit this indicator.")
{
    public override IEnumerable<Finding> Run(CheckContext context) =>
        from rated in context.Rated
        let indicator = rated.Indicator
        where !indicator.Unit.IsPercent && indicator.DataNote is { } note && note.Contains("percentage", StringComparison.OrdinalIgnoreCase)
        select Find(
            $"The data note speaks of a percentage and the unit is {indicator.Unit.Code}: {indicator.Title}.",
            indicator.Ref,
            "indicators",
            indicator.At,
            "data_note");
}
