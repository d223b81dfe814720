using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Quarterdeck.Storage.Ledger;

/// <summary>
/// What a change's hash is made of: each field as its length in bytes, a colon, its UTF-8 and a comma, so that no two different changes
/// give the same bytes. They are hashed many fields at a time: a call for each would cost more than the hashing.
/// </summary>
internal sealed class ChainText : IDisposable
{
    private const int MostDigits = 20;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private byte[] _bytes = new byte[16 * 1024];
    private int _filled;

    public void Add(long number)
    {
        Span<byte> digits = stackalloc byte[MostDigits];
        Utf8Formatter.TryFormat(number, digits, out var length);
        Add(digits[..length]);
    }

    public void Add(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        Begin(length);
        _filled += Encoding.UTF8.GetBytes(text, _bytes.AsSpan(_filled));
        _bytes[_filled++] = (byte)',';
    }

    /// <param name="field">A field's bytes; null is a field of none.</param>
    public void Add(byte[]? field) => Add(field.AsSpan());

    /// <summary>SHA-256 over all fields added.</summary>
    public byte[] Hash()
    {
        Flush();
        return _hash.GetHashAndReset();
    }

    public void Dispose() => _hash.Dispose();

    private void Add(ReadOnlySpan<byte> field)
    {
        Begin(field.Length);
        field.CopyTo(_bytes.AsSpan(_filled));
        _filled += field.Length;
        _bytes[_filled++] = (byte)',';
    }

    /// <summary>Writes the length of a field, and makes room for the field and its comma.</summary>
    private void Begin(int length)
    {
        var room = MostDigits + 1 + length + 1;
        if (_filled + room > _bytes.Length)
        {
            Flush();
            _bytes = _bytes.Length < room ? new byte[room] : _bytes;
        }

        Utf8Formatter.TryFormat(length, _bytes.AsSpan(_filled), out var written);
        _filled += written;
        _bytes[_filled++] = (byte)':';
    }

    private void Flush()
    {
        _hash.AppendData(_bytes, 0, _filled);
        _filled = 0;
    }
}
