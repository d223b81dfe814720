using Quarterdeck.Domain.Findings;

namespace Quarterdeck.Domain.Objectives;

public enum ObjectiveKind
{
    Plan,
    Ambition,
    Priority,
    CoreArea,
    Outcome,
}

/// <summary>What indicators serve: a plan, its ambitions and priorities.</summary>
public sealed record Objective
{
    public required string Code { get; init; }

    public required string Title { get; init; }

    public string? Parent { get; init; }

    public ObjectiveKind? Kind { get; init; }

    public Origin At { get; init; }
}
