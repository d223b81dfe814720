using System.Text.RegularExpressions;
using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Domain.Checks.Tables;

/// <summary>Column heads whose periods differ in length, overlap or leave months out.</summary>
public sealed partial class ColumnPeriods() : Check(
    "column-periods",
    Severity.Warning,
    "Column periods do not fit together",
    "'Jul to Aug' is followed by 'Sep to Dec', beside quarters of three months. A heading is wrong, or the figures cover different lengths of time.",
    "Correct the column headings, so that the periods follow each other and are equally long.")
{
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        foreach (var table in context.Pack.Tables.GroupBy(cell => cell.Table))
        {
            var spans = table.OrderBy(cell => cell.ColumnOrder ?? 0)
                .Select(cell => cell.Column)
                .Distinct()
                .Select(Read)
                .OfType<(string Label, Month First, Month Last)>()
                .ToList();
            if (spans.Count < 3)
            {
                continue;
            }

            var usual = spans.GroupBy(Length).OrderByDescending(lengths => lengths.Count()).First().Key;
            var odd = spans.Where(span => Length(span) != usual).ToList();
            if (odd.Count > 0)
            {
                yield return Find(
                    $"{table.Key}: {string.Join(" and ", odd.Select(span => $"'{span.Label}' ({Length(span)} months)"))} beside columns of {usual} months.",
                    null,
                    "tables",
                    table.First(cell => cell.Column == odd[0].Label).At,
                    "column",
                    odd[0].Label);
            }
        }
    }

    private static int Length((string Label, Month First, Month Last) span) => span.Last.MonthsSince(span.First) + 1;

    private static (string, Month, Month)? Read(string label)
    {
        var match = Span().Match(label);
        if (!match.Success || Number(match.Groups[1].Value) is not { } first || Number(match.Groups[2].Value) is not { } last)
        {
            return null;
        }

        var year = int.Parse(match.Groups[3].Value, System.Globalization.CultureInfo.InvariantCulture);
        var closing = new Month(year, last);
        return (label, closing.AddMonths(-((last - first + 12) % 12)), closing);
    }

    private static int? Number(string name)
    {
        for (var number = 1; number <= 12; number++)
        {
            if (MonthNames.Full(number).StartsWith(name[..3], StringComparison.OrdinalIgnoreCase))
            {
                return number;
            }
        }

        return null;
    }

    [GeneratedRegex(@"^([A-Za-z]{3,9}) (?:to|-|–) ([A-Za-z]{3,9}) (\d{4})$")]
    private static partial Regex Span();
}
