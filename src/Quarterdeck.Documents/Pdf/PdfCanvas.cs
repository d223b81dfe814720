using System.Globalization;
using System.Text;
using Quarterdeck.Documents.Fonts;

namespace Quarterdeck.Documents.Pdf;

/// <summary>
/// The content of one page. Everything drawn is either marked as content of a structure element or as an artifact (rules,
/// fills, page furniture), never left untagged. Lengths are points; the origin is the top left corner, y runs down.
/// </summary>
internal sealed class PdfCanvas(int page, double width, double height, Func<FontSubset, string> nameOf)
{
    private readonly StringBuilder _content = new();
    private readonly List<int> _owners = [];
    private string? _colour;

    public int Page { get; } = page;

    public double Width { get; } = width;

    public double Height { get; } = height;

    /// <summary>For each mark, the object number of the element that owns it: the page's part of the parent tree.</summary>
    public IReadOnlyList<int> Owners => _owners;

    /// <summary>Annotations on the page.</summary>
    public List<int> Annotations { get; } = [];

    public HashSet<FontSubset> Fonts { get; } = [];

    /// <summary>Names and object numbers of the pictures on the page.</summary>
    public Dictionary<string, int> Images { get; } = [];

    public byte[] Bytes => Encoding.Latin1.GetBytes(_content.ToString());

    /// <summary>Draws as content of an element.</summary>
    public void Marked(StructureElement owner, Action draw)
    {
        var mark = _owners.Count;
        _owners.Add(owner.Number);
        owner.Content(Page, mark);
        _content.Append(CultureInfo.InvariantCulture, $"/{owner.Type} <</MCID {mark}>> BDC\n");
        draw();
        _content.Append("EMC\n");
    }

    /// <summary>Draws what carries no meaning of its own.</summary>
    /// <param name="kind">Layout, or Pagination for headers and footers.</param>
    /// <param name="draw">What to draw.</param>
    public void Artifact(string kind, Action draw)
    {
        _content.Append(CultureInfo.InvariantCulture, $"/Artifact <</Type/{kind}>> BDC\n");
        draw();
        _content.Append("EMC\n");
    }

    /// <summary>One line of text with its baseline at y.</summary>
    public void Text(IReadOnlyList<FontRun> runs, double size, double x, double y, string colour = "#0b0c0c")
    {
        Fill(colour);
        _content.Append("BT 1 0 0 1 ").Append(N(x)).Append(' ').Append(N(Height - y)).Append(" Tm\n");
        foreach (var run in runs)
        {
            Fonts.Add(run.Font);
            _content.Append('/').Append(nameOf(run.Font)).Append(' ').Append(N(size)).Append(" Tf <");
            foreach (var glyph in run.Glyphs)
            {
                _content.Append(glyph.ToString("X4", CultureInfo.InvariantCulture));
            }

            _content.Append("> Tj\n");
        }

        _content.Append("ET\n");
    }

    public void Rectangle(double x, double y, double width, double height, string fill)
    {
        Fill(fill);
        _content.Append(CultureInfo.InvariantCulture, $"{N(x)} {N(Height - y - height)} {N(width)} {N(height)} re f\n");
    }

    /// <summary>A picture in a box, its top left corner at x and y.</summary>
    /// <param name="image">Its object number.</param>
    /// <param name="x">Left edge.</param>
    /// <param name="y">Top edge.</param>
    /// <param name="width">Of the box.</param>
    /// <param name="height">Of the box.</param>
    public void Image(int image, double x, double y, double width, double height)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"Im{image}");
        Images[name] = image;
        _content.Append(CultureInfo.InvariantCulture, $"q {N(width)} 0 0 {N(height)} {N(x)} {N(Height - y - height)} cm\n/{name} Do\nQ\n");
    }

    public void Line(double x1, double y1, double x2, double y2, double thickness, string colour, string dash = "[] 0 d")
    {
        Stroke(colour);
        _content.Append(CultureInfo.InvariantCulture, $"{N(thickness)} w {dash} {N(x1)} {N(Height - y1)} m {N(x2)} {N(Height - y2)} l S\n");
    }

    /// <summary>A path given as operators with points already turned by <see cref="Point"/>.</summary>
    /// <param name="operators">Moves, lines and curves.</param>
    /// <param name="fill">Null leaves the inside empty.</param>
    /// <param name="stroke">Null draws no outline.</param>
    /// <param name="thickness">Of the outline.</param>
    /// <param name="dash">Dash pattern of the outline.</param>
    public void Path(string operators, string? fill, string? stroke, double thickness = 1, string dash = "[] 0 d")
    {
        if (fill is not null)
        {
            Fill(fill);
        }

        if (stroke is not null)
        {
            Stroke(stroke);
            _content.Append(CultureInfo.InvariantCulture, $"{N(thickness)} w {dash} ");
        }

        _content.Append(operators).Append(fill is null ? " S\n" : stroke is null ? " f\n" : " B\n");
    }

    /// <summary>A point as path operators take it.</summary>
    public string Point(double x, double y) => $"{N(x)} {N(Height - y)}";

    private void Fill(string colour)
    {
        if (_colour != colour)
        {
            _colour = colour;
            _content.Append(Rgb(colour)).Append(" rg\n");
        }
    }

    private void Stroke(string colour) => _content.Append(Rgb(colour)).Append(" RG ");

    /// <param name="colour">As in CSS: <c>#00703c</c>.</param>
    private static string Rgb(string colour)
    {
        var value = int.Parse(colour.AsSpan(1, 6), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return $"{N((value >> 16 & 255) / 255.0)} {N((value >> 8 & 255) / 255.0)} {N((value & 255) / 255.0)}";
    }

    private static string N(double value) => PdfObject.Number(value);
}
