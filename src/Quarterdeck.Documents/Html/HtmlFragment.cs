using System.Globalization;
using System.Text;
using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Html;

/// <summary>Blocks of a document as markup for a page of a site, which has its own style sheet and frame.</summary>
public static class HtmlFragment
{
    /// <param name="blocks">In order.</param>
    /// <param name="depth">How many sections they stand in: 0 where a section's heading is of the second level.</param>
    /// <param name="addressOf">The address of a place that a link leads to; null: all within the page.</param>
    public static string Write(IReadOnlyList<Block> blocks, int depth = 0, Func<Anchor, string>? addressOf = null)
    {
        var document = PageNumbers.Without(new Document(string.Empty, blocks));
        var page = addressOf is null ? new Page { HasPoints = true } : new Page { AddressOf = addressOf, HasPoints = true };
        new BlockHtml(page, document).Append(document.Blocks, depth, NoteScope.None);
        return page.ToString();
    }

    /// <summary>The cell of a rating, in a table of the site's own.</summary>
    /// <param name="mark">Its mark; null when there is no rating.</param>
    /// <param name="words">What stands there then.</param>
    /// <param name="remark">What a reader must know beside it.</param>
    public static string RatingCell(RatingMark? mark, string words, string? remark)
    {
        var page = new Page();
        page.Raw(mark is null ? "<td class=\"none\">" : $"<td class=\"rating {page.TintOf(mark)}\">");
        if (mark is not null)
        {
            page.Mark(mark);
        }

        return page.Words(mark?.Label ?? words).Words(remark is null ? string.Empty : mark is null ? $": {remark}" : $" ({remark})").Raw("</td>").ToString();
    }

    /// <summary>A rating within a line of the site's own.</summary>
    /// <param name="mark">Its mark; null when there is no rating.</param>
    /// <param name="words">What stands there then.</param>
    /// <param name="remark">What a reader must know beside it.</param>
    public static string Rating(RatingMark? mark, string words, string? remark)
    {
        var page = new Page();
        if (mark is not null)
        {
            page.Raw($"<span class=\"tag {page.TintOf(mark)}\">").Mark(mark).Words(mark.Label).Raw("</span>");
        }
        else
        {
            page.Words(words);
        }

        return page.Words(remark is null ? string.Empty : mark is null ? $": {remark}" : $" ({remark})").ToString();
    }

    /// <summary>The rules that tint rating cells, for the site's style sheet.</summary>
    public static string TintRules(IEnumerable<RatingMark> marks)
    {
        var rules = new StringBuilder();
        foreach (var colour in marks.Select(mark => mark.Colour).Distinct())
        {
            rules.Append(CultureInfo.InvariantCulture, $".{Page.ClassOf(colour)}{{background:{colour.Tint(Palette.TintPercent)}}}\n");
        }

        return rules.ToString();
    }
}
