namespace Quarterdeck.Interchange.Tables;

/// <summary>
/// XML on its way to the parser, which holds a whole tag or a whole run of text at once: refuses one that is longer
/// than any honest workbook holds, before it fills the memory.
/// </summary>
internal sealed class MarkupStream(Stream inner, string file, ReadLimits limits) : Stream
{
    // A character of a cell may be written as a reference of up to ten bytes; attributes come on top.
    private readonly long _limit = (limits.CellLength * 10L) + (64 * 1024);
    private long _sinceMark;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var count = inner.Read(buffer);
        var last = buffer[..count].LastIndexOfAny((byte)'<', (byte)'>');
        var first = buffer[..count].IndexOfAny((byte)'<', (byte)'>');
        if (_sinceMark + (first < 0 ? count : first) > _limit)
        {
            throw new ReadRefusedException(Refusals.OverLimit(file, "characters in one cell", limits.CellLength));
        }

        _sinceMark = last < 0 ? _sinceMark + count : count - last - 1;
        return count;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
