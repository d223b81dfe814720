using System.Text;
using System.Xml;
using Quarterdeck.Packs.Files;
using Quarterdeck.Packs.Findings;

namespace Quarterdeck.Packs.Xlsx;

/// <summary>The texts that the cells of a workbook share, by number.</summary>
internal sealed class XlsxTexts
{
    private readonly List<string> _texts = [];

    public string? this[int number] => number >= 0 && number < _texts.Count ? _texts[number] : null;

    public static XlsxTexts Read(XmlReader reader, string file, ReadLimits limits)
    {
        var texts = new XlsxTexts();
        long length = 0;
        while (reader.Next(file))
        {
            if (!reader.Opens("si"))
            {
                continue;
            }

            var text = ReadRich(reader, "si", file, limits);

            // Even an empty text costs the list an entry.
            length += text.Length + 16;
            if (length > limits.SharedTextLength)
            {
                throw new UnreadableFileException(UnreadableFileFindings.OverLimit(file, "characters of text", limits.SharedTextLength));
            }

            texts._texts.Add(text);
        }

        return texts;
    }

    /// <summary>The text of an element whose runs are <c>t</c> elements; phonetic guides are left out. Ends on its end tag.</summary>
    public static string ReadRich(XmlReader reader, string element, string file, ReadLimits limits)
    {
        if (reader.IsEmptyElement)
        {
            return string.Empty;
        }

        var text = new StringBuilder();
        var inText = false;
        var inPhonetic = false;
        while (reader.Next(file) && !reader.Closes(element))
        {
            if (reader.Opens("rPh") || reader.Closes("rPh"))
            {
                inPhonetic = reader.NodeType == XmlNodeType.Element && !reader.IsEmptyElement;
            }
            else if (reader.Opens("t") || reader.Closes("t"))
            {
                inText = reader.NodeType == XmlNodeType.Element && !reader.IsEmptyElement && !inPhonetic;
            }
            else if (inText && reader.IsText())
            {
                reader.AddText(text, file, limits);
            }
        }

        return Plain(text.ToString());
    }

    /// <summary>Line ends as line feeds; <c>_x000D_</c> is how workbooks write a carriage return.</summary>
    public static string Plain(string text) =>
        text.Replace("_x000D_", string.Empty, StringComparison.Ordinal).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
}
