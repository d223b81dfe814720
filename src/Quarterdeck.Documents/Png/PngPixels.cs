using System.IO.Compression;

namespace Quarterdeck.Documents.Png;

/// <summary>Unpacks the rows of a PNG and lays them on white.</summary>
internal static class PngPixels
{
    private const byte White = 255;

    /// <summary>Rows from the top, three bytes a pixel.</summary>
    public static byte[] Of(PngParts parts)
    {
        var (row, above) = (new byte[parts.Width * parts.Channels], new byte[parts.Width * parts.Channels]);
        var pixels = new byte[parts.Width * parts.Height * 3];
        try
        {
            using var rows = new ZLibStream(parts.Packed(), CompressionMode.Decompress);
            for (var y = 0; y < parts.Height; y++)
            {
                var filter = rows.ReadByte();
                rows.ReadExactly(row);
                Restore(filter, row, above, parts.Channels);
                Lay(parts, row, pixels.AsSpan(y * parts.Width * 3, parts.Width * 3));
                (row, above) = (above, row);
            }

            PngReader.Demand(rows.ReadByte() < 0, "The file is damaged: it holds more rows than the picture is high.");
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException)
        {
            throw new PngRefusalException("The file is damaged: its rows cannot be unpacked.");
        }

        return pixels;
    }

    /// <summary>Undoes a row's filter: each byte was written as the difference from its neighbours.</summary>
    private static void Restore(int filter, byte[] row, byte[] above, int step)
    {
        PngReader.Demand(filter is >= 0 and <= 4, "The file is damaged: a row is filtered in a way that no PNG is.");
        for (var at = 0; filter > 0 && at < row.Length; at++)
        {
            var (left, up, corner) = (at < step ? 0 : row[at - step], (int)above[at], at < step ? 0 : above[at - step]);
            var guess = filter switch
            {
                1 => left,
                2 => up,
                3 => (left + up) / 2,
                _ => Nearest(left, up, corner),
            };
            row[at] = (byte)((row[at] + guess) & 255);
        }
    }

    /// <summary>Paeth's predictor: the neighbour nearest to left plus up less corner.</summary>
    private static int Nearest(int left, int up, int corner)
    {
        var (toLeft, toUp, toCorner) = (Math.Abs(up - corner), Math.Abs(left - corner), Math.Abs(left + up - (2 * corner)));
        return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    }

    private static void Lay(PngParts parts, byte[] row, Span<byte> pixels)
    {
        for (var x = 0; x < parts.Width; x++)
        {
            var from = row.AsSpan(x * parts.Channels, parts.Channels);
            var to = pixels.Slice(x * 3, 3);
            var pixel = Pixel(parts, from);
            for (var channel = 0; channel < 3; channel++)
            {
                to[channel] = (byte)(((pixel.Colour[pixel.Colour.Length == 1 ? 0 : channel] * pixel.Alpha) + (White * (255 - pixel.Alpha)) + 127) / 255);
            }
        }
    }

    /// <summary>One channel for grey or three, and how opaque it is.</summary>
    private static PngPixel Pixel(PngParts parts, ReadOnlySpan<byte> from)
    {
        switch (parts.Colours)
        {
            case PngColours.Palette:
                PngReader.Demand(from[0] < parts.Palette.Length / 3, "The file is damaged: a pixel has a colour that is not in the palette.");
                return new PngPixel(
                    parts.Palette.AsSpan(from[0] * 3, 3),
                    parts.Transparent is { } opacities && from[0] < opacities.Length ? opacities[from[0]] : 255);
            case PngColours.GreyWithAlpha or PngColours.ColourWithAlpha:
                return new PngPixel(from[..^1], from[^1]);
            case PngColours.Grey or PngColours.Colour:
                return new PngPixel(from, IsTransparent(parts.Transparent, from) ? 0 : 255);
            default:
                throw new InvalidOperationException("A PNG holds its colours in one of five ways.");
        }
    }

    private static bool IsTransparent(byte[]? colour, ReadOnlySpan<byte> pixel)
    {
        for (var channel = 0; colour is not null && channel < pixel.Length; channel++)
        {
            if (colour[channel * 2] != 0 || colour[(channel * 2) + 1] != pixel[channel])
            {
                return false;
            }
        }

        return colour is not null;
    }

    private readonly ref struct PngPixel(ReadOnlySpan<byte> colour, int alpha)
    {
        public ReadOnlySpan<byte> Colour { get; } = colour;

        public int Alpha { get; } = alpha;
    }
}
