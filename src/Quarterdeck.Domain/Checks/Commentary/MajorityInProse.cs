using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Tables;

namespace Quarterdeck.Domain.Checks.Commentary;

/// <summary>"Most" for less than half.</summary>
public sealed class MajorityInProse() : Check(
    "majority-in-prose",
    Severity.Warning,
    "'Majority' for less than half",
    "The text calls the largest category of a table the majority, but it is less than half of the total.",
    "Say 'the largest group', or give the share.")
{
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        foreach (var table in context.Pack.Tables.GroupBy(cell => cell.Table))
        {
            foreach (var entry in context.Texts.Where(
                entry => string.Equals(entry.Group, table.Key, StringComparison.OrdinalIgnoreCase) || Names(table, entry.Group)))
            {
                if (Prose.Phrase(entry.Text, Prose.Majority()) is { } phrase && Largest(table) is { } largest && largest.Part * 2 < largest.Whole)
                {
                    yield return Find(
                        $"The text says '{phrase.Value}'; the largest row, {largest.Row}, holds {FigureText.Plain(largest.Part)} of "
                            + $"{FigureText.Plain(largest.Whole)} in {largest.Column}.",
                        null,
                        "commentary",
                        entry.At,
                        "text",
                        phrase.Value);
                }
            }
        }
    }

    private static bool Names(IEnumerable<TableCell> table, string? group) =>
        group is not null && table.Any(cell => string.Equals(cell.Title, group, StringComparison.OrdinalIgnoreCase));

    private static (string Row, string Column, decimal Part, decimal Whole)? Largest(IEnumerable<TableCell> table)
    {
        var total = table.LastOrDefault(cell => cell.Role == TableRole.Total && cell.Value?.Number is not null);
        var part = total is null ? null : table.Where(cell => cell.Column == total.Column && cell.Role == TableRole.Detail && cell.Value?.Number is not null)
            .MaxBy(cell => cell.Value!.Value.Number);
        return part is null ? null : (part.Row, part.Column, part.Value!.Value.Number!.Value, total!.Value!.Value.Number!.Value);
    }
}
