using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.People;

namespace Quarterdeck.Application.Website;

/// <summary>An area with the indicators it answers for.</summary>
/// <param name="Area">Null for those that no area answers for.</param>
/// <param name="Rated">Its indicators, in pack order.</param>
/// <param name="Tally">Those of them that are counted.</param>
public sealed record AreaStanding(Area? Area, IReadOnlyList<RatedIndicator> Rated, RatingTally Tally)
{
    public string Name => Area?.Name ?? "Other";
}
