using Quarterdeck.Application.Records;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Application.PriorReports;

/// <summary>One figure or word a past report printed that the data do not give.</summary>
/// <param name="Ref">The indicator.</param>
/// <param name="Round">Closing month of the reporting round.</param>
/// <param name="Period">Closing month of the period the figure speaks of; the round's where it speaks of none (milestones).</param>
/// <param name="Field">The column of <c>published</c>.</param>
/// <param name="Published">As printed.</param>
/// <param name="Computed">At the precision printed; null if it cannot be computed.</param>
/// <param name="Explanation">Why the data give that, or nothing.</param>
public sealed record Difference(
    IndicatorRef Ref, Month Round, Month Period, string Field, string Published, string? Computed, string Explanation)
{
    /// <summary>In the order written.</summary>
    public static IReadOnlyList<RecordField<Difference>> Fields { get; } =
    [
        new("ref", difference => difference.Ref.Value),
        new("round", difference => difference.Round.ToString()),
        new("period", difference => difference.Period.ToString()),
        new("field", difference => difference.Field),
        new("published", difference => difference.Published),
        new("computed", difference => difference.Computed),
        new("explanation", difference => difference.Explanation),
    ];
}
