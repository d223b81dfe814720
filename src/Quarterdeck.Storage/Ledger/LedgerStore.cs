using Dapper;
using Quarterdeck.Application.Abstractions;
using Quarterdeck.Application.Publishing;
using Quarterdeck.Application.Store;

namespace Quarterdeck.Storage.Ledger;

/// <summary>The store on any engine: a ledger of changes, and what they come to kept beside it in the same transaction.</summary>
internal sealed class LedgerStore(SqlDialect engine, TimeProvider clock) : IStore
{
    public string Description => engine.Description;

    public Task<StoredState> ReadAsync(string organisation, DateTimeOffset? asAt = null, CancellationToken cancellationToken = default) =>
        engine.ReadAsync(
            organisation,
            session => asAt is { } moment ? PastAsync(session, organisation, moment, null) : NowAsync(session, organisation),
            cancellationToken);

    public Task<StoredState> ReadIndicatorAsync(
        string organisation,
        string reference,
        DateTimeOffset? asAt = null,
        CancellationToken cancellationToken = default) =>
        asAt is { } moment
            ? engine.ReadAsync(organisation, session => PastAsync(session, organisation, moment, reference), cancellationToken)
            : NowAsync(organisation, IndicatorSql.Current, IndicatorSql.Query(organisation, reference), cancellationToken);

    public Task<StoredState> ReadAfterAsync(string organisation, long change, CancellationToken cancellationToken = default) =>
        engine.ReadAsync(organisation, session => AfterAsync(session, organisation, change, null), cancellationToken);

    public Task<StoredState> ReadAfterAsync(
        string organisation,
        long change,
        IReadOnlyCollection<string> references,
        CancellationToken cancellationToken = default) =>
        engine.ReadAsync(organisation, session => AfterAsync(session, organisation, change, references), cancellationToken);

    public Task<StoredState> ReadTablesAsync(string organisation, IReadOnlyCollection<string> tables, CancellationToken cancellationToken = default) =>
        NowAsync(
            organisation,
            LedgerSql.CurrentOfTables(engine),
            new Dictionary<string, string> { ["org"] = organisation, ["keys"] = JsonArrayParameter.Of(tables) },
            cancellationToken);

    public Task<StoredState> ReadRowsAsync(string organisation, string table, string key, CancellationToken cancellationToken = default) => NowAsync(
        organisation,
        LedgerSql.CurrentOfKey,
        new Dictionary<string, string> { ["org"] = organisation, ["table"] = table, ["key"] = key, ["first"] = key + "|", ["end"] = key + "}" },
        cancellationToken);

    public Task<bool> HasChangedSinceAsync(string organisation, long change, string source, CancellationToken cancellationToken = default) =>
        engine.ReadAsync(
            organisation,
            session => session.Connection.ExecuteScalarAsync<bool>(LedgerSql.HasChangeBeside, new { org = organisation, change, source }, session.Transaction),
            cancellationToken);

    public async Task<LedgerHead> EndAsync(string organisation, CancellationToken cancellationToken = default) =>
        (await engine.ReadNowAsync(organisation, null, OfAll(organisation), cancellationToken).ConfigureAwait(false)).Head is { LastChange: > 0 } head
            ? new LedgerHead(head.LastChange, Convert.ToHexStringLower(head.LastHash))
            : new LedgerHead(0, string.Empty);

    public Task<long> LastErasingAsync(string organisation, CancellationToken cancellationToken = default) =>
        engine.ReadAsync(organisation, session => session.Connection.ExecuteScalarAsync<long>(
            LedgerSql.LastErasing,
            new { org = organisation, table = SystemTables.Erased },
            session.Transaction), cancellationToken);

    public Task<WriteOutcome> WriteAsync(Change change, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentException.ThrowIfNullOrWhiteSpace(change.Organisation);
        ArgumentException.ThrowIfNullOrWhiteSpace(change.Author);
        ArgumentException.ThrowIfNullOrWhiteSpace(change.Reason);
        ArgumentOutOfRangeException.ThrowIfZero(change.Statements.Count);
        TextGuard.Require(change);
        return engine.WriteAsync(change.Organisation, session => new LedgerWriter(engine, clock, session, change, progress).WriteAsync(), cancellationToken);
    }

    public Task<IReadOnlyList<RecordedChange>> ChangesAsync(string organisation, string? key = null, CancellationToken cancellationToken = default) =>
        engine.ReadAsync(organisation, session => ChangesAsync(session, organisation, key), cancellationToken);

    public Task<AuditVerdict> VerifyAsync(string organisation, CancellationToken cancellationToken = default) =>
        engine.ReadAsync(organisation, session => Audit.VerifyAsync(session, engine, organisation), cancellationToken);

    public async Task<EraseOutcome> EraseAsync(Erasing erasing, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(erasing);
        ArgumentException.ThrowIfNullOrWhiteSpace(erasing.Author);
        ArgumentException.ThrowIfNullOrWhiteSpace(erasing.Reason);
        var outcome = await engine.WriteAsync(erasing.Organisation, session => new Eraser(engine, clock, session, erasing).EraseAsync(), cancellationToken)
            .ConfigureAwait(false);
        return outcome is EraseOutcome.Erased { Number: > 0 } erased
            ? erased with { Left = await engine.ForgetAsync(cancellationToken).ConfigureAwait(false) }
            : outcome;
    }

    public Task<IReadOnlyList<PublicationFileEntry>> PublicationFilesAsync(string organisation, string? publication, CancellationToken cancellationToken) =>
        engine.ReadAsync(organisation, session => PublicationFiles.EntriesAsync(session, organisation, publication), cancellationToken);

    public Task<byte[]?> ReadPublicationFileAsync(string organisation, string publication, string name, CancellationToken cancellationToken) =>
        engine.ReadAsync(organisation, session => PublicationFiles.ReadAsync(session, organisation, publication, name), cancellationToken);

    public async Task AddPublicationFilesAsync(string organisation, IReadOnlyList<PublicationFile> files, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(files);
        var recorded = PublishedVersion.All(await ReadTablesAsync(organisation, [SystemTables.Publications], cancellationToken).ConfigureAwait(false))
            .SelectMany(one => one.Files.Select(file => (one.Id, file.Name, file.Format, file.Sha256))).ToHashSet();
        if (files.FirstOrDefault(file => !recorded.Contains((file.Publication, file.Name, file.Format, file.Digest))) is { } other)
        {
            throw new ArgumentException($"The publication {other.Publication} was not recorded with this file {other.Name}.", nameof(files));
        }

        await engine.WriteAsync(
            organisation,
            async session =>
            {
                await PublicationFiles.AddAsync(session, organisation, files).ConfigureAwait(false);
                return (true, true);
            },
            cancellationToken).ConfigureAwait(false);
    }

    public IDataProtectionKeyStore DataProtectionKeys(string organisation) => new DataProtectionKeyStore(engine, organisation);

    public IAccountSecrets AccountSecrets(string organisation) => new AccountSecrets(engine, organisation);

    public IMailOutbox MailOutbox(string organisation) => new MailOutbox(engine, organisation);

    public Task<IReadOnlyList<string>> OrganisationsAsync(CancellationToken cancellationToken) =>
        engine.ReadAsync(string.Empty, engine.OrganisationsAsync, cancellationToken);

    public ValueTask DisposeAsync() => engine.DisposeAsync();

    private static Dictionary<string, string> OfAll(string organisation) => new() { ["org"] = organisation };

    private async Task<StoredState> NowAsync(DbSession session, string organisation)
    {
        var now = await CurrentRows.OfAsync(session, LedgerSql.Current, OfAll(organisation)).ConfigureAwait(false);
        return State(now.Head, [.. Stored(now)]);
    }

    private async Task<StoredState> NowAsync(string organisation, string rows, IReadOnlyDictionary<string, string> query, CancellationToken cancellationToken)
    {
        var now = await engine.ReadNowAsync(organisation, rows, query, cancellationToken).ConfigureAwait(false);
        return State(now.Head, InOrder(Stored(now)));
    }

    private StoredState State(HeadRow? head, IReadOnlyList<StoredRow> rows) =>
        new(head?.LastChange ?? 0, head?.LastRecordedAt is { } at ? engine.Moment(at) : null, rows);

    private static IEnumerable<StoredRow> Stored(CurrentRows now) =>
        now.Rows.Select(row => new StoredRow(row.TableName, row.RowKey, row.Version, row.Place, row.Body));

    private async Task<StoredState> PastAsync(DbSession session, string organisation, DateTimeOffset moment, string? reference)
    {
        // Recorded moments are whole microseconds, so one within the last of them is after the change.
        var last = await session.Connection.QuerySingleOrDefaultAsync<ChangeRow>(
            LedgerSql.LastChangeBy,
            new { org = organisation, moment = engine.Stored(moment) },
            session.Transaction).ConfigureAwait(false);
        return await (reference is null
            ? PastAsync(session, last)
            : PastAsync(session, last, IndicatorSql.EntriesUpTo, IndicatorSql.QueryUpTo(organisation, reference, last?.Number ?? 0))).ConfigureAwait(false);
    }

    private async Task<StoredState> AfterAsync(DbSession session, string organisation, long change, IReadOnlyCollection<string>? references)
    {
        var last = await session.Connection.QuerySingleOrDefaultAsync<ChangeRow>(LedgerSql.ChangeOf, new { org = organisation, change }, session.Transaction)
            .ConfigureAwait(false);
        return await (references is null ? PastAsync(session, last) : PastAsync(
            session,
            last,
            IndicatorsSql.EntriesUpTo(engine),
            new { org = organisation, change, keys = JsonArrayParameter.Of(references) })).ConfigureAwait(false);
    }

    /// <summary>What all changes up to this one come to.</summary>
    private async Task<StoredState> PastAsync(DbSession session, ChangeRow? last)
    {
        if (last is null)
        {
            return StoredState.Empty;
        }

        var folding = new Folding(await Erasures.LoadAsync(session, last.Org).ConfigureAwait(false));
        var entries =
            session.Connection.QueryUnbufferedAsync<EntryRow>(LedgerSql.EntriesUpTo, new { org = last.Org, change = last.Number }, session.Transaction);
        await foreach (var entry in entries.WithCancellation(session.Stop).ConfigureAwait(false))
        {
            folding.Take(entry);
        }

        return new StoredState(last.Number, engine.Moment(last.RecordedAt), InOrder(folding.Rows));
    }

    /// <summary>What those of its entries come to that a query finds.</summary>
    private async Task<StoredState> PastAsync(DbSession session, ChangeRow? last, string query, object parameters)
    {
        if (last is null)
        {
            return StoredState.Empty;
        }

        var folding = new Folding(await Erasures.LoadAsync(session, last.Org).ConfigureAwait(false));
        foreach (var entry in (await session.Connection.QueryAsync<EntryRow>(query, parameters, session.Transaction).ConfigureAwait(false)).OrderBy(
            entry => entry.Change))
        {
            folding.Take(entry);
        }

        return new StoredState(last.Number, engine.Moment(last.RecordedAt), InOrder(folding.Rows));
    }

    private static IReadOnlyList<StoredRow> InOrder(IEnumerable<StoredRow> rows) =>
        [.. rows.OrderBy(row => row.Table, StringComparer.Ordinal).ThenBy(row => row.Place).ThenBy(row => row.Key, StringComparer.Ordinal)];

    private async Task<IReadOnlyList<RecordedChange>> ChangesAsync(DbSession session, string organisation, string? key)
    {
        var changes = await session.Connection.QueryAsync<ChangeRow>(LedgerSql.Changes, new { org = organisation }, session.Transaction).ConfigureAwait(false);
        var entries = await session.Connection.QueryAsync<EntryRow>(
            key is null ? LedgerSql.Entries : LedgerSql.EntriesOf,
            new { org = organisation, key },
            session.Transaction).ConfigureAwait(false);
        var erasures = await Erasures.LoadAsync(session, organisation).ConfigureAwait(false);
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
                [.. byChange[change.Number].Select(entry => new RecordedEntry(
                    entry.TableName,
                    entry.RowKey,
                    entry.Version,
                    entry.Place,
                    erasures.Said(entry)) { IsErased = Erasures.IsErased(entry) })])),
        ];
    }
}
