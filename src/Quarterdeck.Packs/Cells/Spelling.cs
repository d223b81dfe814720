namespace Quarterdeck.Packs.Cells;

/// <summary>Guesses which known word a mistyped one was meant to be, for a remedy; nothing is ever read by guess.</summary>
public static class Spelling
{
    private const int MostWords = 2_000;

    /// <summary>The known word at most two slips away, or the same but for case; null when none is near.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="known">The words it may have been; of two equally near the first.</param>
    public static string? Nearest(string typed, IEnumerable<string> known)
    {
        ArgumentNullException.ThrowIfNull(typed);
        ArgumentNullException.ThrowIfNull(known);
        string? nearest = null;
        var least = typed.Length > 3 ? 3 : 2;
        foreach (var word in known.Take(MostWords))
        {
            if (string.Equals(word, typed, StringComparison.OrdinalIgnoreCase))
            {
                return word;
            }

            if (Math.Abs(word.Length - typed.Length) < least && Slips(word, typed) is var slips && slips < least)
            {
                (nearest, least) = (word, slips);
            }
        }

        return nearest;
    }

    /// <summary>Letters to insert, delete or replace to make one of the other.</summary>
    private static int Slips(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (one[i - 1] == other[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[other.Length];
    }
}
