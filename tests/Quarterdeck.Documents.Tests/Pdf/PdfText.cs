using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Quarterdeck.Documents.Tests.Pdf;

/// <summary>The words of each page in the order they are drawn, read through the fonts' own maps as a reader would.</summary>
public static partial class PdfText
{
    public static IReadOnlyList<string> ByPage(PdfReader reader)
    {
        var maps = new Dictionary<int, Dictionary<string, string>>();
        var pages = new List<string>();
        foreach (var (_, page) in reader.Pages())
        {
            var fonts = reader.Dictionary(reader.Dictionary(page["Resources"])!["Font"])!;
            var (text, font, line) = (new StringBuilder(), string.Empty, string.Empty);
            foreach (var command in Encoding.Latin1.GetString(reader.Stream(page["Contents"])).Split('\n'))
            {
                if (Placed().Match(command) is { Success: true } placed)
                {
                    text.Append(line.Length == 0 || line == placed.Groups[1].Value ? string.Empty : "\n");
                    line = placed.Groups[1].Value;
                }
                else if (Shown().Match(command) is { Success: true } shown)
                {
                    font = shown.Groups[1].Value;
                    var number = ((PdfReference)fonts[font]!).Number;
                    if (!maps.TryGetValue(number, out var map))
                    {
                        maps[number] = map = Map(reader, number);
                    }

                    foreach (var glyph in shown.Groups[2].Value.Chunk(4))
                    {
                        text.Append(map[new string(glyph)]);
                    }

                    text.Append(text.Length > 0 && text[^1] != ' ' ? " " : string.Empty);
                }
            }

            pages.Add(Spaces().Replace(text.ToString(), " ").Replace(" \n", "\n", StringComparison.Ordinal).TrimEnd());
        }

        return pages;
    }

    internal static Dictionary<string, string> Map(PdfReader reader, int font)
    {
        var content = Encoding.ASCII.GetString(reader.Stream(reader.Dictionary(new PdfReference(font))!["ToUnicode"]));
        return Pair().Matches(content).ToDictionary(
            pair => pair.Groups[1].Value,
            pair => Encoding.BigEndianUnicode.GetString(Convert.FromHexString(pair.Groups[2].Value.ToUpper(CultureInfo.InvariantCulture))));
    }

    [GeneratedRegex(@"^BT 1 0 0 1 [\d.-]+ ([\d.-]+) Tm$")]
    private static partial Regex Placed();

    [GeneratedRegex(@"^/(F\d+) [\d.]+ Tf <([0-9A-F]+)> Tj$")]
    private static partial Regex Shown();

    [GeneratedRegex("^<([0-9A-F]{4})> <([0-9A-F]+)>$", RegexOptions.Multiline)]
    private static partial Regex Pair();

    [GeneratedRegex(" {2,}")]
    private static partial Regex Spaces();
}
