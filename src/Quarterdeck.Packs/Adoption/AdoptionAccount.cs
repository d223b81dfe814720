using System.Text.Encodings.Web;
using System.Text.Json;

namespace Quarterdeck.Packs.Adoption;

/// <summary>Writes <c>adopted.json</c>: what became of every number of the sources, and where each stands.</summary>
public static class AdoptionAccount
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(AdoptionOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteStartObject("numbers");
            json.WriteNumber("all", outcome.Cells.Count(cell => cell.IsNumber));
            foreach (var state in Enum.GetValues<AdoptedState>())
            {
                json.WriteNumber(Word(state), outcome.Count(state));
            }

            json.WriteEndObject();
            foreach (var state in Enum.GetValues<AdoptedState>().Reverse())
            {
                Write(json, state, outcome.Cells);
            }

            json.WriteStartArray("assumed");
            foreach (var assumed in outcome.Assumptions)
            {
                json.WriteStartObject();
                json.WriteString("about", assumed.About);
                json.WriteString("column", assumed.What);
                json.WriteString("value", assumed.Value);
                json.WriteString("reason", assumed.Reason);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static void Write(Utf8JsonWriter json, AdoptedState state, IReadOnlyList<AdoptedCell> cells)
    {
        json.WriteStartArray(Word(state));
        foreach (var cell in cells.Where(cell => cell.State == state))
        {
            json.WriteStartObject();
            json.WriteString("file", cell.File);
            json.WriteString("place", cell.Place);
            json.WriteString("text", cell.Text);
            if (cell.ReadAs is { } readAs)
            {
                json.WriteString("read_as", readAs);
            }

            if (cell.Reason is { } reason)
            {
                json.WriteString("reason", reason);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Word(AdoptedState state) => state switch { AdoptedState.Read => "read", AdoptedState.Unsure => "unsure", _ => "left_out" };
}
