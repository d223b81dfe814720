using System.Numerics;

namespace Quarterdeck.Domain.Statistics.ControlCharts;

/// <summary>
/// Whether values lie about a line as chance would lay them: the Anhoej rules, by the longest run on one side and the number of crossings
/// (Anhoej and Olesen, PLOS ONE 2014). Values on the line are dropped and end no run.
/// </summary>
/// <param name="Useful">Values not on the line.</param>
/// <param name="LongestRun">Null where no value is useful.</param>
/// <param name="LongestRunMost">The longest run chance allows: log2 of the useful values, rounded, and 3.</param>
/// <param name="Crossings">Of the line; null where no value is useful.</param>
/// <param name="CrossingsFewest">
/// The fewest crossings chance allows: the 5% quantile of the binomial distribution at a half, of one less than the useful values.
/// </param>
public sealed record RunsAnalysis(int Useful, int? LongestRun, int? LongestRunMost, int? Crossings, int? CrossingsFewest)
{
    /// <summary>A run too long or crossings too few: the line is not where the process runs all the time.</summary>
    public bool IsSignal => LongestRun > LongestRunMost || Crossings < CrossingsFewest;

    /// <summary>The same by the best box; null outside 10 to 100 useful values.</summary>
    public bool? IsBestBoxSignal => RunsBox.Of(Useful) is { } box && (LongestRun, Crossings) is ({ } run, { } crossings)
        ? !box.Holds(crossings, run) : null;

    /// <summary>The same by the cut box; null outside 10 to 100 useful values.</summary>
    public bool? IsCutBoxSignal => RunsBox.Of(Useful) is { } box && (LongestRun, Crossings) is ({ } run, { } crossings)
        ? !box.Holds(crossings, run) || box.Cuts(crossings, run) : null;

    /// <param name="sides">1 above the line, -1 below it, 0 on it.</param>
    public static RunsAnalysis Of(IEnumerable<int> sides)
    {
        var (useful, runs, run, longest, last) = (0, 0, 0, 0, 0);
        foreach (var side in sides)
        {
            if (side == 0)
            {
                continue;
            }

            useful++;
            run = side == last ? run + 1 : 1;
            runs += run == 1 ? 1 : 0;
            longest = Math.Max(longest, run);
            last = side;
        }

        return useful == 0
            ? new RunsAnalysis(0, null, null, null, null)
            : new RunsAnalysis(useful, longest, LongestAllowed(useful), runs - 1, CrossingsNeeded(useful));
    }

    /// <summary>See <see cref="LongestRunMost"/>.</summary>
    public static int LongestAllowed(int useful) => (int)Math.Round(Math.Log2(useful)) + 3;

    /// <summary>See <see cref="CrossingsFewest"/>; by whole numbers, so that no tie is rounded.</summary>
    public static int CrossingsNeeded(int useful)
    {
        var tosses = useful - 1;
        var all = BigInteger.One << tosses;
        var ways = BigInteger.One;
        var fewest = 0;
        for (var sum = ways; sum * 20 < all; sum += ways)
        {
            fewest++;
            ways = ways * (tosses - fewest + 1) / fewest;
        }

        return fewest;
    }
}
