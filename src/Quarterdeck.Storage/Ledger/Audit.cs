using Dapper;
using Quarterdeck.App.Store;

namespace Quarterdeck.Storage.Ledger;

/// <summary>Computes a chain again from its first change, and everything that hangs on it.</summary>
internal static class Audit
{
    public static async Task<AuditVerdict> Verify(Session session, Engine engine, string organisation)
    {
        var query = new { org = organisation };
        var changes = (await session.Connection.QueryAsync<ChangeRow>(LedgerSql.Changes, query, session.Transaction).ConfigureAwait(false)).ToList();
        var entries = (await session.Connection.QueryAsync<EntryRow>(LedgerSql.Entries, query, session.Transaction).ConfigureAwait(false)).ToLookup(entry => entry.Change);
        var erasures = Erasures.Of(entries.SelectMany(change => change));
        var state = new Dictionary<(string, string), CurrentRow>();
        var previous = Chain.Start;
        var recordedAt = DateTimeOffset.MinValue;
        for (var at = 0; at < changes.Count; at++)
        {
            var change = changes[at];
            List<EntryRow> stated = [.. entries[change.Number]];
            var moment = engine.Moment(change.RecordedAt);
            if (WrongLink(change, at + 1, previous, moment, recordedAt) is { } wrong || (wrong = WrongEntry(stated, state, erasures)) is not null)
            {
                return new AuditVerdict.Broken(at + 1, wrong);
            }

            if (!change.Hash.AsSpan().SequenceEqual(Chain.Hash(change, stated, moment)))
            {
                return new AuditVerdict.Broken(change.Number, "What it says of itself or of its rows is not what its hash was made of: author, reason, moment, or an entry was altered, added or removed.");
            }

            Take(stated, state, erasures);
            previous = change.Hash;
            recordedAt = moment;
        }

        return WrongEnd(changes, await Head(session, query).ConfigureAwait(false), previous, entries)
            ?? WrongState(state.Where(row => row.Key.Item1 != OwnTables.Erased).ToDictionary(), await session.Connection.QueryAsync<CurrentRow>(LedgerSql.Current, query, session.Transaction).ConfigureAwait(false))
            ?? (AuditVerdict)new AuditVerdict.Whole(changes.Count, entries.Sum(change => change.Count()), changes.Count == 0 ? string.Empty : Convert.ToHexStringLower(previous)) { Erased = entries.SelectMany(change => change).Count(entry => Erasures.IsErased(entry) && !Erasures.IsRecord(entry)) };
    }

    private static Task<HeadRow?> Head(Session session, object query) => session.Connection.QuerySingleOrDefaultAsync<HeadRow>(LedgerSql.Head, query, session.Transaction);

    private static string? WrongLink(ChangeRow change, long number, byte[] previous, DateTimeOffset moment, DateTimeOffset before) =>
        change.Number != number ? $"It is missing: the next one kept is change {change.Number}."
        : !change.PreviousHash.AsSpan().SequenceEqual(previous) ? "It does not follow the change before it: the hash it was linked to is another."
        : moment < before ? "It is recorded before the change it follows."
        : null;

    private static string? WrongEntry(List<EntryRow> entries, Dictionary<(string, string), CurrentRow> state, Erasures erasures)
    {
        var versions = new Dictionary<(string, string), long>();
        for (var at = 0; at < entries.Count; at++)
        {
            var entry = entries[at];
            var name = $"{entry.TableName} {entry.RowKey}";
            var key = (entry.TableName, entry.RowKey);
            var before = versions.GetValueOrDefault(key, state.GetValueOrDefault(key)?.Version ?? 0);
            if (entry.Ordinal != at + 1)
            {
                return $"Its entry {at + 1} is missing.";
            }

            if (entry.Version != before + 1)
            {
                return $"Its entry for {name} is version {entry.Version}, and the one before was {before}.";
            }

            versions[key] = entry.Version;
            if (entry.Body is { } body && (entry.Digest is null || !entry.Digest.AsSpan().SequenceEqual(Chain.Digest(entry.Salt ?? [], body))))
            {
                return $"What it says of {name} was altered.";
            }

            if (Erasures.IsErased(entry) && erasures.RecordOf(entry) is null)
            {
                return $"What it said of {name} is gone, and no change says that it was erased.";
            }

            if (entry.Body is not null && erasures.RecordOf(entry) is { } record)
            {
                return $"What it said of {name} was erased by change {record.Change}, and is there again.";
            }
        }

        return null;
    }

    /// <summary>Only of entries known to be as they were written: what an intruder wrote need not even be readable.</summary>
    private static void Take(List<EntryRow> entries, Dictionary<(string, string), CurrentRow> state, Erasures erasures)
    {
        foreach (var entry in entries)
        {
            state[(entry.TableName, entry.RowKey)] = new CurrentRow
            {
                TableName = entry.TableName,
                RowKey = entry.RowKey,
                Version = entry.Version,
                Change = entry.Change,
                Place = entry.Place,
                Body = Erasures.IsRecord(entry) ? null : erasures.Apply(entry, state.GetValueOrDefault((entry.TableName, entry.RowKey))?.Body),
            };
        }
    }

    private static AuditVerdict.Broken? WrongEnd(List<ChangeRow> changes, HeadRow? head, byte[] previous, ILookup<long, EntryRow> entries)
    {
        var last = head?.LastChange ?? 0;
        if (last != changes.Count)
        {
            return new AuditVerdict.Broken(Math.Min(last, changes.Count) + 1, $"{last} changes were written and {changes.Count} are kept.");
        }

        if (head is not null && !head.LastHash.AsSpan().SequenceEqual(previous))
        {
            return new AuditVerdict.Broken(last, "Its hash is not the one noted as the last.");
        }

        return entries.FirstOrDefault(change => change.Key < 1 || change.Key > last) is { } orphan
            ? new AuditVerdict.Broken(orphan.Key, "It has entries and is not there itself.")
            : null;
    }

    /// <summary>Results stated in an earlier version of their encoding may be kept in it or in the latest.</summary>
    private static bool SaysTheSame(CurrentRow row, CurrentRow due) => row.Body == due.Body
        || (row is { TableName: ResultBlock.Table, Body: { } kept } && due.Body is { } written && ResultBlock.SaysTheSame(kept, written));

    private static AuditVerdict.Broken? WrongState(Dictionary<(string, string), CurrentRow> state, IEnumerable<CurrentRow> kept)
    {
        foreach (var row in kept)
        {
            if (!state.Remove((row.TableName, row.RowKey), out var due))
            {
                return new AuditVerdict.Broken(row.Change, $"No change wrote {row.TableName} {row.RowKey}, which is among the current rows.");
            }

            if ((row.Version, row.Change, row.Place) != (due.Version, due.Change, due.Place) || !SaysTheSame(row, due))
            {
                return new AuditVerdict.Broken(due.Change, $"The current row {row.TableName} {row.RowKey} is not what the changes come to. The ledger itself is whole.");
            }
        }

        return state.Values.FirstOrDefault() is { } missing
            ? new AuditVerdict.Broken(missing.Change, $"The current row {missing.TableName} {missing.RowKey} is missing. The ledger itself is whole.")
            : null;
    }
}
