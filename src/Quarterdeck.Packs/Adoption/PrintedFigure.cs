using System.Text.RegularExpressions;
using Quarterdeck.Packs.Cells;

namespace Quarterdeck.Packs.Adoption;

/// <summary>A figure of a source as read.</summary>
/// <param name="Number">The number, in percent where it has a sign; null for words and markers.</param>
/// <param name="Marker">Why there is no number, as a pack writes it.</param>
/// <param name="Fault">Why it is neither, in words that follow the value; null where it was read.</param>
internal readonly record struct ReadFigure(decimal? Number, string? Marker, string? Fault)
{
    public bool IsPercent { get; init; }

    public string? Currency { get; init; }

    /// <summary>A unit that stood behind the number: <c>days</c>.</summary>
    public string? Unit { get; init; }

    /// <summary>What a sign before a target says: at least is higher, at most is lower.</summary>
    public string? Polarity { get; init; }

    /// <summary><c>provisional</c>, <c>estimated</c> or <c>forecast</c>; null for final.</summary>
    public string? Status { get; init; }
}

/// <summary>Reads figures as papers print them: with marks of footnotes, units behind and signs before.</summary>
internal static partial class PrintedFigure
{
    public static ReadFigure Read(string text)
    {
        var plain = Footnote().Replace(Label().Replace(text.Replace('\n', ' ').Trim(), string.Empty), "$1").Trim();
        var sign = Sign().Match(plain);
        plain = sign.Success ? plain[sign.Length..] : plain;
        var unit = UnitBehind().Match(plain);
        plain = unit.Success ? plain[..unit.Index].Trim() : plain;
        if (NumberText.TryRead(plain, hasDoubtfulCommas: false, out var number, out var fault))
        {
            return new ReadFigure(number.Value, null, null)
            {
                IsPercent = number.IsPercent,
                Currency = number.Currency,
                Unit = unit.Success ? UnitText.Read(unit.Groups[1].Value.ToLowerInvariant()).Code : null,
                Polarity = !sign.Success ? null : Below().IsMatch(sign.Value) ? "lower" : "higher",
                Status = number.Status is Domain.Results.ResultStatus.Final ? null : number.Status.ToString()?.ToLowerInvariant(),
            };
        }

        return Marker(text.Trim()) is { } marker ? new ReadFigure(null, marker, null)
            : new ReadFigure(null, null, text.Any(char.IsAsciiDigit) ? Why(fault) : "is not a figure");
    }

    /// <summary>The rating a cell prints, by its word, letter or colour; null when it prints none.</summary>
    public static string? Rating(SourceCell cell)
    {
        var word = NotLetters().Replace(cell.Text, string.Empty).ToLowerInvariant();
        return word switch
        {
            "red" or "r" => "Red",
            "amber" or "a" or "yellow" => "Amber",
            "green" or "g" => "Green",
            "" => cell.Colour,
            _ => null,
        };
    }

    /// <summary>A marker as a pack writes it; null when the text is none.</summary>
    private static string? Marker(string text) =>
        MarkerText.TryRead(text, out var marker) ? marker.ToString()
        : text.StartsWith("new in ", StringComparison.OrdinalIgnoreCase) ? "new: " + text
        : string.Equals(text, "not available", StringComparison.OrdinalIgnoreCase) ? "not-available"
        : null;

    private static string Why(NumberFault? fault) => fault is null ? "is not a number" : "is not a number that can be read in one way only";

    [GeneratedRegex(
        @"(?<=[\d%)km])(\s?\[(?:[per]|est|prov|rev|low)\])?\s*(?:\[\d{1,2}\]|\*+|[\u2020\u2021\u00B9\u00B2\u00B3\u2070-\u2079]+)+$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Footnote();

    [GeneratedRegex(@"^(?:[<>≤≥]=?|at least|at most|under|over|more than|less than|up to)\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Sign();

    [GeneratedRegex(@"(?<=\d)\s+(days?|hours?|hrs|minutes?|mins|seconds?|secs|weeks?|months|fte)\.?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex UnitBehind();

    [GeneratedRegex(@"(?<=[\d%]) \([A-Za-z]{3,} [A-Za-z ]+\)$", RegexOptions.CultureInvariant)]
    private static partial Regex Label();

    [GeneratedRegex("^(?:<|≤|at most|under|less|up to)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Below();

    [GeneratedRegex("[^A-Za-z]", RegexOptions.CultureInvariant)]
    private static partial Regex NotLetters();
}
