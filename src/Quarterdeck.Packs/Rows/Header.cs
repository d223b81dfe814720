using Quarterdeck.Domain.Findings;
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

    public static Header Read(RawRow row, RawTable table, string tableName, IReadOnlyList<PackColumn> columns, FindingCollector log)
    {
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

        header.TellUnknown(row, table, tableName, columns, log);
        header.TellMissing(row, table, tableName, columns, log);
        return header;
    }

    private void TellUnknown(RawRow row, RawTable table, string tableName, IReadOnlyList<PackColumn> columns, FindingCollector log)
    {
        foreach (var (place, typed) in _unknown)
        {
            var likely = Spelling.Nearest(Named(typed), columns.Where(column => PlaceOf(column) < 0).Select(column => column.Name));
            log.Add(new Finding(
                "unknown-column",
                Severity.Warning,
                $"The table {tableName} has no column \"{typed}\"; it was left out.",
                likely is null ? "Rename it, or remove it if it is only for you." : $"Rename it {likely} if that is what it is.")
            {
                File = table.File,
                Row = row.Number,
                Column = typed,
                Value = $"column {place + 1}",
                Expected = string.Join(", ", columns.Select(column => column.Name)),
            });
        }
    }

    private void TellMissing(RawRow row, RawTable table, string tableName, IReadOnlyList<PackColumn> columns, FindingCollector log)
    {
        foreach (var column in columns.Where(column => (column.IsRequired || column.IsExpected) && PlaceOf(column) < 0))
        {
            IsComplete = false;
            var likely = Spelling.Nearest(column.Name, _unknown.Values.Select(Named));
            var instead = likely is null ? string.Empty : $" There is one named {likely}.";
            log.Add(new Finding(
                "missing-column",
                Severity.Error,
                $"The column {column.Name} is missing.{instead} The rows were not read.",
                $"Add a column named {column.Name} to the first row. {column.Description}")
            {
                File = table.File,
                Row = row.Number,
                Column = column.Name,
                Expected = string.Join(", ", columns.Where(each => each.IsRequired || each.IsExpected).Select(each => each.Name)),
            });
        }
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
