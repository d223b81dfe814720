using System.Globalization;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Packs.Cells;
using Quarterdeck.Packs.Columns;
using Quarterdeck.Packs.Schemas;

namespace Quarterdeck.Packs.Writing;

/// <summary>
/// Periods as files hold them. A month that reads as a year, such as <c>2002-03</c>, is written as its last day where the reader would
/// take it for the year: of yearly indicators, and in a table that shows no other month.
/// </summary>
internal sealed class WrittenPeriods
{
    private readonly PackTable _table;
    private readonly int _ref;
    private readonly HashSet<string> _yearly;
    private readonly bool _hasMonths;

    public WrittenPeriods(PackTable table, Pack pack)
    {
        _table = table;
        _ref = table.Columns.ToList().FindIndex(column => column.Name == "ref");
        _yearly = [.. pack.Indicators.Where(indicator => CalendarOf(indicator).Frequency == Frequency.Year).Select(indicator => indicator.Ref.Value)];
        _hasMonths = table.Write(pack)
            .Any(row => row.Index().Any(cell => IsPeriod(cell.Index) && Month.TryParse(cell.Item, out var month) && !PeriodText.NamesYear(month)));
    }

    /// <summary>The cell of a row as it is written.</summary>
    public string? Cell(string?[] row, int place) =>
        IsPeriod(place) && Month.TryParse(row[place], out var month) && PeriodText.NamesYear(month)
            && (!_hasMonths || (_ref >= 0 && row[_ref] is { } reference && _yearly.Contains(reference)))
            ? month.LastDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : row[place];

    private PeriodCalendar CalendarOf(Indicator indicator) => _table == PackDescription.Results ? indicator.ResultCalendar : indicator.Calendar;

    /// <summary>A comparator's period is printed as it was typed, so it is kept so.</summary>
    private bool IsPeriod(int place) => _table.Columns[place].Type == ColumnType.Period && _table != PackDescription.Comparators;
}
