using System.Buffers;

namespace Quarterdeck.Documents.Png;

/// <summary>How the pixels of a PNG hold their colours, by the number the format gives it.</summary>
internal enum PngColours
{
    Grey = 0,
    Colour = 2,
    Palette = 3,
    GreyWithAlpha = 4,
    ColourWithAlpha = 6,
}

/// <summary>Why a PNG is not read; it never leaves the reader.</summary>
internal sealed class PngRefusalException(string message) : Exception(message);

/// <summary>The parts of a PNG that make the picture, gathered chunk by chunk.</summary>
internal sealed class PngParts(int width, int height, PngColours colours)
{
    private const int MostColours = 256;
    private const string Misplaced = "The file is damaged: its parts stand in the wrong order.";

    private readonly ArrayBufferWriter<byte> _packed = new();

    public int Width { get; } = width;

    public int Height { get; } = height;

    public PngColours Colours { get; } = colours;

    /// <summary>Three bytes a colour; empty where there is none.</summary>
    public byte[] Palette { get; private set; } = [];

    /// <summary>Of a palette, how opaque its first colours are; otherwise the one colour that is not there, two bytes a channel.</summary>
    public byte[]? Transparent { get; private set; }

    public int Channels => Colours switch
    {
        PngColours.Grey or PngColours.Palette => 1,
        PngColours.GreyWithAlpha => 2,
        PngColours.Colour => 3,
        PngColours.ColourWithAlpha => 4,
    };

    /// <summary>The packed rows, from their beginning.</summary>
    public Stream Packed() => new MemoryStream(_packed.WrittenSpan.ToArray(), writable: false);

    /// <returns>Whether the chunk is part of the picture: others say something about it and are left out.</returns>
    public bool Take(string type, string before, ReadOnlySpan<byte> content)
    {
        switch (type)
        {
            case "IHDR":
                return true;
            case "IEND":
                PngReader.Demand(_packed.WrittenCount > 0 && content.Length == 0, "The file is damaged: there is no picture in it.");
                return true;
            case "PLTE":
                PngReader.Demand(
                    _packed.WrittenCount == 0 && Palette.Length == 0 && Transparent is null && Colours is not (PngColours.Grey or PngColours.GreyWithAlpha),
                    Misplaced);
                PngReader.Demand(
                    content.Length is > 0 and <= 3 * MostColours && content.Length % 3 == 0,
                    "The file is damaged: its palette has the wrong length.");
                Palette = content.ToArray();
                return true;
            case "tRNS":
                PngReader.Demand(_packed.WrittenCount == 0 && Transparent is null, Misplaced);
                PngReader.Demand(content.Length > 0 && IsLength(content.Length), "The file is damaged: its transparency has the wrong length.");
                Transparent = content.ToArray();
                return true;
            case "IDAT":
                PngReader.Demand((_packed.WrittenCount == 0 || before == "IDAT") && (Colours != PngColours.Palette || Palette.Length > 0), Misplaced);
                _packed.Write(content);
                return true;
            default:
                // A small first letter says that the picture can be drawn without it.
                PngReader.Demand(char.IsAsciiLetterLower(type[0]), "The file has a part that is needed to draw it and that no PNG reader has to know.");
                return false;
        }
    }

    private bool IsLength(int length) => Colours switch
    {
        PngColours.Grey => length == 2,
        PngColours.Colour => length == 6,
        PngColours.Palette => length <= Palette.Length / 3,
        PngColours.GreyWithAlpha or PngColours.ColourWithAlpha => false,
    };
}
