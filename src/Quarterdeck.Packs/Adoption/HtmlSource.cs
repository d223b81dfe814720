using System.Drawing;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Quarterdeck.Packs.Files;
using Quarterdeck.Packs.Findings;

namespace Quarterdeck.Packs.Adoption;

/// <summary>The words and tables of a saved web page, or of a sheet that a system exported as one. Nothing it names is loaded or run.</summary>
internal sealed partial class HtmlSource
{
    private const long MostBytes = 16L << 20;
    private const int MostElements = 1_000_000;
    private const int MostLevels = 400;

    private static readonly HashSet<string> Inline = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "abbr", "b", "bdi", "cite", "code", "data", "del", "em", "font", "i", "ins", "label", "mark", "q", "s", "small", "span", "strong",
        "sub", "sup", "time", "u", "var", "wbr",
    };

    private static readonly HashSet<string> Unseen = new(StringComparer.OrdinalIgnoreCase)
    {
        "head", "script", "style", "template", "noscript", "svg", "math", "object", "iframe", "audio", "video", "canvas", "select", "textarea",
    };

    private readonly string _file;
    private readonly ReadLimits _limits;
    private readonly List<SourceRow> _rows = [];
    private readonly List<(int Table, List<SourceCell> Cells)> _nested = [];
    private int _number;
    private int _table;

    private HtmlSource(string file, ReadLimits limits) => (_file, _limits) = (file, limits);

    /// <summary>Whether a file begins as a page does, whatever its name ends in.</summary>
    public static bool Begins(ReadOnlySpan<byte> start) => Opening().IsMatch(Encoding.Latin1.GetString(start).TrimStart('\u00EF', '\u00BB', '\u00BF'));

    public static SourceSection Read(string path, string name, ReadLimits limits)
    {
        using var stream = PackFile.OpenRead(path);
        if (stream.Length > MostBytes)
        {
            throw new UnreadableFileException(UnreadableFileFindings.OverLimit(name, "bytes of HTML", MostBytes));
        }

        var source = new HtmlSource(name, limits);
        var lines = new Lines(source);
        source.Walk(source.Parse(stream).DocumentElement, lines, isInTable: false);
        lines.End();
        return new SourceSection(name, string.Empty, SourceKind.Document, source._rows);
    }

    private IHtmlDocument Parse(Stream stream)
    {
        var (count, last) = (0, (INode?)null);
        var options = new HtmlParserOptions
        {
            OnCreated = (element, _) =>
            {
                // The element before has its place by now. A look at every 200th keeps the depth near the limit without a walk for each.
                if (++count % 200 == 0 && Depth(last) > MostLevels)
                {
                    throw new UnreadableFileException(UnreadableFileFindings.OverLimit(_file, "levels of elements inside each other", MostLevels));
                }

                _limits.Stop.ThrowIfCancellationRequested();
                last = count <= MostElements ? element
                    : throw new UnreadableFileException(UnreadableFileFindings.OverLimit(_file, "elements", MostElements));
            },
        };
        return new HtmlParser(options).ParseDocument(stream);
    }

    private static int Depth(INode? node)
    {
        var depth = 0;
        for (; node is not null && depth <= MostLevels; node = node.Parent)
        {
            depth++;
        }

        return depth;
    }

    private void Walk(INode parent, Lines lines, bool isInTable)
    {
        foreach (var node in parent.ChildNodes)
        {
            switch (node)
            {
                case IText text:
                    lines.Add(text.Data);
                    break;
                case IHtmlTableElement table:
                    lines.End();
                    ReadTable(table, isInTable);
                    break;
                case IHtmlImageElement picture:
                    lines.Add(picture.AlternativeText ?? string.Empty);
                    break;
                case IElement { LocalName: "br" or "hr" }:
                    lines.End();
                    break;
                case IElement { LocalName: "sup" } raised when (isInTable && lines.EndsInFigure) || IsNoteMark(raised):
                    break;
                case IElement element when !IsHidden(element):
                    WalkElement(element, lines, isInTable);
                    break;
            }
        }
    }

    private void WalkElement(IElement element, Lines lines, bool isInTable)
    {
        if (Inline.Contains(element.LocalName))
        {
            Walk(element, lines, isInTable);
            return;
        }

        lines.End();
        lines.IsHeading = element.LocalName is ['h', >= '1' and <= '6'];
        Walk(element, lines, isInTable);
        lines.End();
        lines.IsHeading = false;
    }

    /// <summary>Tables that stand in cells of others follow the table they stand in.</summary>
    private void ReadTable(IHtmlTableElement table, bool isInTable)
    {
        var rows = new List<(int, List<SourceCell>)>();
        var number = ++_table;
        var below = new Dictionary<int, (SourceCell Cell, int Rows)>();
        if (table.Caption is { } caption)
        {
            var title = new Lines(this);
            Walk(caption, title, isInTable: false);
            title.End();
        }

        foreach (var row in table.Rows)
        {
            var cells = Row(row, below);
            if (cells.Exists(cell => !cell.IsBlank))
            {
                rows.Add((number, cells));
            }
        }

        if (isInTable)
        {
            _nested.AddRange(rows);
            return;
        }

        foreach (var (of, cells) in rows.Concat(_nested))
        {
            Add(of, cells, isHeading: false);
        }

        _nested.Clear();
    }

    private List<SourceCell> Row(IHtmlTableRowElement row, Dictionary<int, (SourceCell Cell, int Rows)> below)
    {
        var cells = new List<SourceCell>();
        foreach (var element in row.Cells)
        {
            Below(cells, below);
            var cell = Cell(element);
            for (var copy = 0; copy < Math.Clamp(element.ColumnSpan, 1, _limits.Columns); copy++)
            {
                if (cells.Count >= _limits.Columns)
                {
                    throw new UnreadableFileException(UnreadableFileFindings.OverLimit(_file, "columns", _limits.Columns, _number + 1));
                }

                if (element.RowSpan > 1)
                {
                    below[cells.Count] = (cell with { IsCovered = true }, element.RowSpan - 1);
                }

                cells.Add(copy == 0 ? cell : cell with { IsCovered = true });
            }
        }

        Below(cells, below);
        return cells;
    }

    private static void Below(List<SourceCell> cells, Dictionary<int, (SourceCell Cell, int Rows)> below)
    {
        while (below.TryGetValue(cells.Count, out var above))
        {
            if (above.Rows == 1)
            {
                below.Remove(cells.Count);
            }
            else
            {
                below[cells.Count] = (above.Cell, above.Rows - 1);
            }

            cells.Add(above.Cell);
        }
    }

    private SourceCell Cell(IHtmlTableCellElement element)
    {
        var lines = new Lines(null);
        Walk(element, lines, isInTable: true);
        lines.End();
        return new SourceCell(lines.All) { Colour = Colour(element) };
    }

    private static string? Colour(IHtmlTableCellElement element)
    {
        var fill = Fill().Match((element.GetAttribute("style") ?? string.Empty) + ";background:" + element.GetAttribute("bgcolor"));
        try
        {
            var colour = fill.Success ? ColorTranslator.FromHtml(fill.Groups[1].Value) : Color.Empty;
            return colour.IsEmpty ? null : RatingColour.Of(colour.ToArgb().ToString("X8", CultureInfo.InvariantCulture));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Marks of footnotes are links to a place of the page.</summary>
    private static bool IsNoteMark(IElement raised) => raised.QuerySelector("a")?.GetAttribute("href")?.StartsWith('#') == true;

    /// <summary>What a reader of the page does not see, and the figures behind a chart, which its tables hold already.</summary>
    private static bool IsHidden(IElement element) =>
        Unseen.Contains(element.LocalName) || element is IHtmlDetailsElement { ParentElement.LocalName: "figure" }
        || element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") == "true"
        || (element.GetAttribute("style") is { } style && NotShown().IsMatch(style));

    private void Add(int table, List<SourceCell> cells, bool isHeading)
    {
        if (++_number > _limits.RowsOfOtherTables)
        {
            throw new UnreadableFileException(UnreadableFileFindings.OverLimit(_file, "rows", _limits.RowsOfOtherTables));
        }

        _rows.Add(new SourceRow(_number, table, cells) { IsHeading = isHeading });
    }

    [GeneratedRegex(
        @"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|table)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Opening();

    [GeneratedRegex(@"background(?:-color)?\s*:\s*(#[0-9a-f]{3,6}|[a-z]+)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Fill();

    [GeneratedRegex(@"display\s*:\s*none|visibility\s*:\s*hidden", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NotShown();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();

    /// <summary>Words gathered line by line; each line becomes a row of the source, or one of the lines of a cell.</summary>
    private sealed class Lines(HtmlSource? source)
    {
        private readonly StringBuilder _line = new();
        private readonly StringBuilder _all = new();

        public bool IsHeading { get; set; }

        public string All => _all.ToString();

        public bool EndsInFigure => _line.ToString().AsSpan().TrimEnd() is [.., (>= '0' and <= '9') or '%'];

        public void Add(string words) => _line.Append(words);

        public void End()
        {
            var text = Spaces().Replace(_line.Replace('\u2011', '-').ToString(), " ").Trim();
            _line.Clear();
            if (text.Length == 0)
            {
                return;
            }

            if (source is not null)
            {
                source.Add(0, [new SourceCell(text)], IsHeading);
                return;
            }

            _all.Append(_all.Length > 0 ? "\n" : string.Empty).Append(text);
        }
    }
}
