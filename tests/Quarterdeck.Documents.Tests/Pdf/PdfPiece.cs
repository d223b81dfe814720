using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Quarterdeck.Documents.Tests.Pdf;

/// <summary>A piece of text as a page shows it, measured with the widths the file itself gives its fonts. Lengths are points from the bottom left.</summary>
/// <param name="Page">From 1.</param>
/// <param name="Mark">Of the content it belongs to; null for an artifact.</param>
/// <param name="Text">As the font's own map reads it.</param>
/// <param name="X">Where it begins.</param>
/// <param name="Y">Of its baseline.</param>
/// <param name="Width">Without spaces at its end.</param>
/// <param name="Size">Of its letters.</param>
public sealed partial record PdfPiece(int Page, int? Mark, string Text, double X, double Y, double Width, double Size)
{
    /// <summary>Slack for rounding.</summary>
    private const double Slack = 0.6;

    /// <summary>Every piece in the order it is drawn.</summary>
    public static IReadOnlyList<PdfPiece> Of(PdfReader reader)
    {
        var fonts = new Dictionary<int, (Dictionary<string, string> Texts, List<double> Widths)>();
        var pieces = new List<PdfPiece>();
        var number = 0;
        foreach (var (_, page) in reader.Pages())
        {
            number++;
            var names = reader.Dictionary(reader.Dictionary(page["Resources"])!["Font"])!;
            var (x, y, mark) = (0.0, 0.0, (int?)null);
            foreach (var command in Encoding.Latin1.GetString(reader.Stream(page["Contents"])).Split('\n'))
            {
                if (command.EndsWith("BDC", StringComparison.Ordinal))
                {
                    mark = Marked().Match(command) is { Success: true } marked ? int.Parse(marked.Groups[1].Value, CultureInfo.InvariantCulture) : null;
                }
                else if (Placed().Match(command) is { Success: true } placed)
                {
                    (x, y) = (Number(placed.Groups[1].Value), Number(placed.Groups[2].Value));
                }
                else if (Shown().Match(command) is { Success: true } shown)
                {
                    var font = ((PdfReference)names[shown.Groups[1].Value]!).Number;
                    if (!fonts.TryGetValue(font, out var known))
                    {
                        fonts[font] = known = (PdfText.Map(reader, font), Widths(reader, font));
                    }

                    var glyphs = shown.Groups[3].Value.Chunk(4).Select(glyph => new string(glyph)).ToList();
                    var size = Number(shown.Groups[2].Value);
                    var text = string.Concat(glyphs.Select(glyph => known.Texts[glyph]));
                    var ink = glyphs.AsEnumerable().Reverse().SkipWhile(glyph => known.Texts[glyph] == " ").Reverse();
                    pieces.Add(new PdfPiece(number, mark, text, x, y, Wide(ink, known.Widths, size), size));
                    x += Wide(glyphs, known.Widths, size);
                }
            }
        }

        return pieces;
    }

    /// <summary>Pieces that begin or end outside the media box of their page.</summary>
    public static IReadOnlyList<PdfPiece> OutsideThePage(PdfReader reader)
    {
        var boxes = reader.Pages().Select(page => reader.Array(page.Page["MediaBox"]).Select(side => (double)side!).ToList()).ToList();
        return
        [
            .. Of(reader).Where(piece => boxes[piece.Page - 1] is var box
                && (piece.X < box[0] - Slack || piece.X + piece.Width > box[2] + Slack || piece.Y < box[1] - Slack || piece.Y + piece.Size > box[3] + Slack)),
        ];
    }

    /// <summary>Pairs of pieces on one line of which the second begins before the first ends: words printed over words.</summary>
    public static IReadOnlyList<string> OverEachOther(PdfReader reader) =>
    [
        .. Of(reader).Where(piece => piece.Text.Trim().Length > 0).GroupBy(piece => (piece.Page, Math.Round(piece.Y, 1)))
            .Select(line => line.OrderBy(piece => piece.X).ToList())
            .SelectMany(line => line.Zip(line.Skip(1)).Where(pair => pair.First.X + pair.First.Width > pair.Second.X + Slack))
            .Select(pair => $"Page {pair.First.Page}: '{pair.First.Text}' runs into '{pair.Second.Text}'"),
    ];

    /// <summary>The words in the order of the structure tree, as a screen reader meets them, artifacts left out.</summary>
    public static string InReadingOrder(PdfReader reader)
    {
        var pages = reader.Pages().Select((page, index) => (page.Number, index + 1)).ToDictionary();
        var marked = Of(reader).Where(piece => piece.Mark is not null).ToLookup(piece => (piece.Page, piece.Mark!.Value), piece => piece.Text);
        var words = new StringBuilder();
        Read(reader.Array(reader.Dictionary(reader.Catalogue["StructTreeRoot"])!["K"])[0]);
        return words.ToString();

        void Read(object? value)
        {
            var element = reader.Dictionary(value)!;
            switch ((element.GetValueOrDefault("Type") as PdfName)?.Value)
            {
                case "MCR":
                    words.AppendJoin(string.Empty, marked[(pages[((PdfReference)element["Pg"]!).Number], (int)(double)element["MCID"]!)]);
                    break;
                case "StructElem":
                    foreach (var kid in reader.Array(element.GetValueOrDefault("K")))
                    {
                        Read(kid);
                    }

                    words.Append('\n');
                    break;
            }
        }
    }

    private static double Wide(IEnumerable<string> glyphs, List<double> widths, double size) =>
        glyphs.Sum(glyph => widths[int.Parse(glyph, NumberStyles.HexNumber, CultureInfo.InvariantCulture)]) * size / 1000;

    private static List<double> Widths(PdfReader reader, int font)
    {
        var descendant = reader.Dictionary(reader.Array(reader.Dictionary(new PdfReference(font))!["DescendantFonts"])[0])!;
        return [.. reader.Array(reader.Array(descendant["W"])[1]).Select(width => (double)width!)];
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"<</?MCID (\d+)>>")]
    private static partial Regex Marked();

    [GeneratedRegex(@"^BT 1 0 0 1 ([\d.-]+) ([\d.-]+) Tm$")]
    private static partial Regex Placed();

    [GeneratedRegex(@"^/(F\d+) ([\d.]+) Tf <([0-9A-F]+)> Tj$")]
    private static partial Regex Shown();
}
