using System.IO.Compression;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Quarterdeck.Web.Sites;

/// <summary>An answer as it was made once, plain and compressed, with the headers it goes out with.</summary>
internal sealed class KeptAnswer
{
    /// <summary>Bytes that go to the server at once.</summary>
    public const int Piece = 256 * 1024;

    private const int MostHeaders = 100;

    /// <summary>Bytes that are enough for those of nearly every answer.</summary>
    private const int MostOfHeaders = 2048;

    private readonly ReadOnlyMemory<byte> _plain;
    private readonly ReadOnlyMemory<byte>? _gzip;
    private readonly ReadOnlyMemory<byte>? _brotli;
    private readonly KeyValuePair<string, StringValues>[] _headers;
    private readonly string _tag;

    /// <param name="made">The answer's body.</param>
    /// <param name="headers">As they were set when it was made.</param>
    /// <param name="route">The kind of page it is, for the log.</param>
    public KeptAnswer(ReadOnlyMemory<byte> made, IHeaderDictionary headers, string route)
    {
        (_plain, Route) = (made, route);
        _tag = headers.ETag.ToString();
        _headers = [.. headers.Where(header => header.Key is not ("Content-Length" or "Date" or "Transfer-Encoding" or "Vary" or "Content-Encoding"))];
        if (Compressing.IsCompressible(headers))
        {
            _gzip = Smaller(stream => new GZipStream(stream, CompressionLevel.SmallestSize, leaveOpen: true));
            _brotli = Smaller(stream => new BrotliStream(stream, CompressionLevel.Optimal, leaveOpen: true));
        }
    }

    private KeptAnswer(string route, KeyValuePair<string, StringValues>[] headers, ReadOnlyMemory<byte> plain, ReadOnlyMemory<byte>? gzip, ReadOnlyMemory<byte>? brotli)
    {
        (Route, _headers, _plain, _gzip, _brotli) = (route, headers, plain, gzip, brotli);
        _tag = Array.Find(headers, header => header.Key == HeaderNames.ETag).Value.ToString();
    }

    public string Route { get; }

    /// <summary>In bytes.</summary>
    public int Size => _plain.Length + (_gzip?.Length ?? 0) + (_brotli?.Length ?? 0);

    /// <summary>Reads what <see cref="Write"/> has written.</summary>
    /// <param name="reader">Stands at its beginning.</param>
    /// <param name="from">All that is read from, of which the answer holds its parts.</param>
    /// <exception cref="InvalidDataException">It cannot be what was written; so can those of the reader say.</exception>
    public static KeptAnswer Read(BinaryReader reader, ReadOnlyMemory<byte> from)
    {
        var (route, count) = (reader.ReadString(), reader.ReadInt32());
        if (count is < 0 or > MostHeaders)
        {
            throw new InvalidDataException($"An answer has no {count} headers.");
        }

        var headers = new KeyValuePair<string, StringValues>[count];
        for (var place = 0; place < headers.Length; place++)
        {
            headers[place] = new KeyValuePair<string, StringValues>(reader.ReadString(), reader.ReadString());
        }

        return new KeptAnswer(route, headers, Part() ?? default, Part(), Part());

        ReadOnlyMemory<byte>? Part()
        {
            var length = reader.ReadInt32();
            if (length < 0)
            {
                return null;
            }

            var part = from.Slice((int)reader.BaseStream.Position, length);
            reader.BaseStream.Position += length;
            return part;
        }
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(Route);
        writer.Write(_headers.Length);
        foreach (var (name, value) in _headers)
        {
            writer.Write(name);
            writer.Write(value.ToString());
        }

        foreach (var part in new ReadOnlyMemory<byte>?[] { _plain, _gzip, _brotli })
        {
            writer.Write(part?.Length ?? -1);
            writer.Write((part ?? default).Span);
        }
    }

    /// <summary>Answers a request with it, in the smallest form its reader takes; or says that the reader has it.</summary>
    public Task Answer(HttpContext context)
    {
        var (request, response) = (context.Request.Headers, context.Response);
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
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : Send(response, body);
    }

    /// <summary>
    /// In few large pieces, which cost the server less than many small ones; not all at once, so that a slow reader holds no more than one. Of a
    /// reader who went away the server tells by itself.
    /// </summary>
    private static async Task Send(HttpResponse response, ReadOnlyMemory<byte> body)
    {
        if (body.Length <= Piece - MostOfHeaders)
        {
            MakeRoom(response.HttpContext, body.Length + MostOfHeaders);
        }

        // Until the headers have gone, the server gathers what is written aside, and copies it once more.
        await response.StartAsync(CancellationToken.None).ConfigureAwait(false);
        var writer = response.BodyWriter;
        while (!body.IsEmpty)
        {
            var piece = body[..Math.Min(body.Length, Piece)];
            piece.CopyTo(writer.GetMemory(piece.Length));
            writer.Advance(piece.Length);
            body = body[piece.Length..];
            if ((await writer.FlushAsync(CancellationToken.None).ConfigureAwait(false)).IsCompleted)
            {
                return;
            }
        }
    }

    /// <summary>
    /// The server puts headers where there is room. With enough for a body of one piece too, both lie together and are sent as one, which costs a
    /// sixteenth less. Only where a connection has one answer at a time (HTTP/1.1), of which nothing is under way yet.
    /// </summary>
    private static void MakeRoom(HttpContext context, int bytes)
    {
        if (context.Request.Protocol == HttpProtocol.Http11 && context.Features.Get<IConnectionTransportFeature>() is { } connection)
        {
            try
            {
                connection.Transport.Output.GetMemory(bytes);
            }
            catch (InvalidOperationException)
            {
                // The reader went away, of which the server tells by itself.
            }
        }
    }

    private bool Has(HttpRequest request) =>
        request.Headers.IfNoneMatch == _tag
        || request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(EntityTagHeaderValue.Parse(_tag), useStrongComparison: false));

    private (ReadOnlyMemory<byte> Body, string? Encoding) Taken(string accepted) =>
        _brotli is { } brotli && AcceptedEncodings.Take(accepted, "br") ? (brotli, "br")
        : _gzip is { } gzip && AcceptedEncodings.Take(accepted, "gzip") ? (gzip, "gzip")
        : (_plain, null);

    private ReadOnlyMemory<byte>? Smaller(Func<Stream, Stream> compressing)
    {
        using var output = new MemoryStream();
        using (var stream = compressing(output))
        {
            stream.Write(_plain.Span);
        }

        return output.Length < _plain.Length ? output.ToArray() : default(ReadOnlyMemory<byte>?);
    }
}
