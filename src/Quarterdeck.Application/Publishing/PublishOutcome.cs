using Quarterdeck.Application.Abstractions;
using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Application.Publishing;

/// <summary>A file as the manifest lists it.</summary>
/// <param name="Name">File name.</param>
/// <param name="Format">The format it belongs to.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Hexadecimal, lower case.</param>
public sealed record PublishedFile(string Name, string Format, long Bytes, string Sha256);

/// <summary>A report of a pack that was written to its folder; no store remembers it.</summary>
/// <param name="Report">The report.</param>
/// <param name="Directory">Where it is now.</param>
/// <param name="Files">Its files, the manifest not among them.</param>
public sealed record PublishedReport(Report Report, string Directory, IReadOnlyList<PublishedFile> Files)
{
    /// <summary>What could not be shown as it was typed, file by file.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];
}

/// <summary>A publication with the bytes of the files asked for.</summary>
/// <param name="Version">As the store remembers it.</param>
/// <param name="Files">Its files, then the manifest that vouches for them.</param>
public sealed record IssuedReport(PublishedVersion Version, IReadOnlyList<ReportFile> Files)
{
    /// <summary>Whether the store remembers it from now on; else it did already.</summary>
    public bool IsNew { get; init; }

    /// <summary>What could not be shown as it was typed, file by file.</summary>
    public IEnumerable<Finding> Findings => Files.SelectMany(file => file.Findings);
}

/// <summary>A current publication that still shows figures as they were before they were corrected.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Refs">The indicators.</param>
public sealed record StillShown(string Id, IReadOnlyList<string> Refs)
{
    public string Sentence => $"{Id} still shows the earlier figures of {string.Join(", ", Refs)}. Correct it as well.";
}

/// <summary>What is being made now.</summary>
public sealed record PublishStep(string Report, string Format);

/// <summary>What came of asking for a publication.</summary>
public abstract record PublishOutcome
{
    private PublishOutcome()
    {
    }

    /// <summary>What happened, in a sentence.</summary>
    public abstract string Sentence { get; }

    /// <param name="Reports">In the pack's order; at least one.</param>
    /// <param name="IsCorrection">Whether a correction was asked for, which may turn out to correct nothing.</param>
    public sealed record Published(IReadOnlyList<IssuedReport> Reports, bool IsCorrection) : PublishOutcome
    {
        /// <summary>How many warnings and notes the check list has; null where there are no warnings.</summary>
        public string? Lesser { get; init; }

        /// <summary>The other current publications that still show a figure as it was before it was corrected.</summary>
        public IReadOnlyList<StillShown> StillShown { get; init; } = [];

        public override string Sentence => string.Join('\n', Reports.Select(SentenceOf));

        /// <summary>What happened to one of them.</summary>
        public string SentenceOf(IssuedReport report)
        {
            ArgumentNullException.ThrowIfNull(report);
            var version = report.Version;
            return report.IsNew ? $"{version.Id}: published{(version.Corrects is { } earlier ? $"; it corrects {earlier}" : string.Empty)}."
                : $"{version.Id}: the same as published on {version.PublishedOn:yyyy-MM-dd}, byte for byte"
                    + $"{(IsCorrection ? ", so there is nothing to correct" : string.Empty)}.";
        }
    }

    /// <summary>Asked for wrongly; nothing was done.</summary>
    /// <param name="Why">What is wrong and what is known instead.</param>
    public sealed record Refused(string Why) : PublishOutcome
    {
        public override string Sentence => Why;
    }

    /// <summary>The check list found errors that nobody accepted; nothing was done.</summary>
    /// <param name="Errors">Each once.</param>
    public sealed record Blocked(IReadOnlyList<Finding> Errors) : PublishOutcome
    {
        public override string Sentence => GateWords.Blocked(Errors);
    }

    /// <summary>What is stored does not make a pack; nothing was done.</summary>
    public sealed record NotSound : PublishOutcome
    {
        public override string Sentence => "What is stored does not make a sound pack. See: quarterdeck check --store ...";
    }

    /// <summary>The report would differ from what was published, and is not called a correction; nothing was done.</summary>
    /// <param name="Earlier">What was published.</param>
    /// <param name="Refs">The indicators whose figures differ; empty where only words do.</param>
    public sealed record Differs(PublishedVersion Earlier, IReadOnlyList<string> Refs) : PublishOutcome
    {
        public override string Sentence =>
            $"'{Earlier.Report}' with results to {Earlier.ResultsTo} was published on {Earlier.PublishedOn:yyyy-MM-dd} as {Earlier.Id}. "
            + (Refs.Count == 0 ? "Its figures are the same, its words are not." : $"It would show other figures for {string.Join(", ", Refs)}.")
            + " If this corrects it, say --correction, and tell readers what was wrong with --reason; nothing was published.";
    }

    /// <summary>It is published already, its files were not kept, and this version of the program makes them differently; nothing was done.</summary>
    /// <param name="Version">The publication.</param>
    /// <param name="ProgramVersion">This version of the program.</param>
    public sealed record MadeOtherwise(PublishedVersion Version, string ProgramVersion) : PublishOutcome
    {
        public override string Sentence =>
            $"{Version.Id} is published already, by Quarterdeck {Version.ProgramVersion}, and its files were not kept. This is {ProgramVersion}, "
                + $"which makes them differently. Use {Version.ProgramVersion} for the same bytes.";
    }

    /// <summary>Somebody changed what the report is made from while it was being made; nothing was published.</summary>
    public sealed record Conflicted : PublishOutcome
    {
        public override string Sentence =>
            "Others changed what this was made from while it was being made. Nothing was published; look at what changed and publish again.";
    }
}
