using System.Text;

/// <summary>One row of a table; a column it does not have is blank.</summary>
sealed class Row : Dictionary<string, string>
{
    public new string this[string column]
    {
        get => GetValueOrDefault(this, column);
        set => base[column] = value;
    }

    public string Key(string columns) => string.Join(", ", columns.Split(',').Select(c => this[c]));

    /// <summary>Lays the filled cells of <paramref name="over"/> over this row's, all but those in <paramref name="not"/>; <c>-</c> empties a cell.</summary>
    public void Lay(Row over, string not)
    {
        foreach (var (column, text) in over.Where(c => c.Value.Length > 0 && !not.Split(',').Contains(c.Key)))
        {
            this[column] = text == "-" ? "" : text;
        }
    }

    static string GetValueOrDefault(Row row, string column) => row.TryGetValue(column, out var text) ? text : "";
}

/// <summary>RFC 4180 with LF line ends and UTF-8 without a byte order mark.</summary>
static class Csv
{
    public static List<Row> Read(string folder, string file)
    {
        var records = Records(File.ReadAllText(Path.Combine(folder, file)).ReplaceLineEndings("\n"));
        return [.. records.Skip(1).Select(record =>
        {
            var row = new Row();
            foreach (var (column, text) in records[0].Zip(record))
            {
                row[column] = text;
            }

            return row;
        })];
    }

    static List<List<string>> Records(string text)
    {
        List<List<string>> records = [[]];
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '"' when quoted && i + 1 < text.Length && text[i + 1] == '"': field.Append('"'); i++; break;
                case '"': quoted = !quoted; break;
                case ',' or '\n' when !quoted:
                    records[^1].Add(field.ToString());
                    field.Clear();
                    if (text[i] == '\n')
                    {
                        records.Add([]);
                    }

                    break;
                default: field.Append(text[i]); break;
            }
        }

        return [.. records.Where(r => r.Count > 0)];
    }

    /// <summary>Writes the columns that any row fills, in the order given.</summary>
    public static void Write(string file, string[] columns, List<Row> rows)
    {
        var used = columns.Where(c => rows.Any(r => r[c].Length > 0)).ToArray();
        var lines = rows.Select(r => used.Select(c => r[c])).Prepend(used).Select(l => string.Join(',', l.Select(Quoted)) + "\n");
        File.WriteAllText(file, string.Concat(lines), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }

    static string Quoted(string text) =>
        text.AsSpan().IndexOfAny(",\"\n") >= 0 || text.Trim() != text ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
