namespace Quarterdeck.Application.Reports;

/// <summary>Small matters of English.</summary>
internal static class Phrases
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
}
