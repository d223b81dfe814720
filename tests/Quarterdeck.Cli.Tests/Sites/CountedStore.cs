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

    public Task<StoredState> Read(string organisation, DateTimeOffset? asAt = null, CancellationToken stop = default) => Counted().Read(organisation, asAt, stop);

    public Task<StoredState> ReadIndicator(string organisation, string reference, DateTimeOffset? asAt = null, CancellationToken stop = default) => Counted().ReadIndicator(organisation, reference, asAt, stop);

    public Task<StoredState> ReadAfter(string organisation, long change, CancellationToken stop = default) => Then(Counted().ReadAfter(organisation, change, stop));

    public Task<StoredState> ReadAfter(string organisation, long change, IReadOnlyCollection<string> references, CancellationToken stop = default) => Then(Counted().ReadAfter(organisation, change, references, stop));

    public Task<StoredState> ReadTables(string organisation, IReadOnlyCollection<string> tables, CancellationToken stop = default) => Counted().ReadTables(organisation, tables, stop);

    public Task<ChainEnd> End(string organisation, CancellationToken stop = default) => Counted().End(organisation, stop);

    public Task<long> LastErasing(string organisation, CancellationToken stop = default) => Counted().LastErasing(organisation, stop);

    public Task<WriteOutcome> Write(Change change, IProgress<string>? progress, CancellationToken stop) => Counted().Write(change, progress, stop);

    public Task<EraseOutcome> Erase(Erasing erasing, CancellationToken stop = default) => Counted().Erase(erasing, stop);

    public Task<IReadOnlyList<RecordedChange>> Changes(string organisation, string? key = null, CancellationToken stop = default) => Counted().Changes(organisation, key, stop);

    public Task<AuditVerdict> Verify(string organisation, CancellationToken stop = default) => Counted().Verify(organisation, stop);

    public Task<IReadOnlyList<PublicationFileEntry>> PublicationFilesAsync(string organisation, string? publication, CancellationToken cancellationToken) =>
        Counted().PublicationFilesAsync(organisation, publication, cancellationToken);

    public Task<byte[]?> ReadPublicationFileAsync(string organisation, string publication, string name, CancellationToken cancellationToken) =>
        Counted().ReadPublicationFileAsync(organisation, publication, name, cancellationToken);

    public Task AddPublicationFilesAsync(string organisation, IReadOnlyList<PublicationFile> files, CancellationToken cancellationToken) =>
        Counted().AddPublicationFilesAsync(organisation, files, cancellationToken);

    public IDataProtectionKeyStore DataProtectionKeys(string organisation) => store.DataProtectionKeys(organisation);

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
