using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Quarterdeck.App.Store;

/// <summary>
/// A row as the ledger keeps it: a JSON object of its cells' texts by column, columns in the order of their characters and
/// blank ones left out. Figures are text, so that no reader makes a binary fraction of them.
/// </summary>
public static class RowBody
{
    internal static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(IReadOnlyDictionary<string, string> cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            foreach (var (column, text) in cells.OrderBy(cell => cell.Key, StringComparer.Ordinal))
            {
                json.WriteString(column, text);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <exception cref="JsonException">No such object.</exception>
    public static IReadOnlyDictionary<string, string> Read(string body)
    {
        using var json = JsonDocument.Parse(body);
        return json.RootElement.EnumerateObject().ToDictionary(cell => cell.Name, cell => cell.Value.GetString() ?? string.Empty, StringComparer.Ordinal);
    }
}
