using System.Diagnostics;
using System.Globalization;
using Quarterdeck.TestKit.Programs;

namespace Quarterdeck.Bench.Store;

/// <summary>Importing, keeping and reading very many results, beside what people do with the same engines and no product.</summary>
internal static class StoreBench
{
    private const int Pages = 2000;
    private const int LateFigures = 20;
    private const int Rounds = 5;

    public static async Task Run(int rows, bool withPostgreSql, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("quarterdeck-bench-");
        try
        {
            await Run(folder.FullName, rows, withPostgreSql, output);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task Run(string folder, int rows, bool withPostgreSql, TextWriter output)
    {
        var data = new SyntheticResults(rows);
        var (alone, pack) = (Path.Combine(folder, "alone"), Path.Combine(folder, "pack"));
        var csv = Path.Combine(pack, "results.csv");
        StoreFiles.WriteIndicators(alone, data.Series);
        StoreFiles.WriteIndicators(pack, data.Series);
        StoreFiles.WriteResults(csv, data);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{rows:N0} results of {data.Series:N0} indicators in random order, {new FileInfo(csv).Length / 1e6:N0} MB of CSV"));

        await Engine("SQLite", Path.Combine(folder, "store.db"), alone, pack, data, output, () => Bytes(folder));
        await BesideSqlite3(folder, alone, pack, csv, output);

        if (withPostgreSql && PostgreSqlServer.WhyNot is null)
        {
            using var server = PostgreSqlServer.Start();
            using var peer = new PostgreSqlWay(server);
            var ours = await Engine("PostgreSQL", server.Address(PostgreSqlServer.Superuser, "postgres"), alone, pack, data, output, peer.StoreBytes);
            peer.Load(data);
            var staged = Seconds(() => peer.Import(csv));
            Say(output, "PostgreSQL: COPY, checks in SQL, rows with a key", staged, $"our import of the results takes {ours / staged:N2} of it");
        }
        else
        {
            output.WriteLine($"  PostgreSQL was left out: {PostgreSqlServer.WhyNot ?? "as asked"}");
        }

        await Decimals(folder, output);
    }

    /// <summary>Imports the results into a fresh store and, in turn, has sqlite3 import the same file, several times over.</summary>
    private static async Task BesideSqlite3(string folder, string alone, string pack, string csv, TextWriter output)
    {
        var rounds = new List<((double Seconds, double Processor) Ours, (double Seconds, double Processor) Peer)>();
        for (var round = 0; round < Rounds; round++)
        {
            var (fresh, raw) = (Path.Combine(folder, "fresh.db"), Path.Combine(folder, "raw.db"));
            (double Seconds, double Processor) ours;
            await using (var way = await StoreWay.Open(fresh))
            {
                await way.Import(alone);
                ours = Results(await way.Import(alone), await way.Import(pack));
            }

            Collect();
            if (OtherProgram("sqlite3", [raw, "PRAGMA synchronous = OFF", ".mode csv", $".import {csv} results"]) is not { } peer)
            {
                output.WriteLine("  sqlite3 was left out: it is not installed (Debian: apt install sqlite3).");
                return;
            }

            rounds.Add((ours, peer));
            foreach (var file in Directory.GetFiles(folder, "fresh.db*").Append(raw))
            {
                File.Delete(file);
            }
        }

        Say(
            output,
            "import of the results into a fresh store on SQLite, median",
            Percentile(rounds.Select(round => round.Ours.Seconds), 0.5),
            string.Create(CultureInfo.InvariantCulture, $"{Percentile(rounds.Select(round => round.Ours.Processor), 0.5):N2} s of processor"));
        Say(
            output,
            "sqlite3 .import, unchecked text, no key, synchronous off, median",
            Percentile(rounds.Select(round => round.Peer.Seconds), 0.5),
            string.Create(CultureInfo.InvariantCulture, $"{Percentile(rounds.Select(round => round.Peer.Processor), 0.5):N2} s of processor"));
        var ratios = rounds.Select(round => round.Ours.Seconds / round.Peer.Seconds).Order().ToList();
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"  ours takes {Percentile(ratios, 0.5):N2} of it, the median of {Rounds} rounds in turn ({ratios[0]:N2} to {ratios[^1]:N2}); by "
                    + $"processor {Percentile(rounds.Select(round => round.Ours.Processor / round.Peer.Processor), 0.5):N2}"));
    }

    /// <summary>What the results alone took: the pack less the same pack without them.</summary>
    private static (double Seconds, double Processor) Results(
        IReadOnlyList<(string Part, double Seconds, double Processor)> nothing,
        IReadOnlyList<(string Part, double Seconds, double Processor)> whole) =>
        (whole.Sum(part => part.Seconds) - nothing.Sum(part => part.Seconds), whole.Sum(part => part.Processor) - nothing.Sum(part => part.Processor));

    /// <summary>Our own store on one engine; seconds to import the results alone.</summary>
    private static async Task<double> Engine(
        string name, string location, string alone, string pack, SyntheticResults data, TextWriter output, Func<long> bytes)
    {
        await using var way = await StoreWay.Open(location);
        await way.Import(alone);
        var before = bytes();
        var nothing = await way.Import(alone);
        Collect();
        var parts = await way.Import(pack);
        var (import, processor) = Results(nothing, parts);
        Say(
            output,
            $"Quarterdeck on {name}: import of the pack, all checks, history and audit",
            parts.Sum(part => part.Seconds),
            string.Join(", ", parts.Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Part} {part.Seconds:N2} ({part.Processor:N2})"))));
        Say(
            output,
            "  the same pack without results, which changes nothing",
            nothing.Sum(part => part.Seconds),
            string.Join(", ", nothing.Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Part} {part.Seconds:N2} ({part.Processor:N2})"))));
        Say(
            output,
            "  of that the results (less the same pack without them)",
            import,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{processor:N2} s of processor; {data.Rows / import / 1e6:N1} million a second; peak of the process "
                    + $"{Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:N0} MB"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {(double)(bytes() - before) / data.Rows:N1} bytes an audited result"));

        var random = new Random(1);
        var pages = new List<double>();
        for (var page = 0; page < Pages; page++)
        {
            pages.Add(await way.Page(random.Next(data.Series)));
        }

        output.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"  an indicator's data: p50 {Percentile(pages, 0.5):N3} ms, p99 {Percentile(pages, 0.99):N3} ms"));
        var late = new List<(double Written, double Read)>();
        for (var figure = 0; figure < LateFigures; figure++)
        {
            late.Add(await way.Late(random.Next(data.Series)));
        }

        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"  a late figure: written, audited and on the disk {Percentile(late.Select(each => each.Written), 0.5):N2} ms (p50), read again "
                    + $"{Percentile(late.Select(each => each.Read), 0.5):N2} ms; both at most {late.Max(each => each.Written + each.Read):N2} ms"));
        return import;
    }

    /// <summary>Bytes a result where everything is typed, with realistic decimals.</summary>
    private static async Task Decimals(string folder, TextWriter output)
    {
        const int Series = 20_000;
        var (alone, pack, database) = (Path.Combine(folder, "alone2"), Path.Combine(folder, "pack2"), Path.Combine(folder, "decimals"));
        Directory.CreateDirectory(database);
        StoreFiles.WriteIndicators(alone, Series);
        StoreFiles.WriteIndicators(pack, Series);
        StoreFiles.WriteDecimals(Path.Combine(pack, "results.csv"), Series);
        await using var way = await StoreWay.Open(Path.Combine(database, "store.db"));
        await way.Import(alone);
        var before = Bytes(database);
        await way.Import(pack);
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"  value to two places, numerator and denominator of up to six digits each: "
                    + $"{(double)(Bytes(database) - before) / (Series * SyntheticResults.Months):N1} bytes an audited result on SQLite"));
    }

    /// <summary>The store's file with the log folded into it.</summary>
    private static long Bytes(string folder)
    {
        var file = Path.Combine(folder, "store.db");
        _ = OtherProgram("sqlite3", [file, "PRAGMA wal_checkpoint(TRUNCATE)"]);
        return new FileInfo(file).Length;
    }

    private static (double Seconds, double Processor)? OtherProgram(string program, IReadOnlyList<string> arguments)
    {
        // The shell tells what the program took of the processor, which nobody else knows when it is over.
        var start = new ProcessStartInfo(
            "sh",
            ["-c", "command -v \"$1\" > /dev/null || exit 127; \"$@\" > /dev/null && times", "sh", program, .. arguments])
        { RedirectStandardOutput = true };
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEnd().Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        return process.ExitCode switch
        {
            0 => (watch.Elapsed.TotalSeconds, said[^2..].Sum(Minutes)),
            127 => null,
            _ => throw new InvalidOperationException($"{program} failed."),
        };

        // 1m2.50s
        static double Minutes(string text) => text.TrimEnd('s').Split('m') is [var minutes, var seconds]
            ? (double.Parse(minutes, CultureInfo.InvariantCulture) * 60) + double.Parse(seconds, CultureInfo.InvariantCulture)
            : throw new FormatException($"'{text}' is no time of the shell.");
    }

    private static double Seconds(Action work)
    {
        Collect();
        var watch = Stopwatch.StartNew();
        work();
        return watch.Elapsed.TotalSeconds;
    }

    private static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }

    private static double Percentile(IEnumerable<double> values, double part) =>
        values.Order().ToList() is var sorted ? sorted[(int)(part * (sorted.Count - 1))] : 0;

    private static void Say(TextWriter output, string what, double seconds, string more) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-72}{seconds,9:N2} s  {more}"));
}
