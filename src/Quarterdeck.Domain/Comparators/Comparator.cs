using Quarterdeck.Domain.Figures;
using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Domain.Comparators;

/// <summary>What others achieved: a benchmark with its own period and sometimes its own definition.</summary>
public sealed record Comparator
{
    public required IndicatorRef Ref { get; init; }

    /// <summary>Closing month of the period it speaks for.</summary>
    public required Month Closing { get; init; }

    /// <summary>The period as typed, for print: <c>year to December 2010</c>.</summary>
    public required string PeriodLabel { get; init; }

    public required string Name { get; init; }

    public required Figure Value { get; init; }

    /// <summary>Where it differs from the indicator's.</summary>
    public Unit? Unit { get; init; }

    public decimal? Lower { get; init; }

    public decimal? Upper { get; init; }

    public string? Note { get; init; }

    public Origin At { get; init; }
}
