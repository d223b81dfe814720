using Quarterdeck.Domain.Indicators;

namespace Quarterdeck.Domain.Access;

/// <summary>A role that a person holds for an area, for named indicators or for the whole organisation, from one day to another.</summary>
public sealed record Grant
{
    public required Role Role { get; init; }

    /// <summary>Level of an approver, 1 to 3; 0 for every other role.</summary>
    public int Level { get; init; }

    /// <summary>Code of the area, which stands for everything below it; null where no area is named.</summary>
    public string? Area { get; init; }

    /// <summary>Only these indicators; empty where none is named.</summary>
    public IReadOnlyList<IndicatorRef> Indicators { get; init; } = [];

    public required DateOnly From { get; init; }

    /// <summary>The last day; null for no end.</summary>
    public DateOnly? To { get; init; }

    public bool IsForAll => Area is null && Indicators.Count == 0;

    public bool HoldsOn(DateOnly date) => From <= date && (To is not { } to || date <= to);

    public bool Covers(AccessSubject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return IsForAll || (Area is { } area && subject.Areas.Contains(area)) || (subject.Indicator is { } indicator && Indicators.Contains(indicator));
    }
}

/// <summary>What something is done to.</summary>
/// <param name="Areas">Codes of its area and of every area above it.</param>
/// <param name="Indicator">Null where it is about no single indicator.</param>
public sealed record AccessSubject(IReadOnlyCollection<string> Areas, IndicatorRef? Indicator)
{
    /// <summary>The organisation as a whole.</summary>
    public static AccessSubject Whole { get; } = new([], null);
}

/// <summary>A person stands in for another, from one day to another, with the other's grants.</summary>
/// <param name="Absent">Who is away.</param>
/// <param name="Delegate">Who acts.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
public sealed record Delegation(PersonId Absent, PersonId Delegate, DateOnly From, DateOnly To)
{
    public bool HoldsOn(DateOnly date) => From <= date && date <= To;
}

/// <summary>What gives a person the right to act: a role, of their own or of someone they stand in for.</summary>
/// <param name="Role">The role.</param>
/// <param name="Level">Level of an approver; else 0.</param>
/// <param name="For">Whom the person stands in for; null for nobody.</param>
public sealed record Authority(Role Role, int Level, PersonId? For);
