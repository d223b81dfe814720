using System.Globalization;
using Quarterdeck.Bench.Documents;
using Quarterdeck.TestKit;

namespace Quarterdeck.Bench.Site;

/// <summary><c>site</c>: publishes the program as its users get it, serves with it, and measures.</summary>
internal static class SiteCommand
{
    public static int Run(string[] asked, string usage)
    {
        var (seconds, rounds, results, program) = (5, 3, 1_000_000, (string?)null);
        for (var at = 0; at < asked.Length; at += 2)
        {
            var value = at + 1 < asked.Length ? asked[at + 1] : string.Empty;
            var isNumber = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0;
            switch (asked[at])
            {
                case "--seconds" when isNumber:
                    seconds = number;
                    break;
                case "--rounds" when isNumber:
                    rounds = number;
                    break;
                case "--rows" when isNumber && number % Store.SyntheticResults.RowsInUnit == 0:
                    results = number;
                    break;
                case "--program" when File.Exists(value):
                    program = value;
                    break;
                default:
                    Console.Error.WriteLine(usage);
                    return 2;
            }
        }

        if (OtherProcess.Find("wrk") is not { } wrk || OtherProcess.Find("nginx") is not { } nginx)
        {
            Console.Error.WriteLine(
                "It needs wrk and nginx, and at least one is not installed. Debian: apt-get install -y --no-install-recommends wrk nginx-light");
            return 3;
        }

        var folder = Directory.CreateTempSubdirectory("quarterdeck-bench-");
        try
        {
            Console.WriteLine("| measured | how | goal |\n|---|---|---|");
            new SiteBench(program ?? PublishedProgram.Make(folder.FullName), wrk, nginx, folder.FullName, seconds, rounds, Console.Out).Run(
                Samples.Folder(Samples.Latest),
                results);
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
