using System.Text;
using Quarterdeck.Application.Store;

namespace Quarterdeck.Storage.Ledger;

/// <summary>Compares the current rows with what the entries come to, row by row in the order of their keys.</summary>
internal static class AuditState
{
    /// <summary>The first row that is another; null when none is.</summary>
    public static async Task<AuditVerdict.Broken?> WrongAsync(AuditRows rows, Erasures erasures, CancellationToken cancellationToken)
    {
        await using var kept = await LookAheadEnumerator<CurrentRow>.OfAsync(rows.KeptAsync(), cancellationToken).ConfigureAwait(false);
        await using var entries = await LookAheadEnumerator<EntryRow>.OfAsync(rows.ByRowAsync(), cancellationToken).ConfigureAwait(false);
        for (; ; )
        {
            while (entries.Next is { } record && Erasures.IsRecord(record))
            {
                await entries.TakeAsync().ConfigureAwait(false);
            }

            if (kept.Next is null && entries.Next is null)
            {
                return null;
            }

            var order = Order(kept.Next, entries.Next);
            if (order < 0)
            {
                return new AuditVerdict.Broken(
                    kept.Next!.Change,
                    $"No change wrote {kept.Next.TableName} {kept.Next.RowKey}, which is among the current rows.");
            }

            var (due, held, twice) = await DueAsync(entries, erasures).ConfigureAwait(false);
            if (twice is not null || order > 0)
            {
                return twice ?? new AuditVerdict.Broken(due.Change, $"The current row {due.TableName} {due.RowKey} is missing. The ledger itself is complete.");
            }

            var row = kept.Next!;
            if ((row.Version, row.Change, row.Place) != (due.Version, due.Change, due.Place)
                || !SaysTheSame(row, row.Body ?? (row.Version == 1 ? held : null), due.Body))
            {
                return new AuditVerdict.Broken(
                    due.Change,
                    $"The current row {row.TableName} {row.RowKey} is not the result of the changes. The ledger itself is complete.");
            }

            await kept.TakeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>What the next row's entries come to, the text of the first, and what is wrong with their versions.</summary>
    private static async Task<(CurrentRow Due, string? Held, AuditVerdict.Broken? Wrong)> DueAsync(LookAheadEnumerator<EntryRow> entries, Erasures erasures)
    {
        var first = entries.Next!;
        var due = new CurrentRow();
        AuditVerdict.Broken? wrong = null;
        while (entries.Next is { } entry && entry.TableName == first.TableName && entry.RowKey == first.RowKey)
        {
            wrong ??= entry.Version == due.Version + 1 ? null : new AuditVerdict.Broken(entry.Change, Audit.WrongVersion(entry, due.Version));
            due = new CurrentRow
            {
                TableName = entry.TableName,
                RowKey = entry.RowKey,
                Version = entry.Version,
                Change = entry.Change,
                Place = entry.Place,
                Body = erasures.Apply(entry, due.Body)
            };
            await entries.TakeAsync().ConfigureAwait(false);
        }

        return (due, first.Body, wrong);
    }

    /// <summary>Results stated in an earlier version of their encoding may be kept in it or in the latest.</summary>
    private static bool SaysTheSame(CurrentRow row, string? kept, string? due) =>
        kept == due || (row.TableName == ResultBlock.Table && kept is not null && due is not null && ResultBlock.SaysTheSame(kept, due));

    /// <summary>As both engines order keys: by their bytes.</summary>
    private static int Order(CurrentRow? row, EntryRow? entry)
    {
        if (row is null || entry is null)
        {
            return row is null ? 1 : -1;
        }

        return row.TableName == entry.TableName && row.RowKey == entry.RowKey ? 0
            : Order(row.TableName, entry.TableName) is var order and not 0 ? order
            : Order(row.RowKey, entry.RowKey);
    }

    private static int Order(string one, string other) => Encoding.UTF8.GetBytes(one).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(other));
}
