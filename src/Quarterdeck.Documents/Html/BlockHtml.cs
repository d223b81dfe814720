using Quarterdeck.Documents.Charts;
using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Html;

/// <summary>The blocks of a document.</summary>
internal sealed class BlockHtml(Page page, Document document)
{
    /// <param name="blocks">In order.</param>
    /// <param name="depth">How many sections they stand in.</param>
    /// <param name="notes">The notes of the section they stand in.</param>
    public void Append(IReadOnlyList<Block> blocks, int depth, NoteScope notes)
    {
        foreach (var block in blocks)
        {
            Append(block, depth, notes);
        }
    }

    public void Append(DefinitionList list, NoteScope notes)
    {
        page.Raw(list.Style == DefinitionStyle.Facts ? "<dl class=\"facts\">\n" : "<dl class=\"columns\">\n");
        foreach (var definition in list.Definitions)
        {
            page.Raw("<div><dt>").Words(definition.Term).Raw("</dt>");
            foreach (var said in definition.Said)
            {
                page.Raw("<dd>");
                InlineHtml.Append(page, said, notes);
                page.Raw("</dd>");
            }

            page.Raw("</div>\n");
        }

        page.Raw("</dl>\n");
    }

    private void Append(Block block, int depth, NoteScope notes)
    {
        switch (block)
        {
            case Section section:
                Append(section, depth);
                break;
            case Paragraph paragraph:
                Append(paragraph, notes);
                break;
            case ItemList list:
                Append(list, notes);
                break;
            case DefinitionList list:
                Append(list, notes);
                break;
            case Table table:
                TableHtml.Append(page, table);
                break;
            case ChartBlock chart:
                Append(chart, depth, notes);
                break;
            case Callout callout:
                Append(callout, depth, notes);
                break;
            case SideBySide beside:
                page.Raw("<div class=\"side-by-side\">\n");
                foreach (var column in beside.Columns)
                {
                    page.Raw("<div>\n");
                    Append(column, depth, notes);
                    page.Raw("</div>\n");
                }

                page.Raw("</div>\n");
                break;
            case TextColumns columns:
                page.Raw("<div class=\"text-columns\">\n");
                Append(columns.Blocks, depth, notes);
                page.Raw("</div>\n");
                break;
            case Contents contents:
                ContentsHtml.Append(page, contents, document);
                break;
            default:
                throw new InvalidOperationException("Every block is one of those named at Block.");
        }
    }

    private void Append(Section section, int depth)
    {
        var level = Math.Min(6, depth + 2);

        // Without a name it is no landmark: a long report has too many sections for each to be one, and has headings.
        page.Raw($"<section{(section.StartsPage ? " class=\"new-page\"" : string.Empty)}>\n");
        page.Raw($"<h{level} id=\"{section.Id}\">").Words(section.FullHeading);
        AppendRating(section.Rating);
        page.Raw($"</h{level}>\n");
        var notes = new NoteScope(section.Id, section.Footnotes);
        var own = section.Blocks.TakeWhile(block => block is not Section).ToList();
        Append(own, depth + 1, notes);
        notes.AppendNotes(page);
        Append([.. section.Blocks.Skip(own.Count)], depth + 1, notes);
        page.Raw("</section>\n");
    }

    private void Append(Paragraph paragraph, NoteScope notes)
    {
        var classes = (paragraph.Number is null ? string.Empty : "numbered ") + (paragraph.Quiet ? "quiet" : paragraph.Lead ? "lead" : string.Empty);
        page.Raw(classes.Length > 0 ? $"<p class=\"{classes.Trim()}\">" : "<p>");
        if (paragraph.Number is { } number)
        {
            page.Raw("<span class=\"number\">").Words(number).Raw("</span> <span>");
        }

        InlineHtml.Append(page, paragraph.Text, notes);
        page.Raw(paragraph.Number is null ? "</p>\n" : "</span></p>\n");
    }

    private void Append(ItemList list, NoteScope notes)
    {
        page.Raw($"<{NameOf(list.Kind)}>\n");
        foreach (var item in list.Items)
        {
            page.Raw("<li>");
            InlineHtml.Append(page, item.Text, notes);
            if (item.Nested.Count > 0)
            {
                page.Raw($"\n<{NameOf(item.NestedKind)}>\n");
                foreach (var nested in item.Nested)
                {
                    page.Raw("<li>");
                    InlineHtml.Append(page, nested, notes);
                    page.Raw("</li>\n");
                }

                page.Raw($"</{NameOf(item.NestedKind)}>\n");
            }

            page.Raw("</li>\n");
        }

        page.Raw($"</{NameOf(list.Kind)}>\n");
    }

    private static string NameOf(ListKind kind) => kind == ListKind.Bullets ? "ul" : "ol";

    private void Append(ChartBlock block, int depth, NoteScope notes)
    {
        var caption = block.Chart.Id.Part("caption");
        page.Raw($"<figure id=\"{block.Chart.Id}\" aria-labelledby=\"{caption}\"{ClassOf(block)}");
        if (page.HasPoints && block.Chart is TrendChart trend)
        {
            page.Raw(" data-points=\"").Words(ChartPoints.Of(trend)).Raw("\"");
        }

        page.Raw(">\n");
        page.Raw($"<figcaption id=\"{caption}\">").Words(block.Chart.Title);
        AppendRating(block.Rating);
        page.Raw("</figcaption>\n");
        page.Raw($"<div class=\"scroll\" role=\"region\" aria-labelledby=\"{caption}\" tabindex=\"0\">\n");
        page.Raw(SvgWriter.Write(block.Chart)).Raw("</div>\n");
        if (block.Figures is { } figures)
        {
            page.Raw("<details>\n<summary>Figures in this chart<span class=\"hidden\">: ").Words(block.Chart.Title).Raw("</span></summary>\n");
            TableHtml.Append(page, figures);
            page.Raw("</details>\n");
        }

        if (block.Beside.Count > 0)
        {
            page.Raw("<div>\n");
            Append(block.Beside, depth, notes);
            page.Raw("</div>\n");
        }

        page.Raw("</figure>\n");
    }

    /// <summary>A long table may leave its chart's page; what stands beside a chart has half of a wide page.</summary>
    private static string ClassOf(ChartBlock block) => block switch
    {
        { Beside.Count: > 0 } => " class=\"with-figures\"",
        { Figures.Rows.Count: > 15 } => " class=\"long\"",
        _ => string.Empty,
    };

    private void AppendRating(RatingMark? rating)
    {
        if (rating is not null)
        {
            page.Raw($" <span class=\"tag {page.TintOf(rating)}\">").Mark(rating).Words(rating.Label).Raw("</span>");
        }
    }

    private void Append(Callout callout, int depth, NoteScope notes)
    {
        var kind = callout.Kind switch
        {
            CalloutKind.Note => "note",
            CalloutKind.Warning => "warning",
            CalloutKind.Key => "key",
        };
        page.Raw($"<div class=\"callout {kind}\" role=\"note\">\n");
        if (callout.Title is { } title)
        {
            page.Raw("<p class=\"callout-title\">").Words(title).Raw("</p>\n");
        }

        Append(callout.Blocks, depth, notes);
        page.Raw("</div>\n");
    }
}
