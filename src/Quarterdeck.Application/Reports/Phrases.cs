namespace Quarterdeck.Application.Reports;

/// <summary>Small matters of English.</summary>
internal static partial class Phrases
{
    /// <summary><c>a</c>, <c>a and b</c>, <c>a, b and c</c>.</summary>
    public static string Joined(IEnumerable<string> words)
    {
        var all = words.ToList();
        return all.Count switch
        {
            0 => string.Empty,
            1 => all[0],
            _ => $"{string.Join(", ", all[..^1])} and {all[^1]}",
        };
    }

    /// <summary>With a capital first letter.</summary>
    public static string Sentence(string words) => words.Length == 0 ? words : string.Concat(words[..1].ToUpperInvariant(), words.AsSpan(1));

    /// <summary>The first sentence of a text.</summary>
    public static string FirstSentence(string text) => SentenceEnd().Split(text.Trim(), 2)[0];

    [System.Text.RegularExpressions.GeneratedRegex(@"(?<=[a-z0-9)%]{2}[.!?])\s+(?=[A-Z])|\r?\n")]
    private static partial System.Text.RegularExpressions.Regex SentenceEnd();
}
