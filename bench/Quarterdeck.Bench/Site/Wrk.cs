using System.Globalization;
using System.Text.RegularExpressions;
using Quarterdeck.Bench.Documents;

namespace Quarterdeck.Bench.Site;

/// <summary>What wrk measured: 32 connections on one thread, as fast as they are answered.</summary>
/// <param name="Rate">Answers a second.</param>
/// <param name="P99">Milliseconds within which 99 of 100 came.</param>
internal sealed partial record Wrk(double Rate, double P99)
{
    private const int Connections = 32;
    private const int LearningSeconds = 2;

    public static Wrk Run(string wrk, Uri address, string encoding, int seconds) => Run(wrk, address, encoding, seconds, []);

    /// <summary>The same readers, each of whom takes a breath of random length between an answer and the next request, so that they come at some
    /// rate.</summary>
    /// <param name="wrk">Its path.</param>
    /// <param name="address">What they ask for.</param>
    /// <param name="encoding">What they take.</param>
    /// <param name="seconds">For how long.</param>
    /// <param name="rate">Requests a second.</param>
    /// <param name="folder">Gets a script.</param>
    public static Wrk Steady(string wrk, Uri address, string encoding, int seconds, double rate, string folder)
    {
        // What an answer takes is not known before: the first run tells.
        var each = Connections * 1000 / rate;
        var took = (Connections * 1000 / Breathing(LearningSeconds, each).Rate) - each;
        return Breathing(seconds, Math.Max(0, each - took));

        Wrk Breathing(int during, double milliseconds)
        {
            var script = Path.Combine(folder, "breath.lua");
            File.WriteAllText(
                script,
                string.Create(CultureInfo.InvariantCulture, $"function delay() return math.floor(math.random() * {2 * milliseconds:F3} + 0.5) end\n"));
            return Run(wrk, address, encoding, during, ["-s", script]);
        }
    }

    private static Wrk Run(string wrk, Uri address, string encoding, int seconds, IReadOnlyList<string> more)
    {
        var said = OtherProcess.Run(wrk, null, [
            "-t1",
            string.Create(CultureInfo.InvariantCulture, $"-c{Connections}"),
            string.Create(CultureInfo.InvariantCulture, $"-d{seconds}s"),
            "--latency",
            "-H",
            "Accept-Encoding: " + encoding,
            .. more,
            address.AbsoluteUri
        ]);
        if (Failed().IsMatch(said))
        {
            throw new InvalidOperationException($"{address} does not answer well: {said}");
        }

        var (p99, rate) = (Ninety().Match(said), PerSecond().Match(said));
        var factor = p99.Groups[2].Value switch
        {
            "us" => 0.001,
            "ms" => 1,
            "s" => 1000,
            var unit => throw new InvalidOperationException($"wrk says a time in '{unit}'.")
        };
        return new Wrk(
            double.Parse(rate.Groups[1].Value, CultureInfo.InvariantCulture),
            double.Parse(p99.Groups[1].Value, CultureInfo.InvariantCulture) * factor);
    }

    /// <summary>The one in the middle, by rate and by time each.</summary>
    public static Wrk Median(IReadOnlyList<Wrk> runs) =>
        new(runs.Select(run => run.Rate).Order().ElementAt(runs.Count / 2), runs.Select(run => run.P99).Order().ElementAt(runs.Count / 2));

    [GeneratedRegex(@"99%\s+([0-9.]+)(us|ms|s)")]
    private static partial Regex Ninety();

    [GeneratedRegex(@"Requests/sec:\s+([0-9.]+)")]
    private static partial Regex PerSecond();

    [GeneratedRegex(@"Non-2xx|Socket errors: connect [1-9]|read [1-9]\d*, write|write [1-9]")]
    private static partial Regex Failed();
}
