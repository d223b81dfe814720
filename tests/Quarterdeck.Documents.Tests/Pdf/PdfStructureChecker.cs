using System.Text;
using System.Text.RegularExpressions;

namespace Quarterdeck.Documents.Tests.Pdf;

/// <summary>The rules of PDF/UA-1 that a machine can check and our files must keep. Each problem is one sentence.</summary>
public sealed partial class PdfStructureChecker
{
    private readonly PdfReader _reader;
    private readonly List<string> _problems = [];
    private readonly HashSet<(int Page, int Mark)> _claimed = [];
    private readonly List<int> _headings = [];

    private PdfStructureChecker(byte[] file) => _reader = new PdfReader(file);

    public static IReadOnlyList<string> Check(byte[] file)
    {
        var checker = new PdfStructureChecker(file);
        checker.Details();
        checker.Element(checker._reader.Array(checker._reader.Dictionary(checker._reader.Catalogue["StructTreeRoot"])!["K"])[0], null);
        checker.Headings();
        foreach (var (number, page) in checker._reader.Pages())
        {
            checker.Page(number, page);
        }

        return checker._problems;
    }

    private void Details()
    {
        var catalogue = _reader.Catalogue;
        Demand(catalogue.GetValueOrDefault("Lang") is string { Length: > 1 }, "The document names no language.");
        Demand(_reader.Dictionary(catalogue.GetValueOrDefault("MarkInfo"))?["Marked"] is true, "The document is not marked as tagged.");
        Demand(_reader.Dictionary(catalogue.GetValueOrDefault("ViewerPreferences"))?["DisplayDocTitle"] is true, "The title is not displayed.");
        var metadata = Encoding.UTF8.GetString(_reader.Stream(catalogue["Metadata"]));
        Demand(metadata.Contains("<pdfuaid:part>1</pdfuaid:part>", StringComparison.Ordinal), "The metadata does not claim PDF/UA-1.");
        Demand(TitleInMetadata().IsMatch(metadata), "The metadata has no title.");
    }

    private void Element(object? value, string? parent)
    {
        var element = _reader.Dictionary(value)!;
        var type = ((PdfName)element["S"]!).Value;
        var kids = _reader.Array(element.GetValueOrDefault("K"));
        if (type is ['H', >= '1' and <= '6'])
        {
            _headings.Add(type[1] - '0');
        }

        Demand(type != "Figure" || element.GetValueOrDefault("Alt") is string { Length: > 0 }, "A figure has no words.");
        Demand(type != "Figure" || Attribute(element, "BBox") is not null, "A figure has no bounding box.");
        Demand(type != "TH" || Attribute(element, "Scope") is PdfName, "A table header has no scope.");
        Demand(type != "LI" || parent == "L", "A list item stands outside a list.");
        Demand(type is not ("TH" or "TD") || parent == "TR", "A table cell stands outside a row.");
        Demand(type != "TR" || parent is "Table" or "THead" or "TBody", "A table row stands outside a table.");
        if (type == "Table")
        {
            Table(kids);
        }

        var annotations = 0;
        foreach (var kid in kids)
        {
            var entry = _reader.Dictionary(kid)!;
            switch ((entry.GetValueOrDefault("Type") as PdfName)?.Value)
            {
                case "MCR":
                    Demand(_claimed.Add((((PdfReference)entry["Pg"]!).Number, (int)(double)entry["MCID"]!)), "One piece of content has two owners.");
                    break;
                case "OBJR":
                    annotations++;
                    break;
                default:
                    Demand(kid is PdfReference && ((PdfReference?)entry.GetValueOrDefault("P")) == Reference(value, entry), "An element does not know its parent.");
                    Element(kid, type);
                    break;
            }
        }

        Demand(type != "Link" || annotations > 0, "A link element has no annotation.");
    }

    private static PdfReference? Reference(object? value, Dictionary<string, object?> entry) => value as PdfReference ?? entry.GetValueOrDefault("P") as PdfReference;

    private void Table(IReadOnlyList<object?> kids)
    {
        var rows = kids.SelectMany(kid => Type(kid) == "TR" ? [kid] : _reader.Array(_reader.Dictionary(kid)!.GetValueOrDefault("K"))).ToList();
        var widths = new List<int>();
        var below = new Dictionary<int, int>();
        foreach (var row in rows.Where(row => Type(row) == "TR"))
        {
            var width = below.Values.Count(left => left > 0);
            below = below.ToDictionary(pair => pair.Key, pair => pair.Value - 1);
            foreach (var cell in _reader.Array(_reader.Dictionary(row)!["K"]).Select(_reader.Dictionary))
            {
                var span = Attribute(cell!, "ColSpan") is double columns ? (int)columns : 1;
                if (Attribute(cell!, "RowSpan") is double deep and > 1)
                {
                    for (var column = 0; column < span; column++)
                    {
                        below[(widths.Count * 1000) + width + column] = (int)deep - 1;
                    }
                }

                width += span;
            }

            widths.Add(width);
        }

        Demand(widths.Distinct().Count() <= 1, "The rows of a table differ in width: " + string.Join(", ", widths.Distinct()) + ".");
    }

    private void Headings()
    {
        Demand(_headings.Count == 0 || _headings[0] == 1, "The first heading is not of level 1.");
        for (var index = 1; index < _headings.Count; index++)
        {
            Demand(_headings[index] <= _headings[index - 1] + 1, $"A heading of level {_headings[index]} follows one of level {_headings[index - 1]}.");
        }
    }

    private void Page(int number, Dictionary<string, object?> page)
    {
        Demand((page.GetValueOrDefault("Tabs") as PdfName)?.Value == "S", "A page does not tab in the order of the structure.");
        var content = Encoding.Latin1.GetString(_reader.Stream(page["Contents"]));
        var (open, marks) = (0, 0);
        foreach (var line in content.Split('\n'))
        {
            if (line.EndsWith("BDC", StringComparison.Ordinal))
            {
                open++;
                Demand(open == 1, "Marked content is nested.");
                if (Mark().Match(line) is { Success: true } mark)
                {
                    marks++;
                    var id = int.Parse(mark.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
                    Demand(_claimed.Contains((number, id)), "Content on a page belongs to no element.");
                }
            }
            else if (line == "EMC")
            {
                open--;
            }
            else if (Painting().IsMatch(line))
            {
                Demand(open == 1, $"Something is drawn outside the structure: {line}");
                Demand(!MissingGlyph().IsMatch(line), "A missing glyph is shown.");
            }
        }

        var parents = ParentTree((int)(double)page["StructParents"]!);
        Demand(_reader.Array(parents).Count == marks, "The parent tree does not cover a page.");
        foreach (var annotation in _reader.Array(page.GetValueOrDefault("Annots")).Select(_reader.Dictionary))
        {
            Demand(annotation!.GetValueOrDefault("Contents") is string { Length: > 0 }, "A link has no words.");
            Demand(Type(ParentTree((int)(double)annotation!["StructParent"]!)) == "Link", "A link annotation has no link element.");
        }
    }

    private object? ParentTree(int key)
    {
        var numbers = _reader.Array(_reader.Dictionary(_reader.Dictionary(_reader.Catalogue["StructTreeRoot"])!["ParentTree"])!["Nums"]);
        return _tree.Count > 0 ? _tree.GetValueOrDefault(key) : Fill(numbers, key);
    }

    private readonly Dictionary<int, object?> _tree = [];

    private object? Fill(IReadOnlyList<object?> numbers, int key)
    {
        for (var index = 0; index < numbers.Count; index += 2)
        {
            _tree[(int)(double)numbers[index]!] = numbers[index + 1];
        }

        return _tree.GetValueOrDefault(key);
    }

    private string? Type(object? value) => (_reader.Dictionary(value)?.GetValueOrDefault("S") as PdfName)?.Value;

    private object? Attribute(Dictionary<string, object?> element, string name)
    {
        var attributes = _reader.Resolve(element.GetValueOrDefault("A"));
        var owners = attributes is List<object?> list ? list : [attributes];
        return owners.Select(owner => _reader.Dictionary(owner)?.GetValueOrDefault(name)).FirstOrDefault(found => found is not null);
    }

    private void Demand(bool kept, string problem)
    {
        if (!kept)
        {
            _problems.Add(problem);
        }
    }

    [GeneratedRegex("<dc:title><rdf:Alt><rdf:li [^>]*>[^<]+")]
    private static partial Regex TitleInMetadata();

    [GeneratedRegex("MCID ([0-9]+)")]
    private static partial Regex Mark();

    [GeneratedRegex("( Tj| re f| S| f| B)$")]
    private static partial Regex Painting();

    [GeneratedRegex("<(?:[0-9A-F]{4})*?0000(?:[0-9A-F]{4})*> Tj")]
    private static partial Regex MissingGlyph();
}
