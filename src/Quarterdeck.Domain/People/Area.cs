using Quarterdeck.Domain.Findings;

namespace Quarterdeck.Domain.People;

public enum AreaKind
{
    Department,
    Directorate,
    Division,
    ServiceArea,
}

/// <summary>A part of the organisation that answers for indicators.</summary>
public sealed record Area
{
    public required string Code { get; init; }

    public required string Name { get; init; }

    public string? Parent { get; init; }

    public AreaKind? Kind { get; init; }

    public int? Order { get; init; }

    /// <summary>Heading in the summary; by default the area's name.</summary>
    public string? SummaryGroup { get; init; }

    /// <summary>Place of the heading in the summary, which may differ from the order of the detail.</summary>
    public int? SummaryOrder { get; init; }

    public Origin At { get; init; }
}
