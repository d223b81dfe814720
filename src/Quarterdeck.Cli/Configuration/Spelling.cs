namespace Quarterdeck.Cli.Configuration;

/// <summary>What somebody may have meant.</summary>
internal static class Spelling
{
    private const int MostWrong = 3;

    /// <summary>A sentence: the name that was meant, if one is near, or all there are.</summary>
    public static string Advice(string typed, IEnumerable<string> names)
    {
        var all = names.ToList();
        var nearest = all.MinBy(name => Distance(typed, name))!;
        return Distance(typed, nearest) <= MostWrong ? $"Did you mean '{nearest}'?" : $"Take it out; there are {string.Join(", ", all)}.";
    }

    /// <summary>How many letters must be put in, taken out or changed to make one word the other.</summary>
    private static int Distance(string one, string two)
    {
        var row = Enumerable.Range(0, two.Length + 1).ToArray();
        for (var at = 1; at <= one.Length; at++)
        {
            var (before, next) = (row[0], at);
            row[0] = at;
            for (var place = 1; place <= two.Length; place++)
            {
                next = Math.Min(Math.Min(row[place] + 1, row[place - 1] + 1), before + (char.ToUpperInvariant(one[at - 1]) == char.ToUpperInvariant(two[place - 1]) ? 0 : 1));
                (before, row[place]) = (row[place], next);
            }
        }

        return row[^1];
    }
}
