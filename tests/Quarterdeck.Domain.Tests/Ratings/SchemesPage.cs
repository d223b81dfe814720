using System.Globalization;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Ratings;

namespace Quarterdeck.Domain.Tests.Ratings;

/// <summary>The page of rating schemes ready to copy: its rows are the schemes of these tests.</summary>
internal static class SchemesPage
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(Root(), "docs", "reference", "rating-schemes.md"));

    public static IReadOnlyList<SchemeBand> Rows { get; } = [.. CsvRows()];

    public static RatingScheme Scheme(string name) =>
        RatingScheme.Find(name, Rows) ?? throw new ArgumentException($"The page has no scheme '{name}'.", nameof(name));

    /// <summary>The page's examples: scheme, then polarity, value, target, floor, lower, upper and rating.</summary>
    public static IEnumerable<string[]> Examples()
    {
        var scheme = string.Empty;
        foreach (var line in Lines)
        {
            var cells = line.Trim('|').Split('|', StringSplitOptions.TrimEntries);
            if (line.Split(',') is { Length: 9 } row && row[1] == "1")
            {
                scheme = row[0];
            }
            else if (cells.Length == 8 && Rows.Any(band => band.Scheme == cells[0]))
            {
                yield return cells;
            }
            else if (cells.Length == 7 && cells[0] != "polarity" && !cells[0].StartsWith('-'))
            {
                yield return [scheme, .. cells];
            }
        }
    }

    public static Polarity PolarityOf(string word) => Enum.Parse<Polarity>(word.Replace("-", string.Empty, StringComparison.Ordinal), ignoreCase: true);

    public static decimal? Number(string text) => text.Length == 0 ? null : decimal.Parse(text, CultureInfo.InvariantCulture);

    private static IEnumerable<SchemeBand> CsvRows() =>
        from line in Lines
        let cells = line.Split(',')
        where cells.Length == 9 && cells[0] != "scheme"
        select new SchemeBand
        {
            Scheme = cells[0],
            Order = int.Parse(cells[1], CultureInfo.InvariantCulture),
            Band = cells[2],
            Rule = Enum.Parse<BandRule>(cells[3].Replace("-", string.Empty, StringComparison.Ordinal), ignoreCase: true),
            Amount = Number(cells[4]),
            Label = cells[5],
            Shape = cells[6],
            Colour = cells[7],
            Strict = cells[8] == "yes",
        };

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Quarterdeck.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests run inside the repository.");
    }
}
