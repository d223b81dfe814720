using System.Diagnostics.CodeAnalysis;

namespace Quarterdeck.Interchange.Values;

/// <summary>A closed list of words for the values of a column, read in any case, with spaces, hyphens or underscores alike.</summary>
public sealed class Vocabulary<T>
    where T : struct
{
    private readonly Dictionary<string, T> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<T, string> _words = [];

    /// <param name="entries">The first word of a value is the one written.</param>
    public Vocabulary(params ReadOnlySpan<(string Word, T Value)> entries)
    {
        foreach (var (word, value) in entries)
        {
            _values.Add(word, value);
            _words.TryAdd(value, word);
        }
    }

    /// <summary>The words written, for messages and the reference.</summary>
    public string Known => string.Join(", ", _words.Values);

    public bool TryRead(string text, [MaybeNullWhen(false)] out T value) => _values.TryGetValue(Normal(text), out value);

    public string Word(T value) => _words[value];

    private static string Normal(string text) =>
        string.Join('-', text.Trim().ToLowerInvariant().Split([' ', '_', '-', '\u00A0'], StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } words ? words : text.Trim();
}
