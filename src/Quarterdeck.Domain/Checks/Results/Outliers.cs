namespace Quarterdeck.Domain.Checks.Results;

/// <summary>
/// Which figures of a series lie far from its other figures, by their median and the median absolute deviation (MAD). A short series has a
/// MAD by chance, so there the mean deviation counts as well, and a figure must lie further off.
/// </summary>
internal static class Outliers
{
    /// <summary>With fewer figures beside it nothing can be said of one.</summary>
    public const int FewestOthers = 3;

    /// <summary>From here on one figure does not move the median, and all share one.</summary>
    private const int Many = 12;

    private const int Short = 8;
    private const int Deviations = 8;
    private const int DeviationsOfShort = 12;

    /// <summary>Five times as large or small as a series that never varied by more than three: a digit too many or too few.</summary>
    private const int Tenfold = 5;
    private const int Varied = 3;

    /// <summary>Counts below this vary several times over by chance.</summary>
    private const int LeastForTenfold = 20;

    /// <summary>The places of the figures far from the others, and the median of the others.</summary>
    /// <param name="values">In the order of their periods.</param>
    /// <param name="least">The least deviation that counts, by the median and how many figures it is of.</param>
    public static IEnumerable<(int Place, decimal Median)> Find(IReadOnlyList<decimal> values, Func<decimal, int, decimal> least)
    {
        if (values.Count <= FewestOthers)
        {
            yield break;
        }

        var shared = values.Count > Many ? Spread.Of([.. values.Order()]) : null;
        for (var place = 0; place < values.Count; place++)
        {
            var others = shared ?? Spread.Of([.. values.Where((_, at) => at != place).Order()]);
            if (IsFar(values[place], others, least(others.Median, others.Count)))
            {
                yield return (place, others.Median);
            }
        }
    }

    private static bool IsFar(decimal value, Spread others, decimal least)
    {
        var isShort = others.Count < Short;

        // Where most figures are the same the median deviation is nothing, and says nothing of those that are not.
        var deviation = Math.Max(isShort || others.Deviation == 0 ? Math.Max(others.Deviation, others.Mean) : others.Deviation, least);
        return Math.Abs(value - others.Median) > deviation * (isShort ? DeviationsOfShort : Deviations) || IsTenfold(value, others);
    }

    private static bool IsTenfold(decimal value, Spread others) =>
        others.Median > 0 && value > 0 && Math.Max(value, others.Median) >= LeastForTenfold
        && others.Least * Varied >= others.Median && others.Most <= others.Median * Varied
        && (value >= others.Median * Tenfold || value * Tenfold <= others.Median);

    private sealed record Spread(int Count, decimal Median, decimal Deviation, decimal Mean, decimal Least, decimal Most)
    {
        public static Spread Of(List<decimal> sorted)
        {
            var median = Middle(sorted);
            List<decimal> away = [.. sorted.Select(value => Math.Abs(value - median)).Order()];
            return new Spread(sorted.Count, median, Middle(away), away.Sum() / away.Count, sorted[0], sorted[^1]);
        }

        private static decimal Middle(List<decimal> sorted) =>
            sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;
    }
}
