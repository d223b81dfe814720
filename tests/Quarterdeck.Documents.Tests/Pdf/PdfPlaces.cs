using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Quarterdeck.Documents.Tests.Pdf;

/// <summary>Where words stand: measured with the widths the file itself gives its fonts.</summary>
public static partial class PdfPlaces
{
    /// <summary>Points of slack for rounding.</summary>
    private const double Slack = 0.5;

    /// <summary>Pieces of text that begin or end outside the media box of their page, with where they stand.</summary>
    public static IReadOnlyList<string> OutsideThePage(PdfReader reader)
    {
        var outside = new List<string>();
        var widths = new Dictionary<int, List<double>>();
        var number = 0;
        foreach (var (_, page) in reader.Pages())
        {
            number++;
            var box = reader.Array(page["MediaBox"]).Select(side => (double)side!).ToList();
            var fonts = reader.Dictionary(reader.Dictionary(page["Resources"])!["Font"])!;
            var (x, y) = (0.0, 0.0);
            foreach (var command in Encoding.Latin1.GetString(reader.Stream(page["Contents"])).Split('\n'))
            {
                if (Placed().Match(command) is { Success: true } placed)
                {
                    (x, y) = (Number(placed.Groups[1].Value), Number(placed.Groups[2].Value));
                }
                else if (Shown().Match(command) is { Success: true } shown)
                {
                    var own = widths.GetValueOrDefault(((PdfReference)fonts[shown.Groups[1].Value]!).Number) ?? (widths[((PdfReference)fonts[shown.Groups[1].Value]!).Number] = Widths(reader, fonts[shown.Groups[1].Value]));
                    var size = Number(shown.Groups[2].Value);
                    var width = shown.Groups[3].Value.Chunk(4).Sum(glyph => own[int.Parse(glyph, NumberStyles.HexNumber, CultureInfo.InvariantCulture)]) * size / 1000;
                    if (x < box[0] - Slack || x + width > box[2] + Slack || y < box[1] - Slack || y + size > box[3] + Slack)
                    {
                        outside.Add(string.Create(CultureInfo.InvariantCulture, $"Page {number}: text of width {width:0} at {x:0}, {y:0} of {box[2]:0} by {box[3]:0}"));
                    }

                    x += width;
                }
            }
        }

        return outside;
    }

    private static List<double> Widths(PdfReader reader, object? font)
    {
        var descendant = reader.Dictionary(reader.Array(reader.Dictionary(font)!["DescendantFonts"])[0])!;
        return [.. reader.Array(reader.Array(descendant["W"])[1]).Select(width => (double)width!)];
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^BT 1 0 0 1 ([\d.-]+) ([\d.-]+) Tm$")]
    private static partial Regex Placed();

    [GeneratedRegex(@"^/(F\d+) ([\d.]+) Tf <([0-9A-F]+)> Tj$")]
    private static partial Regex Shown();
}
