using System.Globalization;
using Quarterdeck.Bench.Site;

namespace Quarterdeck.Bench.Commands;

/// <summary><c>commands</c>: runs the published program as its users do, beside DuckDB doing the same ratings in SQL from the same files.</summary>
internal static class CommandsCommand
{
    public static int Run(string[] asked, string usage)
    {
        var (rounds, indicators, program) = (5, 6_000, (string?)null);
        for (var at = 0; at < asked.Length; at += 2)
        {
            var value = at + 1 < asked.Length ? asked[at + 1] : string.Empty;
            var isNumber = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0;
            switch (asked[at])
            {
                case "--rounds" when isNumber:
                    rounds = number;
                    break;
                case "--indicators" when isNumber:
                    indicators = number;
                    break;
                case "--program" when File.Exists(value):
                    program = value;
                    break;
                default:
                    Console.Error.WriteLine(usage);
                    return 2;
            }
        }

        var folder = Directory.CreateTempSubdirectory("quarterdeck-bench-");
        try
        {
            new CommandsBench(program ?? PublishedProgram.Make(folder.FullName), folder.FullName, rounds, Console.Out).Run(indicators);
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
