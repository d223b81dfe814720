using System.Text;
using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Word;

/// <summary>The footnotes that marks in a table or section refer to.</summary>
/// <param name="Owner">The table or section; null where there is none.</param>
/// <param name="All">In order.</param>
internal sealed record WordNotes(Anchor? Owner, IReadOnlyList<Footnote> All)
{
    public static readonly WordNotes None = new(null, []);
}

/// <summary>How a run looks beyond the style of its paragraph.</summary>
internal sealed record RunLook
{
    public static readonly RunLook Plain = new();

    public bool Bold { get; init; }

    public bool Italic { get; init; }

    public bool Linked { get; init; }

    /// <summary>Six hexadecimal digits.</summary>
    public string? Colour { get; init; }

    /// <summary>Colour behind the words, six hexadecimal digits.</summary>
    public string? Tint { get; init; }

    /// <summary>A font that holds shapes.</summary>
    public bool Symbol { get; init; }

    /// <summary>The inside of <c>w:rPr</c>, in the order its schema asks.</summary>
    public string Xml() =>
        (Linked ? "<w:rStyle w:val=\"Hyperlink\"/>" : string.Empty)
        + (Symbol
            ? "<w:rFonts w:ascii=\"Segoe UI Symbol\" w:hAnsi=\"Segoe UI Symbol\" w:eastAsia=\"Segoe UI Symbol\" w:cs=\"Segoe UI Symbol\"/>"
            : string.Empty)
        + (Bold ? "<w:b/><w:bCs/>" : string.Empty)
        + (Italic ? "<w:i/><w:iCs/>" : string.Empty)
        + (Colour is null ? string.Empty : $"<w:color w:val=\"{Colour}\"/>")
        + (Tint is null ? string.Empty : $"<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"{Tint}\"/>");
}

/// <summary>Text as runs, with its links and marks.</summary>
internal static class WordRuns
{
    /// <summary>How much of a rating's colour lies behind its word, in per cent.</summary>
    public const int TintPercent = 14;

    private const double LeastContrast = 3;

    public static string Of(WordParts parts, RichText text, WordNotes notes, RunLook look)
    {
        var runs = new StringBuilder();
        foreach (var run in text.Runs)
        {
            runs.Append(Of(parts, run, notes, look));
        }

        return runs.ToString();
    }

    /// <summary>The marks of notes, each leading to its note.</summary>
    public static string Marks(WordParts parts, IReadOnlyList<string> keys, WordNotes notes, RunLook look) =>
        keys.Count == 0 ? string.Empty : WordText.Run("\u00a0", look.Xml()) + string.Concat(keys.Select(key => Mark(parts, key, notes, look)));

    /// <summary>A rating: its shape, then its word, which is never missing.</summary>
    public static string Rating(RatingMark mark, RunLook look) =>
        WordText.Run(Glyph(mark.Shape) + "\u00a0", (look with { Symbol = true, Colour = ShapeColour(mark) }).Xml())
        + WordText.Run(mark.Label, (look with { Bold = true }).Xml());

    /// <summary>A direction: an arrow, then its word.</summary>
    public static string Direction(DirectionMark mark, RunLook look) => WordText.Run(Glyph(mark.Arrow) + "\u00a0" + mark.Word, look.Xml());

    public static string Hex(Colour colour) => colour.Hex[1..];

    private static string Of(WordParts parts, Inline run, WordNotes notes, RunLook look) => run switch
    {
        Words words => WordText.Run(words.Value, look.Xml()),
        Strong strong => Of(parts, strong.Text, notes, look with { Bold = true }),
        Emphasis emphasis => Of(parts, emphasis.Text, notes, look with { Italic = true }),
        LinkInline link => Linked(parts, link, notes, look),
        LineBreak => "<w:r><w:br/></w:r>",
        NoteMark mark => Mark(parts, mark.Key, notes, look),
        RatingRun rating => Rating(rating.Mark, look with { Tint = Hex(rating.Mark.Colour.Tint(TintPercent)) }),
        DirectionRun direction => Direction(direction.Mark, look),
        _ => throw new InvalidOperationException("Every run of text is one of those named at Inline."),
    };

    private static string Linked(WordParts parts, LinkInline link, WordNotes notes, RunLook look)
    {
        var target = look.Linked ? null : link.Target switch
        {
            LinkTarget.Address address => $"r:id=\"{parts.Link(address)}\"",
            LinkTarget.Place place when parts.Bookmarks.NameOf(place.Anchor) is { } name => $"w:anchor=\"{name}\"",
            _ => null,
        };
        return target is null
            ? Of(parts, link.Text, notes, look)
            : $"<w:hyperlink {target} w:history=\"1\">{Of(parts, link.Text, notes, look with { Linked = true })}</w:hyperlink>";
    }

    private static string Mark(WordParts parts, string key, WordNotes notes, RunLook look)
    {
        var mark = WordText.Run(Footnote.MarkOf(key, notes.All), (look with { Linked = false }).Xml());
        var place = notes.All.Select((note, index) => (note.Key, index)).First(note => note.Key == key).index;
        return !look.Linked && notes.Owner is { } owner && parts.Bookmarks.NameOf(Bookmarks.Note(owner, place)) is { } name
            ? $"<w:hyperlink w:anchor=\"{name}\" w:history=\"1\">{mark}</w:hyperlink>"
            : mark;
    }

    private static string Glyph(MarkShape shape) => shape switch
    {
        MarkShape.Circle => "●",
        MarkShape.Diamond => "◆",
        MarkShape.Square => "■",
        MarkShape.Triangle => "▲",
        MarkShape.Star => "★",
        MarkShape.Pentagon => "⬟",
        MarkShape.Ring => "○",
    };

    public static string Glyph(Arrow arrow) => arrow switch
    {
        Arrow.Up => "↑",
        Arrow.Down => "↓",
        Arrow.Level => "→",
        Arrow.Unclear => "~",
    };

    /// <summary>The rating's colour, darkened until the shape can be told from the tint behind it: a letter has no edge of its own.</summary>
    private static string ShapeColour(RatingMark mark)
    {
        var (colour, tint) = (mark.Colour, mark.Colour.Tint(TintPercent));
        while (colour.ContrastWith(tint) < LeastContrast)
        {
            colour = new Colour((byte)(colour.Red * 9 / 10), (byte)(colour.Green * 9 / 10), (byte)(colour.Blue * 9 / 10));
        }

        return Hex(colour);
    }
}
