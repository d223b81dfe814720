using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Markdown;

/// <summary>
/// Reads the runs of a line: <c>**bold**</c> and <c>[words](address)</c>. Anything else is what it is, and a link that leads
/// nowhere safe is its words.
/// </summary>
internal static class MarkdownInlines
{
    private const string Bold = "**";

    public static RichText Read(string text)
    {
        var runs = new List<Inline>();
        var plain = 0;
        for (var at = 0; at < text.Length;)
        {
            var (found, end) = text[at] switch
            {
                '*' => BoldAt(text, at),
                '[' => LinkAt(text, at),
                _ => (null, 0),
            };
            if (found is null)
            {
                at++;
                continue;
            }

            Plain(runs, text[plain..at]);
            runs.AddRange(found.Runs);
            (at, plain) = (end, end);
        }

        Plain(runs, text[plain..]);
        return new RichText(runs);
    }

    private static (RichText? Found, int End) BoldAt(string text, int at)
    {
        if (string.CompareOrdinal(text, at, Bold, 0, Bold.Length) != 0)
        {
            return (null, 0);
        }

        var start = at + Bold.Length;
        var close = text.IndexOf(Bold, start, StringComparison.Ordinal);
        if (close <= start || char.IsWhiteSpace(text[start]) || char.IsWhiteSpace(text[close - 1]))
        {
            return (null, 0);
        }

        return (new Strong(Read(text[start..close])), close + Bold.Length);
    }

    private static (RichText? Found, int End) LinkAt(string text, int at)
    {
        var close = text.IndexOf(']', at);
        if (close <= at + 1 || close + 1 >= text.Length || text[close + 1] != '(' || EndOfAddress(text, close + 2) is not { } end)
        {
            return (null, 0);
        }

        var words = Read(text[(at + 1)..close]);
        return LinkTarget.Parse(text[(close + 2)..end]) is { } target
            ? (new LinkInline(target, words), end + 1)
            : (words, end + 1);
    }

    /// <summary>The bracket that closes an address, which may hold pairs of its own.</summary>
    private static int? EndOfAddress(string text, int start)
    {
        var open = 0;
        for (var at = start; at < text.Length; at++)
        {
            switch (text[at])
            {
                case '(':
                    open++;
                    break;
                case ')' when open == 0:
                    return at;
                case ')':
                    open--;
                    break;
                case ' ' or '\n':
                    return null;
            }
        }

        return null;
    }

    private static void Plain(List<Inline> runs, string words)
    {
        if (words.Length > 0)
        {
            runs.Add(new Words(words));
        }
    }
}
