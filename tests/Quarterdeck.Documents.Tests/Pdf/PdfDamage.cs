using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Quarterdeck.Documents.Tests.Pdf;

/// <summary>Damages a PDF in one place, to show that the checker notices: streams are unpacked, changed, packed and the references mended.</summary>
public static class PdfDamage
{
    /// <param name="file">The file.</param>
    /// <param name="sound">A pattern in the text of one stream: an object, a page or the metadata.</param>
    /// <param name="damaged">What it becomes. Shorter text is filled with spaces, so that nothing else moves.</param>
    /// <exception cref="InvalidDataException">Nothing matches, or the damage is longer than what it replaces.</exception>
    public static byte[] Replace(byte[] file, string sound, string damaged)
    {
        var done = false;
        var pattern = new Regex(sound);
        return Rewrite(file, plain =>
        {
            var text = Encoding.Latin1.GetString(plain);
            if (done || pattern.Match(text) is not { Success: true } match)
            {
                return;
            }

            var change = match.Result(damaged);
            if (change.Length > match.Length)
            {
                throw new InvalidDataException($"'{change}' is longer than '{match.Value}'.");
            }

            done = true;
            Encoding.Latin1.GetBytes(change.PadRight(match.Length)).CopyTo(plain, match.Index);
        }) is var output && done ? output : throw new InvalidDataException($"Nothing in the file reads '{sound}'.");
    }

    private static byte[] Rewrite(byte[] file, Action<byte[]> change)
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
            else
            {
                change(plain);
            }

            var packed = compressed ? Deflate(plain) : plain;
            var begin = header.LastIndexOf(" 0 obj", StringComparison.Ordinal);
            begin = header.LastIndexOf('\n', begin) + 1;
            moved.Add((at + begin, output.Length + begin));
            var rewritten = header[..(header.LastIndexOf("/Length ", StringComparison.Ordinal) + 8)]
                + packed.Length.ToString(CultureInfo.InvariantCulture)
                + ">>\nstream\n";
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
