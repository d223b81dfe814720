using System.Text;

namespace Quarterdeck.Documents.Pdf;

/// <summary>
/// One element of the structure tree: what a screen reader meets. It is written to the file as soon as it is closed, so a
/// long report keeps only the elements that are still open.
/// </summary>
internal sealed class StructureElement
{
    private readonly StringBuilder _kids = new();

    public StructureElement(string type, int number, StructureElement? parent)
    {
        Type = type;
        Number = number;
        Parent = parent;
    }

    /// <summary>Standard structure type: <c>H1</c>, <c>P</c>, <c>TH</c>, <c>Figure</c>.</summary>
    public string Type { get; }

    public int Number { get; }

    public StructureElement? Parent { get; }

    /// <summary>Words that stand for a figure.</summary>
    public string? Alternative { get; init; }

    /// <summary>Attribute objects, already written out: table scope, spans, list numbering, bounding box.</summary>
    public string? Attributes { get; set; }

    public void Child(StructureElement child) => _kids.Append(' ').Append(PdfObject.Reference(child.Number));

    /// <summary>Content of a page, by its mark.</summary>
    public void Content(int page, int mark) =>
        _kids.Append(System.Globalization.CultureInfo.InvariantCulture, $"<</Type/MCR/Pg {page} 0 R/MCID {mark}>>");

    /// <summary>A link annotation.</summary>
    public void Annotation(int page, int annotation) =>
        _kids.Append(System.Globalization.CultureInfo.InvariantCulture, $"<</Type/OBJR/Pg {page} 0 R/Obj {annotation} 0 R>>");

    public string Body(int root)
    {
        var body = new StringBuilder("<</Type/StructElem/S/").Append(Type)
            .Append("/P ").Append(PdfObject.Reference(Parent?.Number ?? root))
            .Append("/K[").Append(_kids).Append(']');
        if (Alternative is { } words)
        {
            body.Append("/Alt").Append(PdfObject.Text(words));
        }

        if (Attributes is { } attributes)
        {
            body.Append("/A").Append(attributes);
        }

        return body.Append(">>").ToString();
    }
}
