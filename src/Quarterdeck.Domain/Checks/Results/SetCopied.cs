using Quarterdeck.Domain.Findings;

namespace Quarterdeck.Domain.Checks.Results;

/// <summary>A whole return that repeats the last one.</summary>
public sealed class SetCopied() : Check(
    "set-copied",
    Severity.Warning,
    "A whole set of figures repeated",
    "Every indicator of an area has the figure it had before. The return of the earlier period was probably sent again.",
    "Ask the area for its figures of this period.")
{
    public override IEnumerable<Finding> Run(CheckContext context) =>
        from set in context.Copied
        let area = context.Pack.Areas.FirstOrDefault(area => area.Code == set.Area)?.Name ?? set.Area
        select Find($"{(area is null ? string.Empty : area + ": ")}the figures of {set.Period.Label} are those of {set.From.Label} for "
            + $"{string.Join(", ", set.Refs)}.") with
        {
            File = "results.csv"
        };
}
