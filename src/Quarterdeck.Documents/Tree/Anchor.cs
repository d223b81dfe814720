using System.Globalization;
using System.Text;

namespace Quarterdeck.Documents.Tree;

/// <summary>A place that can be linked to. Made from the data's own names, so that it is the same in every edition.</summary>
public sealed record Anchor
{
    private Anchor(string id) => Id = id;

    /// <summary>Starts with a letter; holds letters, digits and <c>- _ . :</c>, so it needs no encoding in an address.</summary>
    public string Id { get; }

    /// <summary>
    /// The anchor of a kind of thing and the names of one of them: <c>Of("indicator", "CS01a")</c>. Different names always
    /// give different anchors: a space is written as an underscore, and what an id should not hold as a dot and its code.
    /// </summary>
    /// <exception cref="ArgumentException">The kind is not lower-case letters.</exception>
    public static Anchor Of(string kind, params ReadOnlySpan<string> names)
    {
        if (kind.Length == 0 || !kind.All(char.IsAsciiLetterLower))
        {
            throw new ArgumentException($"'{kind}' is not a kind of anchor: use lower-case letters.", nameof(kind));
        }

        var id = new StringBuilder(kind);
        for (var index = 0; index < names.Length; index++)
        {
            id.Append(index == 0 ? '-' : ':');
            foreach (var letter in names[index])
            {
                Append(id, letter);
            }
        }

        return new Anchor(id.ToString());
    }

    /// <summary>An anchor that belongs to this one: the caption of a table, the title of a chart.</summary>
    /// <remarks>A name never holds two dots in a row, so no anchor of another thing is the same.</remarks>
    public Anchor Part(string part) => new($"{Id}..{part}");

    public override string ToString() => Id;

    private static void Append(StringBuilder id, char letter)
    {
        if (char.IsAsciiLetterOrDigit(letter) || letter == '-')
        {
            id.Append(letter);
        }
        else if (letter == ' ')
        {
            id.Append('_');
        }
        else
        {
            id.Append('.').Append(((int)letter).ToString("x4", CultureInfo.InvariantCulture));
        }
    }
}
