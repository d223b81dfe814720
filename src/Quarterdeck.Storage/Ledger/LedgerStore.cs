using Dapper;
using Quarterdeck.Application.Abstractions;
using Quarterdeck.Application.Publishing;
using Quarterdeck.Application.Store;
using Quarterdeck.Storage.Tables;

namespace Quarterdeck.Storage.Ledger;

/// <summary>The store on any engine: a ledger of changes, and what they come to kept beside it in the same transaction.</summary>
internal sealed class LedgerStore(Engine engine, TimeProvider clock) : IStore
{
    public string Description => engine.Description;

    public Task<StoredState> Read(string organisation, DateTimeOffset? asAt = null, CancellationToken stop = default) =>
        engine.Read(organisation, session => asAt is { } moment ? Past(session, organisation, moment, null) : Now(session, organisation), stop);

    public Task<StoredState> ReadIndicator(string organisation, string reference, DateTimeOffset? asAt = null, CancellationToken stop = default) =>
        asAt is { } moment ? engine.Read(organisation, session => Past(session, organisation, moment, reference), stop) : Now(organisation, IndicatorSql.Current, IndicatorSql.Query(organisation, reference), stop);

    public Task<StoredState> ReadAfter(string organisation, long change, CancellationToken stop = default) =>
        engine.Read(organisation, session => After(session, organisation, change, null), stop);

    public Task<StoredState> ReadAfter(string organisation, long change, IReadOnlyCollection<string> references, CancellationToken stop = default) =>
        engine.Read(organisation, session => After(session, organisation, change, references), stop);

    public Task<StoredState> ReadTables(string organisation, IReadOnlyCollection<string> tables, CancellationToken stop = default) =>
        Now(organisation, LedgerSql.CurrentOfTables(engine), new Dictionary<string, string> { ["org"] = organisation, ["keys"] = KeyList.Of(tables) }, stop);

    public async Task<ChainEnd> End(string organisation, CancellationToken stop = default) =>
        (await engine.ReadNow(organisation, null, OfAll(organisation), stop).ConfigureAwait(false)).Head is { LastChange: > 0 } head ? new ChainEnd(head.LastChange, Convert.ToHexStringLower(head.LastHash)) : new ChainEnd(0, string.Empty);

    public Task<long> LastErasing(string organisation, CancellationToken stop = default) =>
        engine.Read(organisation, session => session.Connection.ExecuteScalarAsync<long>(LedgerSql.LastErasing, new { org = organisation, table = OwnTables.Erased }, session.Transaction), stop);

    public Task<WriteOutcome> Write(Change change, IProgress<string>? progress, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentException.ThrowIfNullOrWhiteSpace(change.Organisation);
        ArgumentException.ThrowIfNullOrWhiteSpace(change.Author);
        ArgumentException.ThrowIfNullOrWhiteSpace(change.Reason);
        ArgumentOutOfRangeException.ThrowIfZero(change.Statements.Count);
        PlainText.Require(change);
        return engine.Write(change.Organisation, session => new LedgerWriter(engine, clock, session, change, progress).Write(), stop);
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

    public Task<IReadOnlyList<PublicationFileEntry>> PublicationFilesAsync(string organisation, string? publication, CancellationToken cancellationToken) =>
        engine.Read(organisation, session => PublicationFiles.EntriesAsync(session, organisation, publication), cancellationToken);

    public Task<byte[]?> ReadPublicationFileAsync(string organisation, string publication, string name, CancellationToken cancellationToken) =>
        engine.Read(organisation, session => PublicationFiles.ReadAsync(session, organisation, publication, name), cancellationToken);

    public async Task AddPublicationFilesAsync(string organisation, IReadOnlyList<PublicationFile> files, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(files);
        var recorded = PublishedVersion.All(await ReadTables(organisation, [OwnTables.Publications], cancellationToken).ConfigureAwait(false))
            .SelectMany(one => one.Files.Select(file => (one.Id, file.Name, file.Format, file.Sha256))).ToHashSet();
        if (files.FirstOrDefault(file => !recorded.Contains((file.Publication, file.Name, file.Format, file.Digest))) is { } other)
        {
            throw new ArgumentException($"The publication {other.Publication} was not recorded with this file {other.Name}.", nameof(files));
        }

        await engine.Write(
            organisation,
            async session =>
            {
                await PublicationFiles.AddAsync(session, organisation, files).ConfigureAwait(false);
                return (true, true);
            },
            cancellationToken).ConfigureAwait(false);
    }

    public IDataProtectionKeyStore DataProtectionKeys(string organisation) => new DataProtectionKeyStore(engine, organisation);

    public Task<IReadOnlyList<string>> OrganisationsAsync(CancellationToken cancellationToken) =>
        engine.Read(string.Empty, engine.Organisations, cancellationToken);

    public ValueTask DisposeAsync() => engine.DisposeAsync();

    private static Dictionary<string, string> OfAll(string organisation) => new() { ["org"] = organisation };

    private async Task<StoredState> Now(Session session, string organisation)
    {
        var now = await CurrentRows.Of(session, LedgerSql.Current, OfAll(organisation)).ConfigureAwait(false);
        return State(now.Head, [.. Stored(now)]);
    }

    private async Task<StoredState> Now(string organisation, string rows, IReadOnlyDictionary<string, string> query, CancellationToken stop)
    {
        var now = await engine.ReadNow(organisation, rows, query, stop).ConfigureAwait(false);
        return State(now.Head, InOrder(Stored(now)));
    }

    private StoredState State(HeadRow? head, IReadOnlyList<StoredRow> rows) => new(head?.LastChange ?? 0, head?.LastRecordedAt is { } at ? engine.Moment(at) : null, rows);

    private static IEnumerable<StoredRow> Stored(CurrentRows now) => now.Rows.Select(row => new StoredRow(row.TableName, row.RowKey, row.Version, row.Place, row.Body));

    private async Task<StoredState> Past(Session session, string organisation, DateTimeOffset moment, string? reference)
    {
        // Recorded moments are whole microseconds, so one within the last of them is after the change.
        var last = await session.Connection.QuerySingleOrDefaultAsync<ChangeRow>(LedgerSql.LastChangeBy, new { org = organisation, moment = engine.Stored(moment) }, session.Transaction).ConfigureAwait(false);
        return await (reference is null ? Past(session, last) : Past(session, last, IndicatorSql.EntriesUpTo, IndicatorSql.QueryUpTo(organisation, reference, last?.Number ?? 0))).ConfigureAwait(false);
    }

    private async Task<StoredState> After(Session session, string organisation, long change, IReadOnlyCollection<string>? references)
    {
        var last = await session.Connection.QuerySingleOrDefaultAsync<ChangeRow>(LedgerSql.ChangeOf, new { org = organisation, change }, session.Transaction).ConfigureAwait(false);
        return await (references is null ? Past(session, last) : Past(session, last, IndicatorsSql.EntriesUpTo(engine), new { org = organisation, change, keys = KeyList.Of(references) })).ConfigureAwait(false);
    }

    /// <summary>What all changes up to this one come to.</summary>
    private async Task<StoredState> Past(Session session, ChangeRow? last)
    {
        if (last is null)
        {
            return StoredState.Empty;
        }

        var folding = new Folding(await Erasures.Load(session, last.Org).ConfigureAwait(false));
        var entries = session.Connection.QueryUnbufferedAsync<EntryRow>(LedgerSql.EntriesUpTo, new { org = last.Org, change = last.Number }, session.Transaction);
        await foreach (var entry in entries.WithCancellation(session.Stop).ConfigureAwait(false))
        {
            folding.Take(entry);
        }

        return new StoredState(last.Number, engine.Moment(last.RecordedAt), InOrder(folding.Rows));
    }

    /// <summary>What those of its entries come to that a query finds.</summary>
    private async Task<StoredState> Past(Session session, ChangeRow? last, string query, object parameters)
    {
        if (last is null)
        {
            return StoredState.Empty;
        }

        var folding = new Folding(await Erasures.Load(session, last.Org).ConfigureAwait(false));
        foreach (var entry in (await session.Connection.QueryAsync<EntryRow>(query, parameters, session.Transaction).ConfigureAwait(false)).OrderBy(entry => entry.Change))
        {
            folding.Take(entry);
        }

        return new StoredState(last.Number, engine.Moment(last.RecordedAt), InOrder(folding.Rows));
    }

    private static IReadOnlyList<StoredRow> InOrder(IEnumerable<StoredRow> rows) =>
        [.. rows.OrderBy(row => row.Table, StringComparer.Ordinal).ThenBy(row => row.Place).ThenBy(row => row.Key, StringComparer.Ordinal)];

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
