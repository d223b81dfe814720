using System.Globalization;
using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Word;

/// <summary>
/// The bookmarks of a document. Word takes names of up to 40 letters, digits and underscores, and does not tell capitals
/// from small letters; anchors are longer and finer, so each gets a name that is like it and belongs to it alone.
/// </summary>
internal sealed class Bookmarks
{
    private const int Longest = 40;

    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _placed = new(StringComparer.Ordinal);

    public Bookmarks(Document document)
    {
        foreach (var anchor in document.AllBlocks().SelectMany(AnchorsOf))
        {
            if (!_names.ContainsKey(anchor.Id))
            {
                _names.Add(anchor.Id, Fresh(anchor.Id));
            }
        }
    }

    /// <summary>The anchor of a note at a place among its fellows, from 0.</summary>
    public static Anchor Note(Anchor owner, int place) => owner.Part(string.Create(CultureInfo.InvariantCulture, $"note-{place + 1}"));

    /// <summary>The name to link to; null when nothing in the document has that anchor.</summary>
    public string? NameOf(Anchor anchor) => _names.GetValueOrDefault(anchor.Id);

    /// <summary>Content with the bookmark around it; the first of several with the same anchor has it.</summary>
    public string Around(Anchor? anchor, string content)
    {
        if (anchor is null || NameOf(anchor) is not { } name || !_placed.Add(anchor.Id))
        {
            return content;
        }

        var id = _placed.Count.ToString(CultureInfo.InvariantCulture);
        return $"<w:bookmarkStart w:id=\"{id}\" w:name=\"{name}\"/>{content}<w:bookmarkEnd w:id=\"{id}\"/>";
    }

    private static IEnumerable<Anchor> AnchorsOf(Block block) => block switch
    {
        Section section => section.Footnotes.Select((_, place) => Note(section.Id, place)).Prepend(section.Id),
        Table table => AnchorsOf(table),
        ChartBlock chart => (chart.Figures is { } figures ? AnchorsOf(figures) : []).Prepend(chart.Chart.Id),
        _ => [],
    };

    private static IEnumerable<Anchor> AnchorsOf(Table table) =>
        table.Rows.Select(row => row.Id).OfType<Anchor>().Concat(table.Footnotes.Select((_, place) => Note(table.Id, place))).Prepend(table.Id);

    private string Fresh(string id)
    {
        var name = string.Concat(id.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_'));
        if (name.Length <= Longest && _taken.Add(name))
        {
            return name;
        }

        var number = (_names.Count + 1).ToString(CultureInfo.InvariantCulture);
        var shortened = name[..Math.Min(name.Length, Longest - number.Length - 1)] + "_" + number;
        return _taken.Add(shortened) ? shortened : Fresh(shortened);
    }
}
