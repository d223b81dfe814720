using Quarterdeck.Domain.Indicators;

namespace Quarterdeck.Domain.Results;

/// <summary>The results of indicators whose figures are made from months, or from two other indicators. Each says what it was made of.</summary>
public sealed class DerivedResults
{
    private readonly ResultList _given;
    private readonly Func<IndicatorRef, int?> _targetPlaces;
    private readonly IReadOnlyDictionary<IndicatorRef, IReadOnlyList<Indicator>> _versions;
    private readonly Dictionary<IndicatorRef, ResultList> _made = [];
    private readonly Lazy<ILookup<IndicatorRef, string>> _parts;

    /// <param name="versions">The versions of every indicator.</param>
    /// <param name="given">The results as they were given.</param>
    /// <param name="targetPlaces">The most places a target of an indicator was typed with.</param>
    public DerivedResults(
        IReadOnlyDictionary<IndicatorRef, IReadOnlyList<Indicator>> versions, ResultList given, Func<IndicatorRef, int?> targetPlaces)
    {
        ArgumentNullException.ThrowIfNull(versions);
        _given = given;
        _targetPlaces = targetPlaces;
        _versions = versions;
        _parts = new Lazy<ILookup<IndicatorRef, string>>(() => PartsOf(given));
    }

    /// <summary>What an indicator is rated by: the results made for it, or those given.</summary>
    public ResultList Of(IndicatorRef reference)
    {
        var versions = _versions[reference];
        if (!versions.Any(version => version.IsDerived))
        {
            return _given;
        }

        if (!_made.TryGetValue(reference, out var made))
        {
            _made[reference] = made = ResultList.From(
            [
                .. Make(versions, null),
                .. Parts(reference).SelectMany(name => Make(versions, name).Select(result => result with { Breakdown = name })),
            ]);
        }

        return made;
    }

    /// <summary>The parts of the whole that results speak for, in the order of their first results.</summary>
    public IReadOnlyList<string> Parts(IndicatorRef reference) =>
        _versions[reference][0] is { NumeratorRef: { } numerator, DenominatorRef: { } denominator }
            ? [.. Parts(numerator).Intersect(Parts(denominator), StringComparer.OrdinalIgnoreCase)]
            : [.. _parts.Value[reference]];

    private static ILookup<IndicatorRef, string> PartsOf(ResultList results) => results.Whole
        .Where(whole => whole.Value.Breakdown is not null)
        .OrderBy(whole => whole.Key)
        .Select(whole => (whole.Value.Ref, Name: whole.Value.Breakdown!))
        .DistinctBy(part => (part.Ref, part.Name.ToLowerInvariant()))
        .ToLookup(part => part.Ref, part => part.Name);

    private IEnumerable<Result> Make(IReadOnlyList<Indicator> versions, string? part)
    {
        var given = versions[0] is { NumeratorRef: { } numerator, DenominatorRef: { } denominator }
            ? new Series(versions, ResultList.From(Formula.Results(versions, SeriesOf(numerator, part), SeriesOf(denominator, part))))
            : new Series(versions, _given, part) { TargetPlaces = _targetPlaces(versions[0].Ref) };
        return versions.Any(version => version.FromMonths is not null)
            ? MonthsMade.Results(given)
            : Enumerable.Range(0, given.Count).Select(index => given[index]);
    }

    private Series SeriesOf(IndicatorRef reference, string? part) => new(_versions[reference], Of(reference), part);
}
