using System.Globalization;
using Quarterdeck.Packs.Csv;

namespace Quarterdeck.Cli.Statistics;

/// <summary>What is wrong with a file of figures, in a sentence: where, what, and how to mend it.</summary>
internal sealed class InputFileException(string message) : IOException(message);

/// <summary>The CSV files <c>quarterdeck statistics</c> reads.</summary>
internal sealed class InputFolder(string directory)
{
    public PlainTable Table(string file, params string[] required)
    {
        var path = Path.Combine(directory, file);
        if (!File.Exists(path))
        {
            throw new InputFileException($"There is no file '{path}'. It is a CSV with the columns {string.Join(", ", required)}.");
        }

        var table = PlainTable.Read(path);
        return required.FirstOrDefault(column => !table.Has(column)) is { } missing
            ? throw new InputFileException($"{file} has no column '{missing}'. It needs the columns {string.Join(", ", required)}.")
            : table;
    }

    public bool Has(string file) => File.Exists(Path.Combine(directory, file));

    public static decimal? Number(PlainRow row, string column) =>
        row[column] is not { Length: > 0 } text ? null
        : decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
        : throw Wrong(row, column, "a number, with a full stop before decimals and nothing between thousands");

    public static decimal Needed(PlainRow row, string column) =>
        Number(row, column) ?? throw Wrong(row, column, "a number: it may not be empty");

    public static int Whole(PlainRow row, string column, int least) =>
        int.TryParse(row[column], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least ? number
        : throw Wrong(row, column, $"a whole number, {least.ToString(CultureInfo.InvariantCulture)} or more");

    public static DateOnly Date(PlainRow row, string column) => Date(row, column, row[column]);

    public static DateOnly Date(PlainRow row, string column, string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date
        : throw Wrong(row, column, "a date, as 2025-10-01");

    public static T OneOf<T>(PlainRow row, string column, IReadOnlyDictionary<string, T> words) =>
        words.TryGetValue(row[column], out var meant) ? meant : throw Wrong(row, column, string.Join(" or ", words.Keys));

    public static InputFileException Wrong(PlainRow row, string column, string expected) =>
        new($"{row.Table.File}, row {row.Number}, column {column}: '{row[column]}' is not {expected}.");
}
