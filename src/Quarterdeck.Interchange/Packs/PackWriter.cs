using System.Text;
using Quarterdeck.Domain.Packs;

namespace Quarterdeck.Interchange.Packs;

/// <summary>Writes a pack as a folder of CSV: UTF-8, RFC 4180, columns in their fixed order, those no row uses left out.</summary>
public static class PackWriter
{
    /// <summary>The tables that have rows, as file name and content.</summary>
    public static IEnumerable<(string File, byte[] Content)> Files(Pack pack)
    {
        foreach (var table in PackTables.All)
        {
            var rows = table.Write(pack).ToList();
            if (rows.Count > 0 || table.Required)
            {
                yield return (table.Name + ".csv", Encoding.UTF8.GetBytes(Csv(table, rows)));
            }
        }
    }

    /// <summary>Writes the tables into a folder, which is made when it is not there. Files of the same name are replaced.</summary>
    public static void WriteFolder(Pack pack, string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var (file, content) in Files(pack))
        {
            File.WriteAllBytes(Path.Combine(folder, file), content);
        }
    }

    private static string Csv(PackTable table, List<IReadOnlyDictionary<string, string>> rows)
    {
        var used = table.Columns.Where(column => column.Required || rows.Any(row => row.ContainsKey(column.Name))).Select(column => column.Name).ToList();
        var csv = new StringBuilder();
        csv.AppendJoin(',', used).Append('\n');
        foreach (var row in rows)
        {
            csv.AppendJoin(',', used.Select(column => Quoted(row.GetValueOrDefault(column, string.Empty)))).Append('\n');
        }

        return csv.ToString();
    }

    private static string Quoted(string text) =>
        text.AsSpan().IndexOfAny(",\"\n\r") < 0 && text == text.Trim() ? text : "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
