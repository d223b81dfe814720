using System.Diagnostics;

namespace Quarterdeck.Bench.Site;

/// <summary>Readers who come at a steady rate whether or not those before them were answered: each waits from the moment they should have come.</summary>
internal static class Paced
{
    private const int Connections = 32;

    /// <summary>Milliseconds within which 99 of 100 were answered.</summary>
    public static async Task<double> P99(Uri address, double rate, int seconds)
    {
        using var reader = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Connections });
        var (watch, times, next) = (Stopwatch.StartNew(), new double[(int)(rate * seconds)], -1);
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(One))).ConfigureAwait(false);
        Array.Sort(times);
        return times[(int)(times.Length * 0.99)];

        async Task One()
        {
            for (var mine = Interlocked.Increment(ref next); mine < times.Length; mine = Interlocked.Increment(ref next))
            {
                var due = mine * 1000 / rate;
                while (watch.Elapsed.TotalMilliseconds < due)
                {
                    // The clock of a machine ticks in milliseconds, so some come one late, which counts; waiting awake would take the processor from those who answer.
                    await Task.Delay(1).ConfigureAwait(false);
                }

                using var answer = await reader.GetAsync(address, HttpCompletionOption.ResponseContentRead).ConfigureAwait(false);
                answer.EnsureSuccessStatusCode();
                times[mine] = watch.Elapsed.TotalMilliseconds - due;
            }
        }
    }
}
