using System.Diagnostics;

namespace Quarterdeck.Bench.Documents;

/// <summary>One of the ways compared.</summary>
/// <param name="Name">As printed.</param>
/// <param name="Run">What is measured; answers the size of the file made.</param>
public sealed record Way(string Name, Func<long> Run)
{
    /// <summary>Where it is another program: measures the memory of a run that is not timed.</summary>
    public Func<long>? PeakMemory { get; init; }

    public List<double> Seconds { get; } = [];

    public long Bytes { get; private set; }

    /// <summary>Managed memory asked for in one run.</summary>
    public long Allocated { get; private set; }

    /// <summary>Of the other program, in bytes; 0 where it was not told.</summary>
    public long Peak { get; private set; }

    public double Median => Seconds.Order().ElementAt(Seconds.Count / 2);

    /// <summary>Each in turn, round by round, after one round that warms up and is not counted.</summary>
    public static void Measure(IReadOnlyList<Way> ways, int rounds)
    {
        for (var round = 0; round <= rounds; round++)
        {
            foreach (var way in ways)
            {
                way.Once(isCounted: round > 0);
            }
        }
    }

    private void Once(bool isCounted)
    {
        if (!isCounted && PeakMemory is not null)
        {
            Peak = PeakMemory();
            return;
        }

        GC.Collect();
        GC.WaitForPendingFinalizers();
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var watch = Stopwatch.StartNew();
        Bytes = Run();
        watch.Stop();
        Allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        if (isCounted)
        {
            Seconds.Add(watch.Elapsed.TotalSeconds);
        }
    }
}
