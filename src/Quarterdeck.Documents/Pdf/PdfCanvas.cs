using System.Globalization;
using Quarterdeck.Documents.Fonts;

namespace Quarterdeck.Documents.Pdf;

/// <summary>
/// The content of one page. Everything drawn is either marked as content of a structure element or as an artifact (rules,
/// fills, page furniture), never left untagged. Lengths are points; the origin is the top left corner, y runs down.
/// </summary>
/// <param name="page">Object number of the page.</param>
/// <param name="width">Of the paper.</param>
/// <param name="height">Of the paper.</param>
/// <param name="content">Takes what is drawn; null draws nothing, where only the layout is wanted.</param>
/// <param name="nameOf">The name of a font on its pages.</param>
internal sealed class PdfCanvas(int page, double width, double height, PdfContent? content, Func<FontSubset, string> nameOf)
{
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

    /// <summary>Draws as content of an element.</summary>
    public void Marked(StructureElement owner, Action draw)
    {
        if (content is null)
        {
            return;
        }

        var mark = _owners.Count;
        _owners.Add(owner.Number);
        owner.Content(Page, mark);
        content.Add("/"u8).Add(owner.Type).Add(" <</MCID "u8).Add(mark).Add(">> BDC\n"u8);
        draw();
        content.Add("EMC\n"u8);
    }

    /// <summary>Draws what carries no meaning of its own.</summary>
    /// <param name="kind">Layout, or Pagination for headers and footers.</param>
    /// <param name="draw">What to draw.</param>
    public void Artifact(string kind, Action draw)
    {
        if (content is null)
        {
            return;
        }

        content.Add("/Artifact <</Type/"u8).Add(kind).Add(">> BDC\n"u8);
        draw();
        content.Add("EMC\n"u8);
    }

    /// <summary>One line of text with its baseline at y.</summary>
    public void Text(IReadOnlyList<FontRun> runs, double size, double x, double y, string colour = "#0b0c0c")
    {
        if (content is null)
        {
            return;
        }

        Fill(colour);
        content.Add("BT 1 0 0 1 "u8).Add(x).Add(Height - y).Add("Tm\n"u8);
        foreach (var run in runs)
        {
            Fonts.Add(run.Font);
            content.Add("/"u8).Add(nameOf(run.Font)).Add(" "u8).Add(size).Add("Tf <"u8);
            foreach (var glyph in run.Glyphs)
            {
                content.Glyph(glyph);
            }

            content.Add("> Tj\n"u8);
        }

        content.Add("ET\n"u8);
    }

    public void Rectangle(double x, double y, double width, double height, string fill)
    {
        if (content is null)
        {
            return;
        }

        Fill(fill);
        content.Add(x).Add(Height - y - height).Add(width).Add(height).Add("re f\n"u8);
    }

    /// <summary>A picture in a box, its top left corner at x and y.</summary>
    /// <param name="image">Its object number.</param>
    /// <param name="x">Left edge.</param>
    /// <param name="y">Top edge.</param>
    /// <param name="width">Of the box.</param>
    /// <param name="height">Of the box.</param>
    public void Image(int image, double x, double y, double width, double height)
    {
        if (content is null)
        {
            return;
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"Im{image}");
        Images[name] = image;
        content.Add("q "u8).Add(width).Add("0 0 "u8).Add(height).Add(x).Add(Height - y - height).Add("cm\n/"u8).Add(name).Add(" Do\nQ\n"u8);
    }

    public void Line(double x1, double y1, double x2, double y2, double thickness, string colour, string dash = "[] 0 d")
    {
        if (content is null)
        {
            return;
        }

        Stroke(content, colour);
        content.Add(thickness).Add("w "u8).Add(dash).Add(" "u8).Add(x1).Add(Height - y1).Add("m "u8).Add(x2).Add(Height - y2).Add("l S\n"u8);
    }

    /// <summary>A path given as operators with points already turned by <see cref="Point"/>.</summary>
    /// <param name="operators">Moves, lines and curves.</param>
    /// <param name="fill">Null leaves the inside empty.</param>
    /// <param name="stroke">Null draws no outline.</param>
    /// <param name="thickness">Of the outline.</param>
    /// <param name="dash">Dash pattern of the outline.</param>
    public void Path(string operators, string? fill, string? stroke, double thickness = 1, string dash = "[] 0 d")
    {
        if (content is null)
        {
            return;
        }

        if (fill is not null)
        {
            Fill(fill);
        }

        if (stroke is not null)
        {
            Stroke(content, stroke);
            content.Add(thickness).Add("w "u8).Add(dash).Add(" "u8);
        }

        content.Add(operators).Add(fill is null ? " S\n"u8 : stroke is null ? " f\n"u8 : " B\n"u8);
    }

    /// <summary>A point as path operators take it.</summary>
    public string Point(double x, double y) => $"{PdfObject.Number(x)} {PdfObject.Number(Height - y)}";

    private void Fill(string colour)
    {
        if (content is not null && _colour != colour)
        {
            _colour = colour;
            Rgb(content, colour).Add("rg\n"u8);
        }
    }

    private static void Stroke(PdfContent content, string colour) => Rgb(content, colour).Add("RG "u8);

    /// <param name="content">Takes three numbers.</param>
    /// <param name="colour">As in CSS: <c>#00703c</c>.</param>
    private static PdfContent Rgb(PdfContent content, string colour)
    {
        var value = int.Parse(colour.AsSpan(1, 6), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return content.Add((value >> 16 & 255) / 255.0).Add((value >> 8 & 255) / 255.0).Add((value & 255) / 255.0);
    }
}
