using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Publications;

namespace Quarterdeck.Domain.Reports;

/// <summary>
/// A report of any kind, complete and in reading order: a title and the parts its settings ask for. It shows what the rated
/// records say and computes nothing of its own.
/// </summary>
public sealed record Report
{
    public required ReportDefinition Definition { get; init; }

    public required Labels Labels { get; init; }

    public required TitleBlock Title { get; init; }

    /// <summary>In the order of the report's sections. A section with nothing to show has no part.</summary>
    public required IReadOnlyList<ReportPart> Parts { get; init; }

    /// <summary>Every rated record of the report, in the order of the pack.</summary>
    public required IReadOnlyList<RatedIndicator> Rated { get; init; }

    /// <summary>The errors that were known when it was published.</summary>
    public IReadOnlyList<AcceptedError> Accepted { get; init; } = [];

    /// <summary>The report that is bound in behind it; null where none is.</summary>
    public Report? Appendix { get; init; }

    /// <summary>The first part of a kind; null when the report has none.</summary>
    public T? Part<T>()
        where T : ReportPart => Parts.OfType<T>().FirstOrDefault();
}

/// <summary>The heading of the report.</summary>
public sealed record TitleBlock
{
    public required string Organisation { get; init; }

    /// <summary>A BCP 47 language tag: <c>en-GB</c>.</summary>
    public string Language { get; init; } = "en-GB";

    /// <summary>The address of the licence the data may be used under; null where the organisation names none.</summary>
    public string? Licence { get; init; }

    public required string Title { get; init; }

    /// <summary><c>2025/26</c>.</summary>
    public required string FinancialYear { get; init; }

    /// <summary>Results closing by this month's end are in the report.</summary>
    public required Month ResultsTo { get; init; }

    /// <summary>The latest months the report really has: <c>September and October 2025</c>.</summary>
    public required string ResultsToWords { get; init; }

    public IReadOnlyList<string> Authors { get; init; } = [];

    public string? Committee { get; init; }

    public DateOnly? MeetingOn { get; init; }

    public string? Recommendation { get; init; }

    public string? Classification { get; init; }

    /// <summary>The day it was published; null for what is only looked at.</summary>
    public DateOnly? PublishedOn { get; init; }

    /// <summary>What it corrects; null for a first version.</summary>
    public Correction? Corrects { get; init; }
}

/// <summary>That a report corrects one published before.</summary>
/// <param name="Version">Counted from 1; the first correction is version 2.</param>
/// <param name="Earlier">The day the version before was published.</param>
/// <param name="Note">What was wrong, for readers.</param>
public sealed record Correction(int Version, DateOnly Earlier, string Note);
