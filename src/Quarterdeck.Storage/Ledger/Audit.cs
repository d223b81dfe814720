using Quarterdeck.Application.Store;

namespace Quarterdeck.Storage.Ledger;

/// <summary>Computes a chain again from its first change, and everything that hangs on it, without holding more than a few rows of it.</summary>
internal sealed class Audit
{
    private readonly AuditRows _rows;
    private readonly Erasures _erasures;
    private readonly SqlDialect _engine;
    private long _entries;
    private long _erased;

    private Audit(AuditRows rows, Erasures erasures, SqlDialect engine) => (_rows, _erasures, _engine) = (rows, erasures, engine);

    public static async Task<AuditVerdict> VerifyAsync(DbSession session, SqlDialect engine, string organisation)
    {
        await engine.GoByKeysAsync(session).ConfigureAwait(false);
        var (rows, erasures) = (new AuditRows(session, organisation), await Erasures.LoadAsync(session, organisation).ConfigureAwait(false));
        var verdict = await new Audit(rows, erasures, engine).ChainedAsync(session.Stop).ConfigureAwait(false);
        return verdict is AuditVerdict.Whole ? await AuditState.WrongAsync(rows, erasures, session.Stop).ConfigureAwait(false) ?? verdict : verdict;
    }

    public static string WrongVersion(EntryRow entry, long before) =>
        $"Its entry for {Name(entry)} is version {entry.Version}, and the one before was {before}.";

    /// <summary>The changes in order, each with its entries.</summary>
    private async Task<AuditVerdict> ChainedAsync(CancellationToken cancellationToken)
    {
        await using var entries = await LookAheadEnumerator<EntryRow>.OfAsync(_rows.RecordedAsync(), cancellationToken).ConfigureAwait(false);
        var orphan = entries.Next is { Change: < 1 } early ? early : null;
        while (entries.Next is { Change: < 1 })
        {
            await entries.TakeAsync().ConfigureAwait(false);
        }

        var (count, previous, recordedAt) = (0L, Chain.Start, DateTimeOffset.MinValue);
        await foreach (var change in _rows.ChangesAsync().WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            count++;
            var moment = _engine.Moment(change.RecordedAt);
            if (WrongLink(change, count, previous, moment, recordedAt) is { } unlinked)
            {
                return new AuditVerdict.Broken(count, unlinked);
            }

            var (hash, wrong) = await HashAsync(change, moment, entries).ConfigureAwait(false);
            if (wrong is not null)
            {
                return new AuditVerdict.Broken(count, wrong);
            }

            if (!change.Hash.AsSpan().SequenceEqual(hash))
            {
                return new AuditVerdict.Broken(
                    change.Number,
                    "Its content does not match its hash: its author, reason or time was altered, or an entry was altered, added or removed.");
            }

            (previous, recordedAt) = (change.Hash, moment);
        }

        return WrongEnd(count, await _rows.HeadAsync().ConfigureAwait(false), previous, orphan ?? entries.Next)
            ?? (AuditVerdict)new AuditVerdict.Whole(count, _entries, count == 0 ? string.Empty : Convert.ToHexStringLower(previous)) { Erased = _erased };
    }

    /// <summary>Takes the entries of a change.</summary>
    /// <returns>The hash the change should have; or what is wrong with an entry.</returns>
    private async Task<(byte[] Hash, string? Wrong)> HashAsync(ChangeRow change, DateTimeOffset moment, LookAheadEnumerator<EntryRow> entries)
    {
        using var text = Chain.Begin(change, moment);
        for (var ordinal = 1L; entries.Next is { } entry && entry.Change == change.Number; ordinal++)
        {
            if (await WrongAsync(entry, ordinal).ConfigureAwait(false) is { } wrong)
            {
                return ([], wrong);
            }

            Chain.Add(text, entry.Ordinal, entry.TableName, entry.RowKey, entry.Version, entry.Place, entry.Digest);
            _entries++;
            _erased += Erasures.IsErased(entry) && !Erasures.IsRecord(entry) ? 1 : 0;
            await entries.TakeAsync().ConfigureAwait(false);
        }

        return (text.Hash(), null);
    }

    private static string? WrongLink(ChangeRow change, long number, byte[] previous, DateTimeOffset moment, DateTimeOffset before) =>
        change.Number != number ? $"It is missing: the next one kept is change {change.Number}."
        : !change.PreviousHash.AsSpan().SequenceEqual(previous) ? "It does not follow the change before it: it is linked to another hash."
        : moment < before ? "It is recorded before the change it follows."
        : null;

    private async Task<string?> WrongAsync(EntryRow entry, long ordinal)
    {
        return entry.Ordinal != ordinal ? $"Its entry {ordinal} is missing."
            : entry.Follows == 0 ? WrongVersion(entry, await _rows.BeforeAsync(entry).ConfigureAwait(false))
            : entry.Body is { } body && (entry.Digest is null || !entry.Digest.AsSpan().SequenceEqual(Chain.Digest(entry.Salt ?? [], body)))
                ? $"Its text for {Name(entry)} was altered."
            : Erasures.IsErased(entry) && _erasures.RecordOf(entry) is null
                ? $"Its text for {Name(entry)} is missing, and no change records that it was erased."
            : entry.Body is not null && _erasures.RecordOf(entry) is { } record
                ? $"Its text for {Name(entry)} was erased by change {record.Change}, and is there again."
            : null;
    }

    private static string Name(EntryRow entry) => $"{entry.TableName} {entry.RowKey}";

    private static AuditVerdict.Broken? WrongEnd(long count, HeadRow? head, byte[] previous, EntryRow? orphan)
    {
        var last = head?.LastChange ?? 0;
        return last != count ? new AuditVerdict.Broken(Math.Min(last, count) + 1, $"{last} changes were written and {count} are kept.")
            : head is not null && !head.LastHash.AsSpan().SequenceEqual(previous)
                ? new AuditVerdict.Broken(last, "Its hash is not the one recorded as the last.")
            : orphan is not null ? new AuditVerdict.Broken(orphan.Change, "It is missing, but its entries exist.")
            : null;
    }
}
