using System.Globalization;
using System.Text;

namespace Quarterdeck.Documents.Charts;

/// <summary>
/// How wide words are, generously: the advance widths of the Helvetica family (thousandths of the type size), a tenth more for
/// the wider fonts a reader may have, and a broad guess beyond ASCII. Too wide costs a label; too narrow makes two collide.
/// </summary>
internal static class TextWidth
{
    private const double Allowance = 1.1;

    private static readonly short[] Ascii =
    [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
        556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
        667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
        333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
        556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
    ];

    public static double Of(ReadOnlySpan<char> words, double size, bool bold)
    {
        var thousandths = 0;
        var common = 0;
        while (common < words.Length && words[common] is >= ' ' and < (char)127 and var letter)
        {
            thousandths += Ascii[letter - ' '];
            common++;
        }

        foreach (var rune in words[common..].EnumerateRunes())
        {
            thousandths += Thousandths(rune);
        }

        return thousandths * size / 1000 * Allowance * (bold ? 1.08 : 1);
    }

    /// <summary>The words, shortened with an ellipsis until they fit.</summary>
    public static string Shortened(string words, double size, bool bold, double room)
    {
        if (Of(words, size, bold) <= room)
        {
            return words;
        }

        var parts = StringInfo.ParseCombiningCharacters(words);
        for (var kept = parts.Length - 1; kept > 0; kept--)
        {
            var shorter = words[..parts[kept]].TrimEnd() + "…";
            if (Of(shorter, size, bold) <= room)
            {
                return shorter;
            }
        }

        return "…";
    }

    private static int Thousandths(Rune rune) => rune.Value switch
    {
        >= 32 and < 127 => Ascii[rune.Value - 32],
        < 32 => 278,
        < 0x0300 => 760,
        < 0x0370 => 0,
        < 0x1100 => 800,
        >= 0x2010 and <= 0x2026 => 1000,
        _ => 1150,
    };
}
