using Quarterdeck.Domain.Findings;
using Quarterdeck.Interchange.Tables;

namespace Quarterdeck.Interchange.Packs;

/// <summary>Finds the columns of a table in its header row: in any order and case, with spaces or hyphens for underscores.</summary>
internal static class HeaderReader
{
    public static string Normal(string name) =>
        string.Join('_', name.Trim().ToLowerInvariant().Split([' ', '-', '_', '\u00A0'], StringSplitOptions.RemoveEmptyEntries)) is var words && words.StartsWith("labels.", StringComparison.Ordinal) ? name : words;

    /// <returns>The place of each known column, or null when a required one is missing.</returns>
    public static IReadOnlyDictionary<string, int>? Read(PackTable table, string file, RawRow header, FindingLog log)
    {
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var index = 0; index < header.Cells.Count; index++)
        {
            var name = Normal(header[index].Text);
            if (name.Length == 0)
            {
                continue;
            }

            if (table.Columns.All(known => known.Name != name))
            {
                log.Add(new Finding("unknown-column", Severity.Warning, $"The table has no column '{header[index].Text.Trim()}'; it was not read.", "Check its name. Known columns: " + string.Join(", ", table.Columns.Select(known => known.Name)) + ".") { File = file, Row = header.Number, Column = header[index].Text.Trim() });
            }
            else if (!columns.TryAdd(name, index))
            {
                log.Add(new Finding("duplicate-column", Severity.Error, $"The column '{name}' stands twice.", "Delete or rename one of the two.") { File = file, Row = header.Number, Column = name });
            }
        }

        var missing = table.Columns.Where(column => column.Required && !columns.ContainsKey(column.Name)).Select(column => column.Name).ToList();
        foreach (var name in missing)
        {
            log.Add(new Finding("missing-column", Severity.Error, $"The table has no column '{name}'.", $"Add the column {name}; the header must be the first row that holds anything.") { File = file, Row = header.Number, Column = name, Expected = string.Join(", ", table.Columns.Where(column => column.Required).Select(column => column.Name)) });
        }

        return missing.Count == 0 ? columns : null;
    }
}
