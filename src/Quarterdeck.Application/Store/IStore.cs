using Quarterdeck.Application.Abstractions;

namespace Quarterdeck.Application.Store;

/// <summary>
/// Where organisations' packs are kept with their whole history: a ledger of changes, each one transaction and one audit
/// entry, and what they come to. Rows are kept as text; what they mean is read from them as from an import, in one place.
/// Every call speaks of one organisation and never meets another's rows.
/// </summary>
/// <remarks>What keeps a store from answering (a locked file, a server that is away) is a <see cref="StoreException"/>.</remarks>
public interface IStore : IAsyncDisposable
{
    /// <summary>In words, for people: which engine, which version, where; never a secret.</summary>
    string Description { get; }

    /// <param name="organisation">Code of the organisation; one nobody wrote to is empty.</param>
    /// <param name="asAt">As known at this moment: with every change recorded by then and none after. Null for now.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    Task<StoredState> ReadAsync(string organisation, DateTimeOffset? asAt = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// What is stored of one indicator: its series of results, its versions, and the rows that name it, which its page is made of. Costs the same
    /// whatever else is stored.
    /// </summary>
    /// <param name="organisation">Code of the organisation.</param>
    /// <param name="reference">The indicator's reference, character for character.</param>
    /// <param name="asAt">As known at this moment; null for now.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    Task<StoredState> ReadIndicatorAsync(string organisation, string reference, DateTimeOffset? asAt = null, CancellationToken cancellationToken = default);

    /// <param name="organisation">Code of the organisation.</param>
    /// <param name="change">As it was when this change had been recorded and none after; one that is not there gives what is empty.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    Task<StoredState> ReadAfterAsync(string organisation, long change, CancellationToken cancellationToken = default);

    /// <summary>
    /// The same of some indicators alone, and of all that is told of none or of several: areas, settings, reports, texts. What else is stored of
    /// other indicators costs nothing.
    /// </summary>
    /// <param name="organisation">Code of the organisation.</param>
    /// <param name="change">As it was when this change had been recorded and none after; one that is not there gives what is empty.</param>
    /// <param name="references">The indicators' references, character for character; one that is not there adds nothing.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    Task<StoredState> ReadAfterAsync(string organisation, long change, IReadOnlyCollection<string> references, CancellationToken cancellationToken = default);

    /// <summary>What is stored now in some tables, whatever there is in others.</summary>
    Task<StoredState> ReadTablesAsync(string organisation, IReadOnlyCollection<string> tables, CancellationToken cancellationToken = default);

    /// <summary>The rows of one table whose key is this one, or begins with it and a bar.</summary>
    Task<StoredState> ReadRowsAsync(string organisation, string table, string key, CancellationToken cancellationToken = default);

    /// <summary>Whether a change after this one came from elsewhere than this source. Costs the same whatever is stored.</summary>
    Task<bool> HasChangedSinceAsync(string organisation, long change, string source, CancellationToken cancellationToken = default);

    /// <summary>Where the chain of changes ends. Cheap: to look whether anything happened.</summary>
    Task<LedgerHead> EndAsync(string organisation, CancellationToken cancellationToken = default);

    /// <summary>The number of the last change that erased something; 0 when none did.</summary>
    Task<long> LastErasingAsync(string organisation, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="WriteAsync(Change, IProgress{string}, CancellationToken)"/>
    Task<WriteOutcome> WriteAsync(Change change, CancellationToken cancellationToken = default) => WriteAsync(change, null, cancellationToken);

    /// <summary>Writes the change whole and lasting, or nothing of it.</summary>
    /// <param name="change">What is written.</param>
    /// <param name="progress">Told, in words, how far a very large change is; null for nobody.</param>
    /// <param name="cancellationToken">Stops the writing; nothing is kept of it.</param>
    Task<WriteOutcome> WriteAsync(Change change, IProgress<string>? progress, CancellationToken cancellationToken);

    /// <summary>
    /// Erases for good what a row said, and records that in a change of its own: who, when and why, and never what. What is in force is not
    /// erased. Earlier states then show what is left.
    /// </summary>
    Task<EraseOutcome> EraseAsync(Erasing erasing, CancellationToken cancellationToken = default);

    /// <summary>Every change in order, with what each stated.</summary>
    /// <param name="organisation">Code of the organisation.</param>
    /// <param name="key">Only entries whose key holds this text anywhere; null for all. Their changes are told without the other entries.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    Task<IReadOnlyList<RecordedChange>> ChangesAsync(string organisation, string? key = null, CancellationToken cancellationToken = default);

    /// <summary>Which files of publications the store keeps. A publication of an earlier version of the program has none until it is given them.</summary>
    /// <param name="organisation">Code of the organisation.</param>
    /// <param name="publication">The publication's identity; null for all.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    Task<IReadOnlyList<PublicationFileEntry>> PublicationFilesAsync(string organisation, string? publication, CancellationToken cancellationToken);

    /// <summary>The bytes of a publication's file, proved by their digest; null where the store does not keep them.</summary>
    Task<byte[]?> ReadPublicationFileAsync(string organisation, string publication, string name, CancellationToken cancellationToken);

    /// <summary>
    /// Keeps files of publications that were recorded without them. Each must be one that its publication was recorded with, by name, format and
    /// digest; nothing else of a publication changes.
    /// </summary>
    /// <exception cref="ArgumentException">A file is not one its publication was recorded with; nothing is kept.</exception>
    Task AddPublicationFilesAsync(string organisation, IReadOnlyList<PublicationFile> files, CancellationToken cancellationToken);

    /// <summary>The organisation's data protection keys. They are in no export, copy, backup or fingerprint.</summary>
    IDataProtectionKeyStore DataProtectionKeys(string organisation);

    /// <summary>What lets people of the organisation sign in. It is in no export, copy, backup or fingerprint.</summary>
    IAccountSecrets AccountSecrets(string organisation);

    /// <summary>What people of the organisation are to be told by mail. It is in no export, copy, backup or fingerprint.</summary>
    IMailOutbox MailOutbox(string organisation);

    /// <summary>Codes of all organisations in the store. A server shows them to its owner only; anyone else gets an empty list.</summary>
    Task<IReadOnlyList<string>> OrganisationsAsync(CancellationToken cancellationToken);

    /// <summary>Computes the whole chain again and compares it, and what it comes to, with what is kept.</summary>
    Task<AuditVerdict> VerifyAsync(string organisation, CancellationToken cancellationToken = default);
}
