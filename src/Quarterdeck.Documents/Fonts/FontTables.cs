using System.Buffers.Binary;
using System.Text;

namespace Quarterdeck.Documents.Fonts;

/// <summary>The tables of a TrueType file, by tag.</summary>
internal sealed class FontTables
{
    private readonly byte[] _file;
    private readonly Dictionary<string, (int Offset, int Length)> _directory = [];

    public FontTables(byte[] file)
    {
        _file = file;
        var count = BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(4));
        for (var index = 0; index < count; index++)
        {
            var entry = file.AsSpan(12 + (16 * index), 16);
            _directory[Encoding.ASCII.GetString(entry[..4])] =
                ((int)BinaryPrimitives.ReadUInt32BigEndian(entry[8..]), (int)BinaryPrimitives.ReadUInt32BigEndian(entry[12..]));
        }
    }

    public bool Has(string tag) => _directory.ContainsKey(tag);

    /// <exception cref="InvalidDataException">The font lacks the table.</exception>
    public ReadOnlySpan<byte> this[string tag] => _directory.TryGetValue(tag, out var place)
        ? _file.AsSpan(place.Offset, place.Length)
        : throw new InvalidDataException($"The font has no '{tag}' table.");

    public static int U16(ReadOnlySpan<byte> table, int offset) => BinaryPrimitives.ReadUInt16BigEndian(table[offset..]);

    public static int I16(ReadOnlySpan<byte> table, int offset) => BinaryPrimitives.ReadInt16BigEndian(table[offset..]);

    public static uint U32(ReadOnlySpan<byte> table, int offset) => BinaryPrimitives.ReadUInt32BigEndian(table[offset..]);
}
