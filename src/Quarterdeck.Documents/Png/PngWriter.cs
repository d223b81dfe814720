using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Quarterdeck.Documents.Charts;
using Quarterdeck.Documents.Zip;

namespace Quarterdeck.Documents.Png;

/// <summary>A chart as a PNG picture on white, with its title and description inside. The same chart gives the same bytes.</summary>
public static class PngWriter
{
    /// <summary>Pixels to a unit, sharp enough for print.</summary>
    public const int Scale = 2;

    private const int MostScale = 8;
    private const double UnitsPerInch = 96;
    private const double MetresPerInch = 0.0254;

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <param name="chart">What to draw.</param>
    /// <param name="scale">Pixels to a unit, from 1 to 8.</param>
    /// <exception cref="ArgumentOutOfRangeException">The scale is not from 1 to 8.</exception>
    public static byte[] Write(Chart chart, int scale = Scale) => Write(chart.Lay(), chart.Title, chart.Description, scale);

    /// <param name="scene">What to draw.</param>
    /// <param name="title">What it shows.</param>
    /// <param name="description">What it says, in words.</param>
    /// <param name="scale">Pixels to a unit, from 1 to 8.</param>
    /// <exception cref="ArgumentOutOfRangeException">The scale is not from 1 to 8.</exception>
    public static byte[] Write(Scene scene, string title, string description, int scale = Scale)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(scale, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(scale, MostScale);
        return Write(ScenePicture.Of(scene, scale), title, description, (uint)Math.Round(UnitsPerInch * scale / MetresPerInch));
    }

    /// <param name="raster">The picture.</param>
    /// <param name="title">What it shows.</param>
    /// <param name="description">What it says, in words.</param>
    /// <param name="density">Pixels to a metre.</param>
    internal static byte[] Write(Raster raster, string title, string description, uint density)
    {
        var file = new MemoryStream();
        file.Write(Signature);
        Span<byte> head = [0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(head, raster.Width);
        BinaryPrimitives.WriteInt32BigEndian(head[4..], raster.Height);
        Chunk(file, "IHDR", head);
        Chunk(file, "sRGB", [0]);
        Span<byte> size = [0, 0, 0, 0, 0, 0, 0, 0, 1];
        BinaryPrimitives.WriteUInt32BigEndian(size, density);
        BinaryPrimitives.WriteUInt32BigEndian(size[4..], density);
        Chunk(file, "pHYs", size);
        Chunk(file, "iTXt", Words("Title", title));
        Chunk(file, "iTXt", Words("Description", description));
        Chunk(file, "IDAT", Packed(raster));
        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    /// <summary>A keyword and words in UTF-8, not compressed, in no stated language.</summary>
    private static byte[] Words(string keyword, string words) => [.. Encoding.ASCII.GetBytes(keyword), 0, 0, 0, 0, 0, .. Encoding.UTF8.GetBytes(words)];

    /// <summary>Rows as they are: a chart's flat colours pack no smaller as differences.</summary>
    private static byte[] Packed(Raster raster)
    {
        const byte NoFilter = 0;
        var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            var length = raster.Width * 3;
            for (var row = 0; row < raster.Height; row++)
            {
                zlib.WriteByte(NoFilter);
                zlib.Write(raster.Pixels, row * length, length);
            }
        }

        return packed.ToArray();
    }

    private static void Chunk(MemoryStream file, string type, ReadOnlySpan<byte> content)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        file.Write(number);
        var name = Encoding.ASCII.GetBytes(type);
        file.Write(name);
        file.Write(content);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32.Append(Crc32.Append(0, name), content));
        file.Write(number);
    }
}
