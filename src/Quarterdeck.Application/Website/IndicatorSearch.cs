using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Quarterdeck.Application.Website;

/// <summary>
/// Finds indicators by words as people type them: accents and capitals do not matter, nor one or many of a thing; a word that is nowhere is taken
/// for the nearest that is; and a reference may be typed in parts. All words of a query must be found.
/// </summary>
public sealed class IndicatorSearch
{
    /// <summary>Shorter words have too many neighbours.</summary>
    private const int ShortestMistyped = 5;

    private const int ShortestTwiceMistyped = 9;

    // The program carries no tables of Unicode, so that it does the same everywhere: these are the letters of Europe's Latin alphabets.
    private const string Accented = "àáâãäåçèéêëìíîïñòóôõöøùúûüýÿāăąćĉċčďđēĕėęěĝğġģĥħĩīĭįıĵķĺļľłńņňōŏőŕŗřśŝşšţťŧũūŭůűųŵŷźżžẁẃẅỳșț";
    private const string Plain = "aaaaaaceeeeiiiinoooooouuuuyyaaaccccddeeeeegggghhiiiiijkllllnnnooorrrsssstttuuuuuuwyzzzwwwyst";

    private readonly FrozenDictionary<string, HashSet<int>> _places;
    private readonly List<string> _references;
    private readonly int _count;

    /// <param name="texts">What each indicator is found by: its reference, and every text about it.</param>
    /// <param name="synonyms">Groups of words that mean the same: what is found by one of a group is found by all of it.</param>
    public IndicatorSearch(
        IEnumerable<(string Reference, IEnumerable<string?> Texts)> texts, IReadOnlyList<IReadOnlyList<string>>? synonyms = null)
    {
        var groups = (synonyms ?? []).Select(group => group.Select(phrase => string.Join(' ', Words(phrase))).ToList()).ToList();
        var places = new Dictionary<string, HashSet<int>>(StringComparer.Ordinal);
        _references = [];
        foreach (var (reference, about) in texts)
        {
            var place = _references.Count;
            _references.Add(string.Concat(Words(reference)));
            foreach (var word in about.OfType<string>().Append(reference).SelectMany(text => WithSynonyms([.. Words(text)], groups)))
            {
                (places.TryGetValue(word, out var known) ? known : places[word] = []).Add(place);
            }
        }

        (_places, _count) = (places.ToFrozenDictionary(StringComparer.Ordinal), _references.Count);
    }

    /// <summary>The places of the indicators that have every word.</summary>
    /// <param name="query">As typed.</param>
    /// <param name="isAnyEnough">Whether, in place of every word, those that have most of them are found.</param>
    public IReadOnlyCollection<int> Find(string query, bool isAnyEnough = false)
    {
        var words = Words(query).ToList();
        if (words.Count == 0)
        {
            return [.. Enumerable.Range(0, _count)];
        }

        var reference = string.Concat(words);
        if ((words.Count > 1 || reference.Any(char.IsDigit)) && _references.IndexOf(reference) is >= 0 and var exact)
        {
            return [exact];
        }

        var counts = words.SelectMany(Having).CountBy(place => place).ToList();
        var least = isAnyEnough ? counts.Select(count => count.Value).DefaultIfEmpty().Max() : words.Count;
        return [.. counts.Where(count => count.Value == least).Select(count => count.Key)];
    }

    private static IEnumerable<string> WithSynonyms(List<string> words, List<List<string>> groups)
    {
        var text = $" {string.Join(' ', words)} ";
        return words.Concat(groups
            .Where(group => group.Exists(phrase => text.Contains($" {phrase} ", StringComparison.Ordinal)))
            .SelectMany(group => group.SelectMany(phrase => phrase.Split(' '))));
    }

    /// <summary>The words of a text in small letters without accents; what stands between them is left out.</summary>
    internal static IEnumerable<string> Words(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (char.IsLetterOrDigit(letter) || letter is '.')
            {
                var small = char.ToLowerInvariant(letter);
                folded.Append(Accented.IndexOf(small, StringComparison.Ordinal) is >= 0 and var place ? Plain[place] : small);
            }
            else if (letter is not ('\'' or '\u2019') && CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            {
                folded.Append(' ');
            }
        }

        return folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim('.')).Where(word => word.Length > 0);
    }

    /// <summary>Those with a word that begins so; else, with one of the same stem; else, with the nearest word.</summary>
    private HashSet<int> Having(string word)
    {
        var found = Places(known => known.StartsWith(word, StringComparison.Ordinal));
        if (found.Count == 0 && Stem(word) is var stem && stem.Length < word.Length)
        {
            found = Places(known => known.StartsWith(stem, StringComparison.Ordinal));
        }

        for (var typos = 1; found.Count == 0 && typos <= Forgiven(word); typos++)
        {
            found = Places(known => Math.Abs(known.Length - word.Length) <= typos && Distance(known, word, typos) <= typos);
        }

        return found;
    }

    private static int Forgiven(string word) => word.Any(char.IsDigit) || word.Length < ShortestMistyped ? 0 : word.Length < ShortestTwiceMistyped ? 1 : 2;

    private HashSet<int> Places(Func<string, bool> fits)
    {
        var found = new HashSet<int>();
        foreach (var (known, places) in _places)
        {
            if (fits(known))
            {
                found.UnionWith(places);
            }
        }

        return found;
    }

    /// <summary>Without the endings of many things.</summary>
    private static string Stem(string word) => word switch
    {
        _ when word.Length > 4 && word.EndsWith("ies", StringComparison.Ordinal) => word[..^3],
        _ when word.Length > 4 && word.EndsWith("es", StringComparison.Ordinal) => word[..^2],
        _ when word.Length > 3 && word.EndsWith('s') => word[..^1],
        _ when word.Length > 3 && word.EndsWith('y') => word[..^1],
        _ => word,
    };

    /// <summary>Letters to put in, take out, change or swap to make one of the other (Damerau and Levenshtein, swaps of neighbours only).</summary>
    private static int Distance(string one, string other, int most)
    {
        var rows = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            var least = int.MaxValue;
            for (var j = 0; j <= other.Length; j++)
            {
                rows[i, j] = i == 0 || j == 0 ? i + j
                    : Math.Min(
                        Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1,
                        rows[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                {
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
                }

                least = Math.Min(least, rows[i, j]);
            }

            if (least > most)
            {
                return least;
            }
        }

        return rows[one.Length, other.Length];
    }
}
