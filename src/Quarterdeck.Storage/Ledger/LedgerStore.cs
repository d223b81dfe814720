using Dapper;
using Quarterdeck.App.Store;

namespace Quarterdeck.Storage.Ledger;

/// <summary>The store on any engine: a ledger of changes, and what they come to kept beside it in the same transaction.</summary>
internal sealed class LedgerStore(Engine engine, TimeProvider clock) : IStore
{
    // Above this many statements it is quicker to ask for every row at once.
    private const int ManyStatements = 50;

    public string Description => engine.Description;

    public Task<StoredState> Read(string organisation, DateTimeOffset? asAt = null, CancellationToken stop = default) =>
        engine.Read(organisation, session => asAt is { } moment ? Past(session, organisation, moment) : Now(session, organisation), stop);

    public Task<StoredState> ReadAfter(string organisation, long change, CancellationToken stop = default) =>
        engine.Read(organisation, session => After(session, organisation, change), stop);

    public Task<long> LastChange(string organisation, CancellationToken stop = default) => engine.Read(
        organisation,
        async session => (await session.Connection.QuerySingleOrDefaultAsync<HeadRow>(LedgerSql.Head, new { org = organisation }, session.Transaction).ConfigureAwait(false))?.LastChange ?? 0,
        stop);

    public Task<WriteOutcome> Write(Change change, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentException.ThrowIfNullOrWhiteSpace(change.Organisation);
        ArgumentException.ThrowIfNullOrWhiteSpace(change.Author);
        ArgumentException.ThrowIfNullOrWhiteSpace(change.Reason);
        ArgumentOutOfRangeException.ThrowIfZero(change.Statements.Count);
        PlainText.Require(change);
        return engine.Write(change.Organisation, session => Write(session, change), stop);
    }

    public Task<IReadOnlyList<RecordedChange>> Changes(string organisation, string? key = null, CancellationToken stop = default) =>
        engine.Read(organisation, session => Changes(session, organisation, key), stop);

    public Task<AuditVerdict> Verify(string organisation, CancellationToken stop = default) =>
        engine.Read(organisation, session => Audit.Verify(session, engine, organisation), stop);

    public async Task<EraseOutcome> Erase(Erasing erasing, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(erasing);
        ArgumentException.ThrowIfNullOrWhiteSpace(erasing.Author);
        ArgumentException.ThrowIfNullOrWhiteSpace(erasing.Reason);
        var outcome = await engine.Write(erasing.Organisation, session => new Eraser(engine, clock, session, erasing).Erase(), stop).ConfigureAwait(false);
        return outcome is EraseOutcome.Erased { Number: > 0 } erased ? erased with { Left = await engine.Forget(stop).ConfigureAwait(false) } : outcome;
    }

    public ValueTask DisposeAsync() => engine.DisposeAsync();

    private async Task<StoredState> Now(Session session, string organisation)
    {
        var head = await session.Connection.QuerySingleOrDefaultAsync<HeadRow>(LedgerSql.Head, new { org = organisation }, session.Transaction).ConfigureAwait(false);
        var rows = await session.Connection.QueryAsync<CurrentRow>(LedgerSql.Current, new { org = organisation }, session.Transaction).ConfigureAwait(false);
        return new StoredState(
            head?.LastChange ?? 0,
            head?.LastRecordedAt is { } at ? engine.Moment(at) : null,
            [.. rows.Select(row => new StoredRow(row.TableName, row.RowKey, row.Version, row.Place, row.Body))]);
    }

    private async Task<StoredState> Past(Session session, string organisation, DateTimeOffset moment)
    {
        // Recorded moments are whole microseconds, so one within the last of them is after the change.
        var last = await session.Connection.QuerySingleOrDefaultAsync<ChangeRow>(LedgerSql.LastChangeBy, new { org = organisation, moment = engine.Stored(moment) }, session.Transaction).ConfigureAwait(false);
        return await Past(session, last).ConfigureAwait(false);
    }

    private async Task<StoredState> After(Session session, string organisation, long change)
    {
        var last = await session.Connection.QuerySingleOrDefaultAsync<ChangeRow>(LedgerSql.ChangeOf, new { org = organisation, change }, session.Transaction).ConfigureAwait(false);
        return await Past(session, last).ConfigureAwait(false);
    }

    /// <summary>What the changes up to this one come to.</summary>
    private async Task<StoredState> Past(Session session, ChangeRow? last)
    {
        if (last is null)
        {
            return StoredState.Empty;
        }

        var erasures = await Erasures.Load(session, last.Org).ConfigureAwait(false);
        var rows = new Dictionary<(string, string), StoredRow>();
        var entries = session.Connection.QueryUnbufferedAsync<EntryRow>(LedgerSql.EntriesUpTo, new { org = last.Org, change = last.Number }, session.Transaction);
        await foreach (var entry in entries.WithCancellation(session.Stop).ConfigureAwait(false))
        {
            if (Erasures.IsRecord(entry))
            {
                continue;
            }

            var key = (entry.TableName, entry.RowKey);
            var body = erasures.Apply(entry, rows.GetValueOrDefault(key)?.Body);
            rows[key] = new StoredRow(entry.TableName, entry.RowKey, entry.Version, entry.Place, body);
        }

        return new StoredState(
            last.Number,
            engine.Moment(last.RecordedAt),
            [.. rows.Values.OrderBy(row => row.Table, StringComparer.Ordinal).ThenBy(row => row.Place).ThenBy(row => row.Key, StringComparer.Ordinal)]);
    }

    private async Task<(WriteOutcome, bool)> Write(Session session, Change change)
    {
        var (connection, transaction, _) = session;
        await connection.ExecuteAsync(LedgerSql.AddOrganisation, new { org = change.Organisation, start = Chain.Start }, transaction).ConfigureAwait(false);
        var head = await connection.QuerySingleAsync<HeadRow>(engine.HeadForWriting, new { org = change.Organisation }, transaction).ConfigureAwait(false);
        var current = await Current(session, change).ConfigureAwait(false);
        if (await Conflicts(session, change, head, current).ConfigureAwait(false) is { Count: > 0 } conflicts)
        {
            return (new WriteOutcome.Conflict(conflicts), false);
        }

        // A clock that was put back must not record a change before the one it follows.
        var now = Moment.Whole(clock.GetUtcNow());
        var last = head.LastRecordedAt is { } before ? engine.Moment(before) : now;
        var recordedAt = now < last ? last : now;
        var row = new ChangeRow
        {
            Org = change.Organisation,
            Number = head.LastChange + 1,
            RecordedAt = engine.Stored(recordedAt),
            Author = change.Author,
            Reason = change.Reason,
            Source = change.Source,
            ProgramVersion = change.ProgramVersion,
            PreviousHash = head.LastHash,
        };
        List<EntryRow> entries = [.. change.Statements.Select((statement, at) => Entry(row, statement, at + 1))];
        row.Hash = Chain.Hash(row, entries, recordedAt);
        await connection.ExecuteAsync(LedgerSql.AddChange, row, transaction).ConfigureAwait(false);
        await connection.ExecuteAsync(LedgerSql.AddEntry, entries, transaction).ConfigureAwait(false);
        await connection.ExecuteAsync(LedgerSql.SetCurrent, entries.Select(entry => Folded(entry, current)), transaction).ConfigureAwait(false);
        await connection.ExecuteAsync(LedgerSql.MoveHead, row, transaction).ConfigureAwait(false);
        return (new WriteOutcome.Written(row.Number, recordedAt, Convert.ToHexStringLower(row.Hash)), true);
    }

    /// <summary>The rows a change speaks of, as they are now.</summary>
    private static async Task<Dictionary<(string, string), CurrentRow>> Current(Session session, Change change)
    {
        var rows = new List<CurrentRow>();
        if (change.Statements.Count > ManyStatements)
        {
            rows.AddRange(await session.Connection.QueryAsync<CurrentRow>(LedgerSql.Current, new { org = change.Organisation }, session.Transaction).ConfigureAwait(false));
        }
        else
        {
            foreach (var statement in change.Statements)
            {
                rows.AddRange(await session.Connection.QueryAsync<CurrentRow>(LedgerSql.CurrentOf, new { org = change.Organisation, table = statement.Table, key = statement.Key }, session.Transaction).ConfigureAwait(false));
            }
        }

        return rows.ToDictionary(row => (row.TableName, row.RowKey));
    }

    private static async Task<IReadOnlyList<ConflictingRow>> Conflicts(Session session, Change change, HeadRow head, Dictionary<(string, string), CurrentRow> current)
    {
        var expected = change.Statements.ToDictionary(statement => (statement.Table, statement.Key), statement => statement.Expected);
        var conflicts = new List<ConflictingRow>();
        foreach (var (key, version) in expected.Where(pair => pair.Value != (current.GetValueOrDefault(pair.Key)?.Version ?? 0)))
        {
            var row = (await session.Connection.QueryAsync<CurrentRow>(LedgerSql.CurrentOf, new { org = change.Organisation, table = key.Table, key = key.Key }, session.Transaction).ConfigureAwait(false)).SingleOrDefault();
            conflicts.Add(new ConflictingRow(key.Table, key.Key, version, row?.Version ?? 0, row?.Author ?? string.Empty, row?.Change ?? 0));
        }

        if (change.Seen is { } seen && seen != head.LastChange)
        {
            var since = await session.Connection.QueryAsync<CurrentRow>(LedgerSql.CurrentSince, new { org = change.Organisation, seen }, session.Transaction).ConfigureAwait(false);
            conflicts.AddRange(since.Where(row => !conflicts.Exists(known => known.Table == row.TableName && known.Key == row.RowKey))
                .Select(row => new ConflictingRow(row.TableName, row.RowKey, expected.TryGetValue((row.TableName, row.RowKey), out var version) ? version : null, row.Version, row.Author ?? string.Empty, row.Change)));
        }

        return conflicts;
    }

    private static EntryRow Entry(ChangeRow change, Statement statement, long ordinal)
    {
        var salt = statement.Body is null ? null : Chain.Salt();
        return new EntryRow
        {
            Org = change.Org,
            Change = change.Number,
            Ordinal = ordinal,
            TableName = statement.Table,
            RowKey = statement.Key,
            Version = statement.Expected + 1,
            Place = statement.Place,
            Salt = salt,
            Digest = salt is null ? null : Chain.Digest(salt, statement.Body!),
            Body = statement.Body,
        };
    }

    private static CurrentRow Folded(EntryRow entry, Dictionary<(string, string), CurrentRow> current) => new()
    {
        Org = entry.Org,
        TableName = entry.TableName,
        RowKey = entry.RowKey,
        Version = entry.Version,
        Change = entry.Change,
        Place = entry.Place,
        Body = Fold.Apply(entry.TableName, current.GetValueOrDefault((entry.TableName, entry.RowKey))?.Body, entry.Body),
    };

    private async Task<IReadOnlyList<RecordedChange>> Changes(Session session, string organisation, string? key)
    {
        var changes = await session.Connection.QueryAsync<ChangeRow>(LedgerSql.Changes, new { org = organisation }, session.Transaction).ConfigureAwait(false);
        var entries = await session.Connection.QueryAsync<EntryRow>(key is null ? LedgerSql.Entries : LedgerSql.EntriesOf, new { org = organisation, key }, session.Transaction).ConfigureAwait(false);
        var erasures = await Erasures.Load(session, organisation).ConfigureAwait(false);
        var byChange = entries.ToLookup(entry => entry.Change);
        return
        [
            .. changes.Where(change => byChange.Contains(change.Number)).Select(change => new RecordedChange(
                change.Number,
                engine.Moment(change.RecordedAt),
                change.Author,
                change.Reason,
                change.Source,
                change.ProgramVersion,
                Convert.ToHexStringLower(change.Hash),
                [.. byChange[change.Number].Select(entry => new RecordedEntry(entry.TableName, entry.RowKey, entry.Version, entry.Place, erasures.Said(entry)) { IsErased = Erasures.IsErased(entry) })])),
        ];
    }
}
