using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Quarterdeck.Documents.Pdf;

/// <summary>
/// Writes the objects of a PDF 1.7 file in the order they are finished: streams straight to the output, other objects
/// gathered into compressed object streams, and a cross-reference stream at the end. Nothing but the bytes of the objects
/// decides the bytes of the file.
/// </summary>
internal sealed class PdfFile : IDisposable
{
    private const int ObjectsPerStream = 200;

    private readonly Stream _output;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly MemoryStream _packed = new();
    private readonly List<Place> _places = [default];
    private readonly List<(int Number, string Body)> _waiting = [];
    private long _position;

    /// <param name="output">Where the file goes.</param>
    /// <param name="measure">Drops everything that is set: for a first pass that only learns where things fall.</param>
    public PdfFile(Stream output, bool measure = false)
    {
        IsMeasure = measure;
        _output = output;
        Write("%PDF-1.7\n"u8);
        Write([(byte)'%', 0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);
    }

    public bool IsMeasure { get; }

    /// <summary>A number for an object whose content comes later.</summary>
    public int Reserve()
    {
        _places.Add(default);
        return _places.Count - 1;
    }

    public int Add(string body)
    {
        var number = Reserve();
        Set(number, body);
        return number;
    }

    public void Set(int number, string body)
    {
        if (IsMeasure)
        {
            return;
        }

        _waiting.Add((number, body));
        if (_waiting.Count == ObjectsPerStream)
        {
            FlushWaiting();
        }
    }

    /// <summary>A compressed stream, written at once.</summary>
    /// <param name="number">Reserved before.</param>
    /// <param name="entries">Dictionary entries besides length and filter.</param>
    /// <param name="content">Before compression.</param>
    /// <param name="compress">False for metadata, which readers want in the clear.</param>
    public void SetStream(int number, string entries, ReadOnlySpan<byte> content, bool compress = true)
    {
        if (IsMeasure)
        {
            return;
        }

        _places[number] = new Place(1, _position, 0);
        var packed = compress ? Deflate(content) : content;
        var filter = compress ? "/Filter/FlateDecode" : string.Empty;
        Write(string.Create(CultureInfo.InvariantCulture, $"{number} 0 obj\n<<{entries}{filter}/Length {packed.Length}>>\nstream\n"));
        Write(packed);
        Write("\nendstream\nendobj\n");
    }

    /// <summary>Writes what waits, the cross-references and the trailer.</summary>
    public void Finish(int catalogue, int information)
    {
        FlushWaiting();
        var number = Reserve();
        _places[number] = new Place(1, _position, 0);
        var table = new byte[_places.Count * 8];
        for (var index = 0; index < _places.Count; index++)
        {
            var row = table.AsSpan(index * 8, 8);
            var place = _places[index];
            row[0] = (byte)place.Kind;
            for (var digit = 0; digit < 5; digit++)
            {
                row[1 + digit] = (byte)((place.Where >> (8 * (4 - digit))) & 0xFF);
            }

            row[6] = (byte)(index == 0 ? 0xFF : (place.Index >> 8) & 0xFF);
            row[7] = (byte)(index == 0 ? 0xFF : place.Index & 0xFF);
        }

        var id = Convert.ToHexString(_hash.GetCurrentHash().AsSpan(0, 16));
        var start = _position;
        SetStream(number, string.Create(CultureInfo.InvariantCulture,
            $"/Type/XRef/Size {_places.Count}/W[1 5 2]/Root {catalogue} 0 R/Info {information} 0 R/ID[<{id}><{id}>]"), table);
        Write(string.Create(CultureInfo.InvariantCulture, $"startxref\n{start}\n%%EOF\n"));
    }

    public void Dispose()
    {
        _hash.Dispose();
        _packed.Dispose();
    }

    private void FlushWaiting()
    {
        if (_waiting.Count == 0)
        {
            return;
        }

        var number = Reserve();
        var (index, offset) = (new StringBuilder(), 0);
        var bodies = new StringBuilder();
        for (var place = 0; place < _waiting.Count; place++)
        {
            var (own, body) = _waiting[place];
            index.Append(CultureInfo.InvariantCulture, $"{own} {offset} ");
            bodies.Append(body).Append('\n');
            offset += body.Length + 1;
            _places[own] = new Place(2, number, place);
        }

        var count = _waiting.Count;
        _waiting.Clear();
        SetStream(number, string.Create(CultureInfo.InvariantCulture, $"/Type/ObjStm/N {count}/First {index.Length}"),
            Encoding.Latin1.GetBytes(index.ToString() + bodies));
    }

    /// <summary>Good until the next call.</summary>
    private ReadOnlySpan<byte> Deflate(ReadOnlySpan<byte> content)
    {
        _packed.SetLength(0);
        using (var zlib = new ZLibStream(_packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(content);
        }

        return _packed.GetBuffer().AsSpan(0, (int)_packed.Length);
    }

    private void Write(string text) => Write(Encoding.Latin1.GetBytes(text));

    private void Write(ReadOnlySpan<byte> bytes)
    {
        _output.Write(bytes);
        _hash.AppendData(bytes);
        _position += bytes.Length;
    }

    /// <param name="Kind">1: at a byte of the file; 2: in an object stream.</param>
    /// <param name="Where">Byte offset, or the object stream's number.</param>
    /// <param name="Index">Place within the object stream.</param>
    private readonly record struct Place(int Kind, long Where, int Index);
}
