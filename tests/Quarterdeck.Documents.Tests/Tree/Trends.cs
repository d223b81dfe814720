using Quarterdeck.Documents.Charts;
using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Tests.Tree;

/// <summary>Trends made by hand.</summary>
public static class Trends
{
    public static TrendChart Of(string reference) => reference switch
    {
        "FN11" => Rated("FN11", "Financial assessments completed within 15 days", [62, 58, 89, 88, 86, 86, 85], month => month < 2 ? (60, 45) : (90, 85)),
        "GL02" => Rated(
            "GL02",
            "Freedom of Information requests completed within 20 working days",
            [79, 81, 80, null, null, 84, 90, 85, 83, 83, null, null],
            _ => (92, 90)) with
        { ComparatorWord = "England" },
        _ => new TrendChart(
            Anchor.Of("trend", reference),
            "Average wait of callers, in seconds",
            "Waits fell from 87 seconds in June to 65 in October 2025.",
            new ChartUnit(Name: "Seconds"),
        [
            .. new[] { 87m, 77, 109, 114, 65 }.Select((value, index) => new TrendPoint(Month(index + 2), value, Text(value)) { Lower = 60, Upper = 100 }),
            new TrendPoint("Nov 25", 70, "70") { Forecast = true, Lower = 60, Upper = 100 },
            new TrendPoint("Dec 25", 74, "74") { Forecast = true, Lower = 60, Upper = 100 },
        ]),
    };

    private static TrendChart Rated(string reference, string title, decimal?[] values, Func<int, (decimal Target, decimal Floor)> standards) =>
        new(
            Anchor.Of("trend", reference),
            title,
            $"The latest result is {values.Last(value => value is not null)}%. The figures are in the table.",
            new ChartUnit(Suffix: "%"),
        [
            .. values.Select((value, index) =>
            {
                var (target, floor) = standards(index);
                return new TrendPoint(Month(index), value, value is { } known ? Text(known) + "%" : index < 6 ? "n/a" : "")
                {
                    Target = new ChartFigure(target, Text(target) + "%"),
                    Floor = new ChartFigure(floor, Text(floor) + "%"),
                    Rating = value is null ? null : value >= target ? Dashboard.Green : value >= floor ? Dashboard.Amber : Dashboard.Red,
                    Comparator = reference == "GL02" && index is > 2 and < 9 ? new ChartFigure(87, "87%") : null,
                };
            }),
        ]);

    private static string Month(int index) =>
        new[] { "Apr 25", "May 25", "Jun 25", "Jul 25", "Aug 25", "Sep 25", "Oct 25", "Nov 25", "Dec 25", "Jan 26", "Feb 26", "Mar 26" }[index];

    private static string Text(decimal value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
