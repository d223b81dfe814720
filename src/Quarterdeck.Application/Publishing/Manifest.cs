using System.Text.Encodings.Web;
using System.Text.Json;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Publications;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Application.Publishing;

/// <summary>The list of a publication's files with their fingerprints: who got the same bytes can prove it.</summary>
internal static class Manifest
{
    public const string Name = "manifest.json";

    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="subject">What was published.</param>
    /// <param name="version">The program's version.</param>
    /// <param name="files">Its files.</param>
    /// <param name="publication">Its identity in the store that remembers it; null when none does.</param>
    public static byte[] Write(ManifestSubject subject, string version, IReadOnlyList<PublishedFile> files, string? publication = null)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            if (publication is not null)
            {
                json.WriteString("publication", publication);
            }

            json.WriteString("report", subject.Report);
            json.WriteString("title", subject.Title);
            json.WriteString("organisation", subject.Organisation);
            json.WriteString("results_to", subject.ResultsTo.ToString());
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
            WriteAccepted(json, subject.Accepted);
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static void WriteAccepted(Utf8JsonWriter json, IReadOnlyList<AcceptedError> accepted)
    {
        if (accepted.Count == 0)
        {
            return;
        }

        json.WriteStartArray("accepted");
        foreach (var error in accepted)
        {
            json.WriteStartObject();
            json.WriteString("code", error.Code);
            json.WriteString("ref", error.Ref);
            json.WriteString("found", error.Found);
            json.WriteString("reason", error.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}

/// <summary>What a manifest says of the report.</summary>
/// <param name="Report">Its code.</param>
/// <param name="Title">Its title.</param>
/// <param name="Organisation">Whose it is.</param>
/// <param name="ResultsTo">The round.</param>
/// <param name="Accepted">The errors that were known when it was published.</param>
internal sealed record ManifestSubject(string Report, string Title, string Organisation, Month ResultsTo, IReadOnlyList<AcceptedError> Accepted)
{
    public static ManifestSubject From(Report report) => new(report.Definition.Code, report.Title.Title, report.Title.Organisation, report.Title.ResultsTo,
        report.Accepted);
}
