using System.Globalization;

namespace Quarterdeck.Documents.Tree;

/// <summary>A note to what it belongs to. Its mark is given by its place, never typed.</summary>
/// <param name="Key">What cells, columns and runs refer to it by; unique in its table or section.</param>
/// <param name="Text">What it says.</param>
public sealed record Footnote(string Key, RichText Text)
{
    /// <summary>The mark of the note at this place, from 0: <c>[1]</c>, <c>[2]</c>. Two marks side by side cannot be read as a third.</summary>
    public static string Mark(int place) => string.Create(CultureInfo.InvariantCulture, $"[{place + 1}]");

    /// <summary>The mark of the note with this key among its fellows.</summary>
    /// <exception cref="ArgumentException">No note has that key: a bug in what made the document.</exception>
    public static string MarkOf(string key, IReadOnlyList<Footnote> notes)
    {
        for (var place = 0; place < notes.Count; place++)
        {
            if (notes[place].Key == key)
            {
                return Mark(place);
            }
        }

        throw new ArgumentException($"No footnote has the key '{key}'.", nameof(key));
    }
}
