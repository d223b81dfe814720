using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Quarterdeck.Documents.Charts;
using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Tests.Png;

/// <summary>A PNG read again, as the standard says: every checksum is checked.</summary>
internal sealed class PngFile
{
    private const string Signature = "89504E470D0A1A0A";

    private readonly byte[] _pixels;

    /// <exception cref="InvalidDataException">The file is not a sound PNG of 8-bit red, green and blue.</exception>
    public PngFile(byte[] file)
    {
        Check(Convert.ToHexString(file.AsSpan(0, 8)) == Signature, "The file does not begin as a PNG does.");
        using var packed = new MemoryStream();
        for (var at = 8; at < file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            var type = Encoding.ASCII.GetString(file, at + 4, 4);
            var content = file.AsSpan(at + 8, length);
            var sum = BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at + 8 + length));
            Check(sum == Sum(file.AsSpan(at + 4, length + 4)), $"The checksum of {type} is wrong.");
            Chunks.Add(type);
            Read(type, content);
            if (type == "IDAT")
            {
                packed.Write(content);
            }

            at += 12 + length;
        }

        Check(Chunks[0] == "IHDR" && Chunks[^1] == "IEND", "The chunks do not begin with IHDR and end with IEND.");
        _pixels = Pixels(packed);
    }

    public List<string> Chunks { get; } = [];

    public Dictionary<string, string> Words { get; } = [];

    public int Width { get; private set; }

    public int Height { get; private set; }

    public int PixelsPerMetre { get; private set; }

    public Colour this[int x, int y] => new(_pixels[((y * Width) + x) * 3], _pixels[(((y * Width) + x) * 3) + 1], _pixels[(((y * Width) + x) * 3) + 2]);

    /// <summary>The smallest box, in pixels, around all that is not white; null for a white picture.</summary>
    public Box? Inked()
    {
        var inked = (from y in Enumerable.Range(0, Height) from x in Enumerable.Range(0, Width) where this[x, y] != Colour.White select (x, y)).ToList();
        return inked.Count == 0 ? null : new Box(inked.Min(at => at.x), inked.Min(at => at.y), inked.Max(at => at.x) + 1, inked.Max(at => at.y) + 1);
    }

    private void Read(string type, ReadOnlySpan<byte> content)
    {
        switch (type)
        {
            case "IHDR":
                (Width, Height) = (BinaryPrimitives.ReadInt32BigEndian(content), BinaryPrimitives.ReadInt32BigEndian(content[4..]));
                Check(content[8..].SequenceEqual(new byte[] { 8, 2, 0, 0, 0 }), "The picture is not 8-bit red, green and blue without interlace.");
                break;
            case "pHYs":
                PixelsPerMetre = BinaryPrimitives.ReadInt32BigEndian(content);
                break;
            case "iTXt":
                var keyword = content.IndexOf((byte)0);
                Check(content.Slice(keyword, 5).SequenceEqual(new byte[5]), "The words are compressed or in a stated language.");
                Words.Add(Encoding.ASCII.GetString(content[..keyword]), Encoding.UTF8.GetString(content[(keyword + 5)..]));
                break;
        }
    }

    private byte[] Pixels(MemoryStream packed)
    {
        packed.Position = 0;
        using var zlib = new ZLibStream(packed, CompressionMode.Decompress);
        var length = Width * 3;
        var (rows, row) = (new byte[length * Height], new byte[length + 1]);
        for (var y = 0; y < Height; y++)
        {
            zlib.ReadExactly(row);
            Check(row[0] == 0, $"Row {y} is filtered, which this reader does not undo.");
            row.AsSpan(1).CopyTo(rows.AsSpan(y * length));
        }

        Check(zlib.ReadByte() < 0, "There are more rows than the picture is high.");
        return rows;
    }

    /// <summary>The checksum bit by bit, apart from the writer's own table.</summary>
    private static uint Sum(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var value in bytes)
        {
            sum ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum >> 1) ^ ((sum & 1) * 0xEDB88320);
            }
        }

        return ~sum;
    }

    private static void Check(bool sound, string otherwise)
    {
        if (!sound)
        {
            throw new InvalidDataException(otherwise);
        }
    }
}
