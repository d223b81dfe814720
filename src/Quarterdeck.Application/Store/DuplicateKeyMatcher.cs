using System.Globalization;
using Quarterdeck.Domain.Packs;

namespace Quarterdeck.Application.Store;

/// <summary>
/// Rows that share a name are told apart by their count. When one of them goes, the others must not be taken for their neighbours:
/// each row of a pack gets the key of the stored row that says the same, then what is left pairs up in order.
/// </summary>
internal static class DuplicateKeyMatcher
{
    /// <param name="asked">The rows of one table of a pack, in order.</param>
    /// <param name="held">The keys and bodies of the rows stored in that table.</param>
    public static IReadOnlyList<PackRow> Matched(IReadOnlyList<PackRow> asked, IReadOnlyList<StoredRow> held)
    {
        var names = asked.Select(row => row.Key.Text).Concat(held.Select(row => row.Key)).ToHashSet(StringComparer.Ordinal);
        var stored = held.ToLookup(row => NameOf(row.Key, names));
        var keys = new Dictionary<PackRow, RowKey>(ReferenceEqualityComparer.Instance);
        foreach (var family in asked.GroupBy(row => NameOf(row.Key.Text, names)))
        {
            Match(new RowKey(family.Key), [.. family], [.. stored[family.Key]], keys);
        }

        return [.. asked.Select(row => keys[row] == row.Key ? row : row with { Key = keys[row] })];
    }

    private static void Match(RowKey name, List<PackRow> asked, List<StoredRow> held, Dictionary<PackRow, RowKey> keys)
    {
        if (asked.Count == 1 && held.Count == 0)
        {
            keys[asked[0]] = asked[0].Key;
            return;
        }

        // One for one: whether they say the same or not.
        if (asked.Count == 1 && held.Count == 1)
        {
            keys[asked[0]] = new RowKey(held[0].Key);
            return;
        }

        var free = held.ToDictionary(row => row.Key, row => RowBody.Read(row.Body!));
        foreach (var row in asked)
        {
            if (free.FirstOrDefault(stored => PackRow.SaysTheSame(stored.Value, row.Cells)).Key is { } key)
            {
                keys[row] = new RowKey(key);
                free.Remove(key);
            }
        }

        var left = new Queue<string>(held.Select(row => row.Key).Where(free.ContainsKey));
        var taken = held.Select(row => row.Key).ToHashSet(StringComparer.Ordinal);
        var count = 0;
        foreach (var row in asked.Where(row => !keys.ContainsKey(row)))
        {
            if (!left.TryDequeue(out var key))
            {
                do
                {
                    key = name.Repeated(++count).Text;
                }
                while (!taken.Add(key));
            }

            keys[row] = new RowKey(key);
        }
    }

    /// <summary>The key without its count, where it has one.</summary>
    private static string NameOf(string key, HashSet<string> names)
    {
        var bar = key.LastIndexOf('|');
        return bar > 0
            && int.TryParse(key.AsSpan(bar + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && count > 1
            && names.Contains(key[..bar]) ? key[..bar] : key;
    }
}
