using System.Globalization;

namespace Quarterdeck.Domain.Packs;

/// <summary>An organisation's colour: headings have it, and it is the background of white words.</summary>
public static class BrandColour
{
    /// <summary>The least contrast with white at which words can be read, by WCAG 2.2 (level AA).</summary>
    public const double LeastContrast = 4.5;

    /// <summary>Contrast ratio with white by WCAG 2.2, from 1 to 21.</summary>
    /// <param name="colour">As in CSS: <c>#00703c</c>, in either case.</param>
    /// <returns>Null where it is not a hash and six hexadecimal digits.</returns>
    public static double? ContrastWithWhite(string colour)
    {
        if (colour.Length != 7 || colour[0] != '#' || !colour.Skip(1).All(char.IsAsciiHexDigit))
        {
            return null;
        }

        var rgb = int.Parse(colour.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        var luminance = (0.2126 * Linear((rgb >> 16) & 255)) + (0.7152 * Linear((rgb >> 8) & 255)) + (0.0722 * Linear(rgb & 255));
        return 1.05 / (luminance + 0.05);
    }

    private static double Linear(int channel)
    {
        var share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }
}
