using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Quarterdeck.Documents.Zip;

/// <summary>
/// Writes a zip file whose bytes depend on nothing but its entries: fixed order, fixed times, no mark of the operating
/// system. Entries stream straight to the output, which need not seek.
/// </summary>
internal sealed class FixedZip(Stream output)
{
    private const ushort SizesFollow = 0x0008;
    private const ushort Utf8Names = 0x0800;

    /// <summary>1 January 1980, midnight: the earliest a zip can say.</summary>
    private const uint FixedTime = 0x00210000;

    private readonly List<Entry> _entries = [];
    private long _position;

    /// <summary>An entry kept as it is, with its size in front: what a reader may look for at a fixed place.</summary>
    public void Store(string name, ReadOnlySpan<byte> content)
    {
        var entry = new Entry(name, _position, Utf8Names, 0, Crc32.Append(0, content), (uint)content.Length, (uint)content.Length);
        _entries.Add(entry);
        WriteHeader(entry);
        Write(content);
    }

    /// <summary>A compressed entry.</summary>
    public void Add(string name, Action<Stream> write)
    {
        var start = _position;
        WriteHeader(new Entry(name, start, SizesFollow | Utf8Names, 8, 0, 0, 0));
        using var counter = new Counter(this);
        using (var deflate = new DeflateStream(counter, CompressionLevel.Optimal, leaveOpen: true))
        using (var summed = new Summed(deflate, counter))
        {
            write(summed);
        }

        var entry = new Entry(name, start, SizesFollow | Utf8Names, 8, counter.Sum, counter.Packed, counter.Plain);
        _entries.Add(entry);
        Span<byte> descriptor = stackalloc byte[16];
        BinaryPrimitives.WriteUInt32LittleEndian(descriptor, 0x08074b50);
        BinaryPrimitives.WriteUInt32LittleEndian(descriptor[4..], entry.Sum);
        BinaryPrimitives.WriteUInt32LittleEndian(descriptor[8..], entry.Packed);
        BinaryPrimitives.WriteUInt32LittleEndian(descriptor[12..], entry.Plain);
        Write(descriptor);
    }

    public void Add(string name, string text) => Add(name, stream => stream.Write(Encoding.UTF8.GetBytes(text)));

    /// <summary>Writes the directory; the file is whole after this.</summary>
    public void Finish()
    {
        var start = _position;
        Span<byte> record = stackalloc byte[46];
        foreach (var entry in _entries)
        {
            var name = Encoding.UTF8.GetBytes(entry.Name);
            record.Clear();
            BinaryPrimitives.WriteUInt32LittleEndian(record, 0x02014b50);
            BinaryPrimitives.WriteUInt16LittleEndian(record[4..], 20);
            WriteCommon(record[6..], entry, name.Length);
            BinaryPrimitives.WriteUInt32LittleEndian(record[42..], (uint)entry.Offset);
            Write(record);
            Write(name);
        }

        Span<byte> end = stackalloc byte[22];
        BinaryPrimitives.WriteUInt32LittleEndian(end, 0x06054b50);
        BinaryPrimitives.WriteUInt16LittleEndian(end[8..], (ushort)_entries.Count);
        BinaryPrimitives.WriteUInt16LittleEndian(end[10..], (ushort)_entries.Count);
        BinaryPrimitives.WriteUInt32LittleEndian(end[12..], (uint)(_position - start));
        BinaryPrimitives.WriteUInt32LittleEndian(end[16..], (uint)start);
        Write(end);
    }

    private void WriteHeader(Entry entry)
    {
        var name = Encoding.UTF8.GetBytes(entry.Name);
        Span<byte> header = stackalloc byte[30];
        BinaryPrimitives.WriteUInt32LittleEndian(header, 0x04034b50);
        WriteCommon(header[4..], entry, name.Length);
        Write(header);
        Write(name);
    }

    /// <summary>The fields a local header and a directory record share, from "version needed" on.</summary>
    private static void WriteCommon(Span<byte> record, Entry entry, int nameLength)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(record, 20);
        BinaryPrimitives.WriteUInt16LittleEndian(record[2..], entry.Flags);
        BinaryPrimitives.WriteUInt16LittleEndian(record[4..], entry.Method);
        BinaryPrimitives.WriteUInt32LittleEndian(record[6..], FixedTime);
        BinaryPrimitives.WriteUInt32LittleEndian(record[10..], entry.Sum);
        BinaryPrimitives.WriteUInt32LittleEndian(record[14..], entry.Packed);
        BinaryPrimitives.WriteUInt32LittleEndian(record[18..], entry.Plain);
        BinaryPrimitives.WriteUInt16LittleEndian(record[22..], (ushort)nameLength);
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        output.Write(bytes);
        _position += bytes.Length;
    }

    private sealed record Entry(string Name, long Offset, ushort Flags, ushort Method, uint Sum, uint Packed, uint Plain);

    /// <summary>Passes compressed bytes on and counts them.</summary>
    private sealed class Counter(FixedZip zip) : WriteOnlyStream
    {
        public uint Packed { get; private set; }

        public uint Plain { get; set; }

        public uint Sum { get; set; }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            zip.Write(buffer);
            Packed += (uint)buffer.Length;
        }
    }

    /// <summary>Counts and sums the bytes before they are compressed.</summary>
    private sealed class Summed(Stream inner, Counter counter) : WriteOnlyStream
    {
        public override void Write(ReadOnlySpan<byte> buffer)
        {
            counter.Sum = Crc32.Append(counter.Sum, buffer);
            counter.Plain += (uint)buffer.Length;
            inner.Write(buffer);
        }
    }
}
