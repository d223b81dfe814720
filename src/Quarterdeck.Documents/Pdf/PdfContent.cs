using System.Buffers.Text;
using System.Text;

namespace Quarterdeck.Documents.Pdf;

/// <summary>The bytes of a page's content as they are drawn. One is used for page after page, so that it grows once.</summary>
internal sealed class PdfContent
{
    private const int MostDigits = 24;

    private byte[] _bytes = new byte[1 << 15];
    private int _length;

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    public void Clear() => _length = 0;

    public PdfContent Add(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        _length += bytes.Length;
        return this;
    }

    /// <summary>Operators and names, which are ASCII.</summary>
    public PdfContent Add(string text)
    {
        _length += Encoding.Latin1.GetBytes(text, Room(text.Length));
        return this;
    }

    public PdfContent Add(int number)
    {
        Utf8Formatter.TryFormat(number, Room(MostDigits), out var written);
        _length += written;
        return this;
    }

    /// <summary>As <see cref="PdfObject.Number(double)"/> writes it, with a space behind.</summary>
    public PdfContent Add(double number)
    {
        _length += PdfObject.Number(number, Room(MostDigits));
        return Add(" "u8);
    }

    /// <summary>A glyph as four hexadecimal digits.</summary>
    public PdfContent Glyph(int number)
    {
        var room = Room(4);
        for (var digit = 3; digit >= 0; digit--, number >>= 4)
        {
            room[digit] = "0123456789ABCDEF"u8[number & 0xF];
        }

        _length += 4;
        return this;
    }

    private Span<byte> Room(int count)
    {
        if (_bytes.Length - _length < count)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + count));
        }

        return _bytes.AsSpan(_length);
    }
}
