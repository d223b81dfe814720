using Quarterdeck.Application.Abstractions;
using Quarterdeck.Application.Store;

namespace Quarterdeck.Cli.Tests.Sites;

/// <summary>A store that counts what it is asked. Each call is a fixed few statements to its engine.</summary>
internal sealed class CountedStore(IStore store) : IStore
{
    private int _calls;

    public int Calls => _calls;

    /// <summary>How many rows the last reading of an earlier state gave.</summary>
    public int RowsThen { get; private set; }

    public string Description => store.Description;

    public Task<StoredState> ReadAsync(string organisation, DateTimeOffset? asAt = null, CancellationToken cancellationToken = default) =>
        Counted().ReadAsync(organisation, asAt, cancellationToken);

    public Task<StoredState> ReadIndicatorAsync(
        string organisation,
        string reference,
        DateTimeOffset? asAt = null,
        CancellationToken cancellationToken = default) => Counted().ReadIndicatorAsync(organisation, reference, asAt, cancellationToken);

    public Task<StoredState> ReadAfterAsync(string organisation, long change, CancellationToken cancellationToken = default) =>
        Then(Counted().ReadAfterAsync(organisation, change, cancellationToken));

    public Task<StoredState> ReadAfterAsync(
        string organisation,
        long change,
        IReadOnlyCollection<string> references,
        CancellationToken cancellationToken = default) => Then(Counted().ReadAfterAsync(organisation, change, references, cancellationToken));

    public Task<StoredState> ReadTablesAsync(string organisation, IReadOnlyCollection<string> tables, CancellationToken cancellationToken = default) =>
        Counted().ReadTablesAsync(organisation, tables, cancellationToken);

    public Task<StoredState> ReadRowsAsync(string organisation, string table, string key, CancellationToken cancellationToken = default) =>
        Counted().ReadRowsAsync(organisation, table, key, cancellationToken);

    public Task<bool> HasChangedSinceAsync(string organisation, long change, string source, CancellationToken cancellationToken = default) =>
        Counted().HasChangedSinceAsync(organisation, change, source, cancellationToken);

    public Task<LedgerHead> EndAsync(string organisation, CancellationToken cancellationToken = default) => Counted().EndAsync(organisation, cancellationToken);

    public Task<long> LastErasingAsync(string organisation, CancellationToken cancellationToken = default) =>
        Counted().LastErasingAsync(organisation, cancellationToken);

    public Task<WriteOutcome> WriteAsync(Change change, IProgress<string>? progress, CancellationToken cancellationToken) =>
        Counted().WriteAsync(change, progress, cancellationToken);

    public Task<EraseOutcome> EraseAsync(Erasing erasing, CancellationToken cancellationToken = default) => Counted().EraseAsync(erasing, cancellationToken);

    public Task<IReadOnlyList<RecordedChange>> ChangesAsync(string organisation, string? key = null, CancellationToken cancellationToken = default) =>
        Counted().ChangesAsync(organisation, key, cancellationToken);

    public Task<AuditVerdict> VerifyAsync(string organisation, CancellationToken cancellationToken = default) =>
        Counted().VerifyAsync(organisation, cancellationToken);

    public Task<IReadOnlyList<PublicationFileEntry>> PublicationFilesAsync(string organisation, string? publication, CancellationToken cancellationToken) =>
        Counted().PublicationFilesAsync(organisation, publication, cancellationToken);

    public Task<byte[]?> ReadPublicationFileAsync(string organisation, string publication, string name, CancellationToken cancellationToken) =>
        Counted().ReadPublicationFileAsync(organisation, publication, name, cancellationToken);

    public Task AddPublicationFilesAsync(string organisation, IReadOnlyList<PublicationFile> files, CancellationToken cancellationToken) =>
        Counted().AddPublicationFilesAsync(organisation, files, cancellationToken);

    public IDataProtectionKeyStore DataProtectionKeys(string organisation) => store.DataProtectionKeys(organisation);

    public IAccountSecrets AccountSecrets(string organisation) => store.AccountSecrets(organisation);

    public IMailOutbox MailOutbox(string organisation) => store.MailOutbox(organisation);

    public Task<IReadOnlyList<string>> OrganisationsAsync(CancellationToken cancellationToken) => Counted().OrganisationsAsync(cancellationToken);

    public ValueTask DisposeAsync() => store.DisposeAsync();

    private async Task<StoredState> Then(Task<StoredState> reading)
    {
        var state = await reading;
        RowsThen = state.Rows.Count;
        return state;
    }

    private IStore Counted()
    {
        Interlocked.Increment(ref _calls);
        return store;
    }
}
