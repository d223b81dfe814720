using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Quarterdeck.Storage.Copies;

/// <summary>A running SHA-256 over rows as every engine gives them: of each value its kind, its length and its bytes.</summary>
internal sealed class RowHasher : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private byte[] _text = new byte[4096];

    public long Rows { get; private set; }

    /// <param name="row">Texts, whole numbers, bytes, moments and nulls.</param>
    public void Add(object?[] row)
    {
        Rows++;
        foreach (var value in row)
        {
            switch (value)
            {
                case null:
                    Add((byte)'n', []);
                    break;
                case long number:
                    AddNumber(number);
                    break;
                case byte[] blob:
                    Add((byte)'b', blob);
                    break;
                case string text:
                    AddText((byte)'t', text);
                    break;
                case DateTimeOffset moment:
                    AddText((byte)'m', Ledger.LedgerTimestamp.Text(moment));
                    break;
                default:
                    throw new InvalidOperationException($"No column of a store holds a {value.GetType().Name}.");
            }
        }
    }

    /// <summary>What the rows so far come to, 64 hexadecimal digits.</summary>
    public string Value() => Convert.ToHexStringLower(_hash.GetCurrentHash());

    public void Dispose() => _hash.Dispose();

    private void AddNumber(long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        Add((byte)'i', bytes);
    }

    private void AddText(byte kind, string text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (_text.Length < most)
        {
            _text = new byte[most];
        }

        Add(kind, _text.AsSpan(0, Encoding.UTF8.GetBytes(text, _text)));
    }

    private void Add(byte kind, ReadOnlySpan<byte> bytes)
    {
        Span<byte> head = stackalloc byte[1 + sizeof(int)];
        head[0] = kind;
        BinaryPrimitives.WriteInt32BigEndian(head[1..], bytes.Length);
        _hash.AppendData(head);
        _hash.AppendData(bytes);
    }
}
