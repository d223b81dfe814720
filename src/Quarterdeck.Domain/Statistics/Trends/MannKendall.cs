namespace Quarterdeck.Domain.Statistics.Trends;

/// <summary>
/// Whether later figures are larger than earlier ones, by order alone (Mann 1945, Kendall 1975), with the correction for ties and for
/// continuity; and the median of the slopes between all pairs (Theil 1950, Sen 1968). With seasons only figures of one season are paired
/// (Hirsch, Slack and Smith 1982).
/// </summary>
/// <param name="S">Pairs that rise less pairs that fall.</param>
/// <param name="Variance">Of S where there is no trend.</param>
/// <param name="Slope">Units of the series for each period.</param>
/// <param name="HasTies">Two figures are the same.</param>
public sealed record MannKendall(int S, double Variance, double Slope, bool HasTies)
{
    public double Z => Variance > 0 ? (S - Math.Sign(S)) / Math.Sqrt(Variance) : 0;

    public static MannKendall Of(IReadOnlyList<TimedFigure> points, int seasons = 1)
    {
        var (sum, variance, ties) = (0, 0.0, false);
        var slopes = new List<double>();
        foreach (var season in points.GroupBy(point => point.Time % seasons).Select(season => season.ToList()))
        {
            for (var late = 1; late < season.Count; late++)
            {
                for (var early = 0; early < late; early++)
                {
                    sum += season[late].Value.CompareTo(season[early].Value);
                    slopes.Add((season[late].Value - season[early].Value) / (season[late].Time - season[early].Time));
                }
            }

            var groups = season.CountBy(point => point.Value).Select(group => group.Value).ToList();
            ties |= groups.Exists(group => group > 1);
            variance += (Pairs(season.Count) - groups.Sum(Pairs)) / 18;
        }

        slopes.Sort();
        var median = slopes.Count == 0 ? 0 : (slopes[(slopes.Count - 1) / 2] + slopes[slopes.Count / 2]) / 2;
        return new MannKendall(sum, variance, median, ties);
    }

    /// <summary>S over the pairs there are.</summary>
    public double Tau(int count) => S / (count * (count - 1.0) / 2);

    /// <summary>The chance of an S this far from nought or farther, by the normal distribution.</summary>
    public double P(IDistributions distributions) => 2 * distributions.Normal(-Math.Abs(Z));

    /// <summary>The same by counting all orders; for figures without ties.</summary>
    public double ExactP(int count)
    {
        // Shares of the orders of so many figures with so many pairs the wrong way round.
        var shares = new double[] { 1 };
        for (var figures = 2; figures <= count; figures++)
        {
            var next = new double[(figures * (figures - 1) / 2) + 1];
            for (var inverted = 0; inverted < next.Length; inverted++)
            {
                for (var added = Math.Max(0, inverted - shares.Length + 1); added < figures && added <= inverted; added++)
                {
                    next[inverted] += shares[inverted - added] / figures;
                }
            }

            shares = next;
        }

        var rising = ((count * (count - 1) / 2) + Math.Abs(S)) / 2;
        return Math.Min(1, 2 * shares.Skip(rising).Sum());
    }

    private static double Pairs(int count) => (double)count * (count - 1) * ((2 * count) + 5);
}
