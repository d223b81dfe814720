using Dapper;
using Quarterdeck.Application.Store;

namespace Quarterdeck.Storage.Ledger;

/// <summary>Erases what entries said, in the same transaction as the change that says so. What is in force stays what it is.</summary>
internal sealed class Eraser(SqlDialect engine, TimeProvider clock, DbSession session, Erasing erasing)
{
    public async Task<(EraseOutcome Outcome, bool Commit)> EraseAsync()
    {
        if (SystemTables.Has(erasing.Table) && !SystemTables.IsOfDesk(erasing.Table))
        {
            return Refused($"The table {erasing.Table} is the record itself: what was published, or erased.");
        }

        var head = await session.Connection.QuerySingleOrDefaultAsync<HeadRow>(engine.HeadForWriting, new { org = erasing.Organisation }, session.Transaction)
            .ConfigureAwait(false);
        var erasures = await Erasures.LoadAsync(session, erasing.Organisation).ConfigureAwait(false);
        var entries = (await session.Connection.QueryAsync<EntryRow>(
            LedgerSql.EntriesOfRow,
            new { org = erasing.Organisation, table = erasing.Table, key = erasing.Key },
            session.Transaction).ConfigureAwait(false)).ToList();
        if (head is null || entries.Count == 0)
        {
            return Refused($"The table {erasing.Table} never had a row {erasing.Key}. 'quarterdeck audit show' lists tables and keys.");
        }

        List<Erasable> chosen = [
            .. entries.Where(entry => erasing.Version is null || entry.Version == erasing.Version).Select(entry => Of(entry, erasures)).OfType<Erasable>()
        ];
        if (chosen.Count == 0)
        {
            return Refused($"There is nothing to erase in {Name}: those cells were never filled, or are erased already.");
        }

        if (erasing.Version is null)
        {
            chosen.RemoveAll(each => !Keeps(entries, erasures, [each]));
        }

        return chosen.Count == 0 || !Keeps(entries, erasures, chosen)
            ? Refused($"What {Name} says is current. First import a pack in which the text is replaced or the row is missing. Then erase the earlier text.")
            : erasing.IsDryRun ? (new EraseOutcome.Erased(0, clock.GetUtcNow(), [.. chosen.Select(each => each.Entry.Version)], string.Empty), false)
            : await WriteAsync(head, chosen).ConfigureAwait(false);
    }

    private string Name => erasing.Version is { } version ? $"{erasing.Table} {erasing.Key} in version {version}" : $"{erasing.Table} {erasing.Key}";

    private static (EraseOutcome, bool) Refused(string why) => (new EraseOutcome.Refused(why), false);

    private Erasable? Of(EntryRow entry, Erasures erasures)
    {
        if (erasures.Said(entry) is not { } said)
        {
            return null;
        }

        var left = erasing.Remains(said);
        return left == said ? null : new Erasable(entry, left, Erasures.IsErased(entry) ? erasures.RecordOf(entry) : null);
    }

    /// <summary>Whether what the row comes to now stays what it is.</summary>
    private static bool Keeps(List<EntryRow> entries, Erasures erasures, List<Erasable> chosen)
    {
        string? now = null, then = null;
        foreach (var entry in entries)
        {
            now = erasures.Apply(entry, now);
            then = chosen.Find(each => each.Entry == entry) is { } erased ? Erasures.Apply(entry, then, erased.Left) : erasures.Apply(entry, then);
        }

        return now == then;
    }

    private async Task<(EraseOutcome, bool)> WriteAsync(HeadRow head, List<Erasable> chosen)
    {
        var recordedAt = LedgerTimestamp.After(clock, engine.Moment(head.LastRecordedAt!));
        var row = new ChangeRow
        {
            Org = erasing.Organisation,
            Number = head.LastChange + 1,
            RecordedAt = engine.Stored(recordedAt),
            Author = erasing.Author,
            Reason = erasing.Reason,
            Source = "erase",
            ProgramVersion = erasing.ProgramVersion,
            PreviousHash = head.LastHash,
        };

        // What was left by an erasing before this one goes too: that entry is erased like any other.
        var records = chosen.SelectMany(each =>
            each.Before is { } before ? [(each.Entry, each.Left), (before, (string?)null)] : new (EntryRow Entry, string? Left)[] { (each.Entry, each.Left) });
        List<EntryRow> entries = [];
        foreach (var (entry, left) in records)
        {
            entries.Add(await RecordAsync(row, entry, left, entries.Count + 1).ConfigureAwait(false));
        }

        row.Hash = Chain.Hash(row, entries, recordedAt);
        await session.Connection.ExecuteAsync(LedgerSql.AddChange, row, session.Transaction).ConfigureAwait(false);
        await engine.AddEntriesAsync(session, entries).ConfigureAwait(false);
        foreach (var entry in chosen.Select(each => each.Before ?? each.Entry))
        {
            await session.Connection.ExecuteAsync(LedgerSql.Erase, entry, session.Transaction).ConfigureAwait(false);
        }

        foreach (var publication in erasing.Publications)
        {
            await PublicationFiles.EraseAsync(session, erasing.Organisation, publication).ConfigureAwait(false);
        }

        await session.Connection.ExecuteAsync(LedgerSql.MoveHead, row, session.Transaction).ConfigureAwait(false);
        return (new EraseOutcome.Erased(row.Number, recordedAt, [.. chosen.Select(each => each.Entry.Version)], string.Empty), true);
    }

    private async Task<EntryRow> RecordAsync(ChangeRow change, EntryRow erased, string? left, long ordinal)
    {
        var key = Erasures.KeyOf(erased);
        var earlier = (await session.Connection.QueryAsync<EntryRow>(
            LedgerSql.EntriesOfRow,
            new { org = change.Org, table = SystemTables.Erased, key },
            session.Transaction).ConfigureAwait(false)).Count();
        var salt = left is null ? null : Chain.Salt();
        return new EntryRow
        {
            Org = change.Org,
            Change = change.Number,
            Ordinal = ordinal,
            TableName = SystemTables.Erased,
            RowKey = key,
            Version = earlier + 1,
            Salt = salt,
            Digest = salt is null ? null : Chain.Digest(salt, left!),
            Body = left,
        };
    }

    /// <param name="Entry">What is erased.</param>
    /// <param name="Left">What is left of it.</param>
    /// <param name="Before">The entry that says what an earlier erasing left; that goes now.</param>
    private sealed record Erasable(EntryRow Entry, string? Left, EntryRow? Before);
}
