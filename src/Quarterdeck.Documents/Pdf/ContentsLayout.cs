using System.Globalization;
using Quarterdeck.Documents.Fonts;
using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Pdf;

/// <summary>
/// The contents list with true page numbers: the document is laid out once to learn them and once to write them. The
/// list takes the same room both times, so the second time they hold.
/// </summary>
internal sealed class ContentsLayout(Document document)
{
    /// <summary>The page each section begins on, as far as it is known, by the ids of their anchors.</summary>
    public IReadOnlyDictionary<string, int> Known => _known;

    private readonly Dictionary<string, int> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _found = new(StringComparer.Ordinal);

    /// <summary>One with the same page numbers, for learning how high things are.</summary>
    public ContentsLayout ForMeasuring()
    {
        var copy = new ContentsLayout(document);
        foreach (var (id, page) in _known)
        {
            copy._known[id] = page;
        }

        return copy;
    }

    /// <summary>Notes the page a section begins on.</summary>
    public void Found(Anchor section, int page) => _found[section.Id] = page;

    /// <summary>Takes what was found for known; false when nothing had changed.</summary>
    public bool Learn()
    {
        var changed = _found.Count != _known.Count || _found.Any(pair => _known.GetValueOrDefault(pair.Key) != pair.Value);
        foreach (var (id, page) in _found)
        {
            _known[id] = page;
        }

        _found.Clear();
        return changed;
    }

    public void Place(PageFlow flow, Contents list, StructureElement parent)
    {
        var style = PdfStyle.Body;
        var title = flow.Pdf.Open("P", parent);
        BlockLayout.Lines(flow, [new TextPiece(list.Title, FontStyle.Bold)], PdfStyle.Heading(3, flow.Accent), title, 3 * style.Leading);
        flow.Pdf.Close(title);
        var element = flow.Pdf.Open("TOC", parent);
        foreach (var (section, level) in Sections(document.Blocks, 1, list.Depth))
        {
            Entry(flow, section, level, element);
        }

        flow.Pdf.Close(element);
        flow.Space(10);
    }

    private static IEnumerable<(Section Section, int Level)> Sections(IEnumerable<Block> blocks, int level, int depth)
    {
        foreach (var section in blocks.OfType<Section>())
        {
            if (section.InContents)
            {
                yield return (section, level);
            }

            foreach (var below in level < depth ? Sections(section.Blocks, level + 1, depth) : [])
            {
                yield return below;
            }
        }
    }

    private void Entry(PageFlow flow, Section section, int level, StructureElement parent)
    {
        var style = PdfStyle.Body;
        var font = level == 1 ? FontStyle.Bold : FontStyle.Regular;
        var indent = (level - 1) * 14.0;
        var page = _known.TryGetValue(section.Id.Id, out var known) ? known.ToString(CultureInfo.InvariantCulture) : "0";
        var lines = flow.Breaker.Break([new TextPiece(section.FullHeading + " ", font) { Link = section.Id }], style.Size, flow.Width - indent - 40);
        flow.Need(lines.Count * style.Leading);
        var item = flow.Pdf.Open("TOCI", parent);
        foreach (var line in lines)
        {
            flow.Line(line, style, item, flow.Left + indent, flow.Y);
            flow.Advance(style.Leading);
        }

        var numberWidth = flow.Breaker.Width(page, font, style.Size);
        var (y, from, to) = (flow.Y - style.Leading, flow.Left + indent + lines[^1].Width + 4, flow.Left + flow.Width - numberWidth - 5);
        if (to > from)
        {
            flow.Canvas.Artifact(
                "Layout",
                () => flow.Canvas.Line(from, y + (style.Leading * 0.72), to, y + (style.Leading * 0.72), 0.6, PdfStyle.Rule, "[1 2] 0 d"));
        }

        flow.Line(
            new TextLine([new LineSegment(new TextPiece(page, font), page, 0, numberWidth, false)]),
            style,
            item,
            flow.Left + flow.Width - numberWidth,
            y);
        flow.Pdf.Close(item);
        flow.Space(1.5);
    }
}
