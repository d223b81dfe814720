using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Quarterdeck.Web.Sites;

/// <summary>An answer as it was made once, plain and compressed, with the headers it goes out with.</summary>
internal sealed class KeptAnswer
{
    private const int Piece = 256 * 1024;

    private readonly byte[] _plain;
    private readonly byte[]? _gzip;
    private readonly byte[]? _brotli;
    private readonly KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues>[] _headers;
    private readonly string _tag;
    private readonly Endpoint? _endpoint;

    /// <param name="made">The answer's body.</param>
    /// <param name="headers">As they were set when it was made.</param>
    /// <param name="endpoint">What made it, for those who count answers by the kind of page.</param>
    public KeptAnswer(byte[] made, IHeaderDictionary headers, Endpoint? endpoint)
    {
        (_plain, _endpoint) = (made, endpoint);
        _tag = headers.ETag.ToString();
        _headers = [.. headers.Where(header => header.Key is not ("Content-Length" or "Date" or "Transfer-Encoding" or "Vary" or "Content-Encoding"))];
        if (Compressing.IsCompressible(headers))
        {
            _gzip = Smaller(stream => new GZipStream(stream, CompressionLevel.SmallestSize, leaveOpen: true));
            _brotli = Smaller(stream => new BrotliStream(stream, CompressionLevel.Optimal, leaveOpen: true));
        }
    }

    /// <summary>In bytes.</summary>
    public int Size => _plain.Length + (_gzip?.Length ?? 0) + (_brotli?.Length ?? 0);

    /// <summary>Answers a request with it, in the smallest form its reader takes; or says that the reader has it.</summary>
    public Task Answer(HttpContext context)
    {
        var (request, response) = (context.Request.Headers, context.Response);
        context.SetEndpoint(_endpoint);
        foreach (var (name, value) in _headers)
        {
            response.Headers[name] = value;
        }

        if (_gzip is not null)
        {
            response.Headers.Vary = HeaderNames.AcceptEncoding;
        }

        if (request.IfNoneMatch.Count > 0 && Has(context.Request))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            response.Headers.ContentType = default;
            response.Headers.ContentDisposition = default;
            return Task.CompletedTask;
        }

        var (body, encoding) = Taken(request.AcceptEncoding.ToString());
        if (encoding is not null)
        {
            response.Headers.ContentEncoding = encoding;
        }

        response.ContentLength = body.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : Send(response, body, context.RequestAborted);
    }

    /// <summary>In few large pieces, which cost the server less than many small ones; not all at once, so that a slow reader holds no more than one.</summary>
    private static async Task Send(HttpResponse response, ReadOnlyMemory<byte> body, CancellationToken stop)
    {
        // Until the headers have gone, the server gathers what is written aside, and copies it once more.
        await response.StartAsync(stop).ConfigureAwait(false);
        var writer = response.BodyWriter;
        while (!body.IsEmpty)
        {
            var piece = body[..Math.Min(body.Length, Piece)];
            piece.CopyTo(writer.GetMemory(piece.Length));
            writer.Advance(piece.Length);
            body = body[piece.Length..];
            if ((await writer.FlushAsync(stop).ConfigureAwait(false)).IsCompleted)
            {
                return;
            }
        }
    }

    private bool Has(HttpRequest request) =>
        request.Headers.IfNoneMatch == _tag
        || request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(EntityTagHeaderValue.Parse(_tag), useStrongComparison: false));

    private (byte[] Body, string? Encoding) Taken(string accepted) =>
        _brotli is not null && AcceptedEncodings.Take(accepted, "br") ? (_brotli, "br")
        : _gzip is not null && AcceptedEncodings.Take(accepted, "gzip") ? (_gzip, "gzip")
        : (_plain, null);

    private byte[]? Smaller(Func<Stream, Stream> compressing)
    {
        using var output = new MemoryStream();
        using (var stream = compressing(output))
        {
            stream.Write(_plain);
        }

        return output.Length < _plain.Length ? output.ToArray() : null;
    }
}
