using Quarterdeck.Packs.Findings;

namespace Quarterdeck.Packs.Files;

/// <summary>What all entries of one archive have unpacked to so far.</summary>
internal sealed class UnpackedTotal
{
    public long Bytes { get; set; }
}

/// <summary>An entry of an archive while it unpacks: refuses it once it is larger than the limits allow, however large it would become.</summary>
internal sealed class BoundedStream(Stream inner, string file, long compressed, ReadLimits limits, UnpackedTotal total) : ReadOnlyStream
{
    private long _read;

    public override long Position
    {
        get => _read;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        var count = inner.Read(buffer);
        _read += count;
        total.Bytes += count;
        if (_read > limits.EntryBytes)
        {
            throw new UnreadableFileException(UnreadableFileFindings.OverLimit(file, "bytes", limits.EntryBytes));
        }

        if (total.Bytes > limits.TotalBytes)
        {
            throw new UnreadableFileException(UnreadableFileFindings.OverLimit(file, "bytes in all its parts", limits.TotalBytes));
        }

        if (_read > limits.RatioFreeBytes && _read / limits.CompressionRatio > compressed)
        {
            throw new UnreadableFileException(UnreadableFileFindings.Bomb(file, limits.CompressionRatio));
        }

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
