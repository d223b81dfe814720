using System.Diagnostics;
using System.Globalization;
using Quarterdeck.Bench.Documents;
using Quarterdeck.Bench.Site;
using Quarterdeck.TestKit;

namespace Quarterdeck.Bench.Commands;

/// <summary>Whole commands, each in a process of its own, in turn with what they are compared with.</summary>
internal sealed class CommandsBench(string program, string folder, int rounds, TextWriter output)
{
    private const int Months = 166;
    private const int ReportIndicators = 2_000;

    private string Pack => Path.Combine(folder, "pack");

    private string Store => Path.Combine(folder, "figures.db");

    public void Run(int indicators)
    {
        CommandsPack.Write(Pack, indicators, Months);
        var duckDb = DuckDb();
        OtherProcess.Run(program, null, "import", Pack, "--store", Store, "--author", "Bench", "--reason", "Measured");
        output.WriteLine($"{indicators} indicators, {indicators * Months} results. Median of {rounds} rounds, all in turn.\n");
        output.WriteLine("| command | seconds | times DuckDB | most memory |\n|---|---|---|---|");
        var ways = new (string Name, string Program, string[] Args)[]
        {
            ("DuckDB, the same ratings in SQL", "dotnet", ["exec", duckDb, Pack, Path.Combine(folder, "rated.json")]),
            ("rate PACK --format json", program, ["rate", Pack, "--format", "json"]),
            ("rate --store --format json", program, ["rate", "--store", Store, "--format", "json"]),
            ("check PACK --format json", program, ["check", Pack, "--format", "json"]),
        };
        var taken = ways.ToDictionary(way => way.Name, _ => new List<(double Seconds, double Megabytes, string Counts)>());
        for (var round = 0; round < rounds; round++)
        {
            foreach (var (name, path, args) in ways)
            {
                taken[name].Add(Measured(path, args));
            }
        }

        var beside = Median(taken[ways[0].Name].Select(one => one.Seconds));
        foreach (var (name, _, _) in ways)
        {
            var seconds = Median(taken[name].Select(one => one.Seconds));
            Row(name, seconds, seconds / beside, taken[name].Max(one => one.Megabytes));
        }

        output.WriteLine($"\nDuckDB: {taken[ways[0].Name][0].Counts}\nrate:   {taken[ways[1].Name][0].Counts}\n");
        output.WriteLine("| command | seconds | times DuckDB | most memory |\n|---|---|---|---|");
        Publish();
        Serve();
        var sample = Enumerable.Range(0, rounds).Select(_ => Measured(program, ["rate", Samples.Folder(Samples.Latest)])).ToList();
        Row("rate, the sample of 2025/26", Median(sample.Select(one => one.Seconds)), null, sample.Max(one => one.Megabytes));
    }

    private void Publish()
    {
        var pack = Path.Combine(folder, "report");
        CommandsPack.Write(pack, ReportIndicators, 24);
        var into = Path.Combine(folder, "out");
        var taken = Enumerable.Range(0, rounds)
            .Select(_ => Measured(program, ["publish", pack, "--report", "dashboard", "--out", into, "--formats", "html"]))
            .ToList();
        Row($"publish, {ReportIndicators} indicators, HTML", Median(taken.Select(one => one.Seconds)), null, taken.Max(one => one.Megabytes));
    }

    /// <summary>A site of the whole store, published once, from its start to its first answer.</summary>
    private void Serve()
    {
        OtherProcess.Run(program, null, "publish", "--store", Store, "--report", "dashboard", "--formats", "csv", "--out",
            Path.Combine(folder, "published"), "--author", "Bench", "--reason", "Measured");
        var taken = new List<(double Seconds, double Megabytes)>();
        for (var round = 0; round < rounds; round++)
        {
            using var server = Server.Start("/", program, port => ["serve", "--store", Store, "--urls", $"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}"]);
            taken.Add((server.First / 1000, server.Megabytes));
        }

        Row("serve --store, first answer", Median(taken.Select(one => one.Seconds)), null, taken.Max(one => one.Megabytes));
    }

    private void Row(string name, double seconds, double? ratio, double megabytes) => output.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"| {name} | {seconds:F2} | {(ratio is { } times ? times.ToString("F2", CultureInfo.InvariantCulture) : string.Empty)} | {megabytes:F0} MB |"));

    /// <summary>Built, so that the compiler is not measured.</summary>
    private static string DuckDb()
    {
        var source = Path.Combine(Samples.Repository, "bench", "duckdb.cs");
        var built = Path.Combine(Path.GetTempPath(), "quarterdeck-bench-duckdb");
        OtherProcess.Run("dotnet", null, "build", source, "-c", "Release", "-o", built, "-v", "quiet", "--nologo");
        return Path.Combine(built, "duckdb.dll");
    }

    /// <summary>What it wrote goes nowhere, as what a user pipes on would; only the counts of ratings are kept.</summary>
    private static (double Seconds, double Megabytes, string Counts) Measured(string path, string[] args)
    {
        var (watch, memory) = (Stopwatch.StartNew(), new MemoryWatch());
        using var process = OtherProcess.Start(path, args);
        var counts = new List<string>();
        void Keep(string? line)
        {
            if (line?.StartsWith("Latest:", StringComparison.Ordinal) == true || line?.StartsWith("Year to date:", StringComparison.Ordinal) == true)
            {
                counts.Add(line);
            }
        }

        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginErrorReadLine();
        var told = Task.Run(() =>
        {
            while (process.StandardOutput.ReadLine() is { } line)
            {
                Keep(line);
            }
        });
        while (!process.WaitForExit(20))
        {
            memory.Look(process.Id);
        }

        told.Wait();
        process.WaitForExit();
        var seconds = watch.Elapsed.TotalSeconds;
        return process.ExitCode is 0 or 1
            ? (seconds, memory.Peak / 1e6, string.Join("; ", counts))
            : throw new InvalidOperationException($"{path} {string.Join(' ', args)} ended with {process.ExitCode}.");
    }

    private static double Median(IEnumerable<double> taken) => taken.Order().ElementAt(taken.Count() / 2);
}
