using Quarterdeck.Domain.Figures;
using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Domain.Results;

/// <summary>How settled a result is. A forecast is never the latest result.</summary>
public enum ResultStatus
{
    Final,
    Provisional,
    Forecast,
    Estimated,
}

/// <summary>What was returned for one indicator and period.</summary>
public sealed record Result
{
    public required IndicatorRef Ref { get; init; }

    public required Period Period { get; init; }

    /// <summary>The value as typed, or why there is none; null when only numerator and denominator were given, or nothing.</summary>
    public Figure? Value { get; init; }

    public decimal? Numerator { get; init; }

    public decimal? Denominator { get; init; }

    /// <summary>A year to date typed by hand, where only the published figure is known. It wins over a computed one.</summary>
    public Figure? Ytd { get; init; }

    public ResultStatus Status { get; init; }

    /// <summary>Part of the whole this result speaks for (a district, a directorate); null: the whole.</summary>
    public string? Breakdown { get; init; }

    public string? Note { get; init; }

    /// <summary>What the program made the figure of, <c>3 months added up</c>; null where it was given.</summary>
    public string? MadeOf { get; init; }

    /// <summary>Decimal places shown where the indicator does not say; null shows them as typed.</summary>
    public int? Decimals { get; init; }

    /// <summary>A rating given by hand: the word of a band.</summary>
    public string? Rating { get; init; }

    /// <summary>Why it was given by hand.</summary>
    public string? RatingReason { get; init; }

    /// <summary>Who gave it.</summary>
    public string? RatingBy { get; init; }

    /// <summary>Who approved it: a second person.</summary>
    public string? RatingApprovedBy { get; init; }

    /// <summary>The same period of the year before, where history is not held.</summary>
    public Figure? PreviousYear { get; init; }

    /// <summary>The year to date of the same months of the year before, where history is not held.</summary>
    public Figure? PreviousYearYtd { get; init; }

    public Origin At { get; init; }
}
