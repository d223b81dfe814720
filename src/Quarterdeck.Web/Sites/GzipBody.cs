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

    private bool? _isCompressed;
    private DeflateStream? _text;
    private Stretch? _stretch;
    private uint _sum;
    private long _length;

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (!await Begin(cancellationToken).ConfigureAwait(false))
        {
            await sent.WriteAsync(buffer, cancellationToken).ConfigureAwait(false);
            return;
        }

        if (_text is null)
        {
            _stretch = new Stretch(sent);
            _text = new DeflateStream(_stretch, CompressionLevel.Fastest);
        }

        await _text.WriteAsync(buffer, cancellationToken).ConfigureAwait(false);
        _sum = Crc32.Append(_sum, buffer.Span);
        _length += buffer.Length;
    }

    /// <summary>Puts a part in as it is kept.</summary>
    public async Task WriteAsync(KeptMarkup markup)
    {
        if (!await Begin(CancellationToken.None).ConfigureAwait(false))
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
        await Begin(cancellationToken).ConfigureAwait(false);
        if (_text is not null)
        {
            await _text.FlushAsync(cancellationToken).ConfigureAwait(false);
        }

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
            await sent.WriteAsync(LastBlock).ConfigureAwait(false);
        }
        else
        {
            await _text.DisposeAsync().ConfigureAwait(false);
        }

        var end = new byte[8];
        BinaryPrimitives.WriteUInt32LittleEndian(end, _sum);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(4), unchecked((uint)_length));
        await sent.WriteAsync(end).ConfigureAwait(false);
    }

    protected override void Dispose(bool disposing)
    {
        _stretch?.End();
        _text?.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>Whether the body is compressed; begins it with the first byte.</summary>
    private async ValueTask<bool> Begin(CancellationToken stop)
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
            await sent.WriteAsync(Start, stop).ConfigureAwait(false);
        }

        return _isCompressed.Value;
    }

    /// <summary>Ends a stretch of text at a whole byte. The next begins anew: what it could repeat is no longer where it was.</summary>
    private async Task EndText()
    {
        if (_text is not null)
        {
            await _text.FlushAsync().ConfigureAwait(false);
            _stretch!.End();
            await _text.DisposeAsync().ConfigureAwait(false);
            (_text, _stretch) = (null, null);
        }
    }

    /// <summary>Where a stretch of text goes, until it is ended: what then comes would end the whole.</summary>
    private sealed class Stretch(Stream sent) : WriteOnlyStream
    {
        private bool _isEnded;

        public void End() => _isEnded = true;

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            _isEnded ? ValueTask.CompletedTask : sent.WriteAsync(buffer, cancellationToken);

        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        /// <summary>What is left when the whole is given up, which goes nowhere.</summary>
        public override void Write(byte[] buffer, int offset, int count)
        {
            if (!_isEnded)
            {
                throw new NotSupportedException();
            }
        }

        public override void Flush()
        {
        }
    }
}
