using System.Diagnostics;
using System.Globalization;
using Quarterdeck.Bench.Sqlite;

namespace Quarterdeck.Bench.Rating;

/// <summary>Rates the same results in each way in turn, several rounds in one run, and compares medians and answers.</summary>
public static class RatingBench
{
    /// <summary>Runs one size and prints it; answers whether all ways agreed.</summary>
    public static bool Run(int rows, int rounds, int threads, bool withSqlite, TextWriter output)
    {
        var data = new SyntheticResults(rows);
        var setUp = Stopwatch.StartNew();
        var rater = data.Rater();
        setUp.Stop();
        var (bulk, loop) = (new BulkWay(data, rater), new PlainLoop(data));
        using var sqlite = withSqlite && SqliteDatabase.IsInstalled ? new SqliteWay(data) : null;

        List<Way> ways = [new("plain loop, simple rules, rows in order, 1 thread", loop.Run, loop.Tally)];
        ways.Add(new("Quarterdeck, full rules, rows in any order, 1 thread", () => bulk.Run(1), bulk.Tally));
        if (threads > 1)
        {
            ways.Add(new($"the same, {threads} threads", () => bulk.Run(threads), bulk.Tally));
        }

        if (sqlite is not null)
        {
            ways.Add(new($"SQLite {SqliteDatabase.Version} SQL, in memory", sqlite.Run, sqlite.Tally, IsSlow: true));
        }

        var answers = Measure(ways, rounds);
        Print(output, rows, rounds, setUp.Elapsed, ways, sqlite is null && withSqlite);
        var agree = answers.Distinct().Count() == 1;
        output.WriteLine(agree ? $"All ways agree: {answers[0]}." : "THE WAYS DISAGREE:");
        foreach (var (way, answer) in agree ? [] : ways.Zip(answers))
        {
            output.WriteLine($"  {way.Name}: {answer}");
        }

        output.WriteLine();
        return agree;
    }

    /// <summary>
    /// What each way answered, in words. The quick ways run in turn, round after round; SQLite, which takes minutes, runs
    /// once at the end: its gigabytes in between would make the others find their memory anew each time.
    /// </summary>
    private static List<string> Measure(List<Way> ways, int rounds)
    {
        var answers = new string[ways.Count];

        // Round 0 warms up: it is not counted, but checked like the rest.
        for (var round = 0; round <= rounds; round++)
        {
            for (var index = 0; index < ways.Count; index++)
            {
                if (!ways[index].IsSlow)
                {
                    answers[index] = Run(ways[index], counts: round > 0);
                }
            }
        }

        for (var index = 0; index < ways.Count; index++)
        {
            if (ways[index].IsSlow)
            {
                answers[index] = Run(ways[index], counts: true);
            }
        }

        return [.. answers];
    }

    private static string Run(Way way, bool counts)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var watch = Stopwatch.StartNew();
        way.Run();
        watch.Stop();
        way.Allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        if (counts)
        {
            way.Seconds.Add(watch.Elapsed.TotalSeconds);
        }

        return way.Tally().ToString();
    }

    private static void Print(TextWriter output, int rows, int rounds, TimeSpan setUp, List<Way> ways, bool sqliteMissing)
    {
        var invariant = CultureInfo.InvariantCulture;
        output.WriteLine(string.Create(invariant, $"{rows:N0} results ({rows / SyntheticResults.RowsInUnit:N0} units x {SyntheticResults.Indicators} indicators x {SyntheticResults.Months} months), median of {rounds} in turn, SQLite once after them, one run"));
        output.WriteLine($"{"",-56}{"seconds",10}{"least",9}{"most",9}{"million/s",11}{"x loop",9}{"x SQLite",10}");
        var (loop, sqlite) = (ways[0].Median, !ways[^1].IsSlow ? (double?)null : ways[^1].Median);
        foreach (var way in ways)
        {
            var slower = sqlite is { } seconds ? (seconds / way.Median).ToString("N1", invariant) : "-";
            output.WriteLine(string.Create(
                invariant,
                $"{way.Name,-56}{way.Median,10:N3}{way.Seconds.Min(),9:N3}{way.Seconds.Max(),9:N3}{rows / way.Median / 1e6,11:N1}{loop / way.Median,9:N2}{slower,10}"));
        }

        output.WriteLine("x loop and x SQLite: how many times as fast as that way.");
        output.WriteLine(string.Create(invariant, $"Compiling {rows / SyntheticResults.Months:N0} series and {rows / SyntheticResults.Months * SyntheticResults.Years:N0} phased standards once, before: {setUp.TotalSeconds:N3} s."));
        output.WriteLine(string.Create(invariant, $"Memory a result: 24 bytes of columns in, {(double)ways[1].Allocated / rows:N1} allocated for the answer; 24 more of pooled memory while rating."));
        if (sqliteMissing)
        {
            output.WriteLine("SQLite was left out: no libsqlite3 was found on this machine (Debian: apt install libsqlite3-0).");
        }
    }

    /// <param name="Name">As printed.</param>
    /// <param name="Run">What is measured.</param>
    /// <param name="Tally">What it answered.</param>
    /// <param name="IsSlow">Runs once, after the others.</param>
    private sealed record Way(string Name, Action Run, Func<Tally> Tally, bool IsSlow = false)
    {
        public List<double> Seconds { get; } = [];

        public long Allocated { get; set; }

        public double Median => Seconds.Order().ElementAt(Seconds.Count / 2);
    }
}
