
namespace Quarterdeck.Domain.Packs;

/// <summary>What a column of an indicator table holds.</summary>
public enum ColumnKind
{
    Reference,
    Indicator,
    Period,
    LatestRating,
    YearToDate,
    YearToDateRating,
    Range,
    Lower,
    Upper,
    Target,
    Floor,

    /// <summary>A line of the last figures.</summary>
    Trend,
    Direction,

    /// <summary>The last forecast of the year, where the report is set up to show it.</summary>
    Forecast,
    ForecastRating,
    PreviousYear,
}
