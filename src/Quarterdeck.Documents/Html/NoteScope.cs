using System.Globalization;
using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Html;

/// <summary>The footnotes that marks in a table or section refer to.</summary>
internal sealed record NoteScope(Anchor? Owner, IReadOnlyList<Footnote> Notes)
{
    public static readonly NoteScope None = new(null, []);

    /// <summary>A reference to a note: its mark, linked to it.</summary>
    public void AppendMark(Page page, string key)
    {
        var mark = Footnote.MarkOf(key, Notes);
        page.Raw($"<sup>&#160;<a class=\"note-mark\" href=\"#{IdOf(key)}\" aria-label=\"note {Encoded.Text(mark)}\">{Encoded.Text(mark)}</a></sup>");
    }

    /// <summary>The notes themselves, each after its mark.</summary>
    public void AppendNotes(Page page)
    {
        if (Notes.Count == 0)
        {
            return;
        }

        page.Raw("<ul class=\"notes\">\n");
        foreach (var note in Notes)
        {
            page.Raw($"<li id=\"{IdOf(note.Key)}\"><span class=\"sign\">{Encoded.Text(Footnote.MarkOf(note.Key, Notes))}</span><span>");
            InlineHtml.Append(page, note.Text, this);
            page.Raw("</span></li>\n");
        }

        page.Raw("</ul>\n");
    }

    private string IdOf(string key)
    {
        var place = Notes.Select((note, index) => (note.Key, index)).First(each => each.Key == key).index + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{Owner}..note-{place}");
    }
}
