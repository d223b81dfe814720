using System.Buffers;
using System.Globalization;
using System.Text;

namespace Quarterdeck.Documents.Sheets;

/// <summary>Words and numbers as the XML of a spreadsheet takes them.</summary>
internal static class SheetText
{
    private static readonly SearchValues<char> NeedsNothing =
        SearchValues.Create("\n\t !#$%'()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~£–—’");

    /// <summary>Escaped, with the characters XML cannot hold replaced by a visible mark.</summary>
    public static string Xml(string text)
    {
        var first = text.AsSpan().IndexOfAnyExcept(NeedsNothing);
        if (first < 0)
        {
            return text;
        }

        var builder = new StringBuilder(text.Length + 16).Append(text, 0, first);
        Span<char> units = stackalloc char[2];
        foreach (var rune in text.AsSpan(first).EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '&':
                    builder.Append("&amp;");
                    break;
                case '<':
                    builder.Append("&lt;");
                    break;
                case '>':
                    builder.Append("&gt;");
                    break;
                case '"':
                    builder.Append("&quot;");
                    break;
                case '\t' or '\n' or >= 0x20 and not (0xFFFE or 0xFFFF):
                    builder.Append(units[..rune.EncodeToUtf16(units)]);
                    break;
                default:
                    builder.Append('\uFFFD');
                    break;
            }
        }

        return builder.ToString();
    }

    public static string Number(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Lines a text takes in a column of that width: an estimate on the safe side, for the row's height.</summary>
    public static int Lines(string text, int width)
    {
        var lines = 0;
        foreach (var line in text.AsSpan().Split('\n'))
        {
            lines += Math.Max(1, (int)Math.Ceiling((line.End.Value - line.Start.Value) * 1.1 / Math.Max(width, 4)));
        }

        return lines;
    }

    /// <summary>The name of a column: A, B, ... Z, AA.</summary>
    /// <param name="index">From 0.</param>
    public static string ColumnName(int index)
    {
        var name = string.Empty;
        for (var left = index + 1; left > 0; left = (left - 1) / 26)
        {
            name = (char)('A' + ((left - 1) % 26)) + name;
        }

        return name;
    }

    public static string Words(SheetCell cell) => cell switch
    {
        SheetCell.Text text => text.Words,
        SheetCell.Heading heading => heading.Words,
        SheetCell.Link link => link.Words,
        SheetCell.Number number => Number(number.Value),
        _ => throw new InvalidOperationException("Every kind of cell is named here."),
    };
}
