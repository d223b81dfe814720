using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Packs.Cells;
using Quarterdeck.Packs.Columns;
using Quarterdeck.Packs.Findings;

namespace Quarterdeck.Packs.Rows;

/// <summary>
/// Watches how periods are typed in the table of results. <c>2002-03</c> is a month, unless the year 2002/03 was meant: where no
/// other cell shows that months are written so, both readings are named and neither is taken.
/// </summary>
internal sealed class PeriodSpellings(FindingCollector log)
{
    private readonly List<(int Row, string Column, Month Month, IndicatorRef Ref)> _doubtful = [];

    /// <summary>Whether some cell can only be a month, such as <c>2025-10</c>.</summary>
    public bool HasMonths { get; private set; }

    public void See(PeriodLabel.OfMonth label, RowReader row, PackColumn column, IndicatorRef reference)
    {
        if (!label.IsNumbers)
        {
            return;
        }

        if (label.MayBeYear && !HasMonths)
        {
            _doubtful.Add((row.At.Row, column.Name, label.Closing, reference));
        }
        else if (!label.MayBeYear)
        {
            SeeMonth();
        }
    }

    public void SeeMonth()
    {
        HasMonths = true;
        _doubtful.Clear();
    }

    /// <summary>What was seen counts for nothing.</summary>
    public void Forget()
    {
        HasMonths = false;
        _doubtful.Clear();
    }

    /// <summary>Told when the table has been read to its end.</summary>
    public void Tell(string file)
    {
        foreach (var (row, column, month, reference) in HasMonths ? [] : _doubtful)
        {
            var year = $"{month.Year}/{month.Number:D2}";
            log.Add(new Finding(
                "ambiguous-period",
                Severity.Error,
                $"\"{month}\" may be {MonthNames.Long(month)} or the year {year}, and no other period of the table shows which.",
                $"Write {MonthNames.Short(month)} if the month is meant, or {year} if it is the year.")
            {
                File = file,
                Row = row,
                Column = column,
                Value = month.ToString(),
                Expected = $"{MonthNames.Short(month)} or {year}",
                Ref = reference.Value,
            });
        }
    }
}
