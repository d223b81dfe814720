using System.Globalization;
using System.Security;
using System.Text;
using Quarterdeck.Documents.Fonts;
using Quarterdeck.Documents.Png;

namespace Quarterdeck.Documents.Pdf;

/// <summary>What a document says of itself.</summary>
/// <param name="Title">Shown in the window's title bar.</param>
/// <param name="Language">Of the text: <c>en-GB</c>.</param>
/// <param name="Author">The organisation.</param>
/// <param name="Subject">What the document is about.</param>
/// <param name="Date">From the data, never the clock, so that the same pack gives the same bytes.</param>
internal sealed record PdfDetails(string Title, string Language, string Author, string Subject, DateOnly Date);

/// <summary>A tagged PDF in the making (PDF 1.7, PDF/UA-1): pages, structure, links, bookmarks and metadata. It knows nothing of reports.</summary>
internal sealed class TaggedPdf : IDisposable
{
    private readonly PdfFile _file;
    private readonly PdfDetails _details;
    private readonly Dictionary<FontSubset, (string Name, int Number)> _fonts = [];
    private readonly List<int> _pages = [];
    private readonly List<(int Key, string Value)> _parentTree = [];
    private readonly Dictionary<string, (int Page, double Y)> _places = new(StringComparer.Ordinal);
    private readonly List<(int Number, string Name)> _links = [];
    private readonly OutlineTree _outline = new();
    private readonly int _catalogue;
    private readonly int _pageTree;
    private readonly int _structureRoot;
    private readonly PdfContent? _content;
    private int _nextKey;

    /// <param name="output">Where the file goes.</param>
    /// <param name="details">What it says of itself.</param>
    /// <param name="measure">Only lays out, to learn page numbers: nothing is compressed or kept.</param>
    public TaggedPdf(Stream output, PdfDetails details, bool measure = false)
    {
        _file = new PdfFile(output, measure);
        _details = details;
        _content = measure ? null : new PdfContent();
        _catalogue = _file.Reserve();
        _pageTree = _file.Reserve();
        _structureRoot = _file.Reserve();
        Document = new StructureElement("Document", _file.Reserve(), null);
    }

    /// <summary>One that keeps nothing, for learning how high something is.</summary>
    public static TaggedPdf Measure() => new(Stream.Null, new PdfDetails(string.Empty, string.Empty, string.Empty, string.Empty, default), measure: true);

    /// <summary>The root element everything else hangs from.</summary>
    public StructureElement Document { get; }

    /// <summary>Names of places are told apart by it where several documents are bound in one file.</summary>
    public string Scope { get; set; } = string.Empty;

    /// <summary>Whether nothing is drawn or kept.</summary>
    public bool IsMeasure => _file.IsMeasure;

    /// <summary>Pages begun so far.</summary>
    public int PageCount => _pages.Count;

    public StructureElement Open(string type, StructureElement parent, string? alternative = null, string? attributes = null)
    {
        var element = new StructureElement(type, _file.Reserve(), parent) { Alternative = alternative, Attributes = attributes };
        if (!IsMeasure)
        {
            parent.Child(element);
        }

        return element;
    }

    public void Close(StructureElement element)
    {
        if (!IsMeasure)
        {
            _file.Set(element.Number, element.Body(_structureRoot));
        }
    }

    /// <summary>One page at a time.</summary>
    public PdfCanvas BeginPage(double width, double height)
    {
        _content?.Clear();
        var number = _file.Reserve();
        _pages.Add(number);
        return new PdfCanvas(number, width, height, _content, NameOf);
    }

    /// <summary>Puts a picture into the file.</summary>
    /// <returns>Its object number, for a page to draw it by.</returns>
    public int Image(PngPicture picture)
    {
        var number = _file.Reserve();
        _file.SetStream(
            number,
            string.Create(
                CultureInfo.InvariantCulture,
                $"/Type/XObject/Subtype/Image/Width {picture.Width}/Height {picture.Height}/ColorSpace/DeviceRGB/BitsPerComponent 8"),
            picture.Pixels.Span);
        return number;
    }

    public void EndPage(PdfCanvas canvas)
    {
        if (_content is null)
        {
            return;
        }

        var content = _file.Reserve();
        _file.SetStream(content, string.Empty, _content.Written);
        var key = _nextKey++;
        _parentTree.Add((key, PdfObject.Array(canvas.Owners.Select(PdfObject.Reference))));
        var fonts = string.Concat(canvas.Fonts.Select(font => _fonts[font]).OrderBy(font => font.Number)
            .Select(font => $"/{font.Name} {PdfObject.Reference(font.Number)}"));
        var images = canvas.Images.Count == 0 ? string.Empty
            : $"/XObject<<{string.Concat(canvas.Images.OrderBy(image => image.Value).Select(image => $"/{image.Key} {PdfObject.Reference(image.Value)}"))}>>";
        var annotations = canvas.Annotations.Count == 0 ? string.Empty
            : "/Annots" + PdfObject.Array(canvas.Annotations.Select(PdfObject.Reference));
        _file.Set(canvas.Page,
            $"<</Type/Page/Parent {_pageTree} 0 R/MediaBox[0 0 {PdfObject.Number(canvas.Width)} {PdfObject.Number(canvas.Height)}]"
            + $"/Resources<</Font<<{fonts}>>{images}>>/Contents {content} 0 R/StructParents {key}/Tabs/S{annotations}>>");
    }

    /// <summary>Names a place that links and bookmarks can go to.</summary>
    public void Place(string name, PdfCanvas canvas, double y) => _places.TryAdd(Scope + name, (canvas.Page, canvas.Height - y));

    /// <summary>A bookmark.</summary>
    /// <param name="level">1 for the highest.</param>
    /// <param name="title">The heading's text.</param>
    /// <param name="place">A place of the document in hand; what is bound in behind another stands a level lower.</param>
    public void Bookmark(int level, string title, string place) => _outline.Add(level + (Scope.Length > 0 ? 1 : 0), title, Scope + place);

    /// <summary>A link over part of a line, owned by its Link element.</summary>
    /// <param name="owner">A Link element.</param>
    /// <param name="canvas">The page.</param>
    /// <param name="box">Left, top, right, bottom.</param>
    /// <param name="address">A web or mail address, or <c>#name</c> of a place in the document.</param>
    /// <param name="contents">What the link is, in words.</param>
    public void Link(StructureElement owner, PdfCanvas canvas, (double Left, double Top, double Right, double Bottom) box, string address, string contents)
    {
        var number = _file.Reserve();
        var key = _nextKey++;
        canvas.Annotations.Add(number);
        owner.Annotation(canvas.Page, number);
        _parentTree.Add((key, PdfObject.Reference(owner.Number)));
        var rectangle =
            $"[{PdfObject.Number(box.Left)} {PdfObject.Number(canvas.Height - box.Bottom)} {PdfObject.Number(box.Right)} "
                + $"{PdfObject.Number(canvas.Height - box.Top)}]";
        var target = address.StartsWith('#')
            ? "/Dest" + PdfObject.Text(Scope + address[1..])
            : "/A<</S/URI/URI" + PdfObject.Ascii(Uri.EscapeDataString(address).Length == address.Length ? address : new Uri(address).AbsoluteUri) + ">>";
        _file.Set(number, $"<</Type/Annot/Subtype/Link/Rect{rectangle}/Border[0 0 0]/F 4/StructParent {key}/Contents{PdfObject.Text(contents)}{target}>>");
        if (address.StartsWith('#'))
        {
            _links.Add((number, Scope + address[1..]));
        }
    }

    /// <summary>Writes fonts, page tree, structure, bookmarks and metadata, and ends the file.</summary>
    /// <exception cref="InvalidOperationException">A link goes to a place that was never named.</exception>
    public void Finish()
    {
        if (!_file.IsMeasure && _links.FirstOrDefault(link => !_places.ContainsKey(link.Name)) is { Name: { } missing })
        {
            throw new InvalidOperationException($"A link goes to '{missing}', which is not in the document.");
        }

        Close(Document);
        if (_file.IsMeasure)
        {
            return;
        }

        foreach (var (font, place) in _fonts.OrderBy(font => font.Value.Number))
        {
            FontObjects.Write(_file, font, place.Number);
        }

        _file.Set(_pageTree, $"<</Type/Pages/Count {_pages.Count}/Kids{PdfObject.Array(_pages.Select(PdfObject.Reference))}>>");
        var parents = _file.Add("<</Nums[" + string.Join(' ', _parentTree.OrderBy(entry => entry.Key).Select(entry => $"{entry.Key} {entry.Value}")) + "]>>");
        _file.Set(_structureRoot, $"<</Type/StructTreeRoot/K[{Document.Number} 0 R]/ParentTree {parents} 0 R/ParentTreeNextKey {_nextKey}>>");
        var metadata = _file.Reserve();
        _file.SetStream(metadata, "/Type/Metadata/Subtype/XML", Encoding.UTF8.GetBytes(Xmp()), compress: false);
        var names = _file.Add("<</Names[" + string.Concat(_places.OrderBy(place => place.Key, StringComparer.Ordinal)
            .Select(place => PdfObject.Text(place.Key) + Destination(place.Value))) + "]>>");
        var outline = _outline.Write(_file, name => Destination(_places[name]));
        _file.Set(_catalogue,
            $"<</Type/Catalog/Pages {_pageTree} 0 R/StructTreeRoot {_structureRoot} 0 R/MarkInfo<</Marked true>>/Lang{PdfObject.Ascii(_details.Language)}"
            + $"/ViewerPreferences<</DisplayDocTitle true>>/Metadata {metadata} 0 R/Names<</Dests {names} 0 R>>"
            + (outline is { } root ? $"/Outlines {root} 0 R/PageMode/UseOutlines>>" : ">>"));
        var date = string.Create(CultureInfo.InvariantCulture, $"D:{_details.Date:yyyyMMdd}000000Z");
        var information = _file.Add(
            $"<</Title{PdfObject.Text(_details.Title)}/Author{PdfObject.Text(_details.Author)}/Subject{PdfObject.Text(_details.Subject)}"
            + $"/Creator(Quarterdeck)/Producer(Quarterdeck)/CreationDate({date})/ModDate({date})>>");
        _file.Finish(_catalogue, information);
    }

    public void Dispose() => _file.Dispose();

    private static string Destination((int Page, double Y) place) => $"[{place.Page} 0 R/XYZ 0 {PdfObject.Number(place.Y)} null]";

    private string NameOf(FontSubset font)
    {
        if (!_fonts.TryGetValue(font, out var place))
        {
            place = ("F" + (_fonts.Count + 1).ToString(CultureInfo.InvariantCulture), _file.Reserve());
            _fonts[font] = place;
        }

        return place.Name;
    }

    private string Xmp()
    {
        var date = string.Create(CultureInfo.InvariantCulture, $"{_details.Date:yyyy-MM-dd}T00:00:00Z");
        var (title, author, subject) =
            (SecurityElement.Escape(_details.Title), SecurityElement.Escape(_details.Author), SecurityElement.Escape(_details.Subject));
        return $"""
            <?xpacket begin="{'\uFEFF'}" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
            xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
            <dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
            <dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
            <dc:language><rdf:Bag><rdf:li>{_details.Language}</rdf:li></rdf:Bag></dc:language>
            <xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate><xmp:CreatorTool>Quarterdeck</xmp:CreatorTool>
            <pdf:Producer>Quarterdeck</pdf:Producer>
            <pdfuaid:part>1</pdfuaid:part>
            </rdf:Description></rdf:RDF></x:xmpmeta>
            <?xpacket end="w"?>
            """.ReplaceLineEndings("\n");
    }
}
