using System.Globalization;
using Quarterdeck.Documents.Sheets;

namespace Quarterdeck.Bench.Documents;

/// <summary>A made-up table of results as a workbook: five columns of words, five of numbers.</summary>
public sealed class SyntheticSheet
{
    private const int Seed = 20261121;

    private static readonly string[] Ratings = ["Green", "Amber", "Red", "not rated"];

    public SyntheticSheet(int rows)
    {
        var random = new Random(Seed);
        Rows = new IReadOnlyList<SheetCell>[rows];
        for (var row = 0; row < rows; row++)
        {
            Rows[row] =
            [
                Text(string.Create(CultureInfo.InvariantCulture, $"K{row % 200:D3}")),
                Text("Unit " + (row / 200).ToString(CultureInfo.InvariantCulture)),
                Text("Calls answered & closed within 20 seconds"),
                Text(string.Create(CultureInfo.InvariantCulture, $"2025-{1 + (row % 12):D2}")),
                Text(Ratings[random.Next(4)]),
                Number(random.Next(1000), 1),
                Number(random.Next(1000), 1),
                Number(random.Next(1000), 1),
                Number(random.Next(100_000), 0),
                Number(random.Next(10_000_000), 2),
            ];
        }

        var table = new SheetTable("results", Columns, Rows, rows);
        Workbook = new Workbook(
            "Results",
            "en-GB",
            "Anytown County Council",
            new DateOnly(2025, 11, 26),
            [new Sheet("Results", "Results", [Text("One row a result.")], table)]);
    }

    public static IReadOnlyList<SheetColumn> Columns { get; } =
    [
        new("Ref", 10), new("Unit", 12), new("Title", 50), new("Period", 10), new("Rating", 12),
        new("Value (%)", 12), new("Target (%)", 12), new("Floor (%)", 12), new("Numerator", 12), new("Cost (£)", 14),
    ];

    public IReadOnlyList<SheetCell>[] Rows { get; }

    public Workbook Workbook { get; }

    private static SheetCell.Text Text(string words) => new(words);

    private static SheetCell.Number Number(int units, byte places) => new(new decimal(units, 0, 0, false, places), places);
}
