using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Quarterdeck.TestKit.Pictures;

/// <summary>Makes PNG files chunk by chunk, sound ones and others, apart from the program's own writer.</summary>
public sealed class TestPng
{
    private readonly ArrayBufferWriter<byte> _file = new();

    public TestPng() => _file.Write((byte[])[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);

    public byte[] Bytes => _file.WrittenSpan.ToArray();

    /// <summary>A sound picture in one colour, a logo for tests.</summary>
    public static byte[] Plain(int width, int height, byte red, byte green, byte blue)
    {
        byte[] row = [0, .. Enumerable.Repeat(new[] { red, green, blue }, width).SelectMany(pixel => pixel)];
        return new TestPng().Head(width, height, 2)
            .Chunk("tEXt", Encoding.ASCII.GetBytes("Author\0Officer 7"))
            .Rows([.. Enumerable.Repeat(row, height).SelectMany(bytes => bytes)])
            .End().Bytes;
    }

    public TestPng Head(int width, int height, int colours, int bits = 8, int interlace = 0)
    {
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        (head[8], head[9], head[12]) = ((byte)bits, (byte)colours, (byte)interlace);
        return Chunk("IHDR", head);
    }

    /// <param name="rows">Each with its filter before it; packed here.</param>
    public TestPng Rows(byte[] rows) => Chunk("IDAT", Packed(rows));

    public TestPng End() => Chunk("IEND", []);

    public TestPng Chunk(string type, byte[] content)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(type), .. content];
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        _file.Write(number);
        _file.Write(named);
        BinaryPrimitives.WriteUInt32BigEndian(number, Sum(named));
        _file.Write(number);
        return this;
    }

    public static byte[] Packed(byte[] rows)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(rows);
        }

        return packed.ToArray();
    }

    /// <summary>The checksum bit by bit.</summary>
    private static uint Sum(byte[] bytes)
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
}
