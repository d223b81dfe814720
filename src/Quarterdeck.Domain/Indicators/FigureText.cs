using System.Globalization;
using Quarterdeck.Domain.Figures;

namespace Quarterdeck.Domain.Indicators;

/// <summary>A figure as readers see it: rounded once, with thousands separators and its unit. The only place figures become text.</summary>
public static class FigureText
{
    private static readonly NumberFormatInfo Format = new() { NumberGroupSeparator = ",", NumberDecimalSeparator = ".", NegativeSign = "-" };

    /// <summary>For a table cell: <c>97.0%</c>, <c>£1,250k</c>, <c>24.4</c>. The column or title says what is counted.</summary>
    /// <param name="indicator">Gives unit and scale.</param>
    /// <param name="rounded">The number, already rounded; shown with the decimal places it has.</param>
    public static string Cell(Indicator indicator, decimal rounded) =>
        indicator.Grades?.WordOf(rounded) ?? Cell(indicator.Unit, indicator.Scale, rounded);

    public static string Cell(Unit unit, decimal scale, decimal rounded)
    {
        var digits = Math.Abs(rounded).ToString("N" + rounded.Scale.ToString(CultureInfo.InvariantCulture), Format);
        var sign = rounded < 0 ? "-" : string.Empty;
        return sign + unit.Prefix + digits + Thousands(scale) + unit.Suffix;
    }

    /// <summary>For a sentence or record, unit in words where the sign alone would not say it: <c>24.4 days</c>, <c>56 per 10,000</c>.</summary>
    public static string Full(Indicator indicator, decimal rounded)
    {
        var words = indicator.Unit.Words;
        var cell = Cell(indicator, rounded);
        return words.Length == 0 ? cell : $"{cell} {(Math.Abs(rounded) == 1 && indicator.Scale == 1 ? Single(words) : words)}";
    }

    /// <summary>How far apart two figures are, without a direction: <c>2 percentage points</c>, <c>1.4 days</c>, <c>£30k</c>.</summary>
    /// <param name="indicator">Gives unit and scale.</param>
    /// <param name="apart">One displayed figure less the other, of any sign.</param>
    public static string Apart(Indicator indicator, decimal apart)
    {
        var size = Math.Abs(apart);
        return indicator.Unit.IsGraded ? $"{Plain(size)} {(size == 1 ? "grade" : "grades")}"
            : indicator.Unit.IsPercent ? $"{Cell(Unit.Number, indicator.Scale, size)} percentage {(size == 1 ? "point" : "points")}" : Full(indicator, size);
    }

    /// <summary>One of them: <c>day</c> of <c>days</c>.</summary>
    private static string Single(string words) => words.EndsWith('s') && !words.EndsWith("ss", StringComparison.Ordinal) ? words[..^1] : words;

    /// <summary>A number in prose without a unit: <c>1,250</c>.</summary>
    public static string Plain(decimal number) => Cell(Unit.Number, 1, number);

    /// <summary>A typed figure in a cell: its number as typed, or its marker's words.</summary>
    public static string Cell(Indicator indicator, Figure figure) =>
        figure.Number is { } number ? Cell(indicator, number) : figure.Words ?? figure.Marker?.Shown() ?? string.Empty;

    private static string Thousands(decimal scale) => scale switch
    {
        1000 => "k",
        1000000 => "m",
        _ => string.Empty,
    };
}
