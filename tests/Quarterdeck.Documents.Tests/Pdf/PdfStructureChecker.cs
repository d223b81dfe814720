using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Quarterdeck.Documents.Tests.Pdf;

/// <summary>Checks a PDF against every <see cref="PdfRule"/>, reading it back independently of the writer.</summary>
public sealed partial class PdfStructureChecker
{
    private static readonly HashSet<string> Standard = new(StringComparer.Ordinal)
    {
        "Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct", "P", "H", "H1", "H2", "H3", "H4", "H5", "H6",
        "L",
        "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot", "Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot",
        "Figure", "Formula", "Form",
    };

    private readonly PdfReader _reader;
    private readonly List<PdfProblem> _problems = [];
    private readonly Dictionary<int, Dictionary<int, int>> _claimed = [];
    private readonly Dictionary<int, object?> _parentTree = [];
    private readonly HashSet<int> _fonts = [];
    private readonly List<int> _headings = [];

    private PdfStructureChecker(byte[] file) => _reader = new PdfReader(file);

    public static IReadOnlyList<PdfProblem> Check(byte[] file)
    {
        var checker = new PdfStructureChecker(file);
        checker.Details();
        var root = checker._reader.Dictionary(checker._reader.Catalogue["StructTreeRoot"])!;
        var numbers = checker._reader.Array(checker._reader.Dictionary(root["ParentTree"])!["Nums"]);
        for (var index = 0; index < numbers.Count; index += 2)
        {
            checker._parentTree[(int)(double)numbers[index]!] = numbers[index + 1];
        }

        checker.Element((PdfReference)checker._reader.Array(root["K"])[0]!, null);
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
        Demand(PdfRule.NamesItsLanguage, catalogue.GetValueOrDefault("Lang") is string { Length: > 1 });
        Demand(PdfRule.IsMarkedAsTagged, _reader.Dictionary(catalogue.GetValueOrDefault("MarkInfo"))?.GetValueOrDefault("Marked") is true);
        Demand(PdfRule.ShowsItsTitle, _reader.Dictionary(catalogue.GetValueOrDefault("ViewerPreferences"))?.GetValueOrDefault("DisplayDocTitle") is true);
        var metadata = Encoding.UTF8.GetString(_reader.Stream(catalogue["Metadata"]));
        Demand(PdfRule.ClaimsPdfUa, metadata.Contains("<pdfuaid:part>1</pdfuaid:part>", StringComparison.Ordinal));
        Demand(PdfRule.HasATitleInItsMetadata, TitleInMetadata().IsMatch(metadata));
    }

    private void Element(PdfReference own, string? parent)
    {
        var element = _reader.Dictionary(own)!;
        var type = ((PdfName)element["S"]!).Value;
        var kids = _reader.Array(element.GetValueOrDefault("K"));
        if (type is ['H', >= '1' and <= '6'])
        {
            _headings.Add(type[1] - '0');
        }

        var words = $"{type} {own.Number}";
        Demand(PdfRule.UsesStandardElements, Standard.Contains(type), words);
        Demand(PdfRule.FiguresHaveWords, type != "Figure" || element.GetValueOrDefault("Alt") is string { Length: > 0 }, words);
        Demand(PdfRule.FiguresHaveABox, type != "Figure" || Attribute(element, "BBox") is IReadOnlyList<object?> { Count: 4 }, words);
        Demand(PdfRule.HeaderCellsHaveScope, type != "TH" || Attribute(element, "Scope") is PdfName { Value: "Row" or "Column" or "Both" }, words);
        Demand(PdfRule.ListItemsStandInLists, type != "LI" || parent == "L", words);
        Demand(PdfRule.ListsHoldItems, parent != "L" || type is "LI" or "L" or "Caption", words);
        Demand(PdfRule.ListItemsHoldLabelAndBody, parent != "LI" || type is "Lbl" or "LBody", words);
        Demand(PdfRule.CellsStandInRows, (type is "TH" or "TD") == (parent == "TR"), words);
        Demand(PdfRule.RowsStandInTables, type != "TR" || parent is "Table" or "THead" or "TBody" or "TFoot", words);
        Demand(PdfRule.RowsStandInTables, type is not ("THead" or "TBody" or "TFoot") || parent == "Table", words);
        if (type == "Table")
        {
            Table(kids, words);
        }

        var annotations = 0;
        foreach (var kid in kids)
        {
            var entry = _reader.Dictionary(kid)!;
            switch ((entry.GetValueOrDefault("Type") as PdfName)?.Value)
            {
                case "MCR":
                    Demand(PdfRule.ContentHasOneOwner, Claims(((PdfReference)entry["Pg"]!).Number).TryAdd((int)(double)entry["MCID"]!, own.Number), words);
                    break;
                case "OBJR":
                    annotations++;
                    break;
                default:
                    Demand(PdfRule.ElementsKnowTheirParent, entry.GetValueOrDefault("P") is PdfReference above && above == own, words);
                    Element((PdfReference)kid!, type);
                    break;
            }
        }

        Demand(PdfRule.LinksHaveAnAnnotation, type != "Link" || annotations > 0, words);
    }

    private void Table(IReadOnlyList<object?> kids, string words)
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

        Demand(PdfRule.RowsAreEquallyWide, widths.Distinct().Count() <= 1, $"{words}: {string.Join(", ", widths.Distinct())}");
    }

    private void Headings()
    {
        Demand(PdfRule.HeadingsBeginAtOne, _headings.Count == 0 || _headings[0] == 1);
        for (var index = 1; index < _headings.Count; index++)
        {
            Demand(PdfRule.HeadingsSkipNoLevel, _headings[index] <= _headings[index - 1] + 1, $"{_headings[index]} after {_headings[index - 1]}");
        }
    }

    private void Page(int number, Dictionary<string, object?> page)
    {
        var words = $"page object {number}";
        Demand(PdfRule.PagesTabByStructure, (page.GetValueOrDefault("Tabs") as PdfName)?.Value == "S", words);
        var marks = Content(number, _reader.Stream(page["Contents"]));
        Demand(PdfRule.ContentOfElementsIsOnThePage, Claims(number).Keys.All(marks.Contains), words);
        var owners = _reader.Array(_parentTree.GetValueOrDefault((int)(double)page["StructParents"]!));
        Demand(PdfRule.ParentTreeCoversThePage, owners.Count == marks.Count && marks.All(mark => mark < owners.Count), words);
        Demand(
            PdfRule.ParentTreeNamesTheOwner,
            Claims(number).All(claim => (owners.ElementAtOrDefault(claim.Key) as PdfReference)?.Number == claim.Value),
            words);
        foreach (var annotation in _reader.Array(page.GetValueOrDefault("Annots")).Select(_reader.Dictionary))
        {
            Demand(PdfRule.AnnotationsHaveWords, annotation!.GetValueOrDefault("Contents") is string { Length: > 0 }, words);
            Demand(PdfRule.AnnotationsHaveALink, Type(_parentTree.GetValueOrDefault((int)(double)annotation!["StructParent"]!)) == "Link", words);
        }

        foreach (var font in _reader.Dictionary(_reader.Dictionary(page["Resources"])!["Font"])!.Values.OfType<PdfReference>()
            .Where(font => _fonts.Add(font.Number)))
        {
            var descendant = _reader.Dictionary(_reader.Array(_reader.Dictionary(font)!["DescendantFonts"])[0])!;
            Demand(
                PdfRule.FontsAreEmbedded,
                _reader.Dictionary(descendant["FontDescriptor"])!.GetValueOrDefault("FontFile2") is PdfReference program && _reader.Stream(program).Length > 0,
                $"font {font.Number}");
            Demand(PdfRule.FontsMapToCharacters, _reader.Dictionary(font)!.GetValueOrDefault("ToUnicode") is PdfReference map
                && Encoding.ASCII.GetString(_reader.Stream(map)).Contains("endbfchar", StringComparison.Ordinal), $"font {font.Number}");
        }
    }

    /// <summary>The marks on a page.</summary>
    private HashSet<int> Content(int page, byte[] content)
    {
        var marks = new HashSet<int>();
        var open = 0;
        foreach (var line in Encoding.Latin1.GetString(content).Split('\n'))
        {
            if (line.EndsWith("BDC", StringComparison.Ordinal))
            {
                open++;
                Demand(PdfRule.ContentIsNotNested, open == 1, line);
                if (Mark().Match(line) is { Success: true } mark)
                {
                    var id = int.Parse(mark.Groups[1].Value, CultureInfo.InvariantCulture);
                    marks.Add(id);
                    Demand(PdfRule.ContentOfPagesHasAnOwner, Claims(page).ContainsKey(id), line);
                }
            }
            else if (line == "EMC")
            {
                open--;
            }
            else if (Painting().IsMatch(line))
            {
                Demand(PdfRule.EverythingDrawnIsTaggedOrArtifact, open > 0, line);
                Demand(PdfRule.NoGlyphIsMissing, !MissingGlyph().IsMatch(line), line);
            }
        }

        Demand(PdfRule.ContentIsClosed, open == 0, $"page object {page}");
        return marks;
    }

    /// <summary>What elements claim of a page: the owner of each mark.</summary>
    private Dictionary<int, int> Claims(int page)
    {
        if (!_claimed.TryGetValue(page, out var claims))
        {
            _claimed[page] = claims = [];
        }

        return claims;
    }

    private string? Type(object? value) => (_reader.Dictionary(value)?.GetValueOrDefault("S") as PdfName)?.Value;

    private object? Attribute(Dictionary<string, object?> element, string name)
    {
        var attributes = _reader.Resolve(element.GetValueOrDefault("A"));
        var owners = attributes is List<object?> list ? list : [attributes];
        return owners.Select(owner => _reader.Dictionary(owner)?.GetValueOrDefault(name)).FirstOrDefault(found => found is not null);
    }

    private void Demand(PdfRule rule, bool kept, string where = "")
    {
        if (!kept)
        {
            _problems.Add(new PdfProblem(rule, where));
        }
    }

    [GeneratedRegex(@"<dc:title><rdf:Alt><rdf:li [^>]*>\s*[^<\s]")]
    private static partial Regex TitleInMetadata();

    [GeneratedRegex("MCID ([0-9]+)")]
    private static partial Regex Mark();

    [GeneratedRegex(@"(?:^|\s)(?:Tj|TJ|'|""|S|s|f|F|f\*|B|B\*|b|b\*|sh|Do|EI)\s*$")]
    private static partial Regex Painting();

    [GeneratedRegex("<(?:[0-9A-F]{4})*?0000(?:[0-9A-F]{4})*> Tj")]
    private static partial Regex MissingGlyph();
}
