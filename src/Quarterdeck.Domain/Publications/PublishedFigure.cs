using Quarterdeck.Domain.Figures;
using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Domain.Publications;

/// <summary>What a past report printed for an indicator, kept beside what is computed and never overwritten.</summary>
public sealed record PublishedFigure
{
    public required IndicatorRef Ref { get; init; }

    /// <summary>Closing month of the reporting round.</summary>
    public required Month Round { get; init; }

    /// <summary>Closing month of the period printed; null: the latest in the round.</summary>
    public Month? Period { get; init; }

    public Month? YtdPeriod { get; init; }

    public Figure? Value { get; init; }

    /// <summary>The band's label as printed.</summary>
    public string? Rating { get; init; }

    public Figure? Ytd { get; init; }

    public string? YtdRating { get; init; }

    /// <summary>Yes, Above or Below.</summary>
    public string? Range { get; init; }

    public string? Direction { get; init; }

    public string? PreviousRating { get; init; }

    public Origin At { get; init; }
}
