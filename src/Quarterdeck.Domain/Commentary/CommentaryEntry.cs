using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Domain.Commentary;

public enum CommentaryKind
{
    Commentary,
    Action,
    Risk,
    Assurance,
    Footnote,
    Highlight,
}

/// <summary>What the assurance team has done about a called-in indicator.</summary>
public enum AssuranceState
{
    None,
    Waived,
    Scheduled,
    Reviewed,
    Actions,
}

/// <summary>A text of one reporting round: about indicators, or about an area, or about the report when it names neither.</summary>
public record CommentaryEntry
{
    /// <summary>Closing month of the reporting round.</summary>
    public required Month Round { get; init; }

    public required CommentaryKind Kind { get; init; }

    /// <summary>Markdown subset: bold, links, lists; a blank line separates paragraphs.</summary>
    public required string Text { get; init; }

    public IReadOnlyList<IndicatorRef> Refs { get; init; } = [];

    public string? Area { get; init; }

    /// <summary>A heading within the kind: <c>In the longer term</c>.</summary>
    public string? Group { get; init; }

    public AssuranceState? State { get; init; }

    /// <summary>Order of the risk an action answers.</summary>
    public int? Answers { get; init; }

    public string? Author { get; init; }

    public DateOnly? WrittenOn { get; init; }

    public int? Order { get; init; }

    public Origin At { get; init; }
}
