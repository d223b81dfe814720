using System.Text.Encodings.Web;
using System.Text.Json;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Application.Publishing;

/// <summary>The list of a publication's files with their fingerprints: who got the same bytes can prove it.</summary>
internal static class Manifest
{
    public const string Name = "manifest.json";

    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="report">The report.</param>
    /// <param name="version">The program's version.</param>
    /// <param name="files">Its files.</param>
    /// <param name="publication">Its identity in the store that remembers it; null when none does.</param>
    public static byte[] Write(Report report, string version, IReadOnlyList<PublishedFile> files, string? publication = null)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            if (publication is not null)
            {
                json.WriteString("publication", publication);
            }

            json.WriteString("report", report.Definition.Code);
            json.WriteString("title", report.Title.Title);
            json.WriteString("organisation", report.Title.Organisation);
            json.WriteString("results_to", report.Title.ResultsTo.ToString());
            json.WriteString("program", "quarterdeck");
            json.WriteString("program_version", version);
            json.WriteStartArray("files");
            foreach (var file in files)
            {
                json.WriteStartObject();
                json.WriteString("name", file.Name);
                json.WriteString("format", file.Format);
                json.WriteNumber("bytes", file.Bytes);
                json.WriteString("sha256", file.Sha256);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }
}
