using System.Text;

namespace Quarterdeck.Packs.Cells;

/// <summary>
/// Finds text that a program saved as UTF-8 and another read as Windows-1252: <c>Â£</c> for <c>£</c>, <c>â€“</c> for a dash.
/// </summary>
public static class SpoiledText
{
    // What Windows-1252 shows for the bytes 80 to 9F.
    private const string Shown = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    /// <summary>The text as it was meant; null when nothing in it is spoiled.</summary>
    public static string? Mended(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.AsSpan().IndexOfAnyInRange('\u00C2', '\u00F4') < 0)
        {
            return null;
        }

        var mended = new StringBuilder(text.Length);
        var isSpoiled = false;
        for (var at = 0; at < text.Length; at++)
        {
            if (Meant(text, at, out var length) is { } meant)
            {
                mended.Append(meant);
                at += length - 1;
                isSpoiled = true;
            }
            else
            {
                mended.Append(text[at]);
            }
        }

        return isSpoiled ? mended.ToString() : null;
    }

    /// <summary>The one character that the bytes shown from here on are in UTF-8, when it is one that prose or figures hold.</summary>
    private static string? Meant(string text, int at, out int length)
    {
        length = text[at] switch
        {
            >= '\u00C2' and <= '\u00DF' => 2,
            >= '\u00E0' and <= '\u00EF' => 3,
            >= '\u00F0' and <= '\u00F4' => 4,
            _ => 0,
        };
        if (text[at] == '\u00C2' && at > 0 && (text[at - 1] is '%' or (>= '0' and <= '9')) && (at + 1 == text.Length || text[at + 1] == ' '))
        {
            // A space that does not break, of which the end was trimmed.
            length = 1;
            return string.Empty;
        }

        if (length == 0 || at + length > text.Length)
        {
            return null;
        }

        Span<byte> bytes = stackalloc byte[4];
        for (var place = 0; place < length; place++)
        {
            if (ByteOf(text[at + place]) is not { } value)
            {
                return null;
            }

            bytes[place] = value;
        }

        return Rune.DecodeFromUtf8(bytes[..length], out var rune, out var used) == System.Buffers.OperationStatus.Done && used == length && IsLikely(rune.Value)
            ? rune.ToString() : null;
    }

    private static byte? ByteOf(char letter) =>
        letter is >= '\u00A0' and <= '\u00FF' ? (byte)letter
        : Shown.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var at ? (byte)(0x80 + at)
        : null;

    /// <summary>Letters and signs of Western Europe and Wales, punctuation, currencies, arrows and pictures: not any character there is.</summary>
    private static bool IsLikely(int rune) =>
        rune is (>= 0xA0 and <= 0x17F) or (>= 0x1E80 and <= 0x1E85) or (>= 0x2010 and <= 0x2044) or (>= 0x20A0 and <= 0x20BF)
            or 0x2122 or (>= 0x2190 and <= 0x21FF) or (>= 0x2212 and <= 0x2265) or (>= 0x25A0 and <= 0x27BF) or 0xFEFF or (>= 0x1F300 and <= 0x1FAFF);
}
