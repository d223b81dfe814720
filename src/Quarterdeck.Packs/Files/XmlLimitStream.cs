using Quarterdeck.Packs.Findings;

namespace Quarterdeck.Packs.Files;

/// <summary>
/// XML on its way to the parser, which holds a whole tag or a whole run of text at once: refuses one that is longer
/// than any honest workbook holds, before it fills the memory.
/// </summary>
internal sealed class XmlLimitStream(Stream inner, string file, ReadLimits limits) : ReadOnlyStream
{
    // A character of a cell may be written as a reference of up to ten bytes; attributes come on top.
    private readonly long _limit = (limits.CellLength * 10L) + (64 * 1024);
    private long _sinceMark;

    public override int Read(Span<byte> buffer)
    {
        var count = inner.Read(buffer);
        var last = buffer[..count].LastIndexOfAny((byte)'<', (byte)'>');
        var first = buffer[..count].IndexOfAny((byte)'<', (byte)'>');
        if (_sinceMark + (first < 0 ? count : first) > _limit)
        {
            throw new UnreadableFileException(UnreadableFileFindings.OverLimit(file, "characters in one cell", limits.CellLength));
        }

        _sinceMark = last < 0 ? _sinceMark + count : count - last - 1;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
