using System.Buffers;
using System.Text;
using Quarterdeck.Documents.Html;

namespace Quarterdeck.Documents.Word;

/// <summary>Words as the XML of a Word document takes them.</summary>
internal static class WordText
{
    private static readonly SearchValues<char> NeedsNothing =
        SearchValues.Create(" !#$%()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~");

    /// <summary>Safe in a quoted attribute: on one line.</summary>
    public static string Attribute(string words) => Element(words.ReplaceLineEndings(" ").Replace('\t', ' '));

    /// <summary>Safe between tags of parts that know no line breaks.</summary>
    public static string Element(string words) => words.AsSpan().ContainsAnyExcept(NeedsNothing) ? Encoded.Text(words) : words;

    /// <summary>A run: line feeds become line breaks, tabs become tabs, and no space is lost.</summary>
    /// <param name="words">As read; empty words give no run.</param>
    /// <param name="properties">The inside of <c>w:rPr</c>; may be empty.</param>
    public static string Run(string words, string properties = "")
    {
        if (words.Length == 0)
        {
            return string.Empty;
        }

        var run = new StringBuilder("<w:r>", words.Length + properties.Length + 80);
        if (properties.Length > 0)
        {
            run.Append("<w:rPr>").Append(properties).Append("</w:rPr>");
        }

        var rest = words.ReplaceLineEndings("\n").AsSpan();
        while (rest.Length > 0)
        {
            var next = rest.IndexOfAny('\n', '\t');
            var piece = next < 0 ? rest : rest[..next];
            if (piece.Length > 0)
            {
                run.Append("<w:t xml:space=\"preserve\">").Append(Element(piece.ToString())).Append("</w:t>");
            }

            if (next < 0)
            {
                break;
            }

            run.Append(rest[next] == '\n' ? "<w:br/>" : "<w:tab/>");
            rest = rest[(next + 1)..];
        }

        return run.Append("</w:r>").ToString();
    }
}
