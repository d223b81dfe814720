using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Packs.Cells;
using Quarterdeck.Packs.Columns;
using Quarterdeck.Packs.Findings;
using Quarterdeck.Packs.Tables;

namespace Quarterdeck.Packs.Rows;

/// <summary>The header of a table as found: where each described column stands, and what else is there.</summary>
internal sealed class Header
{
    private readonly Dictionary<PackColumn, int> _places = [];
    private readonly Dictionary<int, string> _unknown = [];

    private readonly HashSet<int> _told = [];
    private readonly bool[] _isNamed;

    private Header(int width)
    {
        Width = width;
        _isNamed = new bool[width];
    }

    /// <summary>How many columns the header has, unnamed ones at the end included.</summary>
    public int Width { get; }

    public bool IsComplete { get; private set; } = true;

    /// <summary>Where the column stands, from 0; -1 when the table does not have it.</summary>
    public int PlaceOf(PackColumn column) => _places.GetValueOrDefault(column, -1);

    /// <summary>Whether the place from 0 has any name, known or not.</summary>
    public bool IsNamed(int place) => place < Width && _isNamed[place];

    /// <summary>Whether a cell of a header names the column.</summary>
    public static bool IsNamed(RawCell cell, PackColumn column) => Named(TrimmedText.Trimmed(cell.Text)) == column.Name;

    public static Header Read(RawRow row, RawTable table, string tableName, IReadOnlyList<PackColumn> columns, PackReadContext pack)
    {
        var log = pack.Log;
        var header = new Header(row.Cells.Count);
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var place = 0; place < row.Cells.Count; place++)
        {
            var typed = TrimmedText.Trimmed(row[place].Text);
            var name = Named(typed);
            if (name.Length == 0)
            {
                continue;
            }

            header._isNamed[place] = true;
            if (!found.TryAdd(name, place))
            {
                header.IsComplete = false;
                log.Add(new Finding(
                    "duplicate-column",
                    Severity.Error,
                    $"Two columns are named {name}: the {Ordinal(found[name])} and the {Ordinal(place)}.",
                    "Keep one of them, or give the other its own name.")
                {
                    File = table.File,
                    Row = row.Number,
                    Column = name,
                    Value = typed,
                    Expected = "each column once",
                });
            }
            else if (columns.FirstOrDefault(column => column.Name == name) is { } column)
            {
                header._places[column] = place;
            }
            else
            {
                header._unknown[place] = typed;
            }
        }

        if (header.TellWide(row, table, tableName, columns, pack))
        {
            header.IsComplete = false;
            return header;
        }

        header.TellMissing(row, table, columns, log);
        header.TellUnknown(row, table, tableName, columns, log);
        return header;
    }

    /// <summary>Tells of a table that lies across: a column for each period, or one for each indicator. One finding says how it has to be.</summary>
    private bool TellWide(RawRow row, RawTable table, string tableName, IReadOnlyList<PackColumn> columns, PackReadContext pack)
    {
        var ofPeriods = columns.FirstOrDefault(column => column.Type == ColumnType.Period && column.IsRequired);
        var ofRefs = columns.FirstOrDefault(column => column.Name == "ref");
        var figure = columns.FirstOrDefault(column => column.Type is ColumnType.Figure or ColumnType.Number);
        if (ofPeriods is null || ofRefs is null || figure is null)
        {
            return false;
        }

        var periods = PlaceOf(ofPeriods) >= 0 ? [] : _unknown.Values.Where(name => PeriodText.TryRead(name, out _) is not null).ToList();
        var refs = PlaceOf(ofRefs) >= 0 ? [] : _unknown.Values
            .Where(name => IndicatorRef.IsValid(name) && pack.Versions(new IndicatorRef(name)).Count > 0).ToList();
        var across = periods.Count > 1 ? periods : refs;
        if (periods.Count < 2 && refs.Count == 0)
        {
            return false;
        }

        var isByPeriod = across == periods;
        var example = isByPeriod ? $"K1, {periods[0]} and its figure" : $"{refs[0]}, 2025-04 and its figure";
        pack.Log.Add(new Finding(
            "wide-table",
            Severity.Error,
            $"The table {tableName} has a column for each {(isByPeriod ? "period" : "indicator")}: "
                + $"{string.Join(", ", across.Take(4))}{(across.Count > 4 ? " and more" : string.Empty)}. "
                + "It needs a row for each indicator and period; nothing was read.",
            $"Run quarterdeck adopt on this file: it makes the rows. By hand, make three columns, {ofRefs.Name}, {ofPeriods.Name} and {figure.Name}, "
                + $"and a row for each figure: {example}.")
        {
            File = table.File,
            Row = row.Number,
            Value = string.Join(", ", across.Take(4)),
            Expected = $"{ofRefs.Name}, {ofPeriods.Name}, {figure.Name}",
        });
        return true;
    }

    private void TellUnknown(RawRow row, RawTable table, string tableName, IReadOnlyList<PackColumn> columns, FindingCollector log)
    {
        foreach (var (place, typed) in _unknown.Where(each => !_told.Contains(each.Key)))
        {
            var likely = Likely(typed, columns.Where(column => PlaceOf(column) < 0));
            log.Add(new Finding(
                "unknown-column",
                Severity.Warning,
                $"The table {tableName} has no column \"{typed}\"; it was left out.",
                likely is null
                    ? "Nothing to do if it is only for you. If it is one of the columns under another name, give it that name."
                    : $"Rename it {likely.Name} if that is what it is.")
            {
                File = table.File,
                Row = row.Number,
                Cell = table.IsDelimited ? null : CellName.Of(place, row.Number),
                Column = typed,
                Value = $"column {place + 1}",
                Expected = string.Join(", ", columns.Select(column => column.Name)),
            });
        }
    }

    private void TellMissing(RawRow row, RawTable table, IReadOnlyList<PackColumn> columns, FindingCollector log)
    {
        foreach (var column in columns.Where(column => (column.IsRequired || column.IsExpected) && PlaceOf(column) < 0))
        {
            IsComplete = false;
            var likely = _unknown.Where(each => !_told.Contains(each.Key) && Likely(each.Value, [column]) is not null)
                .Select(each => (int?)each.Key).FirstOrDefault();
            if (likely is { } place)
            {
                _told.Add(place);
            }

            var instead = likely is null ? string.Empty : $" \"{_unknown[likely.Value]}\" is probably it.";
            log.Add(new Finding(
                "missing-column",
                Severity.Error,
                $"The column {column.Name} is missing.{instead} The rows were not read.",
                likely is null
                    ? $"Add a column named {column.Name} to the header. {column.Description}"
                    : $"Rename \"{_unknown[likely.Value]}\" to {column.Name}.")
            {
                File = table.File,
                Row = row.Number,
                Cell = table.IsDelimited || likely is null ? null : CellName.Of(likely.Value, row.Number),
                Column = column.Name,
                Value = likely is null ? null : _unknown[likely.Value],
                Expected = string.Join(", ", columns.Where(each => each.IsRequired || each.IsExpected).Select(each => each.Name)),
            });
        }
    }

    /// <summary>The column a heading probably is: one councils call so, else one that is spelled alike.</summary>
    private static PackColumn? Likely(string typed, IEnumerable<PackColumn> columns)
    {
        var open = columns.ToList();
        return open.Find(column => HeadingWords.Means(typed, column.Name))
            ?? (Spelling.Nearest(Named(typed), open.Select(column => column.Name)) is { } near ? open.Find(column => column.Name == near) : null);
    }

    private static string Named(string typed) => typed.ToLowerInvariant().Replace(' ', '_').Replace('-', '_').Replace('\n', '_');

    private static string Ordinal(int place) => (place + 1) switch
    {
        1 => "first",
        2 => "second",
        3 => "third",
        var number => $"{number}th",
    };
}
