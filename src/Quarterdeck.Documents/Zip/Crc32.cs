namespace Quarterdeck.Documents.Zip;

/// <summary>The checksum of zip and PNG files.</summary>
internal static class Crc32
{
    private static readonly uint[] Table = Build();

    /// <param name="sum">What earlier bytes gave; 0 to begin.</param>
    /// <param name="bytes">The next bytes.</param>
    public static uint Append(uint sum, ReadOnlySpan<byte> bytes)
    {
        sum = ~sum;
        foreach (var value in bytes)
        {
            sum = Table[(sum & 0xFF) ^ value] ^ (sum >> 8);
        }

        return ~sum;
    }

    private static uint[] Build()
    {
        var table = new uint[256];
        for (var index = 0u; index < 256; index++)
        {
            var value = index;
            for (var bit = 0; bit < 8; bit++)
            {
                value = (value & 1) != 0 ? 0xEDB88320 ^ (value >> 1) : value >> 1;
            }

            table[index] = value;
        }

        return table;
    }
}
