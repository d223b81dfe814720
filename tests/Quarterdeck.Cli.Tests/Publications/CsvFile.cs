using System.Text;

namespace Quarterdeck.Cli.Tests.Publications;

/// <summary>A CSV read by RFC 4180 and nothing else: rows end with CR LF, fields may be quoted, quotes in them are doubled.</summary>
internal static class CsvFile
{
    public static IReadOnlyList<IReadOnlyList<string>> Read(byte[] bytes)
    {
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes.AsSpan(3));
        var rows = new List<IReadOnlyList<string>>();
        var row = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            row.Add(Field(text, ref at));
            if (at < text.Length && text[at] == ',')
            {
                at++;
                continue;
            }

            Assert.Equal("\r\n", text.Substring(at, 2));
            at += 2;
            rows.Add(row);
            row = [];
        }

        Assert.Empty(row);
        return rows;
    }

    private static string Field(string text, ref int at)
    {
        var from = at;
        if (text[at] != '"')
        {
            at = text.AsSpan(at).IndexOfAny(',', '\r') + at;
            return text[from..at];
        }

        var field = new StringBuilder();
        while (true)
        {
            var quote = text.IndexOf('"', at + 1);
            field.Append(text, at + 1, quote - at - 1);
            at = quote + 1;
            if (at >= text.Length || text[at] != '"')
            {
                return field.ToString();
            }

            field.Append('"');
        }
    }
}
