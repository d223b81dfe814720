using System.Globalization;
using Quarterdeck.Domain.Numbers;

namespace Quarterdeck.Application.Records;

/// <summary>A decimal as records carry it: every digit it has, trailing zeros as typed.</summary>
public static class ExactDecimal
{
    /// <summary>Places after which a fraction that may not end is cut, rounded half away from zero.</summary>
    public const int MostPlaces = 12;

    public static string? Text(decimal? value) => value is { } number
        ? (number.Scale > MostPlaces ? Rounding.To(number, MostPlaces) : number).ToString(CultureInfo.InvariantCulture)
        : null;
}
