using System.Text.Json;
using Quarterdeck.Application.Ratings;
using Quarterdeck.Application.Records;
using Quarterdeck.Application.Reports;

namespace Quarterdeck.Web.Api;

/// <summary>The description of the open data for programs (OpenAPI 3.1), made from the fields themselves.</summary>
internal static class OpenApi
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n" };

    public static byte[] Document()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("openapi", "3.1.0");
            json.WriteStartObject("info");
            json.WriteString("title", "Quarterdeck open data");
            json.WriteString("version", "1");
            json.WriteString("description", "Rated indicators and every period of each. Read-only. Fields may be added; none is taken away within a version.");
            json.WriteEndObject();
            json.WriteStartObject("paths");
            Path(json, "/api/v1/indicators", "Indicators as last rated.", "Indicator", many: true, ["q", "area", "rating"]);
            Path(json, "/api/v1/indicators/{reference}", "One indicator.", "Indicator", many: false, []);
            Path(json, "/api/v1/indicators/{reference}/periods", "Every period of an indicator, oldest first.", "Period", many: true, []);
            json.WriteEndObject();
            json.WriteStartObject("components");
            json.WriteStartObject("schemas");
            Schema(json, "Indicator", RateRecord.Fields);
            Schema(json, "Period", PeriodRecord.Fields);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static void Path(Utf8JsonWriter json, string path, string summary, string schema, bool many, string[] filters)
    {
        json.WriteStartObject(path);
        json.WriteStartObject("get");
        json.WriteString("summary", summary);
        json.WriteStartArray("parameters");
        if (path.Contains("{reference}", StringComparison.Ordinal))
        {
            Parameter(json, "reference", "path", "string");
        }

        foreach (var filter in filters)
        {
            Parameter(json, filter, "query", "string");
        }

        if (many)
        {
            Parameter(json, "page", "query", "integer");
            Parameter(json, "per_page", "query", "integer");
        }

        json.WriteEndArray();
        json.WriteStartObject("responses");
        Answer(json, "200", "application/json", many, schema);
        if (many)
        {
            Problem(json, "400", "The page asked for cannot be.");
        }

        if (path.Contains("{reference}", StringComparison.Ordinal))
        {
            Problem(json, "404", "No indicator has this reference.");
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Parameter(Utf8JsonWriter json, string name, string place, string type)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteString("in", place);
        json.WriteBoolean("required", place == "path");
        json.WriteStartObject("schema");
        json.WriteString("type", type);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Answer(Utf8JsonWriter json, string status, string type, bool many, string schema)
    {
        json.WriteStartObject(status);
        json.WriteString("description", many ? "One page; the header Link names the next, X-Total-Count says how many there are." : "The record.");
        json.WriteStartObject("content");
        json.WriteStartObject(type);
        json.WriteStartObject("schema");
        if (many)
        {
            json.WriteString("type", "array");
            json.WriteStartObject("items");
        }

        json.WriteString("$ref", "#/components/schemas/" + schema);
        if (many)
        {
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Problem(Utf8JsonWriter json, string status, string description)
    {
        json.WriteStartObject(status);
        json.WriteString("description", description);
        json.WriteStartObject("content");
        json.WriteStartObject("application/problem+json");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Schema<T>(Utf8JsonWriter json, string name, IReadOnlyList<RecordField<T>> fields)
    {
        json.WriteStartObject(name);
        json.WriteString("type", "object");
        json.WriteStartArray("required");
        foreach (var field in fields)
        {
            json.WriteStringValue(field.Name);
        }

        json.WriteEndArray();
        json.WriteStartObject("properties");
        foreach (var field in fields)
        {
            json.WriteStartObject(field.Name);
            json.WriteStartArray("type");
            json.WriteStringValue(field.Kind switch
            {
                FieldKind.Flag => "boolean",
                FieldKind.Number => "integer",
                FieldKind.Text or FieldKind.Decimal or FieldKind.Month => "string",
            });
            if (!field.IsRequired)
            {
                json.WriteStringValue("null");
            }

            json.WriteEndArray();
            if (field.Description.Length > 0)
            {
                json.WriteString("description", field.Description);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
