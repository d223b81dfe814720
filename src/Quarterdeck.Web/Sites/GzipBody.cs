using System.Buffers.Binary;
using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Quarterdeck.Documents.Zip;

namespace Quarterdeck.Web.Sites;

/// <summary>
/// An answer's body on its way to a reader who takes gzip (RFC 1952): compressed as it is written where that helps, with parts that were compressed before
/// put between as they are. Whether it helps is known by the headers when the first byte comes.
/// </summary>
internal sealed class GzipBody(HttpResponse response, Stream sent) : WriteOnlyStream
{
    private static readonly byte[] Start = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF];

    /// <summary>A last block with nothing in it.</summary>
    private static readonly byte[] LastBlock = [3, 0];

    // What was compressed and not yet sent.
    private readonly MemoryStream _made = new();
    private bool? _isCompressed;
    private DeflateStream? _text;
    private uint _sum;
    private long _length;

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (!Begin())
        {
            await sent.WriteAsync(buffer, cancellationToken).ConfigureAwait(false);
            return;
        }

        _text ??= new DeflateStream(_made, CompressionLevel.Fastest, leaveOpen: true);
        _text.Write(buffer.Span);
        _sum = Crc32.Append(_sum, buffer.Span);
        _length += buffer.Length;
        await Send(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Puts a part in as it is kept.</summary>
    public async Task WriteAsync(KeptMarkup markup)
    {
        if (!Begin())
        {
            await sent.WriteAsync(markup.Bytes).ConfigureAwait(false);
            return;
        }

        await EndText().ConfigureAwait(false);
        await sent.WriteAsync(markup.Deflated).ConfigureAwait(false);
        _sum = Crc32.Join(_sum, markup.Sum, markup.Bytes.Length);
        _length += markup.Bytes.Length;
    }

    public override async Task FlushAsync(CancellationToken cancellationToken)
    {
        Begin();
        _text?.Flush();
        await Send(cancellationToken).ConfigureAwait(false);
        await sent.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends what ends a compressed body; nothing where none was begun.</summary>
    public async Task Finish()
    {
        if (_isCompressed is not true)
        {
            return;
        }

        if (_text is null)
        {
            _made.Write(LastBlock);
        }
        else
        {
            await _text.DisposeAsync().ConfigureAwait(false);
        }

        Span<byte> end = stackalloc byte[8];
        BinaryPrimitives.WriteUInt32LittleEndian(end, _sum);
        BinaryPrimitives.WriteUInt32LittleEndian(end[4..], unchecked((uint)_length));
        _made.Write(end);
        await Send(CancellationToken.None).ConfigureAwait(false);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    // The server takes nothing but what is written without holding up a thread.
    public override void Write(ReadOnlySpan<byte> buffer) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        _text?.Dispose();
        _made.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>Whether the body is compressed; begins it with the first byte.</summary>
    private bool Begin()
    {
        if (_isCompressed is { } known)
        {
            return known;
        }

        _isCompressed = Compressing.Helps(response);
        if (_isCompressed is true)
        {
            response.Headers.ContentEncoding = "gzip";
            response.ContentLength = null;
            _made.Write(Start);
        }

        return _isCompressed.Value;
    }

    /// <summary>Ends a stretch of text at a whole byte. The next begins anew: what it could repeat is no longer where it was.</summary>
    private async Task EndText()
    {
        _text?.Flush();
        await Send(CancellationToken.None).ConfigureAwait(false);
        _text?.Dispose();
        _text = null;

        // What ends a stream would end the whole.
        _made.SetLength(0);
    }

    private async Task Send(CancellationToken stop)
    {
        if (_made.Length > 0)
        {
            await sent.WriteAsync(_made.GetBuffer().AsMemory(0, (int)_made.Length), stop).ConfigureAwait(false);
            _made.SetLength(0);
        }
    }
}
