using Quarterdeck.Application.Publishing;
using Quarterdeck.Domain.Findings;
using Quarterdeck.Web.Snapshots;

namespace Quarterdeck.Web.Features.Start;

/// <summary>One person's own files on this computer: read into a pack, checked, shown, published. Nothing outlives the program but what is saved.</summary>
public interface IOwnFiles
{
    /// <summary>What was read last; null before anything was.</summary>
    OwnFilesReading? Reading { get; }

    /// <summary>Reads files that were chosen, in place of those before.</summary>
    /// <param name="files">Their names and what is in them.</param>
    /// <param name="council">The council's name; null for the one the files name.</param>
    /// <param name="yearStart">First month of its financial year, 1 to 12.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task<OwnFilesReading> ReadAsync(IReadOnlyList<OwnFile> files, string? council, int yearStart, CancellationToken cancellationToken);

    /// <summary>Reads the same files again, with what a person said of their columns.</summary>
    /// <param name="answers">For each question in order, one of <see cref="OwnFilesReading.Meanings"/>.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task<OwnFilesReading> ReadAgainAsync(IReadOnlyList<string> answers, CancellationToken cancellationToken);

    /// <summary>An empty workbook to begin with.</summary>
    byte[] NewWorkbook(string council, int yearStart, string frequency);

    /// <summary>What was read, as a workbook to go on with; null before anything was.</summary>
    byte[]? Workbook();

    /// <summary>Publishes every report of what was read, with the errors that are accepted and why.</summary>
    /// <returns>What came of it, and the files as a zip where they were written.</returns>
    Task<(PublishPackOutcome Outcome, byte[]? Zip)> PublishAsync(IReadOnlyList<string> accepted, string? reason, CancellationToken cancellationToken);
}

/// <param name="Name">As it is called where it lies; only its last part is used.</param>
/// <param name="Content">What is in it.</param>
public sealed record OwnFile(string Name, Stream Content);

/// <summary>What came of reading a person's files.</summary>
/// <param name="Files">Their names.</param>
/// <param name="Indicators">How many were found.</param>
/// <param name="Snapshot">What the site shows of them; null where they hold no pack.</param>
/// <param name="Findings">What is wrong or doubtful, errors first.</param>
public sealed record OwnFilesReading(IReadOnlyList<string> Files, int Indicators, DashboardSnapshot? Snapshot, IReadOnlyList<Finding> Findings)
{
    /// <summary>Numbers read, unsure and left out; null where the files were a pack already.</summary>
    public (int Read, int Unsure, int LeftOut)? Numbers { get; init; }

    /// <summary>What a person should say of a column.</summary>
    public IReadOnlyList<OwnFilesQuestion> Questions { get; init; } = [];

    /// <summary>What a column can be.</summary>
    public IReadOnlyList<string> Meanings { get; init; } = [];

    /// <summary>What else was noticed: a heading, and a sentence a line.</summary>
    public IReadOnlyList<(string Title, IReadOnlyList<string> Lines)> Noticed { get; init; } = [];
}

/// <param name="Column">Where it stands: sheet and heading.</param>
/// <param name="Reason">Why it is doubtful.</param>
/// <param name="Proposed">What it is taken for.</param>
public sealed record OwnFilesQuestion(string Column, string Reason, string Proposed);
