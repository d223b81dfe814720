using System.Text.Json;

namespace Quarterdeck.Cli.Configuration;

/// <summary>Reads a settings file: one JSON object, a key a setting. Comments are allowed.</summary>
internal static class SettingsFile
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 8 };

    /// <param name="path">The file as it was named.</param>
    /// <param name="values">The settings in it, by name.</param>
    /// <returns>What is wrong with it, each a sentence; empty when nothing is.</returns>
    public static IReadOnlyList<string> Read(string path, out IReadOnlyDictionary<string, string> values)
    {
        var read = new Dictionary<string, string>(StringComparer.Ordinal);
        values = read;
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path), Lenient);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? [.. document.RootElement.EnumerateObject().Select(one => Take(path, one, read)).OfType<string>()]
                : [$"The settings file '{path}' is not an object. Write {{ \"{SettingList.Urls}\": \"http://localhost:5080\" }}."];
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return [$"The settings file '{path}' cannot be read: {problem.Message} It is looked for from '{Environment.CurrentDirectory}'."];
        }
        catch (JsonException problem)
        {
            return [$"The settings file '{path}' is not JSON: line {problem.LineNumber + 1}, character {problem.BytePositionInLine + 1}. Look for a "
                + $"missing comma or quotation mark there."];
        }
    }

    private static string? Take(string path, JsonProperty property, Dictionary<string, string> values)
    {
        if (!SettingList.All.Any(one => one.Name == property.Name))
        {
            return $"The settings file '{path}' has the key '{property.Name}', which is no setting. "
                + $"{SettingList.Advice(property.Name, [.. SettingList.All.Select(one => one.Name)])}";
        }

        var text = property.Value.ValueKind switch
        {
            JsonValueKind.String => property.Value.GetString(),
            JsonValueKind.Number => property.Value.GetRawText(),
            JsonValueKind.Array when property.Value.EnumerateArray().All(one => one.ValueKind == JsonValueKind.String) =>
                string.Join(property.Name == SettingList.Urls ? ';' : ',', property.Value.EnumerateArray().Select(one => one.GetString())),
            _ => null,
        };
        return text is null ? $"The settings file '{path}' gives '{property.Name}' no text, number or list of texts. Write its value in quotation marks."
            : values.TryAdd(property.Name, text) ? null
            : $"The settings file '{path}' has the key '{property.Name}' twice. Take one of them out.";
    }
}
