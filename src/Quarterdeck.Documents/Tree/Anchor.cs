using System.Globalization;
using System.Text;

namespace Quarterdeck.Documents.Tree;

/// <summary>A place that can be linked to. Made from the data's own names, so that it is the same in every edition.</summary>
public sealed record Anchor
{
    private Anchor(string id) => Id = id;

    /// <summary>Letters, digits, hyphens and underscores, starting with a letter.</summary>
    public string Id { get; }

    /// <summary>
    /// The anchor of a kind of thing and the names of one of them: <c>Of("indicator", "CS01a")</c>. Different names give
    /// different anchors: a character that an id cannot hold is written as its code, and a space as a hyphen.
    /// </summary>
    /// <exception cref="ArgumentException">The kind is not lower-case letters.</exception>
    public static Anchor Of(string kind, params ReadOnlySpan<string> names)
    {
        if (kind.Length == 0 || !kind.All(char.IsAsciiLetterLower))
        {
            throw new ArgumentException($"'{kind}' is not a kind of anchor: use lower-case letters.", nameof(kind));
        }

        var id = new StringBuilder(kind);
        foreach (var name in names)
        {
            id.Append('-');
            foreach (var letter in name)
            {
                Append(id, letter);
            }
        }

        return new Anchor(id.ToString());
    }

    /// <summary>An anchor that belongs to this one: the caption of a table, the title of a chart.</summary>
    public Anchor Part(string part) => new($"{Id}--{part}");

    public override string ToString() => Id;

    private static void Append(StringBuilder id, char letter)
    {
        if (char.IsAsciiLetterOrDigit(letter))
        {
            id.Append(letter);
        }
        else if (letter == ' ')
        {
            id.Append('-');
        }
        else
        {
            id.Append('_').Append(((int)letter).ToString("x4", CultureInfo.InvariantCulture));
        }
    }
}
