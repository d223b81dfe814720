using System.Globalization;
using Quarterdeck.Application.Records;
using Quarterdeck.Application.Store;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Publications;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Application.Publishing;

/// <summary>A report as it was published, as a store remembers it: what it was made from and what came out, so that it can be made again.</summary>
public sealed record PublishedVersion
{
    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>Its identity in the store: <c>dashboard-2025-10</c>, and <c>dashboard-2025-10-v2</c> for its first correction.</summary>
    public required string Id { get; init; }

    /// <summary>Code of the report.</summary>
    public required string Report { get; init; }

    public required string Title { get; init; }

    /// <summary>The round: results closing by this month's end are in it.</summary>
    public required Month ResultsTo { get; init; }

    /// <summary>Counted from 1; every later one of the same report and round corrects the one before.</summary>
    public required int Version { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>The day, where it was published; it stands on the documents.</summary>
    public required DateOnly PublishedOn { get; init; }

    public required string Author { get; init; }

    /// <summary>Why it was published; of a correction, what was wrong.</summary>
    public required string Note { get; init; }

    /// <summary>Number of the last change of the store that is in it.</summary>
    public required long Change { get; init; }

    /// <summary>Fingerprint of everything it was made from, as <see cref="RowDigest"/> computes it.</summary>
    public required string Inputs { get; init; }

    public required string ProgramVersion { get; init; }

    /// <summary>
    /// The indicators whose rows make the report, as was proved when it was published; null where nothing proves that less than all that was
    /// stored makes the same.
    /// </summary>
    public IReadOnlyList<IndicatorRef>? MadeFrom { get; init; }

    /// <summary>Its files in every format, with their fingerprints.</summary>
    public required IReadOnlyList<PublishedFile> Files { get; init; }

    /// <summary>The errors that were known when it was published.</summary>
    public IReadOnlyList<AcceptedError> Accepted { get; init; } = [];

    /// <summary>The version it corrects; null for a first one.</summary>
    public string? Corrects { get; init; }

    /// <summary>The day that one was published.</summary>
    public DateOnly? CorrectedOn { get; init; }

    /// <summary>What <c>publications</c> writes, a record a version.</summary>
    public static IReadOnlyList<RecordField<PublishedVersion>> Fields { get; } =
    [
        new("id", one => one.Id),
        new("report", one => one.Report),
        new("title", one => one.Title),
        new("results_to", one => one.ResultsTo.ToString(), FieldKind.Month),
        new("version", one => Text(one.Version), FieldKind.Number),
        new("published_at", one => RowChangeRecord.Moment(one.PublishedAt)),
        new("author", one => one.Author),
        new("note", one => one.Note),
        new("corrects", one => one.Corrects),
        new("accepted", one => one.Accepted.Count == 0 ? null : string.Join('\n', one.Accepted.Select(error => error.Sentence))),
        new("change", one => Text(one.Change), FieldKind.Number),
        new("inputs_sha256", one => one.Inputs),
        new("program_version", one => one.ProgramVersion),
    ];

    /// <summary>What documents say of the correction it is; null for a first version.</summary>
    public Correction? Correction => CorrectedOn is { } earlier ? new Correction(Version, earlier, Note) : null;

    /// <summary>Every version the store remembers, in the order published.</summary>
    public static IReadOnlyList<PublishedVersion> All(StoredState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return [.. state.Of(SystemTables.Publications)
            .Select(row => Of(row.Key, RowBody.Read(row.Body!)))
            .OrderBy(one => one.Change)
            .ThenBy(one => one.PublishedAt)
            .ThenBy(one => one.Id, StringComparer.Ordinal)];
    }

    internal static string IdOf(string report, Month round, int version) =>
        $"{report.ToLowerInvariant()}-{round}{(version == 1 ? string.Empty : "-v" + Text(version))}";

    internal RowWrite Statement(long place) => new(SystemTables.Publications, Id, 0, place, RowBody.Write(Cells()));

    private Dictionary<string, string> Cells()
    {
        var cells = new Dictionary<string, string>
        {
            ["report"] = Report,
            ["title"] = Title,
            ["results_to"] = ResultsTo.ToString(),
            ["version"] = Text(Version),
            ["published_at"] = PublishedAt.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture),
            ["published_on"] = PublishedOn.ToString(DayFormat, CultureInfo.InvariantCulture),
            ["author"] = Author,
            ["note"] = Note,
            ["change"] = Text(Change),
            ["inputs"] = Inputs,
            ["program_version"] = ProgramVersion,
            ["files"] = string.Join('\n', Files.Select(file => $"{file.Sha256} {Text(file.Bytes)} {file.Format} {file.Name}")),
        };
        if (MadeFrom is not null)
        {
            cells["made_from"] = string.Concat(MadeFrom.Select(one => one + ";"));
        }

        if (Accepted.Count > 0)
        {
            cells["accepted"] = RowBody.Write(Accepted.Index().ToDictionary(error => Text(error.Index), error => AcceptedCells(error.Item)));
        }

        if (Corrects is not null)
        {
            cells["corrects"] = Corrects;
            cells["corrected_on"] = CorrectedOn!.Value.ToString(DayFormat, CultureInfo.InvariantCulture);
        }

        return cells;
    }

    private static PublishedVersion Of(string id, IReadOnlyDictionary<string, string> cells) => new()
    {
        Id = id,
        Report = cells["report"],
        Title = cells["title"],
        ResultsTo = Month.TryParse(cells["results_to"], out var round) ? round : throw new InvalidDataException($"'{cells["results_to"]}' is no month."),
        Version = int.Parse(cells["version"], CultureInfo.InvariantCulture),
        PublishedAt = DateTimeOffset.ParseExact(cells["published_at"], "O", CultureInfo.InvariantCulture),
        PublishedOn = Day(cells["published_on"]),
        Author = cells["author"],
        Note = cells["note"],
        Change = long.Parse(cells["change"], CultureInfo.InvariantCulture),
        Inputs = cells["inputs"],
        ProgramVersion = cells["program_version"],
        Files = [.. cells["files"].Split('\n').Select(File)],
        MadeFrom = cells.TryGetValue("made_from", out var references)
            ? [.. references.Split(references.Contains(';', StringComparison.Ordinal) ? ';' : ' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(one => new IndicatorRef(one))]
            : null,
        Accepted = cells.TryGetValue("accepted", out var accepted)
            ? [.. RowBody.Read(accepted).OrderBy(error => int.Parse(error.Key, CultureInfo.InvariantCulture)).Select(error =>
                AcceptedOf(RowBody.Read(error.Value)))]
            : [],
        Corrects = cells.GetValueOrDefault("corrects"),
        CorrectedOn = cells.TryGetValue("corrected_on", out var day) ? Day(day) : null,
    };

    private static string AcceptedCells(AcceptedError error)
    {
        var cells = new Dictionary<string, string> { ["code"] = error.Code, ["found"] = error.Found, ["reason"] = error.Reason };
        if (error.Ref is not null)
        {
            cells["ref"] = error.Ref;
        }

        return RowBody.Write(cells);
    }

    private static AcceptedError AcceptedOf(IReadOnlyDictionary<string, string> cells) =>
        new(cells["code"], cells.GetValueOrDefault("ref"), cells["found"], cells["reason"]);

    private static PublishedFile File(string line) => line.Split(' ', 4) is [var sha256, var bytes, var format, var name]
        ? new PublishedFile(name, format, long.Parse(bytes, CultureInfo.InvariantCulture), sha256)
        : throw new InvalidDataException($"'{line}' does not name a file of a publication.");

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, DayFormat, CultureInfo.InvariantCulture);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
