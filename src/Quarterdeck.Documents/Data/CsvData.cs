using System.Text;
using System.Text.RegularExpressions;

namespace Quarterdeck.Documents.Data;

/// <summary>
/// Open data as CSV (RFC 4180): UTF-8, a header row, lines ended by CR LF. Text that a spreadsheet would run as a formula is
/// written behind an apostrophe; numbers, and figures printed as <c>-3.5%</c>, never are.
/// </summary>
public static partial class CsvData
{
    // The last four are the wide forms that East Asian versions of spreadsheets take for the plain ones.
    private const string Triggers = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    /// <summary>For a file that people open: a spreadsheet spoils the pound sign of UTF-8 that does not begin with a byte order mark.</summary>
    public static byte[] WriteFile(IReadOnlyList<DataColumn> columns, IEnumerable<IReadOnlyList<string?>> rows) =>
        [.. Encoding.UTF8.Preamble, .. Write(columns, rows)];

    /// <summary>For programs, without a byte order mark.</summary>
    public static byte[] Write(IReadOnlyList<DataColumn> columns, IEnumerable<IReadOnlyList<string?>> rows)
    {
        var text = new StringBuilder();
        text.AppendJoin(',', columns.Select(column => column.Name)).Append("\r\n");
        foreach (var row in rows)
        {
            text.AppendJoin(',', columns.Zip(row, Cell)).Append("\r\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Cell(DataColumn column, string? cell)
    {
        var words = cell ?? string.Empty;
        if (column.Kind == DataKind.Text && IsFormula(words))
        {
            words = "'" + words;
        }

        return NeedsQuotes(words) ? $"\"{words.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : words;
    }

    /// <summary>A number sign at the start of a line would be a comment to some readers.</summary>
    private static bool NeedsQuotes(string words) =>
        words.AsSpan().IndexOfAny(",\"\r\n") >= 0 || words != words.Trim() || words.StartsWith('#');

    /// <summary>Apostrophes before a sign get one more, so that taking one off always gives back what was written.</summary>
    private static bool IsFormula(string words)
    {
        var bare = words.AsSpan().TrimStart('\'');
        return bare.Length > 0 && Triggers.Contains(bare[0], StringComparison.Ordinal) && !(bare.Length == words.Length && PrintedFigure.IsMatch(words));
    }

    /// <summary>A figure below nothing, with its unit, or a dash alone, the printed nil: nothing in it can be run.</summary>
    [GeneratedRegex(@"\A-(£?[0-9][0-9,]*(\.[0-9]+)?(%|[a-z]{1,2})?)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex PrintedFigure { get; }
}
