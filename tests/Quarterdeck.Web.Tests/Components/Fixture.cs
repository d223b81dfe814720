using System.Text.Json;
using Quarterdeck.TestKit;

namespace Quarterdeck.Web.Tests.Components;

/// <summary>An example of a component from the package it comes from: its options, and the markup they must give. It notes which options were asked
/// for.</summary>
internal sealed class Fixture(string name, string html, JsonElement options)
{
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    public string Name => name;

    public string Html => html;

    /// <summary>Every option that is given: <c>label.text</c>, <c>items[].href</c>.</summary>
    public IReadOnlySet<string> Options { get; } = Paths(options, string.Empty).ToHashSet(StringComparer.Ordinal);

    /// <summary>The options given that nothing asked for.</summary>
    public IEnumerable<string> Unread => Options.Where(path => !_read.Contains(path));

    public static IReadOnlyList<Fixture> Of(string component)
    {
        var path = Path.Combine(Samples.Repository, "src/Quarterdeck.Web/Styles/node_modules/govuk-frontend/dist/govuk/components", component, "fixtures.json");
        using var file = JsonDocument.Parse(File.ReadAllBytes(path));
        return [.. file.RootElement.GetProperty("fixtures").EnumerateArray().Select(one =>
            new Fixture(one.GetProperty("name").GetString()!, one.GetProperty("html").GetString()!, one.GetProperty("options").Clone()))];
    }

    /// <param name="path">As in <see cref="Options"/>, outside lists.</param>
    public string? Text(string path)
    {
        _read.Add(path);
        return path.Split('.').Aggregate((JsonElement?)options, (found, part) =>
            found is { ValueKind: JsonValueKind.Object } inner && inner.TryGetProperty(part, out var value) ? value : null) is { } leaf ? Words(leaf) : null;
    }

    /// <summary>What stands between the tags.</summary>
    public (string? Text, string? Html) Content() => (Text("text"), Text("html"));

    public IEnumerable<(string Name, string Value)> Attributes()
    {
        _read.Add("attributes");
        return options.TryGetProperty("attributes", out var attributes)
            ? attributes.EnumerateObject().Select(one => (one.Name, Words(one.Value)!)).ToList()
            : [];
    }

    public IReadOnlyList<Dictionary<string, string?>> Items(string list, params string[] fields)
    {
        _read.Add(list);
        _read.UnionWith(fields.Select(field => $"{list}[].{field}"));
        return !options.TryGetProperty(list, out var items) ? [] : [.. items.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object)
            .Select(item => item.EnumerateObject().ToDictionary(field => field.Name, field => Words(field.Value), StringComparer.Ordinal))];
    }

    private static string? Words(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Null => null,
        _ => value.GetRawText(),
    };

    private static IEnumerable<string> Paths(JsonElement value, string path) => value.ValueKind switch
    {
        JsonValueKind.Object when !path.EndsWith("attributes", StringComparison.Ordinal) =>
            value.EnumerateObject().SelectMany(field => Paths(field.Value, path.Length == 0 ? field.Name : $"{path}.{field.Name}")),
        JsonValueKind.Array => value.EnumerateArray()
            .SelectMany(item => item.ValueKind == JsonValueKind.Object ? Paths(item, path + "[]") : [path + "[] of nothing"])
            .Prepend(path),
        _ => [path],
    };
}
