using System.Buffers;
using System.Text;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.WebUtilities;

namespace Quarterdeck.Web.Sites;

/// <summary>Writes a page, always in UTF-8, to its reader: text as every page's, and parts that are kept as bytes.</summary>
internal sealed class PageWriter : HttpResponseStreamWriter
{
    private const int Characters = 16 * 1024;

    private readonly Stream _stream;

    private PageWriter(Stream stream, Encoding encoding)
        : base(stream, encoding, Characters, ArrayPool<byte>.Shared, ArrayPool<char>.Shared) => _stream = stream;

    public async Task WriteAsync(KeptMarkup markup)
    {
        await FlushAsync().ConfigureAwait(false);
        if (_stream is GzipBody compressed)
        {
            await compressed.WriteAsync(markup).ConfigureAwait(false);
        }
        else
        {
            await _stream.WriteAsync(markup.Bytes).ConfigureAwait(false);
        }
    }

    /// <summary>Makes one for each page.</summary>
    internal sealed class Factory : IHttpResponseStreamWriterFactory
    {
        public TextWriter CreateWriter(Stream stream, Encoding encoding) => new PageWriter(stream, encoding);
    }
}
