using Quarterdeck.Documents.Charts;
using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Word;

/// <summary>
/// The page each section will probably begin on, by counting lines. Only Word knows, once it has laid the document out
/// with the fonts it finds; this fills the contents list until someone updates it.
/// </summary>
internal sealed class PageEstimate
{
    private const double PortraitRoom = 722;
    private const double LandscapeRoom = 475;
    private const double Body = 15.7;
    private const double CellLine = 11.95;
    private const int DeepestHeading = 4;

    private readonly Dictionary<string, int> _pages = new(StringComparer.Ordinal);
    private int _page = 1;
    private double _used;
    private bool _landscape;

    private double Room => _landscape ? LandscapeRoom : PortraitRoom;

    private double Width => (_landscape ? PageShape.LandscapeWidth : PageShape.PortraitWidth) / 20.0;

    /// <summary>Page numbers by the ids of the sections' anchors.</summary>
    public static IReadOnlyDictionary<string, int> Of(Document document)
    {
        var estimate = new PageEstimate();
        estimate.Take(document.Brand.Logo is { } logo ? logo.Height + LogoDrawing.Gap : 0);
        estimate.Take(29 * estimate.Lines(document.Title, 24));
        estimate.Take(document.Subtitle is null ? 0 : 30);
        if (document.TitleBlock is { } facts)
        {
            estimate.Place(facts, document);
        }

        estimate.Place(document.Blocks, 1, document);
        return estimate._pages;
    }

    private void Place(IReadOnlyList<Block> blocks, int depth, Document document)
    {
        for (var index = 0; index < blocks.Count; index++)
        {
            if (blocks[index] is Section section)
            {
                Turn(WidePages.Begins(section));
                Heading(section, depth);
                Place(section.Blocks, depth + 1, document);
                Take(section.Footnotes.Sum(note => 14 * Lines(note.Text.Plain, 9)));
            }
            else
            {
                Turn(WidePages.Leads(blocks, index, depth > 1) || (_landscape && blocks[index] is Paragraph { Quiet: true }));
                Place(blocks[index], document);
            }
        }
    }

    private void Heading(Section section, int depth)
    {
        if (section.StartsPage && _used > 0)
        {
            NewPage();
        }

        var height = 22.0 + (24 - (Math.Min(depth, DeepestHeading) * 3));
        if (_used + height + (3 * Body) > Room)
        {
            NewPage();
        }

        _pages.TryAdd(section.Id.Id, _page);
        Take(height);
    }

    private void Place(Block block, Document document)
    {
        switch (block)
        {
            case Paragraph paragraph:
                Take(6.5 + (Body * Lines(paragraph.Text.Plain, 10.5)));
                break;
            case ItemList list:
                Take(list.Items.SelectMany(item => item.Nested.Prepend(item.Text)).Sum(text => 3 + (Body * Lines(text.Plain, 10.5))));
                break;
            case DefinitionList list when list.Style == DefinitionStyle.Columns:
                Take(22 + (CellLine * list.Definitions.Select(each => each.Said.Count).DefaultIfEmpty(0).Max() * 2));
                break;
            case DefinitionList list:
                Take(17.7 * list.Definitions.Count);
                break;
            case Table table:
                Place(table);
                break;
            case ChartBlock chart:
                Whole(20 + (WordChartDrawing.HeightOf(chart.Chart) is > 0 and var height ? height + 26 : Body));
                if (chart.Figures is { } figures)
                {
                    Place(figures);
                }

                break;
            case Callout callout:
                Take(callout.Title is null ? 0 : 22);
                Place(callout.Blocks, DeepestHeading, document);
                break;
            case Contents contents:
                Take(32 + (18 * document.AllBlocks().OfType<Section>().Count(section => section.InContents && contents.Depth > 0)));
                break;
        }
    }

    private void Place(Table table)
    {
        var columns = WordColumns.Of(table, (int)(Width * 20));
        var line = columns.Small ? CellLine * 5 / 6 : CellLine;
        Whole(24 + (3 * line));
        foreach (var row in table.Rows)
        {
            var (lines, column) = (1, 0);
            foreach (var cell in row.Cells)
            {
                var room = (columns.Widths.Skip(column).Take(cell.Span).Sum() / 20.0) - 7.2;
                lines = Math.Max(lines, Lines(cell.Plain, columns.Small ? 7.5 : 9, room));
                column += cell.Span;
            }

            Whole(4.5 + (lines * line));
        }

        Take(14 * table.Footnotes.Count);
    }

    private int Lines(string words, double size, double? room = null)
    {
        var lines = 0;
        foreach (var line in words.AsSpan().Split('\n'))
        {
            lines += Math.Max(1, (int)Math.Ceiling(TextWidth.Of(words.AsSpan(line), size, false) * 0.9 / Math.Max(room ?? Width, 10)));
        }

        return lines;
    }

    private void Turn(bool landscape)
    {
        if (landscape != _landscape)
        {
            if (_used > 0)
            {
                NewPage();
            }

            _landscape = landscape;
        }
    }

    /// <summary>Room that may not be split: a row, a chart.</summary>
    private void Whole(double height)
    {
        if (_used > 0 && _used + height > Room)
        {
            NewPage();
        }

        Take(height);
    }

    private void Take(double height)
    {
        _used += height;
        while (_used > Room)
        {
            _page++;
            _used -= Room;
        }
    }

    private void NewPage()
    {
        _page++;
        _used = 0;
    }
}
