using System.Text.Json;
using System.Text.RegularExpressions;

namespace Quarterdeck.Documents.Data;

/// <summary>
/// CSV on the Web (W3C Metadata Vocabulary for Tabular Data): the file beside a CSV that says what its columns are. The
/// CSV is written as that standard expects where nothing is said, so no dialect is described.
/// </summary>
public static class CsvwMetadata
{
    /// <summary>Where readers of the standard look for it.</summary>
    public static string PathOf(string csv) => csv + "-metadata.json";

    public static byte[] Write(DataSource source, DataFile file) => DataWords.Json(json =>
    {
        json.WriteStartArray("@context");
        json.WriteStringValue("http://www.w3.org/ns/csvw");
        json.WriteStartObject();
        json.WriteString("@language", source.Language);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteString("url", string.Join('/', file.Path.Split('/').Select(Uri.EscapeDataString)));
        json.WriteString("dc:title", source.TitleOf(file.Table));
        json.WriteString("dc:description", $"{file.Table.Description} {DataWords.Apostrophe}");
        json.WriteString("dc:language", source.Language);
        json.WriteString("dc:publisher", source.Publisher);
        if (source.Licence is { } licence)
        {
            json.WriteStartObject("dc:license");
            json.WriteString("@id", licence);
            json.WriteEndObject();
        }

        json.WriteString("dc:temporal", $"Results up to {source.ResultsTo}");
        json.WriteStartObject("tableSchema");
        json.WriteStartArray("columns");
        foreach (var column in file.Table.Columns)
        {
            Column(json, column);
        }

        json.WriteEndArray();
        DataWords.Texts(json, "primaryKey", file.Table.Key);
        json.WriteEndObject();
    });

    /// <summary>The first title is the header: a validator holds the two against each other.</summary>
    private static void Column(Utf8JsonWriter json, DataColumn column)
    {
        json.WriteStartObject();
        json.WriteString("name", column.Name);
        DataWords.Texts(json, "titles", [column.Name, column.Title]);
        if (column.Description.Length > 0)
        {
            json.WriteString("dc:description", column.Description);
        }

        if (column.Words.Count > 0)
        {
            json.WriteStartObject("datatype");
            json.WriteString("base", Datatype(column.Kind));
            json.WriteString("format", string.Join('|', column.Words.Select(Regex.Escape)).Replace("\\ ", " ", StringComparison.Ordinal));
            json.WriteEndObject();
        }
        else
        {
            json.WriteString("datatype", Datatype(column.Kind));
        }

        json.WriteBoolean("required", column.IsRequired);
        json.WriteString("null", string.Empty);
        json.WriteEndObject();
    }

    private static string Datatype(DataKind kind) => kind switch
    {
        DataKind.Text => "string",
        DataKind.Decimal => "decimal",
        DataKind.Month => "gYearMonth",
        DataKind.Flag => "boolean",
        DataKind.Number => "integer",
    };
}
