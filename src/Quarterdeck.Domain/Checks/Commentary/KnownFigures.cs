using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Results;

namespace Quarterdeck.Domain.Checks.Commentary;

/// <summary>Every figure the pack holds about some indicators and those they belong with: values, years to date, targets, comparators, and the changes
/// between them.</summary>
internal sealed class KnownFigures
{
    private readonly HashSet<decimal> _figures = [];

    private readonly bool _isOfLevelsOnly;

    /// <param name="context">The pack.</param>
    /// <param name="refs">The indicators.</param>
    /// <param name="isOfLevelsOnly">Without the changes between figures.</param>
    public KnownFigures(CheckContext context, IEnumerable<IndicatorRef> refs, bool isOfLevelsOnly = false)
    {
        _isOfLevelsOnly = isOfLevelsOnly;
        var wanted = refs.ToHashSet();
        foreach (var rated in context.Rated.Where(one => wanted.Contains(one.Indicator.Ref) || (one.Indicator.Parent is { } parent && wanted.Contains(parent))
            || wanted.Any(reference => context.ByRef.TryGetValue(reference, out var child) && child.Indicator.Parent == one.Indicator.Ref)))
        {
            Take(rated);
            foreach (var comparator in context.Pack.Comparators.Where(other => other.Ref == rated.Indicator.Ref))
            {
                Add(comparator.Value.Number, rated.Indicator.Scale);
            }
        }
    }

    /// <summary>Whether the data has the figure, or a figure that rounds to it.</summary>
    public bool Hold(decimal number) => _figures.Contains(number) || _figures.Any(held => Math.Abs(held - number) <= Tolerance(number));

    private static decimal Tolerance(decimal number) => number.Scale == 0 ? 0.5m : 0.05m;

    private void Take(RatedIndicator rated)
    {
        var scale = rated.Indicator.Scale;
        var figures = rated.History.Select(period => period.Value).ToList();
        figures.Add(rated.Ytd.Number);
        figures.Add(rated.PreviousYear?.Number);
        figures.Add(rated.PreviousYearYtd?.Number);
        foreach (var standard in rated.History.Select(period => period.Standard).Append(rated.YtdStandard).Distinct())
        {
            figures.AddRange([standard.Target, standard.Floor, standard.Lower, standard.Upper]);
        }

        var known = figures.OfType<decimal>().Distinct().ToList();
        foreach (var figure in known)
        {
            Add(figure, scale);
        }

        if (_isOfLevelsOnly)
        {
            return;
        }

        // What a text says of a change: points, and per cent of what it was.
        var moving = rated.History.Select(period => period.Value).OfType<decimal>().TakeLast(13).ToList();
        foreach (var (now, before) in moving.SelectMany(now => moving.Select(before => (now, before)))
            .Append((rated.Ytd.Number ?? 0, rated.PreviousYearYtd?.Number ?? 0)).Append((rated.Value ?? 0, rated.PreviousYear?.Number ?? 0)))
        {
            Add(Math.Abs(now - before), scale);
            if (before != 0)
            {
                Add(Numbers.Rounding.To(Math.Abs(Quantity.Of((now - before) * 100, before).Value), 1), 1);
            }
        }
    }

    private void Add(decimal? figure, decimal scale)
    {
        if (figure is { } known)
        {
            _figures.Add(known);
            _figures.Add(known * scale);
            _figures.Add(known * scale / 1_000_000);
        }
    }
}
