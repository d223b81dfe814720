using System.IO.Compression;
using System.Text;

namespace Quarterdeck.Documents.Tests.Pdf;

/// <summary>Reads back a PDF with cross-reference streams, independently of the writer.</summary>
public sealed class PdfReader
{
    private readonly byte[] _file;
    private readonly Dictionary<int, (int Kind, long Where, int Index)> _places = [];
    private readonly Dictionary<int, object?> _objects = [];
    private readonly Dictionary<int, byte[]> _streams = [];

    public PdfReader(byte[] file)
    {
        _file = file;
        var tail = Encoding.Latin1.GetString(file, Math.Max(0, file.Length - 64), Math.Min(64, file.Length));
        var start = int.Parse(
            tail[(tail.LastIndexOf("startxref", StringComparison.Ordinal) + 9)..].Split('%')[0].Trim(),
            System.Globalization.CultureInfo.InvariantCulture);
        var (trailer, table) = ReadAt(start);
        Trailer = (Dictionary<string, object?>)trailer!;
        for (var row = 0; row + 8 <= table!.Length; row += 8)
        {
            long where = 0;
            for (var digit = 1; digit <= 5; digit++)
            {
                where = (where << 8) | table[row + digit];
            }

            _places[row / 8] = (table[row], where, (table[row + 6] << 8) | table[row + 7]);
        }
    }

    public Dictionary<string, object?> Trailer { get; }

    public Dictionary<string, object?> Catalogue => Dictionary(Trailer["Root"])!;

    public IEnumerable<int> Numbers => _places.Where(place => place.Value.Kind != 0).Select(place => place.Key);

    public object? Resolve(object? value) => value is PdfReference reference ? Object(reference.Number) : value;

    public Dictionary<string, object?>? Dictionary(object? value) => Resolve(value) as Dictionary<string, object?>;

    public IReadOnlyList<object?> Array(object? value) => Resolve(value) as IReadOnlyList<object?> ?? [];

    public byte[] Stream(object? reference)
    {
        var number = ((PdfReference)reference!).Number;
        Object(number);
        return _streams[number];
    }

    public List<(int Number, Dictionary<string, object?> Page)> Pages() =>
        [.. Array(Dictionary(Catalogue["Pages"])!["Kids"]).Select(kid => (((PdfReference)kid!).Number, Dictionary(kid)!))];

    private object? Object(int number)
    {
        if (_objects.TryGetValue(number, out var known))
        {
            return known;
        }

        var place = _places[number];
        if (place.Kind == 1)
        {
            var (value, stream) = ReadAt((int)place.Where);
            if (stream is not null)
            {
                _streams[number] = stream;
            }

            return _objects[number] = value;
        }

        var holder = (Dictionary<string, object?>)Object((int)place.Where)!;
        var content = _streams[(int)place.Where];
        var first = (int)(double)holder["First"]!;
        var index = new PdfParser(content);
        var offsets = new List<(int Number, int Offset)>();
        for (var entry = 0; entry < (double)holder["N"]!; entry++)
        {
            offsets.Add((
                int.Parse(index.Word(), System.Globalization.CultureInfo.InvariantCulture),
                int.Parse(index.Word(), System.Globalization.CultureInfo.InvariantCulture)));
        }

        return _objects[number] = new PdfParser(content, first + offsets[place.Index].Offset).Read();
    }

    private (object? Value, byte[]? Stream) ReadAt(int offset)
    {
        var parser = new PdfParser(_file, offset);
        parser.Word();
        parser.Word();
        if (parser.Word() != "obj")
        {
            throw new InvalidDataException($"No object at byte {offset}.");
        }

        var value = parser.Read();
        var after = parser.At;
        if (value is not Dictionary<string, object?> entries || parser.Word() != "stream")
        {
            return (value, null);
        }

        var start = System.Array.IndexOf(_file, (byte)'\n', after + 1) + 1;
        while (!Encoding.Latin1.GetString(_file, start - 7, 7).EndsWith("stream\n", StringComparison.Ordinal))
        {
            start = System.Array.IndexOf(_file, (byte)'\n', start) + 1;
        }

        var packed = _file.AsSpan(start, (int)(double)entries["Length"]!).ToArray();
        if (!entries.ContainsKey("Filter"))
        {
            return (value, packed);
        }

        using var plain = new MemoryStream();
        using (var zlib = new ZLibStream(new MemoryStream(packed), CompressionMode.Decompress))
        {
            zlib.CopyTo(plain);
        }

        return (value, plain.ToArray());
    }
}
