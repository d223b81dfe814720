using System.Globalization;

namespace Quarterdeck.Documents.Word;

/// <summary>
/// The body as it is written. The last paragraph is held back, so that a section can end in it: Word keeps the shape of
/// a section's pages in its last paragraph.
/// </summary>
/// <param name="output">Takes the body.</param>
/// <param name="landscape">The paper lies on its long side.</param>
/// <param name="room">Width of a cell it is written into, in twips; null for the page.</param>
internal sealed class WordFlow(TextWriter output, bool landscape, int? room = null)
{
    private (ParagraphLook Look, string Runs)? _held;
    private bool _afterTable;
    private bool _continues;
    private int _columns = 1;

    /// <summary>Nothing stands on the page yet.</summary>
    public bool AtTop { get; private set; } = true;

    public bool Landscape => landscape;

    public bool IsCell => room is not null;

    /// <summary>Width between the margins, or of a column, in twips.</summary>
    public int Width => room ?? (PageShape.Width(landscape) - (PageShape.Gap * (_columns - 1))) / _columns;

    public void Paragraph(ParagraphLook look, string runs)
    {
        Release(null);

        // A first paragraph that keeps with the next would keep the whole table with what follows it.
        _held = (IsCell && AtTop ? look with { Loose = true } : look, runs);
        (_afterTable, AtTop) = (false, false);
    }

    /// <summary>Whole paragraphs or a whole table, already written; a table is followed by a paragraph.</summary>
    public void Raw(string xml, bool table)
    {
        // Two tables without a paragraph between them become one.
        if (table && _afterTable)
        {
            Paragraph(new ParagraphLook("TableSpace"), string.Empty);
        }

        Release(null);
        output.Write(xml);
        (_afterTable, AtTop) = (table, false);
    }

    /// <summary>Goes on in so many columns of text.</summary>
    public void InColumns(int columns)
    {
        if (columns != _columns)
        {
            LastParagraph();
            Release(PageShape.Section(landscape, _columns, _continues));
            (_columns, _continues) = (columns, true);
        }
    }

    public void Finish()
    {
        LastParagraph();
        Release(null);
        if (!IsCell)
        {
            output.Write(PageShape.Section(landscape, _columns, _continues));
        }
    }

    /// <summary>A section, a cell and the body end in a paragraph.</summary>
    private void LastParagraph()
    {
        if (_held is null)
        {
            Paragraph(new ParagraphLook("TableSpace"), string.Empty);
        }
    }

    private void Release(string? section)
    {
        if (_held is var (look, runs))
        {
            output.Write($"<w:p>{look.Xml(section)}{runs}</w:p>");
            _held = null;
        }
    }
}

/// <summary>The bar along the left edge of a callout, and its ground.</summary>
/// <param name="Style">Of its plain paragraphs, which have the bar already.</param>
/// <param name="Colour">Of the bar, six hexadecimal digits.</param>
internal sealed record CalloutFrame(string Style, string Colour)
{
    /// <summary>Twips from the margin to the words.</summary>
    public const int Indent = 284;

    public const string Ground = "F1F4F7";

    /// <summary>Points from the bar to the words.</summary>
    public const int Space = 8;
}

/// <summary>A paragraph's style and what it has beyond it.</summary>
/// <param name="Style">The id of its style.</param>
internal sealed record ParagraphLook(string Style)
{
    public bool KeepNext { get; init; }

    public bool NewPage { get; init; }

    /// <summary>Does not keep with the next, whatever its style says.</summary>
    public bool Loose { get; init; }

    /// <summary>The list it belongs to, and its level there.</summary>
    public (int List, int Level)? Numbering { get; init; }

    public CalloutFrame? Frame { get; init; }

    /// <summary>As Word calls it: <c>right</c>; null for the style's own.</summary>
    public string? Align { get; init; }

    /// <param name="section">The section that ends in it; null for none.</param>
    public string Xml(string? section = null)
    {
        var level = Numbering?.Level ?? -1;
        var framed = Frame is not null && Style != Frame.Style;
        return "<w:pPr><w:pStyle w:val=\"" + Style + "\"/>"
            + (Loose ? "<w:keepNext w:val=\"0\"/>" : KeepNext ? "<w:keepNext/>" : string.Empty)
            + (NewPage ? "<w:pageBreakBefore/>" : string.Empty)
            + (Numbering is var (list, at)
                ? string.Create(CultureInfo.InvariantCulture, $"<w:numPr><w:ilvl w:val=\"{at}\"/><w:numId w:val=\"{list}\"/></w:numPr>")
                : string.Empty)
            + (framed ? FrameXml(Math.Max(level, 0)) : string.Empty)
            + (framed ? Indents(level) : string.Empty)
            + (Align is null ? string.Empty : $"<w:jc w:val=\"{Align}\"/>")
            + section + "</w:pPr>";
    }

    /// <summary>The bar stands at the callout's edge however deep the paragraph is: its distance grows with the depth.</summary>
    private string FrameXml(int level)
    {
        var space = CalloutFrame.Space + (level * WordNumbering.Hang / 20);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"<w:pBdr><w:left w:val=\"single\" w:sz=\"24\" w:space=\"{space}\" w:color=\"{Frame!.Colour}\"/></w:pBdr><w:shd w:val=\"clear\" "
            + $"w:color=\"auto\" w:fill=\"{CalloutFrame.Ground}\"/>");
    }

    /// <summary>Items stand close in a callout: Word breaks the bar where space divides paragraphs of different depth.</summary>
    private static string Indents(int level) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(level < 0 ? string.Empty : "<w:spacing w:after=\"0\"/>")}<w:ind w:left=\"{CalloutFrame.Indent + (WordNumbering.Hang * (level + 1))}\""
            + $"{(level < 0 ? string.Empty : $" w:hanging=\"{WordNumbering.Hang}\"")}/>");
}
