namespace Quarterdeck.Domain.Reports;

/// <summary>All there is to say of one indicator, on a page or two of its own.</summary>
public sealed record IndicatorSheet
{
    /// <summary>Its explanation, definition, posts, comparators, directions and trend.</summary>
    public required IndicatorDetail Detail { get; init; }

    public required ShownRating Latest { get; init; }

    public required ShownRating YearToDate { get; init; }

    /// <summary>Directorate and division, outermost first.</summary>
    public IReadOnlyList<NamedArea> Areas { get; init; } = [];

    /// <summary>Commentary, actions, risks and assurance.</summary>
    public required NarrativeGroup Narrative { get; init; }
}

/// <summary>An area as a report names it.</summary>
/// <param name="Kind">What it is: <c>Directorate</c>; null when the pack does not say.</param>
/// <param name="Name">Its name.</param>
public sealed record NamedArea(string? Kind, string Name);

/// <summary>A programme looked at closely.</summary>
/// <param name="Name">What it is called: the area's name.</param>
/// <param name="Facts">Priority, directorate, who answers for it: headings with their text.</param>
/// <param name="Texts">Purpose, actions, milestones, each under its heading.</param>
/// <param name="Tables">Its indicators.</param>
public sealed record Programme(string Name, IReadOnlyList<PostHolders> Facts, IReadOnlyList<NarrativeGroup> Texts, IReadOnlyList<IndicatorTable> Tables);

/// <summary>An objective in the tree of a plan.</summary>
/// <param name="Depth">From 0.</param>
/// <param name="Title">Its title.</param>
/// <param name="Kind">What it is: <c>Ambition</c>; null when the pack does not say.</param>
/// <param name="Indicators">How many of the report's indicators serve it directly.</param>
public sealed record ObjectiveLine(int Depth, string Title, string? Kind, int Indicators);
