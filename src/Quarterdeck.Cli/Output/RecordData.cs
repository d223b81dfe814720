using Quarterdeck.Application.Records;
using Quarterdeck.Documents.Data;

namespace Quarterdeck.Cli.Output;

/// <summary>Records as data columns and rows, as every data format takes them.</summary>
internal static class RecordData
{
    public static byte[] Json<T>(IReadOnlyList<RecordField<T>> fields, IEnumerable<T> records) => JsonData.Write(Columns(fields), Rows(fields, records));

    public static byte[] Csv<T>(IReadOnlyList<RecordField<T>> fields, IEnumerable<T> records) => CsvData.Write(Columns(fields), Rows(fields, records));

    public static byte[] CsvFile<T>(IReadOnlyList<RecordField<T>> fields, IEnumerable<T> records) =>
        CsvData.WriteFile(Columns(fields), Rows(fields, records));

    /// <summary>Writes records in a format; the table is each command's own.</summary>
    public static void Write<T>(
        Terminal terminal, RecordFormat format, IReadOnlyList<RecordField<T>> fields, IReadOnlyList<T> records, Action<IReadOnlyList<T>> table)
    {
        switch (format)
        {
            case RecordFormat.Json:
                terminal.Write(Json(fields, records));
                break;
            case RecordFormat.Csv:
                terminal.Write(Csv(fields, records));
                break;
            case RecordFormat.Table:
                table(records);
                break;
        }
    }

    public static IReadOnlyList<DataColumn> Columns<T>(IReadOnlyList<RecordField<T>> fields) =>
        [.. fields.Select(
            field => new DataColumn(field.Name, Kind(field.Kind)) { Description = field.Description, IsRequired = field.IsRequired, Words = field.Words })];

    private static DataKind Kind(FieldKind kind) => kind switch
    {
        FieldKind.Text => DataKind.Text,
        FieldKind.Decimal => DataKind.Decimal,
        FieldKind.Month => DataKind.Month,
        FieldKind.Flag => DataKind.Flag,
        FieldKind.Number => DataKind.Number,
    };

    private static IEnumerable<IReadOnlyList<string?>> Rows<T>(IReadOnlyList<RecordField<T>> fields, IEnumerable<T> records) =>
        records.Select(record => (IReadOnlyList<string?>)[.. fields.Select(field => field.Value(record))]);
}
