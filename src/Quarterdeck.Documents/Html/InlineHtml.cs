using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Html;

/// <summary>Runs of text.</summary>
internal static class InlineHtml
{
    public static void Append(Page page, RichText text, NoteScope notes)
    {
        foreach (var run in text.Runs)
        {
            Append(page, run, notes);
        }
    }

    /// <summary>An arrow, as an ornament beside its word.</summary>
    public static void AppendArrow(Page page, Arrow arrow) => page.Raw(Drawn(arrow switch
    {
        Arrow.Up => "M8 1L14 8H10V15H6V8H2Z",
        Arrow.Down => "M8 15L2 8H6V1H10V8H14Z",
        Arrow.Level => "M15 8L8 14V10H1V6H8V2Z",
        Arrow.Unclear => "M1 9Q4 3 8 7T15 6V9Q12 13 8 10T1 12Z",
    }));

    /// <summary>A pointer above or below a bar, as an ornament beside the word of an alert.</summary>
    public static void AppendAlert(Page page, AlertKind kind)
    {
        switch (kind)
        {
            case AlertKind.Within:
                break;
            case AlertKind.Above:
                page.Raw(Drawn("M8 1L14 10H2ZM2 12H14V14H2Z"));
                break;
            case AlertKind.Below:
                page.Raw(Drawn("M8 15L2 6H14ZM2 2H14V4H2Z"));
                break;
        }
    }

    private static void Append(Page page, Inline run, NoteScope notes)
    {
        switch (run)
        {
            case Words words:
                page.Words(words.Value);
                break;
            case Strong strong:
                Wrapped(page, "<strong>", strong.Text, "</strong>", notes);
                break;
            case Emphasis emphasis:
                Wrapped(page, "<em>", emphasis.Text, "</em>", notes);
                break;
            case LinkInline link:
                Wrapped(page, $"<a href=\"{Encoded.Text(Address(page, link.Target))}\">", link.Text, "</a>", notes);
                break;
            case LineBreak:
                page.Raw("<br>");
                break;
            case NoteMark mark:
                notes.AppendMark(page, mark.Key);
                break;
            case RatingRun rating:
                page.Raw($"<span class=\"tag {page.TintOf(rating.Mark)}\">").Mark(rating.Mark).Words(rating.Mark.Label).Raw("</span>");
                break;
            case DirectionRun direction:
                AppendArrow(page.Raw("<span class=\"direction\">"), direction.Mark.Arrow);
                page.Words(direction.Mark.Word).Raw("</span>");
                break;
            default:
                throw new InvalidOperationException("Every run of text is one of those named at Inline.");
        }
    }

    private static string Address(Page page, LinkTarget target) => target switch
    {
        LinkTarget.Place place => page.AddressOf(place.Anchor),
        LinkTarget.Address address => address.Value,
        _ => throw new InvalidOperationException("A link leads to a place or to an address."),
    };

    private static void Wrapped(Page page, string before, RichText text, string after, NoteScope notes)
    {
        page.Raw(before);
        Append(page, text, notes);
        page.Raw(after);
    }

    private static string Drawn(string path) =>
        $"<svg class=\"mark\" viewBox=\"0 0 16 16\" width=\"16\" height=\"16\" aria-hidden=\"true\" focusable=\"false\"><path "
        + $"d=\"{path}\" fill=\"currentColor\"/></svg>";
}
