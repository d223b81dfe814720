using System.Text;
using Quarterdeck.Packs.Cells;
using Quarterdeck.Packs.Columns;

namespace Quarterdeck.Packs.Csv;

/// <summary>Rows as CSV: RFC 4180 with line feeds, quotation marks only where they are needed.</summary>
internal static class CsvText
{
    public static void AppendRow(StringBuilder csv, IEnumerable<string> cells) =>
        csv.AppendJoin(',', cells.Select(Quoted)).Append('\n');

    /// <summary>A cell as written: words made inert, figures and codes as they are.</summary>
    public static string Cell(PackColumn column, string? value) =>
        value is null ? string.Empty
        : column.Type is ColumnType.Text or ColumnType.Code or ColumnType.Codes or ColumnType.Word ? FormulaInjectionGuard.Write(value)
        : column.Type is ColumnType.Figure or ColumnType.Period && !IsPlain(value) ? FormulaInjectionGuard.Write(value)
        : value;

    /// <summary>A number, which a spreadsheet may read as one even when it begins with a minus.</summary>
    private static bool IsPlain(string value) =>
        value.TrimStart('-') is { Length: > 0 } digits && digits.All(letter => char.IsAsciiDigit(letter) || letter is '.' or '-');

    private static string Quoted(string text) =>
        text.AsSpan().IndexOfAny(",\"\n\r") < 0 ? text : "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
