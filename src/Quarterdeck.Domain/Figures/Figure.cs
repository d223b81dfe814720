using System.Globalization;

namespace Quarterdeck.Domain.Figures;

/// <summary>What one cell says: a number (its decimal places as typed, trailing zeros kept) or a marker with its words.</summary>
public readonly record struct Figure
{
    private Figure(decimal? number, Marker? marker, string? words)
    {
        Number = number;
        Marker = marker;
        Words = words;
    }

    /// <summary>The number, when there is one.</summary>
    public decimal? Number { get; }

    /// <summary>Why there is none.</summary>
    public Marker? Marker { get; }

    /// <summary>The reason in the council's words, <c>New in 2025/26</c>; of a number the grade it stands for, <c>Good</c>.</summary>
    public string? Words { get; }

    public static Figure Of(decimal number) => new(number, null, null);

    /// <param name="number">The grade's number.</param>
    /// <param name="grade">Its word.</param>
    public static Figure OfGrade(decimal number, string grade) => new(number, null, grade);

    public static Figure Of(Marker marker, string? words = null) => new(null, marker, string.IsNullOrWhiteSpace(words) ? null : words);

    public override string ToString() =>
        Number is { } number ? Words ?? number.ToString(CultureInfo.InvariantCulture)
        : Marker is { } marker ? Words is null ? marker.Code() : $"{marker.Code()}: {Words}"
        : string.Empty;
}
