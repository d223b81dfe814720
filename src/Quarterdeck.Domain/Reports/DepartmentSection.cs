namespace Quarterdeck.Domain.Reports;

/// <summary>A department or directorate with the areas below it.</summary>
public sealed record DepartmentSection(string? Code, string Name, IReadOnlyList<AreaSection> Areas);

/// <summary>A service area or division: who answers for it, and its indicators.</summary>
public sealed record AreaSection
{
    /// <summary>Null for indicators no area answers for.</summary>
    public string? Code { get; init; }

    public required string Name { get; init; }

    /// <summary>Those in post on the report's date, by role.</summary>
    public IReadOnlyList<PostHolders> Posts { get; init; } = [];

    public required IReadOnlyList<IndicatorTable> Tables { get; init; }

    /// <summary>Texts about the area rather than one of its indicators.</summary>
    public IReadOnlyList<NarrativeGroup> Narrative { get; init; } = [];
}
