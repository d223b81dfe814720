using Quarterdeck.Domain.Packs;

namespace Quarterdeck.Application.Store;

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
                if (entry.Table == SystemTables.Erased)
                {
                    if (Erased(entry.Key) is { } erased)
                    {
                        yield return new HistoryRecord(change, erased);
                    }

                    continue;
                }

                var before = state.GetValueOrDefault((entry.Table, entry.Key));
                if (entry is { IsErased: true, Body: null })
                {
                    yield return new HistoryRecord(
                        change,
                        new RowChange(entry.Table, new RowKey(entry.Key), before is null ? ChangeKind.Added : ChangeKind.Changed, null, Erasing.Nothing));
                    state[(entry.Table, entry.Key)] = entry.Table == ResultBlock.Table ? before : RowBody.Write(Erasing.Nothing);
                    continue;
                }

                foreach (var row in RowChange.Of(entry.Table, entry.Key, before, entry.Body))
                {
                    yield return new HistoryRecord(change, row);
                }

                state[(entry.Table, entry.Key)] = LedgerReplay.Apply(entry.Table, before, entry.Body);
            }
        }
    }

    /// <summary>Whether a row is about an indicator: is its row, or names it.</summary>
    public static bool IsAbout(RowChange row, string reference)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.Kind == ChangeKind.Erased ? row.Key.Text.Contains(reference, StringComparison.Ordinal) : new[] { row.Before, row.After }.Any(cells =>
            cells is not null && (Names(cells.GetValueOrDefault("ref"), reference) || Names(cells.GetValueOrDefault("refs"), reference)));
    }

    /// <summary>The row an erasing speaks of; none where it took away what another had left.</summary>
    private static RowChange? Erased(string key)
    {
        var parts = key.Split('/', 3);
        return parts[0] == SystemTables.Erased ? null : new RowChange(parts[0], new RowKey(parts[2]), ChangeKind.Erased, null, null);
    }

    private static bool Names(string? refs, string reference) =>
        refs is not null && refs.Split(';').Contains(reference, StringComparer.Ordinal);
}

/// <summary>One row of one change.</summary>
public sealed record HistoryRecord(RecordedChange Change, RowChange Row);
