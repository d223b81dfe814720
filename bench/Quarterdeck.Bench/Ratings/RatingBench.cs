using System.Diagnostics;
using System.Globalization;
using Quarterdeck.Domain.Kernel;

namespace Quarterdeck.Bench.Ratings;

/// <summary>Rates the same synthetic results by the public API, a plain loop over ordered arrays and SQL, in turn, and compares.</summary>
public static class RatingBench
{
    private const int Rounds = 5;

    public static int Run(int rows, bool withSql)
    {
        var data = RatingData.Make(rows);
        Say($"{data.Rows.Count:N0} results: {data.Units:N0} units x {RatingData.Indicators} indicators x {RatingData.Months} months, rows in random order");
        var (above, below) = data.InOrder();
        var rater = data.Rater();
        var tallies = new List<(string Way, Tally Tally)>();
        var (bulk, both, plain, sql) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        using var database = withSql && SqliteDatabase.IsHere ? new SqlRating(data) : null;
        if (withSql && database is null)
        {
            Say("SQLite is left out: install the system's libsqlite3 to compare with it.");
        }

        for (var round = 0; round < Rounds; round++)
        {
            bulk.Add(Seconds(() => rater.Rate(data.Rows), out var one));
            both.Add(Seconds(() => rater.Rate(data.Rows, threads: 2), out var two));
            plain.Add(Seconds(() => PlainLoop.Rate(above, below, data.Series), out var simple));
            if (round == 0)
            {
                tallies.AddRange([("Quarterdeck, 1 thread", Tally.Of(one)), ("Quarterdeck, 2 threads", Tally.Of(two)), ("plain loop", PlainLoop.Count(simple))]);
                if (database is not null)
                {
                    sql.Add(Seconds(() =>
                    {
                        database.Rate();
                        return 0;
                    }, out _));
                    tallies.Add(("SQLite SQL", database.Count()));
                }
            }
        }

        Report("Quarterdeck, any row order, full rules, 1 thread", bulk, plain, data.Rows.Count);
        Report("Quarterdeck, any row order, full rules, 2 threads", both, plain, data.Rows.Count);
        Report("plain C# loop, rows in order, simple rules", plain, plain, data.Rows.Count);
        if (sql.Count > 0)
        {
            Report("SQLite SQL, window functions, in memory", sql, plain, data.Rows.Count);
            Say($"SQLite takes {sql[0] / Median(bulk):N0} times as long as Quarterdeck on 1 thread, {sql[0] / Median(both):N0} times as on 2.");
        }

        Say($"Memory: {BulkRatings.BytesPerResult} bytes a result besides the columns handed in (24 bytes each).");
        var agree = tallies.All(each => each.Tally == tallies[0].Tally);
        Say(agree ? $"All ways agree: {tallies[0].Tally.Text}" : string.Join('\n', tallies.Select(each => $"{each.Way}: {each.Tally.Text}")));
        return agree ? 0 : 1;
    }

    private static double Seconds<T>(Func<T> work, out T result)
    {
        GC.Collect();
        var watch = Stopwatch.StartNew();
        result = work();
        return watch.Elapsed.TotalSeconds;
    }

    private static double Median(List<double> seconds) => seconds.Order().ElementAt(seconds.Count / 2);

    private static void Report(string way, List<double> seconds, List<double> plain, int rows) => Say(
        $"{way,-52} {Median(seconds),8:0.000} s  {rows / Median(seconds) / 1e6,7:0.00} million/s  {Median(plain) / Median(seconds),6:0.00} x plain loop");

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private static void Say(string line) => Console.WriteLine(line);
}
