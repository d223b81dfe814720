using System.Globalization;

namespace Quarterdeck.Bench.Documents;

/// <summary>The options of the command <c>documents</c>.</summary>
public static class DocumentsCommand
{
    /// <summary>What the bench starts itself with, to be measured from its start to its end.</summary>
    public const string Once = "documents-once";

    public static int Run(IReadOnlyList<string> options, string usage)
    {
        var (rounds, rows, pages) = (5, 100_000, 0);
        for (var index = 0; index < options.Count; index += 2)
        {
            var given = index + 1 < options.Count ? options[index + 1] : string.Empty;
            if (!int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                || number < 1
                || options[index] is not ("--rounds" or "--rows" or "--pages"))
            {
                Console.Error.WriteLine($"'{options[index]} {given}' is not understood.");
                Console.Error.WriteLine(usage);
                return 2;
            }

            (rounds, rows, pages) = options[index] switch
            {
                "--rounds" => (number, rows, pages),
                "--rows" => (rounds, number, pages),
                _ => (rounds, rows, number),
            };
        }

        if (pages > 0)
        {
            PagesBench.Run(pages, Console.Out);
        }
        else
        {
            DocumentsBench.Run(rounds, rows, Console.Out);
        }

        return 0;
    }
}
