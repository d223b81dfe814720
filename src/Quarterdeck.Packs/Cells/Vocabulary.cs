namespace Quarterdeck.Packs.Cells;

/// <summary>The words of a closed world as packs write them: <c>on-target</c> for OnTarget. Read in any case, with spaces or hyphens.</summary>
public sealed class Vocabulary<T>
    where T : struct, Enum
{
    private readonly Dictionary<string, T> _read = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<T, string> _write = [];

    /// <param name="synonyms">Other words people type for the same.</param>
    public Vocabulary(params (string Word, T Value)[] synonyms)
    {
        ArgumentNullException.ThrowIfNull(synonyms);
        foreach (var value in Enum.GetValues<T>())
        {
            var word = Hyphenated(value.ToString());
            _read[word] = value;
            _write[value] = word;
        }

        foreach (var (word, value) in synonyms)
        {
            _read[word] = value;
        }
    }

    /// <summary>As packs are written, in order.</summary>
    public IReadOnlyList<string> Words => [.. _write.Values];

    public bool TryRead(string text, out T value)
    {
        ArgumentNullException.ThrowIfNull(text);
        return _read.TryGetValue(text.Trim().Replace(' ', '-').Replace('_', '-'), out value);
    }

    public string Write(T value) => _write[value];

    public string? Write(T? value) => value is { } known ? _write[known] : null;

    private static string Hyphenated(string name) =>
        string.Concat(
            name.Select((letter, at) => char.IsAsciiLetterUpper(letter) ? (at == 0 ? string.Empty : "-") + char.ToLowerInvariant(letter) : letter.ToString()));
}
