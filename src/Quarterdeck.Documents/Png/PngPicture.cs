namespace Quarterdeck.Documents.Png;

/// <summary>A picture read from a PNG file and found sound.</summary>
public sealed class PngPicture
{
    internal PngPicture(int width, int height, byte[] file, byte[] pixels)
    {
        (Width, Height, File, Pixels) = (width, height, file, pixels);
    }

    /// <summary>In pixels.</summary>
    public int Width { get; }

    /// <summary>In pixels.</summary>
    public int Height { get; }

    /// <summary>The file with nothing in it but the picture: no words, no places, no dates.</summary>
    public ReadOnlyMemory<byte> File { get; }

    /// <summary>Rows from the top, three bytes a pixel, laid on white where the picture lets it through.</summary>
    public ReadOnlyMemory<byte> Pixels { get; }
}

/// <summary>What came of reading a PNG: a picture, or the reason why not.</summary>
/// <param name="Picture">Null when refused.</param>
/// <param name="Refusal">A sentence; null when read.</param>
public sealed record PngReading(PngPicture? Picture, string? Refusal);
