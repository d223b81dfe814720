using System.Globalization;

namespace Quarterdeck.Bench.Store;

/// <summary>The options of the command <c>store</c>.</summary>
internal static class StoreCommand
{
    public static async Task<int> Run(IReadOnlyList<string> options, string usage)
    {
        var (rows, withPostgreSql) = (1_000_000, true);
        for (var index = 0; index < options.Count; index++)
        {
            switch (options[index])
            {
                case "--without-postgresql":
                    withPostgreSql = false;
                    break;
                case "--rows" when Number(index) is { } number && number % SyntheticResults.RowsInUnit == 0:
                    rows = number;
                    index++;
                    break;
                default:
                    await Console.Error.WriteLineAsync($"'{options[index]}' is not understood.");
                    await Console.Error.WriteLineAsync(usage);
                    return 2;
            }
        }

        await StoreBench.Run(rows, withPostgreSql, Console.Out);
        return 0;

        int? Number(int index) => index + 1 < options.Count
            && int.TryParse(options[index + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number > 0 ? number : null;
    }
}
