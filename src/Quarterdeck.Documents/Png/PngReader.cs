using System.Buffers.Binary;
using System.Text;
using Quarterdeck.Documents.Zip;

namespace Quarterdeck.Documents.Png;

/// <summary>
/// Reads a PNG that somebody handed in: 8-bit grey, colour or palette, with or without transparency, not interlaced. The
/// file is not trusted: every length is checked before it is used and every checksum is compared, and anything else is
/// refused with a sentence.
/// </summary>
public static class PngReader
{
    /// <summary>The largest file, in bytes.</summary>
    public const int MostBytes = 2 * 1024 * 1024;

    /// <summary>The widest and the highest picture, in pixels.</summary>
    public const int MostPixels = 2000;

    private const int HeadLength = 13;
    private const int AroundContent = 12;
    private const string Damaged = "The file is damaged: ";

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static PngReading Read(ReadOnlySpan<byte> file)
    {
        try
        {
            return new PngReading(Picture(file), null);
        }
        catch (PngRefusalException refusal)
        {
            return new PngReading(null, refusal.Message);
        }
    }

    private static PngPicture Picture(ReadOnlySpan<byte> file)
    {
        Demand(file.Length <= MostBytes, "The file is larger than 2 MB.");
        Demand(file.StartsWith(Signature), "The file is not a PNG picture, whatever its name says.");
        PngParts? parts = null;
        using var kept = new MemoryStream();
        kept.Write(Signature);
        var before = string.Empty;
        for (var at = Signature.Length; before != "IEND";)
        {
            Demand(file.Length - at >= AroundContent, Damaged + "it ends early.");
            var length = BinaryPrimitives.ReadUInt32BigEndian(file[at..]);
            Demand(length <= file.Length - at - AroundContent, Damaged + "it ends early.");
            var whole = file.Slice(at, (int)length + AroundContent);
            var type = Encoding.Latin1.GetString(whole.Slice(4, 4));
            Demand(BinaryPrimitives.ReadUInt32BigEndian(whole[^4..]) == Crc32.Append(0, whole[4..^4]), $"{Damaged}a checksum in it is wrong.");
            Demand((parts is null) == (type == "IHDR"), Damaged + "it does not begin with one description of the picture.");
            parts ??= Head(whole[8..^4]);
            if (parts.Take(type, before, whole[8..^4]))
            {
                kept.Write(whole);
            }

            (at, before) = (at + whole.Length, type);
        }

        return new PngPicture(parts!.Width, parts.Height, kept.ToArray(), PngPixels.Of(parts));
    }

    private static PngParts Head(ReadOnlySpan<byte> content)
    {
        Demand(content.Length == HeadLength, Damaged + "its description of the picture has the wrong length.");
        var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(content), BinaryPrimitives.ReadUInt32BigEndian(content[4..]));
        Demand(width > 0 && height > 0, Damaged + "the picture has no width or no height.");
        Demand(width <= MostPixels && height <= MostPixels, $"The picture is {width} by {height} pixels, which is more than {MostPixels} by {MostPixels}.");
        Demand(content[8] == 8, $"The picture has {content[8]} bits a channel; only 8 are read.");
        Demand(content[9] is 0 or 2 or 3 or 4 or 6, Damaged + "it has a kind of colour that no PNG has.");
        Demand(content[10] == 0 && content[11] == 0, Damaged + "it is packed in a way that no PNG is.");
        Demand(content[12] == 0, "The picture is interlaced.");
        return new PngParts((int)width, (int)height, (PngColours)content[9]);
    }

    internal static void Demand(bool kept, string otherwise)
    {
        if (!kept)
        {
            throw new PngRefusalException(otherwise);
        }
    }
}
