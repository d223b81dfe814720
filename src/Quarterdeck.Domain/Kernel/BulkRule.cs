using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Ratings;
using Quarterdeck.Domain.Targets;

namespace Quarterdeck.Domain.Kernel;

/// <summary>How the series of one indicator are rated in bulk: the same settings a single rating takes, period by period.</summary>
public sealed record BulkRule
{
    public required RatingScheme Scheme { get; init; }

    public required Polarity Polarity { get; init; }

    /// <summary>Decimal places of the figures in the columns: 345 at one place is 34.5.</summary>
    public int Places { get; init; }

    /// <summary>Decimal places figures are shown, and so rated, with.</summary>
    public required int Decimals { get; init; }

    /// <summary>What numerator / denominator is multiplied by: 100 for a percentage.</summary>
    public int Per { get; init; } = 1;

    /// <summary>sum, ratio, mean, latest or none. A mean is of typed values, not of fractions.</summary>
    public required YtdMethod Ytd { get; init; }

    /// <summary>For each period, what its figure is held against.</summary>
    public required IReadOnlyList<Standard> Standards { get; init; }

    /// <summary>For each period, what the year to date at its end is held against.</summary>
    public required IReadOnlyList<Standard> YtdStandards { get; init; }

    /// <summary>For each period, whether the year to date starts in it.</summary>
    public required IReadOnlyList<bool> StartsYear { get; init; }
}
