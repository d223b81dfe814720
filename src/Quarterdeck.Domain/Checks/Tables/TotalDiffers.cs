using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Tables;

namespace Quarterdeck.Domain.Checks.Tables;

/// <summary>Parts that do not add up to their total, down the rows or across the columns.</summary>
public sealed class TotalDiffers() : Check(
    "total-differs",
    Severity.Error,
    "Parts and total disagree",
    "The rows add up to 861 and the total says 870. A row is wrong or missing, or the total is wrong. If you give a reason " +
    "in accepted (staff who work in two places are counted once), this becomes a note.",
    "Correct the row or the total, or give the reason in accepted.")
{
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        foreach (var table in context.Pack.Tables.GroupBy(cell => cell.Table))
        {
            var cells = table.ToDictionary(cell => (cell.Row, cell.Column));
            var rows = table.Where(cell => cell.PartOf is not null && cell.Role != TableRole.OfWhich).ToLookup(cell => (Total: cell.PartOf!, cell.Column));
            var columns = table.Where(cell => cell.ColumnPartOf is not null).ToLookup(cell => (cell.Row, Total: cell.ColumnPartOf!));
            foreach (var parts in rows)
            {
                if (cells.TryGetValue((parts.Key.Total, parts.Key.Column), out var total) && Compare(table.Key, total, [.. parts], "rows") is { } finding)
                {
                    yield return finding;
                }
            }

            foreach (var parts in columns)
            {
                if (cells.TryGetValue((parts.Key.Row, parts.Key.Total), out var total) && Compare(table.Key, total, [.. parts], "columns") is { } finding)
                {
                    yield return finding;
                }
            }
        }
    }

    private Finding? Compare(string table, TableCell total, List<TableCell> parts, string along)
    {
        var numbers = parts.Select(cell => cell.Value?.Number).OfType<decimal>().ToList();
        if (total.Value?.Number is not { } whole || numbers.Count == 0 || numbers.Sum() == whole)
        {
            return null;
        }

        var difference = whole - numbers.Sum();
        var places = numbers.Max(number => number.Scale);
        var rounding = places > 0 && Math.Abs(difference) <= Step(places) * numbers.Count / 2;
        var finding = Find(
            $"{table}, {total.Row}, {total.Column}: the total is {FigureText.Plain(whole)}, the {along} add up to {FigureText.Plain(numbers.Sum())}, "
                + $"a difference of {FigureText.Plain(Math.Abs(difference))}.",
            null,
            "tables",
            total.At,
            "value",
            FigureText.Plain(whole));
        return total.Accepted is { } accepted ? finding with { Severity = Severity.Note, Message = $"{finding.Message} Accepted: {accepted}" }
            : rounding ? finding with { Severity = Severity.Note, Message = finding.Message + " Rounding of the parts can explain it." }
            : finding;
    }

    private static decimal Step(int places)
    {
        var step = 1m;
        for (var place = 0; place < places; place++)
        {
            step /= 10;
        }

        return step;
    }
}
