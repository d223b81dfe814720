using System.Text.Json;

namespace Quarterdeck.Storage.Ledger;

/// <summary>A list of keys as one parameter, which both engines unfold: a JSON array.</summary>
internal static class JsonArrayParameter
{
    public static string Of(IEnumerable<string> keys)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartArray();
            foreach (var key in keys)
            {
                json.WriteStringValue(key);
            }

            json.WriteEndArray();
        }

        return System.Text.Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }
}
