using System.Buffers.Binary;
using Quarterdeck.Packs.Findings;

namespace Quarterdeck.Packs.Files;

/// <summary>
/// Counts the entries of a zip in its own directory before the whole directory is loaded, so that a zip of millions of
/// empty files is refused for the cost of reading the first few.
/// </summary>
internal static class ArchiveDirectory
{
    private const int EndLength = 22;
    private const int HeaderLength = 46;
    private const uint EndMark = 0x06054b50;
    private const uint HeaderMark = 0x02014b50;

    public static void RefuseTooMany(Stream stream, string file, ReadLimits limits)
    {
        var offset = DirectoryOffset(stream, file);
        Span<byte> header = stackalloc byte[HeaderLength];
        for (var entries = 0; ; entries++)
        {
            stream.Position = offset;
            if (stream.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) < HeaderLength
                || BinaryPrimitives.ReadUInt32LittleEndian(header) != HeaderMark)
            {
                return;
            }

            if (entries == limits.Entries)
            {
                throw new UnreadableFileException(UnreadableFileFindings.OverLimit(file, "files", limits.Entries));
            }

            offset += HeaderLength
                + BinaryPrimitives.ReadUInt16LittleEndian(header[28..])
                + BinaryPrimitives.ReadUInt16LittleEndian(header[30..])
                + BinaryPrimitives.ReadUInt16LittleEndian(header[32..]);
        }
    }

    private static long DirectoryOffset(Stream stream, string file)
    {
        var length = (int)Math.Min(stream.Length, EndLength + ushort.MaxValue);
        var tail = new byte[length];
        stream.Position = stream.Length - length;
        stream.ReadExactly(tail);
        for (var at = length - EndLength; at >= 0; at--)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at)) == EndMark)
            {
                var offset = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at + 16));

                // All ones point to the form for archives beyond four gigabytes, which no pack needs.
                return offset == uint.MaxValue ? throw new UnreadableFileException(UnreadableFileFindings.OverLimit(file, "bytes", uint.MaxValue)) : offset;
            }
        }

        throw new UnreadableFileException(UnreadableFileFindings.Damaged(file));
    }
}
