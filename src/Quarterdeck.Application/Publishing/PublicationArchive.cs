using System.Collections.Concurrent;
using Quarterdeck.Application.Abstractions;
using Quarterdeck.Application.Reports;
using Quarterdeck.Application.Store;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Application.Publishing;

/// <summary>A correction as readers see it: both versions, and what differs.</summary>
/// <param name="Later">The version that corrects.</param>
/// <param name="Earlier">The version it takes the place of.</param>
/// <param name="Changes">The figures that differ; none where only words do.</param>
public sealed record PublishedCorrection(PublishedVersion Later, PublishedVersion Earlier, IReadOnlyList<FigureChange> Changes);

/// <summary>A publication opened again.</summary>
/// <param name="Report">The report.</param>
/// <param name="Formats">The formats it can be had in, in the look it had.</param>
/// <param name="Changes">What this version of the program shows differently from what was printed: none, when it rates as that one did.</param>
public sealed record OpenedPublication(Report Report, IReadOnlyList<ReportFormat> Formats, IReadOnlyList<FigureChange> Changes);

/// <summary>What readers may see.</summary>
/// <param name="Pack">What was published of the pack, as of the last publication.</param>
/// <param name="Stored">What the store held then.</param>
/// <param name="Reports">Each report as it was last published, by its code in any case; made when it is first asked for.</param>
public sealed record PublishedState(Pack Pack, StoredState Stored, IReadOnlyDictionary<string, Lazy<Report>> Reports);

/// <summary>Everything that was published from a store by one moment: what there is, what corrects what, and each of them again.</summary>
public sealed class PublicationArchive
{
    // Each holds a whole pack while it is open; readers mostly ask for the same few.
    private const int MostOpen = 8;

    private readonly IStore _store;
    private readonly string _organisation;
    private readonly PackFromSeries _read;
    private readonly Func<Pack, StoredState, IReadOnlyList<ReportFormat>> _formatsOf;
    private readonly Dictionary<string, PublishedRecords> _records;
    private readonly ConcurrentDictionary<string, Task<OpenedPublication?>> _open = new(StringComparer.Ordinal);

    private PublicationArchive(
        IStore store,
        string organisation,
        PackFromSeries read,
        Func<Pack, StoredState, IReadOnlyList<ReportFormat>> formatsOf,
        StoredState state)
    {
        (_store, _organisation, _read, _formatsOf) = (store, organisation, read, formatsOf);
        Versions = [.. PublishedVersion.All(state).Reverse()];
        _records = Versions.ToDictionary(one => one.Id, one => PublishedRecords.Find(state, one.Id) ?? PublishedRecords.Of([]), StringComparer.Ordinal);
        Corrections =
        [
            .. Versions.Where(one => one.Corrects is not null).Select(one => (Later: one, Earlier: Find(one.Corrects!)!))
                .Select(pair => new PublishedCorrection(pair.Later, pair.Earlier, [.. _records[pair.Earlier.Id].ChangesTo(_records[pair.Later.Id])])),
        ];
    }

    /// <summary>Every version, the last published first.</summary>
    public IReadOnlyList<PublishedVersion> Versions { get; }

    /// <summary>Every correction, the last published first.</summary>
    public IReadOnlyList<PublishedCorrection> Corrections { get; }

    /// <param name="store">Read now, and again whenever an older publication is opened.</param>
    /// <param name="organisation">Code of the organisation.</param>
    /// <param name="read">Makes a pack of rows.</param>
    /// <param name="formatsOf">The formats there are, in the look of a pack and what the store keeps beside it.</param>
    /// <param name="state">What the store holds.</param>
    public static PublicationArchive Of(
        IStore store,
        string organisation,
        PackFromSeries read,
        Func<Pack, StoredState, IReadOnlyList<ReportFormat>> formatsOf,
        StoredState state) =>
        new(store, organisation, read, formatsOf, state);

    /// <summary>By its identity in any case; null when there is none.</summary>
    public PublishedVersion? Find(string id) => Versions.FirstOrDefault(one => string.Equals(one.Id, id, StringComparison.OrdinalIgnoreCase));

    /// <summary>The version that takes the place of this one; null for the one in force.</summary>
    public PublishedVersion? After(PublishedVersion version)
    {
        ArgumentNullException.ThrowIfNull(version);
        return Versions.FirstOrDefault(one => one.Corrects == version.Id);
    }

    /// <summary>The last version of a report, whatever its round; null when it was never published.</summary>
    public PublishedVersion? LastOf(string report) => Versions.FirstOrDefault(one => string.Equals(one.Report, report, StringComparison.OrdinalIgnoreCase));

    /// <summary>The versions an indicator stands in, the last published first.</summary>
    public IEnumerable<PublishedVersion> With(IndicatorRef reference) => Versions.Where(one => _records[one.Id].Has(reference));

    /// <summary>What an indicator was published with, by the names of fields; null where it was not in that version.</summary>
    public IReadOnlyDictionary<string, string>? RecordOf(PublishedVersion version, IndicatorRef reference)
    {
        ArgumentNullException.ThrowIfNull(version);
        return _records[version.Id].Of(reference);
    }

    /// <summary>What readers may see as of the last publication, and each report as it was last published; null when nothing was.</summary>
    public async Task<PublishedState?> ShownAsync(CancellationToken cancellationToken)
    {
        if (Versions.Count == 0)
        {
            return null;
        }

        // Whatever the reports are of, the site shows each indicator of any of them as it was at the last publication.
        var last = await AtAsync(Versions[0].Change, Versions, cancellationToken).ConfigureAwait(false);
        if (last.Pack is not { } pack)
        {
            return null;
        }

        var rounds = new Dictionary<IndicatorRef, Month>();
        foreach (var version in Versions)
        {
            foreach (var reference in _records[version.Id].Refs)
            {
                rounds[reference] = rounds.TryGetValue(reference, out var round) && round > version.ResultsTo ? round : version.ResultsTo;
            }
        }

        var reports = new Dictionary<string, Lazy<Report>>(StringComparer.OrdinalIgnoreCase);
        foreach (var version in Versions.Where(one => LastOf(one.Report) == one))
        {
            // Reports that were published together were made from the same, which is read once.
            var held = version.Change == last.State.Change ? last : await AtAsync(version.Change, [version], cancellationToken).ConfigureAwait(false);
            if (DefinitionOf(version, held) is { } definition)
            {
                reports[version.Report] = new Lazy<Report>(() => Built(version, held, definition));
            }
        }

        return new PublishedState(PublishedPack.Of(pack, rounds, Versions), last.State, reports);
    }

    /// <summary>The publication as it was; null where what it was made from is not all there any more.</summary>
    public async Task<OpenedPublication?> OpenAsync(PublishedVersion version)
    {
        ArgumentNullException.ThrowIfNull(version);
        if (_open.Count > MostOpen)
        {
            _open.Clear();
        }

        // Not stopped with the reader who asked first: others may be waiting for the same.
        var opening = _open.GetOrAdd(version.Id, _ => ReadAsync(version));
        try
        {
            return await opening.ConfigureAwait(false);
        }
        catch (StoreException)
        {
            _open.TryRemove(new KeyValuePair<string, Task<OpenedPublication?>>(version.Id, opening));
            throw;
        }
    }

    private async Task<OpenedPublication?> ReadAsync(PublishedVersion version)
    {
        var held = await AtAsync(version.Change, [version], CancellationToken.None).ConfigureAwait(false);
        if (DefinitionOf(version, held) is not { } definition)
        {
            return null;
        }

        var report = Built(version, held, definition);
        return new OpenedPublication(report, _formatsOf(held.Pack!, held.State), [.. _records[version.Id].ChangesTo(PublishedRecords.Of(report.Rated))]);
    }

    /// <summary>What the store held at a change of what these versions were made from; where nothing says how little that is, all of it.</summary>
    private async Task<Held> AtAsync(long change, IReadOnlyList<PublishedVersion> versions, CancellationToken cancellationToken)
    {
        if (versions.All(one => one.MadeFrom is not null))
        {
            var references = versions.SelectMany(one => one.MadeFrom!).Select(one => one.Value).ToHashSet(StringComparer.Ordinal);
            var some =
                PublishedInputs.Only(await _store.ReadAfterAsync(_organisation, change, references, cancellationToken).ConfigureAwait(false), references);
            if (StoredPack.Of(some, _read, "store").Pack is { } pack)
            {
                return new Held(some, some.Rows.Any(row => row.IsErased) ? string.Empty : null, pack);
            }
        }

        var state = await _store.ReadAfterAsync(_organisation, change, cancellationToken).ConfigureAwait(false);
        return new Held(state, RowDigest.Of(state), StoredPack.Of(state, _read, "store").Pack);
    }

    /// <summary>The report a version is of; null where what it was made from is not all there any more.</summary>
    private static ReportDefinition? DefinitionOf(PublishedVersion version, Held held) =>
        (held.Digest ?? version.Inputs) == version.Inputs && held.Pack is { } pack
            ? ReportBuilder.Definitions(pack).FirstOrDefault(one => string.Equals(one.Code, version.Report, StringComparison.OrdinalIgnoreCase)) : null;

    private static Report Built(PublishedVersion version, Held held, ReportDefinition definition) =>
        ReportBuilder.Build(held.Pack!, definition with { ResultsTo = version.ResultsTo }, version.PublishedOn, version.Correction, version.Accepted);

    /// <param name="State">What was read of the store.</param>
    /// <param name="Digest">The fingerprint of all the store held; null where less was read, and nothing of it has been erased since.</param>
    /// <param name="Pack">The pack it makes; null where that is not sound.</param>
    private sealed record Held(StoredState State, string? Digest, Pack? Pack);
}
