using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Quarterdeck.Documents.Zip;

namespace Quarterdeck.Web.Sites;

/// <summary>
/// A part of pages that was made once: as the bytes that go out, and compressed once, when first asked for, so that it can go out in the middle of any
/// compressed page.
/// </summary>
public sealed class KeptMarkup(string markup)
{
    private readonly byte[] _bytes = Encoding.UTF8.GetBytes(markup);
    private byte[]? _deflated;
    private uint? _sum;

    public ReadOnlyMemory<byte> Bytes => _bytes;

    /// <summary>As blocks of DEFLATE (RFC 1951) that end at a whole byte, need nothing before them, and are not the last.</summary>
    public ReadOnlyMemory<byte> Deflated => _deflated ??= Deflate(_bytes);

    /// <summary>The checksum of the bytes.</summary>
    public uint Sum => _sum ??= Crc32.Append(0, _bytes);

    /// <summary>The part in a view.</summary>
    public IHtmlContent In(ViewContext view) => new Part(this, view);

    private static byte[] Deflate(byte[] bytes)
    {
        using var deflated = new MemoryStream();
        using var stream = new DeflateStream(deflated, CompressionLevel.SmallestSize);
        stream.Write(bytes);

        // Ends at a whole byte; what ends the stream comes after.
        stream.Flush();
        return deflated.ToArray();
    }

    private sealed class Part(KeptMarkup markup, ViewContext view) : IHtmlAsyncContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder) => writer.Write(Encoding.UTF8.GetString(markup._bytes));

        public async ValueTask WriteToAsync(TextWriter writer)
        {
            // When the page goes out, its view's writer is that to the reader, and what it is given gathers text for that.
            if (view.Writer is PageWriter page)
            {
                await writer.FlushAsync().ConfigureAwait(false);
                await page.WriteAsync(markup).ConfigureAwait(false);
            }
            else
            {
                WriteTo(writer, HtmlEncoder.Default);
            }
        }
    }
}
