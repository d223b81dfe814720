using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Packs.Adoption;

/// <summary>What a column of a source is taken for. The words are those of <c>mapping.csv</c>.</summary>
internal enum ColumnRole
{
    Unknown,

    /// <summary>Known, and of no use to a pack: a page number, a drawing, a total of the others.</summary>
    Ignore,
    Ref,
    Title,
    Area,
    Owner,
    CabinetMember,
    Unit,
    Polarity,
    Frequency,
    Period,
    Value,
    Numerator,
    Denominator,
    Target,
    Floor,
    Lower,
    Upper,

    /// <summary>Two thresholds in one cell, the upper first.</summary>
    UpperLower,
    LowerUpper,
    Ytd,
    YtdTarget,
    YtdRating,
    Rating,
    PreviousRating,
    PreviousYear,
    PreviousYearYtd,
    Range,
    Direction,
    Commentary,
    Note,
}

/// <summary>A column of a block as it is understood.</summary>
/// <param name="Place">From 0.</param>
/// <param name="Heading">As it stands, of two rows joined.</param>
/// <param name="Role">What it is taken for.</param>
/// <param name="Reason">Why, in words.</param>
internal sealed record AdoptedColumn(int Place, string Heading, ColumnRole Role, string Reason)
{
    /// <summary>The period its figures are of, where the heading or the sheet says so.</summary>
    public PeriodHeading? Period { get; init; }

    /// <summary>Why a person should look; null where nothing is doubtful.</summary>
    public string? Doubt { get; init; }
}

/// <summary>A period as a heading names it.</summary>
/// <param name="Closing">The month it closes in.</param>
/// <param name="Frequency">As far as the form of the heading says; a month may also close a quarter.</param>
/// <param name="IsYearAssumed">The year is not written anywhere.</param>
internal readonly record struct PeriodHeading(Month Closing, Frequency? Frequency, bool IsYearAssumed = false)
{
    /// <summary>The heading itself names no year.</summary>
    public bool IsBare { get; init; }
}
