using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Ratings;
using Quarterdeck.Domain.Results;
using Quarterdeck.Domain.Targets;

namespace Quarterdeck.Domain.Assessment;

/// <summary>One own period of an indicator with its figure, standard and rating: a column of its trend table, a point of its chart.</summary>
/// <param name="Period">The period.</param>
/// <param name="Result">What was returned; null when nothing was (a gap, or a future period with a target).</param>
/// <param name="Value">Exact value; null when there is none.</param>
/// <param name="Displayed">As printed, unit included: <c>99.8%</c>, <c>n/a</c>, empty when nothing was returned.</param>
/// <param name="Standard">The target, floor and thresholds of that period.</param>
/// <param name="Rating">Rating of that period.</param>
public sealed record RatedPeriod(Period Period, Result? Result, decimal? Value, string Displayed, TargetSet Standard, RatingOutcome Rating)
{
    /// <summary>Decimal places the value is shown with.</summary>
    public int Decimals { get; init; }

    public bool IsForecast => Result is { Status: ResultStatus.Forecast };
}
