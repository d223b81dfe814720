using System.Buffers.Binary;

namespace Quarterdeck.Documents.Zip;

/// <summary>The checksum of zip, gzip and PNG files (RFC 1952, section 8), eight bytes at a time.</summary>
public static class Crc32
{
    private const int Lanes = 8;

    // Powers of x modulo this are what a sum becomes as more bytes follow; the highest bit is the lowest power.
    private const uint Polynomial = 0xEDB88320;
    private const uint One = 1u << 31;
    private const uint EightBits = 1u << 23;

    /// <summary>What a byte gives that lies 0 to 7 bytes before the end of eight, one table of 256 after the other.</summary>
    private static readonly uint[] Tables = Build();

    /// <param name="sum">What earlier bytes gave; 0 to begin.</param>
    /// <param name="bytes">The next bytes.</param>
    public static uint Append(uint sum, ReadOnlySpan<byte> bytes)
    {
        var tables = Tables.AsSpan(0, Lanes * 256);
        sum = ~sum;
        while (bytes.Length >= Lanes)
        {
            var low = BinaryPrimitives.ReadUInt32LittleEndian(bytes) ^ sum;
            var high = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            sum = tables[(7 * 256) + (int)(low & 0xFF)] ^ tables[(6 * 256) + (int)(low >> 8 & 0xFF)]
                ^ tables[(5 * 256) + (int)(low >> 16 & 0xFF)] ^ tables[(4 * 256) + (int)(low >> 24)]
                ^ tables[(3 * 256) + (int)(high & 0xFF)] ^ tables[(2 * 256) + (int)(high >> 8 & 0xFF)]
                ^ tables[256 + (int)(high >> 16 & 0xFF)] ^ tables[(int)(high >> 24)];
            bytes = bytes[Lanes..];
        }

        foreach (var value in bytes)
        {
            sum = tables[(int)((sum & 0xFF) ^ value)] ^ (sum >> 8);
        }

        return ~sum;
    }

    /// <summary>The checksum of bytes and others after them, from that of each: the work grows with the digits of the length alone.</summary>
    /// <param name="sum">Of the first bytes.</param>
    /// <param name="next">Of those after them.</param>
    /// <param name="length">How many those are.</param>
    public static uint Join(uint sum, uint next, long length)
    {
        var power = One;
        for (var square = EightBits; length > 0; length >>= 1)
        {
            power = (length & 1) != 0 ? Product(square, power) : power;
            square = Product(square, square);
        }

        return Product(power, sum) ^ next;
    }

    private static uint Product(uint left, uint right)
    {
        var product = 0u;
        for (var bit = One; bit != 0; bit >>= 1)
        {
            product ^= (left & bit) != 0 ? right : 0;
            right = (right & 1) != 0 ? Polynomial ^ (right >> 1) : right >> 1;
        }

        return product;
    }

    private static uint[] Build()
    {
        var tables = new uint[Lanes * 256];
        for (var index = 0; index < 256; index++)
        {
            var value = (uint)index;
            for (var bit = 0; bit < 8; bit++)
            {
                value = (value & 1) != 0 ? Polynomial ^ (value >> 1) : value >> 1;
            }

            tables[index] = value;
        }

        for (var index = 256; index < tables.Length; index++)
        {
            var before = tables[index - 256];
            tables[index] = tables[(int)(before & 0xFF)] ^ (before >> 8);
        }

        return tables;
    }
}
