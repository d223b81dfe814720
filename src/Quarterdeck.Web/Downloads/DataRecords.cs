using Quarterdeck.Application.Records;
using Quarterdeck.Documents.Data;

namespace Quarterdeck.Web.Downloads;

/// <summary>Records as JSON, field for field as the command line writes them.</summary>
internal static class DataRecords
{
    public static byte[] Many<T>(IReadOnlyList<RecordField<T>> fields, IEnumerable<T> records) =>
        JsonData.Write(Columns(fields), records.Select(record => Row(fields, record)));

    public static byte[] One<T>(IReadOnlyList<RecordField<T>> fields, T record) => JsonData.WriteOne(Columns(fields), Row(fields, record));

    public static byte[] Csv<T>(IReadOnlyList<RecordField<T>> fields, IEnumerable<T> records) =>
        CsvData.WriteFile(Columns(fields), records.Select(record => Row(fields, record)));

    private static IReadOnlyList<string?> Row<T>(IReadOnlyList<RecordField<T>> fields, T record) => [.. fields.Select(field => field.Value(record))];

    public static DataColumn[] Columns<T>(IReadOnlyList<RecordField<T>> fields) => [.. fields.Select(field => new DataColumn(field.Name, field.Kind switch
    {
        FieldKind.Flag => DataKind.Flag,
        FieldKind.Number => DataKind.Number,
        FieldKind.Text => DataKind.Text,
        FieldKind.Decimal => DataKind.Decimal,
        FieldKind.Month => DataKind.Month,
    })
    {
        Description = field.Description,
        IsRequired = field.IsRequired,
        Words = field.Words,
    })];
}
