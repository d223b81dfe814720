using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Quarterdeck.Documents.Data;

/// <summary>Open data as JSON: an array of records, one a row, with the columns' names; what a record lacks is null.</summary>
public static class JsonData
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(IReadOnlyList<DataColumn> columns, IEnumerable<IReadOnlyList<string?>> rows)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartArray();
            foreach (var row in rows)
            {
                Record(json, columns, row);
            }

            json.WriteEndArray();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    /// <summary>One record alone.</summary>
    public static byte[] WriteOne(IReadOnlyList<DataColumn> columns, IReadOnlyList<string?> row)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            Record(json, columns, row);
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static void Record(Utf8JsonWriter json, IReadOnlyList<DataColumn> columns, IReadOnlyList<string?> row)
    {
        json.WriteStartObject();
        for (var index = 0; index < columns.Count; index++)
        {
            Write(json, columns[index], row[index]);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, DataColumn column, string? text)
    {
        json.WritePropertyName(column.Name);
        switch (column.Kind)
        {
            case var _ when text is null:
                json.WriteNullValue();
                break;
            case DataKind.Text or DataKind.Decimal or DataKind.Month:
                json.WriteStringValue(text);
                break;
            case DataKind.Flag:
                json.WriteBooleanValue(text == "true");
                break;
            case DataKind.Number:
                json.WriteNumberValue(long.Parse(text, CultureInfo.InvariantCulture));
                break;
        }
    }
}
