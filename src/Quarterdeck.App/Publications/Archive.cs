using System.Collections.Concurrent;
using Quarterdeck.App.Reports;
using Quarterdeck.App.Store;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.App.Publications;

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
/// <param name="Reports">Each report as it was last published, by its code in any case.</param>
public sealed record PublishedState(Pack Pack, StoredState Stored, IReadOnlyDictionary<string, Report> Reports);

/// <summary>Everything that was published from a store by one moment: what there is, what corrects what, and each of them again.</summary>
public sealed class Archive
{
    // Each holds a whole pack while it is open; readers mostly ask for the same few.
    private const int MostOpen = 8;

    private readonly IStore _store;
    private readonly string _organisation;
    private readonly PackFromRows _read;
    private readonly Func<Pack, StoredState, IReadOnlyList<ReportFormat>> _formatsOf;
    private readonly Dictionary<string, PublishedRecords> _records;
    private readonly ConcurrentDictionary<string, Task<OpenedPublication?>> _open = new(StringComparer.Ordinal);

    private Archive(IStore store, string organisation, PackFromRows read, Func<Pack, StoredState, IReadOnlyList<ReportFormat>> formatsOf, StoredState state)
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
    public static Archive Of(IStore store, string organisation, PackFromRows read, Func<Pack, StoredState, IReadOnlyList<ReportFormat>> formatsOf, StoredState state) =>
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
    public async Task<PublishedState?> Shown(CancellationToken stop)
    {
        if (Versions.Count == 0)
        {
            return null;
        }

        var last = await At(Versions[0].Change, stop).ConfigureAwait(false);
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

        var reports = new Dictionary<string, Report>(StringComparer.OrdinalIgnoreCase);
        foreach (var version in Versions.Where(one => LastOf(one.Report) == one))
        {
            // Reports that were published together were made from the same, which is read once.
            var opening = version.Change == last.State.Change ? _open.GetOrAdd(version.Id, _ => Task.FromResult(Made(version, last))) : Open(version);
            if (await opening.ConfigureAwait(false) is { } opened)
            {
                reports[version.Report] = opened.Report;
            }
        }

        return new PublishedState(PublishedPack.Of(pack, rounds, Versions), last.State, reports);
    }

    /// <summary>The publication as it was; null where what it was made from is not all there any more.</summary>
    public async Task<OpenedPublication?> Open(PublishedVersion version)
    {
        ArgumentNullException.ThrowIfNull(version);
        if (_open.Count > MostOpen)
        {
            _open.Clear();
        }

        // Not stopped with the reader who asked first: others may be waiting for the same.
        var opening = _open.GetOrAdd(version.Id, _ => Read(version));
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

    private async Task<OpenedPublication?> Read(PublishedVersion version) => Made(version, await At(version.Change, CancellationToken.None).ConfigureAwait(false));

    private async Task<Held> At(long change, CancellationToken stop)
    {
        var state = await _store.ReadAfter(_organisation, change, stop).ConfigureAwait(false);
        return new Held(state, RowDigest.Of(state), StoredPack.Of(state, _read, "store").Pack);
    }

    private OpenedPublication? Made(PublishedVersion version, Held held)
    {
        if (held.Digest != version.Inputs
            || held.Pack is not { } pack
            || ReportBuilder.Definitions(pack).FirstOrDefault(one => string.Equals(one.Code, version.Report, StringComparison.OrdinalIgnoreCase)) is not { } definition)
        {
            return null;
        }

        var report = ReportBuilder.Build(pack, definition, version.PublishedOn, version.Correction);
        return new OpenedPublication(report, _formatsOf(pack, held.State), [.. _records[version.Id].ChangesTo(PublishedRecords.Of(report.Rated))]);
    }

    /// <param name="State">What the store held.</param>
    /// <param name="Digest">Its fingerprint.</param>
    /// <param name="Pack">The pack it makes; null where that is not sound.</param>
    private sealed record Held(StoredState State, string Digest, Pack? Pack);
}
