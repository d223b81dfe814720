using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Quarterdeck.Domain.Packs;

namespace Quarterdeck.Application.Store;

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

    /// <summary>Whether the body says just these cells, however it is written.</summary>
    /// <exception cref="JsonException">The body is no such object.</exception>
    public static bool Says(string body, IReadOnlyDictionary<string, string> cells) =>
        body == Write(cells) || PackRow.SaysTheSame(Read(body), cells);

    /// <exception cref="JsonException">No such object.</exception>
    public static IReadOnlyDictionary<string, string> Read(string body)
    {
        using var json = JsonDocument.Parse(body);
        return json.RootElement.EnumerateObject().ToDictionary(cell => cell.Name, cell => cell.Value.GetString() ?? string.Empty, StringComparer.Ordinal);
    }
}
