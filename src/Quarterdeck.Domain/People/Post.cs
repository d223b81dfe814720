using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Indicators;

namespace Quarterdeck.Domain.People;

/// <summary>Who holds a role for an area or an indicator, from one day to another.</summary>
public sealed record Post
{
    /// <summary>Code of the area; null when the post is for one indicator.</summary>
    public string? Area { get; init; }

    public IndicatorRef? Ref { get; init; }

    /// <summary>The role's code: <c>director</c>, <c>responsible-officer</c>, <c>cabinet-member</c>, <c>delivery-partner</c>, or the council's own.</summary>
    public required string Role { get; init; }

    public required string Holder { get; init; }

    public string? Title { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    public int? Order { get; init; }

    public Origin At { get; init; }

    public bool HeldOn(DateOnly date) => (From is not { } from || from <= date) && (To is not { } to || date <= to);
}
