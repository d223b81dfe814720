using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Domain.Publications;

/// <summary>What a council decided about the findings of one code.</summary>
public enum DecisionState
{
    /// <summary>Not reported. For warnings and notes only.</summary>
    Off,

    /// <summary>Known and published all the same, with the reason beside it.</summary>
    Accepted,
}

/// <summary>A row of the table <c>checks</c>.</summary>
public sealed record CheckDecision
{
    public required string Code { get; init; }

    /// <summary>The indicator it is about; null: every finding of the code.</summary>
    public IndicatorRef? Ref { get; init; }

    public required DecisionState State { get; init; }

    public required string Reason { get; init; }

    /// <summary>The last reporting round it holds for; null: until the row is removed.</summary>
    public Month? Until { get; init; }

    public Origin At { get; init; }

    /// <summary>As <c>--accept</c> names it: <c>dead-link:FN08</c>.</summary>
    public string Name => Ref is { } reference ? $"{Code}:{reference}" : Code;

    public bool IsAbout(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return string.Equals(finding.Code, Code, StringComparison.OrdinalIgnoreCase) && (Ref is not { } reference || finding.Ref == reference.Value);
    }
}
