namespace Quarterdeck.Application.Store;

/// <summary>
/// Gives rows places that rise in the order wanted while as few as possible change theirs: what is put between two rows
/// changes neither.
/// </summary>
internal static class SortOrders
{
    private const long Gap = 1024;

    /// <param name="held">The place each row has, in the order wanted; null for a new one.</param>
    /// <returns>A place for each, rising.</returns>
    public static IReadOnlyList<long> For(IReadOnlyList<long?> held)
    {
        var kept = LongestRising(held);
        var places = new long[held.Count];
        var low = 0L;
        var start = 0;
        foreach (var at in kept.Append(held.Count))
        {
            var high = at < held.Count ? held[at]!.Value : low + (Gap * (at - start + 1));
            if (high - low <= at - start)
            {
                // No room between two neighbours, which happens after very many insertions at one spot.
                return [.. held.Select((_, place) => Gap * (place + 1))];
            }

            for (var row = start; row < at; row++)
            {
                places[row] = low + ((high - low) / (at - start + 1) * (row - start + 1));
            }

            if (at < held.Count)
            {
                places[at] = high;
            }

            low = high;
            start = at + 1;
        }

        return places;
    }

    /// <summary>Where in the list the longest run of rising places stands.</summary>
    private static List<int> LongestRising(IReadOnlyList<long?> held)
    {
        var ends = new List<int>();
        var before = new int[held.Count];
        for (var at = 0; at < held.Count; at++)
        {
            if (held[at] is not { } place || place <= 0)
            {
                continue;
            }

            var low = 0;
            var high = ends.Count;
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (held[ends[middle]] < place)
                {
                    low = middle + 1;
                }
                else
                {
                    high = middle;
                }
            }

            before[at] = low == 0 ? -1 : ends[low - 1];
            if (low == ends.Count)
            {
                ends.Add(at);
            }
            else
            {
                ends[low] = at;
            }
        }

        var run = new List<int>();
        for (var at = ends.Count == 0 ? -1 : ends[^1]; at >= 0; at = before[at])
        {
            run.Add(at);
        }

        run.Reverse();
        return run;
    }
}
