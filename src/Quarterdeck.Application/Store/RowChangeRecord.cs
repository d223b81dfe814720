using System.Globalization;
using Quarterdeck.Application.Records;

namespace Quarterdeck.Application.Store;

/// <summary>Changed rows laid flat: what <c>import</c> and <c>audit show</c> write.</summary>
public static class RowChangeRecord
{
    /// <summary>Of an import: what it changes, in the order written.</summary>
    public static IReadOnlyList<RecordField<RowChange>> Fields { get; } =
    [
        new("table", row => row.Table),
        new("key", row => row.Key.Text),
        new("change", row => Word(row.Kind)),
        new("before", row => Text(row, row.Before)),
        new("after", row => Text(row, row.After)),
    ];

    /// <summary>Of the history: which change it was, then the same.</summary>
    public static IReadOnlyList<RecordField<HistoryRecord>> HistoryFields { get; } =
    [
        new("number", record => record.Change.Number.ToString(CultureInfo.InvariantCulture), FieldKind.Number),
        new("recorded_at", record => Moment(record.Change.RecordedAt)),
        new("author", record => record.Change.Author),
        new("reason", record => record.Change.Reason),
        new("source", record => record.Change.Source),
        .. Fields.Select(field => new RecordField<HistoryRecord>(field.Name, record => field.Value(record.Row), field.Kind)),
    ];

    public static string Word(ChangeKind kind) => kind switch
    {
        ChangeKind.Added => "added",
        ChangeKind.Changed => "changed",
        ChangeKind.Moved => "moved",
        ChangeKind.Withdrawn => "withdrawn",
        ChangeKind.Erased => "erased",
    };

    /// <summary>UTC, to the second.</summary>
    public static string Moment(DateTimeOffset moment) => moment.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>The cells that differ: <c>value 97.5; status provisional</c>; null where the row was not there.</summary>
    private static string? Text(RowChange row, IReadOnlyDictionary<string, string>? cells) =>
        cells is null ? null : string.Join("; ", row.Columns.Select(column => $"{column} {cells.GetValueOrDefault(column, "(blank)")}"));
}
