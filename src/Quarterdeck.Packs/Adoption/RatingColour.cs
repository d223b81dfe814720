using System.Globalization;

namespace Quarterdeck.Packs.Adoption;

/// <summary>Which rating a fill colour stands for: councils' reds, ambers and greens, pale or strong.</summary>
internal static class RatingColour
{
    /// <param name="hex">Six digits, or eight with the opacity first.</param>
    /// <returns>Null for greys, blues and the pale tints of headings.</returns>
    public static string? Of(string hex)
    {
        if (!int.TryParse(hex.Length == 8 ? hex[2..] : hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var colour) || hex.Length is not (6 or 8))
        {
            return null;
        }

        var (red, green, blue) = (colour >> 16, (colour >> 8) & 255, colour & 255);
        var (most, least) = (Math.Max(red, Math.Max(green, blue)), Math.Min(red, Math.Min(green, blue)));
        if (most - least < 40 || most < 90)
        {
            return null;
        }

        var hue = (most == red ? 60.0 * (green - blue) / (most - least) : most == green ? 120 + (60.0 * (blue - red) / (most - least))
            : 240 + (60.0 * (red - green) / (most - least)) + 360) % 360;
        hue = hue < 0 ? hue + 360 : hue;
        return hue switch
        {
            < 22 or > 335 => "Red",
            < 66 => "Amber",
            > 75 and < 172 => "Green",
            _ => null,
        };
    }
}
