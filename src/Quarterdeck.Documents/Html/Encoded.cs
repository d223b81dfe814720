using System.Text;

namespace Quarterdeck.Documents.Html;

/// <summary>Words made safe to stand in HTML or XML, between tags or in a quoted attribute.</summary>
internal static class Encoded
{
    /// <summary>Markup is encoded; control characters that no document may hold, and half characters, become the replacement character.</summary>
    public static string Text(string words)
    {
        var encoded = new StringBuilder(words.Length + 16);
        foreach (var rune in words.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '&':
                    encoded.Append("&amp;");
                    break;
                case '<':
                    encoded.Append("&lt;");
                    break;
                case '>':
                    encoded.Append("&gt;");
                    break;
                case '"':
                    encoded.Append("&quot;");
                    break;
                case '\'':
                    encoded.Append("&#39;");
                    break;
                case '\r':
                    break;
                case < ' ' and not '\n' and not '\t':
                case >= 0x7f and < 0xa0:
                case 0xfffe or 0xffff:
                    encoded.Append('\ufffd');
                    break;
                default:
                    encoded.Append(rune.ToString());
                    break;
            }
        }

        return encoded.ToString();
    }
}
