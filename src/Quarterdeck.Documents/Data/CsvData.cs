using System.Text;

namespace Quarterdeck.Documents.Data;

/// <summary>
/// Open data as CSV (RFC 4180): UTF-8 without a byte order mark, a header row, lines ended by CR LF. Words that a spreadsheet
/// would run as a formula are written behind an apostrophe; numbers never are.
/// </summary>
public static class CsvData
{
    public static byte[] Write(IReadOnlyList<DataColumn> columns, IEnumerable<IReadOnlyList<string?>> rows)
    {
        var text = new StringBuilder();
        Line(text, columns.Select(column => column.Name));
        foreach (var row in rows)
        {
            Line(text, row);
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Line(StringBuilder text, IEnumerable<string?> cells)
    {
        text.AppendJoin(',', cells.Select(Cell)).Append("\r\n");
    }

    private static string Cell(string? cell)
    {
        var words = cell ?? string.Empty;
        if (IsFormula(words))
        {
            words = "'" + words;
        }

        return words.AsSpan().IndexOfAny(",\"\r\n") >= 0 || words != words.Trim() ? $"\"{words.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : words;
    }

    /// <summary>A minus before a digit starts a number, and a minus alone is a printed nil.</summary>
    private static bool IsFormula(string words) => words switch
    {
        ['=' or '+' or '@' or '\t' or '\r', ..] => true,
        ['-', var next, ..] => !char.IsAsciiDigit(next),
        _ => false,
    };
}
