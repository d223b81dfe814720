using System.Text;
using System.Xml.Linq;
using Quarterdeck.Documents.Tests.Html;
using Quarterdeck.Documents.Tests.Pdf;
using Quarterdeck.Documents.Tests.Word;

namespace Quarterdeck.Documents.Tests.Published;

/// <summary>A cell as a reader of one format finds it.</summary>
/// <param name="Text">Its words, without spaces and shapes: formats break lines and draw marks in their own ways.</param>
/// <param name="Span">Columns it reaches across.</param>
public sealed record ExtractedCell(string Text, int Span);

/// <summary>A table taken out of a published file.</summary>
/// <param name="Caption">Without spaces.</param>
/// <param name="Head">The cells of its header rows.</param>
/// <param name="Rows">The cells of its other rows.</param>
public sealed record ExtractedTable(string Caption, IReadOnlyList<ExtractedCell> Head, IReadOnlyList<IReadOnlyList<ExtractedCell>> Rows)
{
    private const string Shapes = "●◆■▲★⬟○↑↓→";

    /// <summary>Without spaces, and without the shapes that stand beside words.</summary>
    public static string Solid(string text) =>
        string.Concat(text.Where(letter => !char.IsWhiteSpace(letter) && letter != '\u00ad' && !Shapes.Contains(letter, StringComparison.Ordinal)));

    /// <summary>Every table of a page, in order; figures folded under a chart stand in the tables of paper already.</summary>
    public static IReadOnlyList<ExtractedTable> Html(string file) =>
    [
        .. HtmlReader.Read(File.ReadAllText(file)).All().Where(element => element.Name == "table" && !IsFolded(element)).Select(table =>
        {
            var rows = table.All()
                .Where(element => element.Name == "tr")
                .ToLookup(row => row.Parent!.Name == "thead", row => row.Children.Select(Cell).ToList());
            return new ExtractedTable(
                Solid(table.Child("caption")!.Children[0].Words.ToString()),
                [.. rows[true].SelectMany(cells => cells)],
                [.. rows[false]]);
        }),
    ];

    /// <summary>Every table of figures, in order: others lay out facts side by side.</summary>
    public static IReadOnlyList<ExtractedTable> Word(string file)
    {
        var w = WordFile.W;
        return
        [
            .. new WordFile(File.ReadAllBytes(file)).Body.Descendants(w + "tbl")
                .Where(table => table.Element(w + "tblPr")!.Element(w + "tblStyle")?.Attribute(w + "val")?.Value == "ReportTable")
                .Select(table =>
            {
                var rows = table.Elements(w + "tr").ToLookup(
                    row => row.Element(w + "trPr")?.Element(w + "tblHeader") is not null,
                    row => row.Elements(w + "tc").Where(IsSeen).Select(Cell).ToList());
                return new ExtractedTable(
                    Solid(table.Element(w + "tblPr")!.Element(w + "tblCaption")!.Attribute(w + "val")!.Value),
                    [.. rows[true].SelectMany(cells => cells)],
                    [.. rows[false]]);
            }),
        ];
    }

    /// <summary>Every table of the structure tree with a caption, in reading order.</summary>
    public static IReadOnlyList<ExtractedTable> Pdf(string file)
    {
        var reader = new PdfReader(File.ReadAllBytes(file));
        var tables = new List<ExtractedTable>();
        foreach (var table in PdfElement.Root(reader).All().Where(element => element.Type == "Table" && element.Kids.Any(kid => kid.Type == "Caption")))
        {
            var rows = table.All().Where(element => element.Type == "TR").ToList();
            var head = rows.TakeWhile(row => row.Kids.All(cell => cell is { Type: "TH", Scope: "Column" })).Count();
            tables.Add(new ExtractedTable(
                Solid(table.Kids.First(kid => kid.Type == "Caption").Text),
                [.. rows.Take(head).SelectMany(row => row.Kids).Select(Cell)],
                [.. rows.Skip(head).Select(row => row.Kids.Select(Cell).ToList())]));
        }

        return tables;
    }

    /// <summary>The table without a column, by its heading.</summary>
    public ExtractedTable Without(string heading)
    {
        var place = Head.ToList().FindIndex(cell => cell.Text == heading);
        var at = Head.Take(Math.Max(0, place)).Sum(cell => cell.Span);
        return place < 0 ? this : this with { Head = [.. Head.Where((_, index) => index != place)], Rows = [.. Rows.Select(row => Row(row, at))] };

        static List<ExtractedCell> Row(IReadOnlyList<ExtractedCell> row, int at)
        {
            var (start, kept) = (0, new List<ExtractedCell>());
            foreach (var cell in row)
            {
                if (at < start || at >= start + cell.Span)
                {
                    kept.Add(cell);
                }
                else if (cell.Span > 1)
                {
                    kept.Add(cell with { Span = cell.Span - 1 });
                }

                start += cell.Span;
            }

            return kept;
        }
    }

    /// <summary>In one line, for comparing whole tables.</summary>
    public string Said
    {
        get
        {
            var said = new StringBuilder(Caption).Append('\n').AppendJoin(" | ", Head.Select(cell => cell.Text)).Append('\n');
            foreach (var row in Rows)
            {
                said.AppendJoin(" | ", row.Select(cell => cell.Text)).Append('\n');
            }

            return said.ToString();
        }
    }

    private static bool IsFolded(HtmlElement? element) => element is not null && (element.Name == "details" || IsFolded(element.Parent));

    private static ExtractedCell Cell(HtmlElement cell) =>
        new(Solid(Seen(cell)), int.Parse(cell["colspan"] ?? "1", System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>What is said only to those who listen is no part of the figures.</summary>
    private static string Seen(HtmlElement cell) => cell.All().Where(element => element["class"] == "hidden" || element.Name is "title" or "desc").Aggregate(
        cell.Words.ToString(), (words, hidden) => words.Replace(hidden.Words.ToString(), string.Empty, StringComparison.Ordinal));

    private static ExtractedCell Cell(XElement cell)
    {
        var span = cell.Element(WordFile.W + "tcPr")!.Element(WordFile.W + "gridSpan")?.Attribute(WordFile.W + "val")!.Value;
        return new(Solid(WordFile.WordsOf(cell)), int.Parse(span ?? "1", System.Globalization.CultureInfo.InvariantCulture));
    }

    private static ExtractedCell Cell(PdfElement cell) => new(Solid(cell.Text), cell.Span);

    /// <summary>A cell merged with the one above it is no second cell.</summary>
    private static bool IsSeen(XElement cell) =>
        cell.Element(WordFile.W + "tcPr")!.Element(WordFile.W + "vMerge") is not { } merge || merge.Attribute(WordFile.W + "val")?.Value == "restart";
}
