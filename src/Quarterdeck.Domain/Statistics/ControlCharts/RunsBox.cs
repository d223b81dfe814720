namespace Quarterdeck.Domain.Statistics.ControlCharts;

/// <summary>
/// Bounds of longest run and crossings that notice a shift best without more false alarms than 7.5%: the best box, and the cut box, which
/// leaves a part of its border out (Anhoej and Wentzel-Larsen, PLOS ONE 2020). Worked out from the joint distribution of both, for no
/// shift and for one of 0.8 standard deviations, and known for 10 to 100 useful values.
/// </summary>
/// <param name="Crossings">The fewest inside the box.</param>
/// <param name="Run">The longest inside the box.</param>
/// <param name="CutCrossings">With the longest run of the box, so many crossings or fewer are cut off; null where nothing is.</param>
/// <param name="CutRun">With the fewest crossings of the box, a run so long or longer is cut off.</param>
internal sealed record RunsBox(int Crossings, int Run, int? CutCrossings, int? CutRun)
{
    private const int Fewest = 10;
    private const int Most = 100;
    private const double Specificity = 0.925;

    /// <summary>The share of values over the old line once the process runs 0.8 standard deviations above it: the normal distribution at 0.8.</summary>
    private const double ShareOverLine = 0.788144601416603336;

    private static readonly Lazy<RunsBox[]> Boxes = new(All);

    /// <summary>Null outside 10 to 100 useful values.</summary>
    public static RunsBox? Of(int useful) => useful is >= Fewest and <= Most ? Boxes.Value[useful - Fewest] : null;

    public bool Holds(int crossings, int run) => crossings >= Crossings && run <= Run;

    public bool Cuts(int crossings, int run) => (run == Run && crossings <= CutCrossings) || (crossings == Crossings && run >= CutRun);

    private static RunsBox[] All()
    {
        var (still, shifted) = (Joint(0.5), Joint(ShareOverLine));
        return [.. Enumerable.Range(Fewest, Most - Fewest + 1).Select(useful => Best(useful, still, shifted))];
    }

    /// <summary>Of boxes with false alarms few enough, the one that a shifted process is least likely to stay inside.</summary>
    private static RunsBox Best(int useful, double[,,] still, double[,,] shifted)
    {
        var (least, crossings, run) = (double.PositiveInfinity, 0, 0);
        for (var fewest = 0; fewest < useful; fewest++)
        {
            for (var longest = 1; longest <= useful; longest++)
            {
                if (IsPossible(useful, fewest, longest) && Inside(still, useful, fewest, longest) >= Specificity
                    && Inside(shifted, useful, fewest, longest) is var missed && missed < least)
                {
                    (least, crossings, run) = (missed, fewest, longest);
                }
            }
        }

        return Cut(useful, still, shifted, new RunsBox(crossings, run, null, null));
    }

    /// <summary>From the corner along the border, each time the point a shifted process is likelier to lie on, while false alarms stay few enough.</summary>
    private static RunsBox Cut(int useful, double[,,] still, double[,,] shifted, RunsBox box)
    {
        var spare = Inside(still, useful, box.Crossings, box.Run) - Specificity - At(still, useful, box.Crossings, box.Run);
        if (spare < 0)
        {
            return box;
        }

        var (up, down) = (box.Crossings + 1, box.Run - 1);
        for (var (goesUp, goesDown) = (true, true); goesUp || goesDown;)
        {
            var above = goesUp && IsPossible(useful, up, box.Run) ? At(shifted, useful, up, box.Run) : -1;
            var below = goesDown && IsPossible(useful, box.Crossings, down) ? At(shifted, useful, box.Crossings, down) : -1;
            var takesUp = above >= below;
            var cost = (above, below) is ( < 0, < 0) ? double.PositiveInfinity
                : takesUp ? At(still, useful, up, box.Run) : At(still, useful, box.Crossings, down);
            if (cost > spare)
            {
                (goesUp, goesDown) = double.IsInfinity(cost) ? (false, false) : (goesUp && !takesUp, goesDown && takesUp);
                continue;
            }

            spare -= cost;
            (up, down) = takesUp ? (up + 1, down) : (up, down - 1);
        }

        return box with { CutCrossings = up - 1, CutRun = down + 1 };
    }

    private static bool IsPossible(int useful, int crossings, int run) =>
        crossings < useful && run >= 1 && run * (crossings + 1) >= useful && run <= useful - crossings;

    private static double Inside(double[,,] joint, int useful, int fewest, int longest)
    {
        var sum = 0.0;
        for (var crossings = fewest; crossings < useful; crossings++)
        {
            sum += joint[useful, longest, crossings];
        }

        return sum;
    }

    private static double At(double[,,] joint, int useful, int crossings, int run) => joint[useful, run, crossings] - joint[useful, run - 1, crossings];

    /// <summary>For so many values, the chance of so many crossings with no run longer than so many; each value is over the line with this chance.</summary>
    private static double[,,] Joint(double share)
    {
        var joint = new double[Most + 1, Most + 1, Most];
        double[] chances = [share, 1 - share];
        for (var longest = 1; longest <= Most; longest++)
        {
            // Ways that end a run over (0) or under (1) the line at a value, by the crossings before it.
            var ends = new double[2, Most + 1, Most];
            for (var value = 1; value <= Most; value++)
            {
                AddRuns(ends, value, longest, chances);
                for (var crossings = 0; crossings < value; crossings++)
                {
                    joint[value, longest, crossings] = ends[0, value, crossings] + ends[1, value, crossings];
                }
            }
        }

        return joint;
    }

    private static void AddRuns(double[,,] ends, int value, int longest, double[] chances)
    {
        for (var side = 0; side < 2; side++)
        {
            var chance = 1.0;
            for (var run = 1; run <= Math.Min(longest, value); run++)
            {
                chance *= chances[side];
                if (run == value)
                {
                    ends[side, value, 0] += chance;
                }

                for (var crossings = 1; crossings <= value - run; crossings++)
                {
                    ends[side, value, crossings] += chance * ends[1 - side, value - run, crossings - 1];
                }
            }
        }
    }
}
