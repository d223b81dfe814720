using Quarterdeck.Documents.Png;

namespace Quarterdeck.Documents.Tree;

/// <summary>The look of an organisation's documents. What it leaves out is as the program has it.</summary>
public sealed record Brand
{
    /// <summary>Everything as the program has it.</summary>
    public static readonly Brand None = new();

    /// <summary>Of headings, bars and rules; white words stand on it. Charts keep their own colours.</summary>
    public Colour? Accent { get; init; }

    /// <summary>Family of the letters in Word files, where the reader's machine has it.</summary>
    public string? WordFont { get; init; }

    /// <summary>Stands above the title.</summary>
    public Logo? Logo { get; init; }
}

/// <summary>A picture above the title.</summary>
/// <param name="Picture">The picture.</param>
/// <param name="Alt">What it says to those who cannot see it; not blank.</param>
public sealed record Logo(PngPicture Picture, string Alt)
{
    private const double MostWidth = 70 * PointsPerMillimetre;
    private const double MostHeight = 18 * PointsPerMillimetre;
    private const double PointsPerMillimetre = 72 / 25.4;

    /// <summary>A pixel is never drawn larger than a CSS pixel: a small logo stays sharp.</summary>
    private const double MostPerPixel = 0.75;

    /// <summary>In points, with <see cref="Height"/> the largest that fits 70 by 18 mm.</summary>
    public double Width => Picture.Width * PerPixel;

    /// <summary>In points.</summary>
    public double Height => Picture.Height * PerPixel;

    private double PerPixel => Math.Min(MostPerPixel, Math.Min(MostWidth / Picture.Width, MostHeight / Picture.Height));
}
