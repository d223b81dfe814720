using System.Globalization;
using Quarterdeck.Domain.Packs;

namespace Quarterdeck.Packs.Cells;

/// <summary>Checks what is typed for the organisation's own look. It goes into style sheets and file names, so little is let through.</summary>
internal static class BrandText
{
    private const int LongestFont = 60;
    private const int LongestLogo = 100;

    /// <param name="Code">Of the finding.</param>
    /// <param name="Message">What is the matter.</param>
    /// <param name="Expected">What was expected.</param>
    /// <param name="Remedy">What to do about it.</param>
    internal sealed record Fault(string Code, string Message, string Expected, string Remedy);

    /// <summary>What is wrong with a value; null when nothing is.</summary>
    public static Fault? Wrong(string key, string value) => key switch
    {
        "brand.colour" => WrongColour(value),
        "brand.font" when value.Length > LongestFont || !value.All(letter => letter == ' ' || char.IsAsciiLetterOrDigit(letter)) => new Fault(
            "not-a-font-name",
            $"\"{value}\" is not the name of a font family.",
            $"letters, digits and spaces, at most {LongestFont}",
            "Write the family's name as Word lists it, such as Arial or Gill Sans MT."),
        "brand.logo" when !IsFileName(value) => new Fault(
            "not-a-logo-name",
            $"\"{value}\" is not the name of a PNG file without folders.",
            $"a file name such as logo.png: letters, digits, spaces, dots, hyphens and underscores, at most {LongestLogo}",
            "Put the file beside the tables of the pack and write its name alone, such as logo.png."),
        _ => null,
    };

    private static Fault? WrongColour(string value)
    {
        const string Expected = "a hash and six hexadecimal digits, such as #12436d";
        if (BrandColour.ContrastWithWhite(value) is not { } contrast)
        {
            return new Fault("not-a-colour", $"\"{value}\" is not a colour.", Expected, "Write a hash and six hexadecimal digits, such as #12436d.");
        }

        // Cut, not rounded: 4.499 must not read as the 4.5 it falls short of.
        var told = (Math.Floor(contrast * 100) / 100).ToString("0.00", CultureInfo.InvariantCulture);
        return contrast >= BrandColour.LeastContrast ? null : new Fault(
            "low-contrast",
            $"The colour {value} has a contrast of {told} to 1 with white; headings in it, and white words on it, need at least 4.5 to 1 to be read.",
            "a colour with a contrast of at least 4.5 to 1 with white",
            "Write a darker shade of it.");
    }

    private static bool IsFileName(string value) =>
        value.Length is > 4 and <= LongestLogo
        && value.EndsWith(".png", StringComparison.OrdinalIgnoreCase)
        && char.IsLetterOrDigit(value[0])
        && value.All(letter => char.IsLetterOrDigit(letter) || letter is ' ' or '.' or '-' or '_');
}
