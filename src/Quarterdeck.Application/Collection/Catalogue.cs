using Quarterdeck.Application.Accounts;
using Quarterdeck.Application.Store;
using Quarterdeck.Domain.Access;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.People;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Results;

namespace Quarterdeck.Application.Collection;

/// <summary>The council's indicators, targets and results, as returns are asked for and rated by.</summary>
public sealed class Catalogue
{
    private readonly Dictionary<string, Area> _areas;
    private readonly ILookup<IndicatorRef, Indicator> _versions;
    private readonly ILookup<IndicatorRef, Result> _results;

    public Catalogue(Pack pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        Pack = pack;
        _areas = pack.Areas.ToDictionary(area => area.Code, StringComparer.OrdinalIgnoreCase);
        _versions = pack.Indicators.ToLookup(one => one.Ref);
        _results = pack.Results.ToLookup(result => result.Ref);
    }

    public Pack Pack { get; }

    /// <summary>The version in force in a month; null where there is none.</summary>
    public Indicator? Find(IndicatorRef reference, Month month) => _versions[reference].LastOrDefault(version => version.HoldsIn(month));

    /// <summary>What a person's grants must cover to act on an indicator.</summary>
    public AccessSubject SubjectOf(IndicatorRef reference, Month month)
    {
        var areas = new List<string>();
        var code = Find(reference, month)?.Area;
        while (code is not null && _areas.TryGetValue(code, out var area) && !areas.Contains(area.Code))
        {
            areas.Add(area.Code);
            code = area.Parent;
        }

        return new AccessSubject(areas, reference);
    }

    /// <summary>What somebody must return for a month: not what is made of other figures, and no milestones.</summary>
    public IEnumerable<Indicator> OwedIn(Month month) => Pack.Indicators.Where(one =>
        one.HoldsIn(month) && one.NumeratorRef is null && one.Kind != IndicatorKind.Milestone && one.ResultCalendar.ClosesIn(month));

    public string AreaNameOf(Indicator indicator)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        return indicator.Area is { } code && _areas.TryGetValue(code, out var area) ? area.Name : "No area";
    }

    public Result? ResultOf(IndicatorRef reference, Period period) =>
        _results[reference].FirstOrDefault(result => result.Period == period && result.Breakdown is null);

    /// <summary>The pack of one indicator alone and of what weights it, with a result in place of the one of its period.</summary>
    public Pack With(Indicator indicator, Result? result)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        var versions = _versions[indicator.Ref].ToList();
        IndicatorRef[] references = [indicator.Ref, .. versions.Select(version => version.Weight).OfType<IndicatorRef>()];
        var kept = references.Distinct().SelectMany(reference => _results[reference]);
        return Pack with
        {
            Indicators = [.. references.Distinct().SelectMany(reference => _versions[reference])],
            Results = result is null ? [.. kept]
                : [.. kept.Where(one => one.Ref != result.Ref || one.Period != result.Period || one.Breakdown is not null), result],
            Targets = [.. Pack.Targets.Where(target => target.Ref == indicator.Ref)],
            Comparators = [.. Pack.Comparators.Where(one => one.Ref == indicator.Ref)],
            Milestones = [],
            Published = [],
        };
    }
}

/// <summary>Reads the catalogue, and keeps it until something in it changes: what people do on the desk leaves it as it is.</summary>
public sealed class CatalogueReader
{
    private (Catalogue Catalogue, long Change)? _kept;

    /// <summary>Null where nothing is stored, or the rows do not make a pack.</summary>
    public async Task<Catalogue?> ReadAsync(Desk desk, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(desk);
        if (_kept is { } kept
            && !await desk.Store.HasChangedSinceAsync(desk.Organisation, kept.Change, SystemTables.DeskSource, cancellationToken).ConfigureAwait(false))
        {
            return kept.Catalogue;
        }

        var state = await desk.Store.ReadAsync(desk.Organisation, cancellationToken: cancellationToken).ConfigureAwait(false);
        if (StoredPack.Of(state, desk.Packs.Read, "store").Pack is not { } pack)
        {
            return null;
        }

        var read = new Catalogue(pack);
        _kept = (read, state.Change);
        return read;
    }
}
