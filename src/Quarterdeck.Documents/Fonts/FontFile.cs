using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace Quarterdeck.Documents.Fonts;

/// <summary>Puts tables together into a TrueType file.</summary>
internal static class FontFile
{
    /// <param name="tables">In the order of their tags; those without content are left out.</param>
    public static byte[] Write(IReadOnlyList<(string Tag, byte[]? Content)> tables)
    {
        var present = tables.Where(table => table.Content is not null).Select(table => (table.Tag, Content: table.Content!)).ToList();
        var power = BitOperations.Log2((uint)present.Count);
        var file = new byte[12 + (16 * present.Count) + present.Sum(table => Padded(table.Content.Length))];
        BinaryPrimitives.WriteUInt32BigEndian(file, 0x00010000);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(4), (ushort)present.Count);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(6), (ushort)(16 << power));
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(8), (ushort)power);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(10), (ushort)((16 * present.Count) - (16 << power)));
        var offset = 12 + (16 * present.Count);
        for (var index = 0; index < present.Count; index++)
        {
            var (tag, content) = present[index];
            var entry = file.AsSpan(12 + (16 * index), 16);
            Encoding.ASCII.GetBytes(tag, entry);
            content.CopyTo(file, offset);
            BinaryPrimitives.WriteUInt32BigEndian(entry[4..], Sum(file.AsSpan(offset, Padded(content.Length))));
            BinaryPrimitives.WriteUInt32BigEndian(entry[8..], (uint)offset);
            BinaryPrimitives.WriteUInt32BigEndian(entry[12..], (uint)content.Length);
            offset += Padded(content.Length);
        }

        return file;
    }

    private static int Padded(int length) => (length + 3) & ~3;

    private static uint Sum(ReadOnlySpan<byte> content)
    {
        var sum = 0u;
        unchecked
        {
            for (var at = 0; at < content.Length; at += 4)
            {
                sum += BinaryPrimitives.ReadUInt32BigEndian(content[at..]);
            }
        }

        return sum;
    }
}
