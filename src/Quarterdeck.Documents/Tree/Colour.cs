using System.Globalization;

namespace Quarterdeck.Documents.Tree;

/// <summary>An sRGB colour.</summary>
public readonly record struct Colour(byte Red, byte Green, byte Blue)
{
    public static readonly Colour White = new(255, 255, 255);

    public string Hex => string.Create(CultureInfo.InvariantCulture, $"#{Red:x2}{Green:x2}{Blue:x2}");

    /// <summary>From <c>#00703c</c>.</summary>
    /// <exception cref="FormatException">Not a hash and six hexadecimal digits.</exception>
    public static Colour Parse(string hex) =>
        hex.Length == 7 && hex[0] == '#' && int.TryParse(hex.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb)
            ? new Colour((byte)((rgb >> 16) & 255), (byte)((rgb >> 8) & 255), (byte)(rgb & 255))
            : throw new FormatException($"'{hex}' is not a colour: write a hash and six hexadecimal digits, such as #00703c.");

    /// <summary>A light tint: this much of the colour, in per cent, on white.</summary>
    public Colour Tint(int percent) => new(Mixed(Red, percent), Mixed(Green, percent), Mixed(Blue, percent));

    /// <summary>Contrast ratio by WCAG 2.2, from 1 to 21.</summary>
    public double ContrastWith(Colour other)
    {
        var (one, two) = (Luminance(), other.Luminance());
        return (Math.Max(one, two) + 0.05) / (Math.Min(one, two) + 0.05);
    }

    public override string ToString() => Hex;

    private static byte Mixed(byte channel, int percent) => (byte)(255 - ((255 - channel) * percent / 100));

    private static double Linear(byte channel)
    {
        var share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }

    private double Luminance() => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));
}
