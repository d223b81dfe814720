namespace Quarterdeck.Domain.Targets;

/// <summary>What one figure is held against: the rows in force for its period and scope, profiles applied, rounded as displayed.</summary>
public sealed record TargetSet
{
    public static readonly TargetSet None = new();

    public decimal? Target { get; init; }

    public decimal? Floor { get; init; }

    public decimal? Lower { get; init; }

    public decimal? Upper { get; init; }

    /// <summary>The target in words (<c>Date met</c>), where it is not a number.</summary>
    public string? Text { get; init; }

    /// <summary>Where the target comes from: a comparator's name, <c>previous year</c>, or the row's label.</summary>
    public string? Label { get; init; }

    /// <summary>Why there is no target, where more is known than that none is set: <c>no target for the year to date</c>.</summary>
    public string? WhyNone { get; init; }

    /// <summary>The row the target came from; null when there is none.</summary>
    public Target? Row { get; init; }
}
