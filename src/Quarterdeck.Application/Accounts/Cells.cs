using System.Globalization;
using Quarterdeck.Application.Store;

namespace Quarterdeck.Application.Accounts;

/// <summary>The cells of a row the desk keeps, read and written.</summary>
internal sealed class Cells(StoredRow row)
{
    private const string DayFormat = "yyyy-MM-dd";

    private readonly IReadOnlyDictionary<string, string> _cells = RowBody.Read(row.Body!);

    /// <summary>Empty where it is blank.</summary>
    public string this[string column] => _cells.GetValueOrDefault(column, string.Empty);

    public string? Text(string column) => _cells.GetValueOrDefault(column);

    public int Number(string column) => int.Parse(_cells.GetValueOrDefault(column, "0"), CultureInfo.InvariantCulture);

    public DateOnly? Day(string column) =>
        _cells.TryGetValue(column, out var text) ? DateOnly.ParseExact(text, DayFormat, CultureInfo.InvariantCulture) : null;

    public static string Of(DateOnly? day) => day?.ToString(DayFormat, CultureInfo.InvariantCulture) ?? string.Empty;

    /// <summary>The row as it is written after the version that was seen.</summary>
    public static RowWrite Write(string table, string key, long seen, params (string Column, string Text)[] cells) => new(
        table,
        key,
        seen,
        0,
        RowBody.Write(cells.Where(cell => cell.Text.Length > 0).ToDictionary(cell => cell.Column, cell => cell.Text, StringComparer.Ordinal)));
}
