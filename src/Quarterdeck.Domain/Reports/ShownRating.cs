using Quarterdeck.Domain.Ratings;

namespace Quarterdeck.Domain.Reports;

/// <summary>A rating as a report shows it.</summary>
/// <param name="Band">Its band, for shape and colour; null when not rated.</param>
/// <param name="Words">The band's word, or the words in its place.</param>
/// <param name="Remark">What a reader must know beside it: <c>as published</c>, <c>stale</c>; null when nothing.</param>
public sealed record ShownRating(Band? Band, string Words, string? Remark)
{
    /// <summary>Why there is none, in full; null when there is one.</summary>
    public string? Reason { get; init; }
}
