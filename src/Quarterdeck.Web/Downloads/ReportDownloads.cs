using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Quarterdeck.Application.Abstractions;
using Quarterdeck.Application.Publishing;

namespace Quarterdeck.Web.Downloads;

/// <summary>Reports as files, each made when it is first asked for.</summary>
public sealed class ReportDownloads(PublicDashboard site, IReadOnlyList<ReportFormat> formats)
{
    private readonly ConcurrentDictionary<(string Report, string Format), Lazy<IReadOnlyList<ReportFile>>> _made = new();

    /// <summary>The formats there are, as asked for: <c>pdf</c>.</summary>
    public IReadOnlyList<string> Formats { get; } = [.. formats.Select(format => format.Name)];

    /// <summary>The files of a report in one format; empty where there is no such report or format.</summary>
    public IReadOnlyList<ReportFile> Files(string code, string format) =>
        site.Report(code) is { } report && formats.FirstOrDefault(one => one.Name == format) is { } known
            ? _made.GetOrAdd((report.Definition.Code, known.Name), _ => new Lazy<IReadOnlyList<ReportFile>>(() => known.Write(report))).Value
            : [];

    internal IResult Answer(string code, string file) => Answer(file, formats, format => Files(code, format.Name));

    /// <summary>A file of a report, made in whichever format it belongs to.</summary>
    /// <param name="file">Its name.</param>
    /// <param name="formats">The formats there are.</param>
    /// <param name="made">The files of a format.</param>
    internal static IResult Answer(string file, IReadOnlyList<ReportFormat> formats, Func<ReportFormat, IReadOnlyList<ReportFile>> made)
    {
        var found = formats.Where(format => Belongs(file, format.Name)).SelectMany(made).FirstOrDefault(one => one.Name == file);
        return found is null ? Results.NotFound() : Results.Bytes(found.Content, Type(file), file);
    }

    /// <summary>Whether a format can have a file of that name: the others are not made to find out.</summary>
    private static bool Belongs(string file, string format) => format switch
    {
        "csv" => file.EndsWith(".csv", StringComparison.Ordinal) || file.EndsWith("metadata.json", StringComparison.Ordinal) || file == "datapackage.json",
        _ => file.EndsWith("." + format, StringComparison.Ordinal),
    };

    internal static string Type(string file) => Path.GetExtension(file) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".pdf" => "application/pdf",
        ".docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ".xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ".ods" => "application/vnd.oasis.opendocument.spreadsheet",
        ".csv" => "text/csv; charset=utf-8",
        ".json" => "application/json; charset=utf-8",
        _ => "application/octet-stream",
    };
}
