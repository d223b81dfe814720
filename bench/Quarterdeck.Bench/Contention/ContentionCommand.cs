using System.Globalization;
using Quarterdeck.Storage;
using Quarterdeck.TestKit.Programs;

namespace Quarterdeck.Bench.Contention;

/// <summary>Many at one indicator, on SQLite and, where it is installed, on a PostgreSQL of its own.</summary>
internal static class ContentionCommand
{
    public static async Task<int> Run(string[] asked, string usage)
    {
        var seconds = 60;
        if (asked.Length > 0
            && (asked is not ["--seconds", var text] || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out seconds) || seconds < 1))
        {
            Console.Error.WriteLine(usage);
            return 2;
        }

        var time = TimeSpan.FromSeconds(seconds);
        var folder = Directory.CreateTempSubdirectory("quarterdeck-bench-");
        try
        {
            var isWhole = await Run(StoreLocation.Of(Path.Combine(folder.FullName, "store.db")), time).ConfigureAwait(false);
            if (PostgreSqlServer.WhyNot is { } why)
            {
                Console.WriteLine("PostgreSQL was left out: " + why);
                return isWhole ? 0 : 1;
            }

            using var server = PostgreSqlServer.Start(connections: 100);
            isWhole &= await Run(StoreLocation.Of(server.Address(PostgreSqlServer.Superuser, "postgres")), time).ConfigureAwait(false);
            return isWhole ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<bool> Run(StoreLocation location, TimeSpan time)
    {
        var store = await location.OpenAsync(TimeProvider.System, "bench", makes: true).ConfigureAwait(false);
        await using (store.ConfigureAwait(false))
        {
            return await new ContentionBench(store, time).Run(Console.Out).ConfigureAwait(false);
        }
    }
}
