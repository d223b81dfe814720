using Quarterdeck.Application.Abstractions;
using Quarterdeck.Application.Store;

namespace Quarterdeck.Application.Erasure;

/// <summary>Asks that what a row once said of a person is erased for good.</summary>
/// <param name="Organisation">Code of the organisation.</param>
/// <param name="Table">The table.</param>
/// <param name="Key">The row's key; of results, the indicator's reference.</param>
/// <param name="Version">Which version of the row; null for every one no longer in force.</param>
/// <param name="Cells">The columns whose texts go; empty for all the row said.</param>
/// <param name="Author">Who answers for it.</param>
/// <param name="Reason">Why. It stays in the record, so it names nobody.</param>
public sealed record ErasePerson(string Organisation, string Table, string Key, long? Version, IReadOnlyList<string> Cells, string Author, string Reason)
{
    /// <summary>Only says what would be erased.</summary>
    public bool IsDryRun { get; init; }
}

/// <param name="store">The store.</param>
/// <param name="packs">Makes a pack of rows.</param>
/// <param name="styles">The look of the documents.</param>
/// <param name="programVersion">Recorded with the erasure.</param>
public sealed class ErasePersonHandler(IStore store, IPackFormat packs, IReportStyles styles, string programVersion)
{
    public async Task<ErasePersonOutcome> HandleAsync(ErasePerson request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (string.IsNullOrWhiteSpace(request.Author) || string.IsNullOrWhiteSpace(request.Reason))
        {
            return new ErasePersonOutcome.Refused("An erasure needs an author and a reason: whoever reads the record later wants to know who did it and why.");
        }

        var erasing = new Erasing(
            request.Organisation,
            request.Author,
            request.Reason,
            programVersion,
            request.Table,
            request.Key,
            request.Version,
            request.Cells);
        var planned = await store.EraseAsync(erasing with { IsDryRun = true }, cancellationToken).ConfigureAwait(false);
        if (planned is not EraseOutcome.Erased { Versions: var versions })
        {
            return new ErasePersonOutcome.Refused(((EraseOutcome.Refused)planned).Why);
        }

        var search = new PublicationsWithErased(store, packs, styles, erasing, versions);
        var kept = (await store.PublicationFilesAsync(request.Organisation, null, cancellationToken).ConfigureAwait(false)).Where(file => !file.IsErased)
            .ToList();
        var publications = await search.FindAsync(kept, cancellationToken).ConfigureAwait(false);
        List<PublicationFileEntry> lost = LostWith(kept, publications);
        if (request.IsDryRun)
        {
            return new ErasePersonOutcome.WouldErase(versions, lost);
        }

        return await store.EraseAsync(erasing with { Publications = publications }, cancellationToken).ConfigureAwait(false) switch
        {
            EraseOutcome.Erased done => new ErasePersonOutcome.Erased(done.Number, done.RecordedAt, done.Versions, lost, done.Left),
            EraseOutcome.Refused refused => new ErasePersonOutcome.Refused(refused.Why),
            _ => throw new InvalidOperationException("Something is erased or refused."),
        };
    }

    /// <summary>The files of these publications, and every other with the same bytes, which are kept once.</summary>
    private static List<PublicationFileEntry> LostWith(List<PublicationFileEntry> kept, IReadOnlyList<string> publications)
    {
        var digests = kept.Where(file => publications.Contains(file.Publication)).Select(file => file.Digest).ToHashSet(StringComparer.Ordinal);
        return kept.FindAll(file => digests.Contains(file.Digest));
    }
}

/// <summary>What came of an erasure.</summary>
public abstract record ErasePersonOutcome
{
    private ErasePersonOutcome()
    {
    }

    /// <summary>What happened, in sentences.</summary>
    public abstract string Sentence { get; }

    /// <param name="Why">In sentences.</param>
    public sealed record Refused(string Why) : ErasePersonOutcome
    {
        public override string Sentence => $"{Why} Nothing was erased.";
    }

    /// <param name="Versions">Which versions of the row.</param>
    /// <param name="LostFiles">The kept files of publications that would go.</param>
    public sealed record WouldErase(IReadOnlyList<long> Versions, IReadOnlyList<PublicationFileEntry> LostFiles) : ErasePersonOutcome
    {
        public override string Sentence => $"This would erase it in {Named(Versions)} of the row.{Lost("would be", LostFiles)} Nothing was erased.";
    }

    /// <param name="Number">The change that records it.</param>
    /// <param name="RecordedAt">When.</param>
    /// <param name="Versions">Which versions of the row.</param>
    /// <param name="LostFiles">The kept files of publications that went with it.</param>
    /// <param name="Left">What is still to be done by hand; empty for nothing.</param>
    public sealed record Erased(
        long Number, DateTimeOffset RecordedAt, IReadOnlyList<long> Versions, IReadOnlyList<PublicationFileEntry> LostFiles, string Left) : ErasePersonOutcome
    {
        public override string Sentence =>
            ($"Erased in {Named(Versions)} of the row, and recorded as change {Number} at {RowChangeRecord.Moment(RecordedAt)}."
                + $"{Lost("were", LostFiles)} {Left}").TrimEnd();
    }

    private static string Named(IReadOnlyList<long> versions) => (versions.Count == 1 ? "version " : "versions ") + string.Join(", ", versions);

    private static string Lost(string verb, IReadOnlyList<PublicationFileEntry> files) => files.Count == 0 ? string.Empty
        : $" The kept files of publications that hold it {verb} erased too: "
            + string.Join("; ", files.GroupBy(file => file.Publication).Select(group => $"{group.Key} ({string.Join(", ", group.Select(file => file.Name))})"))
            + ".";
}
