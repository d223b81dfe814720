using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Quarterdeck.Documents.Tests.Pdf;

/// <summary>Damages a PDF in one place, to show that the checker notices: streams are unpacked, changed, packed and the references mended.</summary>
public static class PdfDamage
{
    public static byte[] Replace(byte[] file, byte[] sound, byte[] damaged)
    {
        using var output = new MemoryStream();
        var moved = new List<(long From, long To)>();
        var at = 0;
        while (Find(file, "stream\n"u8.ToArray(), at) is >= 0 and var mark)
        {
            var start = mark + 7;
            var header = Encoding.Latin1.GetString(file, at, mark - at);
            var length = int.Parse(header[(header.LastIndexOf("/Length ", StringComparison.Ordinal) + 8)..].Split('>')[0], CultureInfo.InvariantCulture);
            var compressed = header.Contains("FlateDecode", StringComparison.Ordinal);
            var content = file.AsSpan(start, length).ToArray();
            var plain = compressed ? Inflate(content) : content;
            var isTable = header.Contains("/Type/XRef", StringComparison.Ordinal);
            if (isTable)
            {
                Move(plain, moved);
            }
            else if (Find(plain, sound, 0) is >= 0 and var place)
            {
                damaged.CopyTo(plain, place);
            }

            var packed = compressed ? Deflate(plain) : plain;
            var begin = header.LastIndexOf(" 0 obj", StringComparison.Ordinal);
            begin = header.LastIndexOf('\n', begin) + 1;
            moved.Add((at + begin, output.Length + begin));
            var rewritten = header[..(header.LastIndexOf("/Length ", StringComparison.Ordinal) + 8)] + packed.Length.ToString(CultureInfo.InvariantCulture) + ">>\nstream\n";
            if (isTable)
            {
                var startOfTable = output.Length + begin;
                output.Write(Encoding.Latin1.GetBytes(rewritten));
                output.Write(packed);
                output.Write(Encoding.Latin1.GetBytes($"\nendstream\nendobj\nstartxref\n{startOfTable}\n%%EOF\n"));
                return output.ToArray();
            }

            output.Write(Encoding.Latin1.GetBytes(rewritten));
            output.Write(packed);
            output.Write("\nendstream\nendobj\n"u8);
            at = start + length + "\nendstream\nendobj\n".Length;
        }

        throw new InvalidDataException("The file has no cross-references.");
    }

    private static void Move(byte[] table, List<(long From, long To)> moved)
    {
        for (var row = 0; row + 8 <= table.Length; row += 8)
        {
            if (table[row] == 1)
            {
                var where = BinaryPrimitives.ReadUInt32BigEndian(table.AsSpan(row + 2));
                if (moved.FirstOrDefault(move => move.From == where) is { To: > 0 } found)
                {
                    BinaryPrimitives.WriteUInt32BigEndian(table.AsSpan(row + 2), (uint)found.To);
                }
            }
        }
    }

    private static int Find(byte[] content, byte[] sought, int from)
    {
        var place = content.AsSpan(from).IndexOf(sought);
        return place < 0 ? -1 : place + from;
    }

    private static byte[] Inflate(byte[] packed)
    {
        using var plain = new MemoryStream();
        using var zlib = new ZLibStream(new MemoryStream(packed), CompressionMode.Decompress);
        zlib.CopyTo(plain);
        return plain.ToArray();
    }

    private static byte[] Deflate(byte[] plain)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(plain);
        }

        return packed.ToArray();
    }
}
