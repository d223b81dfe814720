using System.Text.Encodings.Web;
using System.Text.Json;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Packs.Columns;
using Quarterdeck.Packs.Schemas;

namespace Quarterdeck.Packs.Writing;

/// <summary>Describes an exported pack to other programs as a Tabular Data Package. Never needed to read one.</summary>
internal static class DataPackageWriter
{
    public const string FileName = "datapackage.json";

    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(Pack pack, IReadOnlyList<PackTable> tables)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("profile", "tabular-data-package");
            json.WriteString("name", Slug(pack.Settings.Organisation));
            json.WriteString("title", $"Performance of {pack.Settings.Organisation}");
            json.WriteStartArray("resources");
            foreach (var table in tables)
            {
                WriteTable(json, table, PackWriter.Used(table, pack), [.. tables.Select(each => each.Name)]);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static void WriteTable(Utf8JsonWriter json, PackTable table, IReadOnlyList<PackColumn> columns, IReadOnlyList<string> written)
    {
        json.WriteStartObject();
        json.WriteString("profile", "tabular-data-resource");
        json.WriteString("name", table.Name);
        json.WriteString("path", table.Name + ".csv");
        json.WriteString("description", table.Summary);
        json.WriteString("format", "csv");
        json.WriteString("mediatype", "text/csv");
        json.WriteString("encoding", "utf-8");
        json.WriteStartObject("dialect");
        json.WriteString("delimiter", ",");
        json.WriteString("lineTerminator", "\n");
        json.WriteString("quoteChar", "\"");
        json.WriteBoolean("doubleQuote", true);
        json.WriteEndObject();
        json.WriteStartObject("schema");
        json.WriteStartArray("fields");
        foreach (var column in columns)
        {
            WriteField(json, column);
        }

        json.WriteEndArray();
        WriteNames(json, "missingValues", [string.Empty]);

        // A key with a column left out, or blank in some rows, is no key by the standard's rules.
        if (table.Key.Count > 0 && table.Key.All(column => column.IsRequired))
        {
            WriteNames(json, "primaryKey", [.. table.Key.Select(column => column.Name)]);
        }

        WriteReferences(json, table, columns, written);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteField(Utf8JsonWriter json, PackColumn column)
    {
        json.WriteStartObject();
        json.WriteString("name", column.Name);
        json.WriteString("type", column.Type switch
        {
            ColumnType.Number => "number",
            ColumnType.Integer => "integer",
            ColumnType.Date => "date",
            ColumnType.YesNo => "boolean",
            ColumnType.Figure => "any",
            _ => "string",
        });
        if (column.Type == ColumnType.YesNo)
        {
            WriteNames(json, "trueValues", ["yes"]);
            WriteNames(json, "falseValues", ["no"]);
        }

        json.WriteString("description", column.Description);
        if (column.IsRequired)
        {
            json.WriteStartObject("constraints");
            json.WriteBoolean("required", true);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteReferences(Utf8JsonWriter json, PackTable table, IReadOnlyList<PackColumn> columns, IReadOnlyList<string> written)
    {
        var references = columns.Where(column =>
            column.From is { } from && column.Type == ColumnType.Code && written.Contains(from[..from.IndexOf('.', StringComparison.Ordinal)])).ToList();
        if (references.Count == 0)
        {
            return;
        }

        json.WriteStartArray("foreignKeys");
        foreach (var column in references)
        {
            var parts = column.From!.Split('.');
            json.WriteStartObject();
            json.WriteString("fields", column.Name);
            json.WriteStartObject("reference");
            json.WriteString("resource", parts[0] == table.Name ? string.Empty : parts[0]);
            json.WriteString("fields", parts[1]);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteNames(Utf8JsonWriter json, string property, IReadOnlyList<string> names)
    {
        json.WriteStartArray(property);
        foreach (var name in names)
        {
            json.WriteStringValue(name);
        }

        json.WriteEndArray();
    }

    /// <summary>Small letters, digits and hyphens, as the standard asks of a name.</summary>
    private static string Slug(string text)
    {
        var slug = string.Concat(text.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-'));
        return string.Join('-', slug.Split('-', StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } name ? name : "pack";
    }
}
