using System.Security.Cryptography;
using System.Text.Json;

namespace Quarterdeck.Documents.Data;

/// <summary>A Tabular Data Package (Frictionless): one file that describes every table of a folder, with size and fingerprint.</summary>
public static class DataPackage
{
    public const string Path = "datapackage.json";

    public static byte[] Write(DataSource source, IReadOnlyList<DataFile> files) => DataWords.Json(json =>
    {
        json.WriteString("profile", "tabular-data-package");
        json.WriteString("name", Slug(source.Name));
        json.WriteString("title", source.Title);
        json.WriteString("description", $"{source.Publisher}. Results up to {source.ResultsTo}. {DataWords.Apostrophe}");
        if (source.Licence is { } licence)
        {
            json.WriteStartArray("licenses");
            json.WriteStartObject();
            json.WriteString("path", licence);
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteStartArray("contributors");
        json.WriteStartObject();
        json.WriteString("title", source.Publisher);
        json.WriteString("role", "publisher");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartArray("resources");
        foreach (var file in files)
        {
            Resource(json, source, file);
        }

        json.WriteEndArray();
    });

    private static void Resource(Utf8JsonWriter json, DataSource source, DataFile file)
    {
        json.WriteStartObject();
        json.WriteString("profile", "tabular-data-resource");
        json.WriteString("name", Slug(file.Table.Name));
        json.WriteString("path", file.Path);
        json.WriteString("title", source.TitleOf(file.Table));
        json.WriteString("description", file.Table.Description);
        json.WriteString("format", "csv");
        json.WriteString("mediatype", "text/csv");
        json.WriteString("encoding", "utf-8");
        json.WriteNumber("bytes", file.Csv.Length);
        json.WriteString("hash", "sha256:" + Convert.ToHexStringLower(SHA256.HashData(file.Csv.Span)));
        json.WriteStartObject("schema");
        json.WriteStartArray("fields");
        foreach (var column in file.Table.Columns)
        {
            Field(json, column);
        }

        json.WriteEndArray();
        DataWords.Texts(json, "missingValues", [string.Empty]);
        DataWords.Texts(json, "primaryKey", file.Table.Key);
        if (file.Table.Reference is { } reference)
        {
            json.WriteStartArray("foreignKeys");
            json.WriteStartObject();
            json.WriteString("fields", reference.Column);
            json.WriteStartObject("reference");
            json.WriteString("resource", Slug(reference.Table));
            json.WriteString("fields", reference.Column);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Field(Utf8JsonWriter json, DataColumn column)
    {
        json.WriteStartObject();
        json.WriteString("name", column.Name);
        json.WriteString("title", column.Title);
        if (column.Description.Length > 0)
        {
            json.WriteString("description", column.Description);
        }

        json.WriteString("type", Type(column.Kind));
        if (column.IsRequired || column.Words.Count > 0)
        {
            json.WriteStartObject("constraints");
            json.WriteBoolean("required", column.IsRequired);
            if (column.Words.Count > 0)
            {
                DataWords.Texts(json, "enum", column.Words);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static string Type(DataKind kind) => kind switch
    {
        DataKind.Text => "string",
        DataKind.Decimal => "number",
        DataKind.Month => "yearmonth",
        DataKind.Flag => "boolean",
        DataKind.Number => "integer",
    };

    /// <summary>Names in the standard are small letters, digits, dots, hyphens and underlines.</summary>
    private static string Slug(string name) =>
        string.Concat(name.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_' ? letter : '-'));
}
