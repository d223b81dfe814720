using System.Globalization;
using System.Net;
using Quarterdeck.Bench.Documents;

namespace Quarterdeck.Bench.Site;

/// <summary>The website as a published build serves it, alone and with nginx in front, beside nginx serving the same bytes from files.</summary>
internal sealed class SiteBench(string program, string wrk, string nginx, string folder, int seconds, int rounds, TextWriter output)
{
    private const int Starts = 7;
    private const int LoadedSeconds = 2;
    private const int SteadyRate = 200;
    private const string Dashboard = "/reports/dashboard";

    /// <param name="sample">The pack of the published page.</param>
    /// <param name="results">How many the large store has.</param>
    public void Run(string sample, int results)
    {
        Published(Store("sample.db", sample));
        var pack = Path.Combine(folder, "large");
        SitePack.Write(pack, results);
        Uncached(Store("large.db", pack), results);
    }

    private void Published(string store)
    {
        Say("first answer after start, median of 7", First(store), "under 1,500 ms");
        using var ours = Serve(store);
        var idle = ours.Megabytes;
        using var theirs = Nginx.Start(nginx, Path.Combine(folder, "nginx"), Bytes(ours, Dashboard, "identity"), Bytes(ours, Dashboard, "gzip"));
        using var proxy = Nginx.StartProxy(nginx, Path.Combine(folder, "proxy"), ours.Address);
        foreach (var (name, server, goal) in new[] { ("output cache", ours, 0.4), ("nginx's proxy cache in front", proxy, 0.65) })
        {
            foreach (var encoding in new[] { "gzip", "identity" })
            {
                var size = Bytes(server, Dashboard, encoding).Length;
                var (mine, its, cost) = InTurn(new Uri(server.Address, Dashboard), new Uri(theirs.Address, Nginx.Page), encoding, server, theirs);
                var share = string.Create(
                    CultureInfo.InvariantCulture,
                    $"{mine.Rate / its.Rate:P0} of the rate ({(encoding == "gzip" ? $"goal {goal:P0}" : "stated")}), processor {cost:N1} times");
                Say($"published report, {name}, {encoding}, {size / 1024:N0} KB", Pair(mine, its), share);
            }
        }

        Say(
            "memory of the site of the sample",
            string.Create(CultureInfo.InvariantCulture, $"{idle:N0} MB idle, {ours.Megabytes:N0} MB loaded; nginx {theirs.Megabytes:N0} MB"),
            "stated");
    }

    private string First(string store)
    {
        var starts = new List<double>();
        for (var start = 0; start < Starts; start++)
        {
            using var again = Serve(store);
            starts.Add(again.First);
        }

        return string.Create(CultureInfo.InvariantCulture, $"{starts.Order().ElementAt(Starts / 2):N0} ms (least {starts.Min():N0}, most {starts.Max():N0})");
    }

    private void Uncached(string store, int results)
    {
        using var ours = Serve(store, "--cache-megabytes", "0", "--search-limit", "0");
        Say(
            string.Create(CultureInfo.InvariantCulture, $"store of {results:N0} results"),
            string.Create(CultureInfo.InvariantCulture, $"first answer after {ours.First / 1000:N1} s, {ours.Megabytes:N0} MB idle"),
            "stated");
        foreach (var (name, path) in new[]
        {
            ($"uncached dashboard of {SitePack.Rows} rows", Dashboard),
            ("uncached indicator page", "/indicators/" + SitePack.Reference)
        })
        {
            using var theirs = Nginx.Start(nginx, Path.Combine(folder, "nginx"), Bytes(ours, path, "identity"), Bytes(ours, path, "gzip"));
            var address = new Uri(ours.Address, path);
            foreach (var encoding in new[] { "gzip", "identity" })
            {
                var (mine, its, cost) = InTurn(address, new Uri(theirs.Address, Nginx.Page), encoding, ours, theirs);
                Say(
                    $"{name}, {encoding}, {Bytes(ours, path, encoding).Length / 1024:N0} KB",
                    Pair(mine, its),
                    string.Create(CultureInfo.InvariantCulture, $"{mine.Rate / its.Rate:P0} of the rate (stated), processor {cost:N0} times"));
                var steady = Wrk.Median([.. Enumerable.Range(0, rounds).Select(_ => Wrk.Steady(wrk, address, encoding, seconds, SteadyRate, folder))]);
                Say(
                    "  at 200 requests a second",
                    string.Create(CultureInfo.InvariantCulture, $"{steady.Rate:N0} a second, p99 {steady.P99:N1} ms"),
                    "p99 under 20 ms");
            }
        }

        Say("memory of the site of the large store", string.Create(CultureInfo.InvariantCulture, $"{ours.Megabytes:N0} MB loaded"), "stated");
    }

    /// <summary>Both in turn, so that other load meets both; and how much more processor an answer of ours takes.</summary>
    private (Wrk Ours, Wrk Theirs, double Cost) InTurn(Uri our, Uri their, string encoding, Server ours, Server theirs)
    {
        Wrk.Run(wrk, our, encoding, LoadedSeconds);
        Wrk.Run(wrk, their, encoding, LoadedSeconds);
        var (mine, its) = (new List<Wrk>(), new List<Wrk>());
        var (before, beforeTheirs) = (ours.Processor(), theirs.Processor());
        for (var round = 0; round < rounds; round++)
        {
            mine.Add(Wrk.Run(wrk, our, encoding, seconds));
            its.Add(Wrk.Run(wrk, their, encoding, seconds));
        }

        var cost = (ours.Processor() - before) / mine.Sum(run => run.Rate) / ((theirs.Processor() - beforeTheirs) / its.Sum(run => run.Rate));
        return (Wrk.Median(mine), Wrk.Median(its), cost);
    }

    private string Store(string name, string pack)
    {
        var store = Path.Combine(folder, name);
        OtherProcess.Run(program, null, "import", pack, "--store", store, "--author", "The bench", "--reason", "To be measured", "--format", "csv");
        OtherProcess.Run(
            program, null, "publish", "--store", store, "--author", "The bench", "--reason", "To be measured", "--formats", "json", "--out",
            Path.Combine(folder, "files"));
        return store;
    }

    private Server Serve(string store, params string[] more) =>
        Server.Start(
            "/",
            program,
            port => ["serve", "--store", store, "--urls", string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"), .. more]);

    private static byte[] Bytes(Server server, string path, string encoding)
    {
        using var reader = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None });
        reader.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Encoding", encoding);
        return reader.GetByteArrayAsync(new Uri(server.Address, path)).GetAwaiter().GetResult();
    }

    private static string Pair(Wrk ours, Wrk theirs) =>
        string.Create(CultureInfo.InvariantCulture, $"{ours.Rate:N0} a second, p99 {ours.P99:N1} ms; nginx {theirs.Rate:N0}, {theirs.P99:N1} ms");

    private void Say(string what, string measured, string goal) => output.WriteLine($"| {what} | {measured} | {goal} |");
}
