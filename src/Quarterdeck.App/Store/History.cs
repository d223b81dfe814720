namespace Quarterdeck.App.Store;

/// <summary>Who changed which row when and why, before and after.</summary>
public static class History
{
    /// <param name="changes">Every change of the rows in question, in order.</param>
    /// <returns>One record a row and change, in the order recorded.</returns>
    public static IEnumerable<HistoryRecord> Of(IReadOnlyList<RecordedChange> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var state = new Dictionary<(string, string), string?>();
        foreach (var change in changes)
        {
            foreach (var entry in change.Entries)
            {
                var before = state.GetValueOrDefault((entry.Table, entry.Key));
                foreach (var row in RowChange.Of(entry.Table, entry.Key, before, entry.Body))
                {
                    yield return new HistoryRecord(change, row);
                }

                state[(entry.Table, entry.Key)] = Fold.Apply(entry.Table, before, entry.Body);
            }
        }
    }

    /// <summary>Whether a row is about an indicator: is its row, or names it.</summary>
    public static bool IsAbout(RowChange row, string reference)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new[] { row.Before, row.After }.Any(cells =>
            cells is not null && (Names(cells.GetValueOrDefault("ref"), reference) || Names(cells.GetValueOrDefault("refs"), reference)));
    }

    private static bool Names(string? refs, string reference) =>
        refs is not null && refs.Split(';').Contains(reference, StringComparer.Ordinal);
}

/// <summary>One row of one change.</summary>
public sealed record HistoryRecord(RecordedChange Change, RowChange Row);
