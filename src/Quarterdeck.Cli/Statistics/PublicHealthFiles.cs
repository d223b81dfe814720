using Quarterdeck.Application.Statistics;
using Quarterdeck.Domain.Statistics.Rates;
using Quarterdeck.Packs.Csv;

namespace Quarterdeck.Cli.Statistics;

/// <summary>Intervals and standardised rates, as public health uses them. Each result is made where its input is in the folder.</summary>
internal static class PublicHealthFiles
{
    private const double Per = 100_000;

    private static readonly string[] Limits = ["lower95_0cl", "upper95_0cl", "lower99_8cl", "upper99_8cl"];

    private static readonly Intervals Intervals = new(MathNetDistributions.Instance);

    private static readonly Standardisation Standardisation = new(Intervals);

    public static IEnumerable<PlainTable> Of(InputFolder input)
    {
        (string File, Func<InputFolder, IEnumerable<PlainTable>> Work)[] parts =
        [
            ("proportions.csv", Proportions), ("rates.csv", Rates), ("means_input.csv", Means), ("dsr_input.csv", Direct),
            ("isr_reference.csv", Indirect), (FunnelFiles.Proportions, FunnelFiles.OfProportions), (FunnelFiles.Rates, FunnelFiles.OfRates),
            (FunnelFiles.Ratios, FunnelFiles.OfRatios),
        ];
        var held = parts.Where(part => input.Has(part.File)).ToList();
        return held.Count == 0
            ? throw new InputFileException($"The folder holds none of {string.Join(", ", parts.Select(part => part.File))}. Put in one at least.")
            : held.SelectMany(part => part.Work(input));
    }

    /// <summary>A number above nought.</summary>
    public static double Positive(PlainRow row, string column) =>
        (double)InputFolder.Needed(row, column) is > 0 and var number ? number : throw InputFolder.Wrong(row, column, "a number above 0");

    /// <summary>A count of events: a whole number, or nought.</summary>
    public static double Events(PlainRow row, string column) => InputFolder.Whole(row, column, 0);

    private static IEnumerable<PlainTable> Proportions(InputFolder input)
    {
        var result = new PlainTable("proportions.csv", ["id", "x", "n", "value", .. Limits]);
        foreach (var row in input.Table("proportions.csv", "id", "x", "n").Rows)
        {
            var (count, of) = (Events(row, "x"), Positive(row, "n"));
            if (count > of)
            {
                throw InputFolder.Wrong(row, "x", $"a part of n, which is {row["n"]}");
            }

            result.Add([row["id"], row["x"], row["n"], CellText.Of(count / of), .. Cells(level => Intervals.Wilson(count, of, level))]);
        }

        return [result];
    }

    private static IEnumerable<PlainTable> Rates(InputFolder input)
    {
        var result = new PlainTable("rates.csv", ["id", "x", "n", "value", .. Limits, "method"]);
        foreach (var row in input.Table("rates.csv", "id", "x", "n").Rows)
        {
            var (events, of) = (Events(row, "x"), Positive(row, "n"));
            result.Add(
            [
                row["id"], row["x"], row["n"], CellText.Of(events / of * Per),
                .. Cells(level => Intervals.Count(events, level).Times(Per / of)), Method(events),
            ]);
        }

        return [result];
    }

    private static IEnumerable<PlainTable> Means(InputFolder input)
    {
        var result = new PlainTable("means_expected.csv", ["area", "value_sum", "value_count", "stdev", "value", .. Limits]);
        foreach (var area in input.Table("means_input.csv", "area", "v").Rows.GroupBy(row => row["area"]))
        {
            var figures = area.Select(row => (double)InputFolder.Needed(row, "v")).ToList();
            var mean = figures.Average();
            double? deviation = figures.Count < 2 ? null
                : Math.Sqrt(figures.Sum(figure => (figure - mean) * (figure - mean)) / (figures.Count - 1));
            result.Add(
            [
                area.Key, CellText.Of(figures.Sum()), CellText.Of(figures.Count), CellText.Of(deviation), CellText.Of(mean),
                .. Cells(level => Intervals.Mean(mean, deviation ?? 0, figures.Count, level)),
            ]);
        }

        return [result];
    }

    private static IEnumerable<PlainTable> Direct(InputFolder input)
    {
        var result = new PlainTable("dsr_expected.csv", ["area", "total_count", "total_pop", "value", .. Limits]);
        foreach (var area in Areas(input, row => Positive(row, "stdpop")))
        {
            var rate = Standardisation.Direct(area.Bands, Funnel.Inner);
            result.Add(
            [
                area.Name, CellText.Of(area.Bands.Sum(band => band.Events)), CellText.Of(area.Bands.Sum(band => band.Population)),
                CellText.Of(rate?.Value * Per), .. Cells(level => Standardisation.Direct(area.Bands, level)?.Interval.Times(Per)),
            ]);
        }

        return [result];
    }

    private static IEnumerable<PlainTable> Indirect(InputFolder input)
    {
        var reference = input.Table("isr_reference.csv", "ageband", "robs", "rpop").Rows.ToList();
        var rates = reference.ToDictionary(row => row["ageband"], row => Events(row, "robs") / Positive(row, "rpop"));
        var overall = reference.Sum(row => Events(row, "robs")) / reference.Sum(row => Positive(row, "rpop"));
        var ratios = new PlainTable("isratio_expected.csv", ["area", "observed", "expected", "value", .. Limits, "statistic", "method"]);
        var rated = new PlainTable("israte_expected.csv", ["area", "observed", "expected", "ref_rate", "value", .. Limits, "statistic", "method"]);
        foreach (var (name, bands) in Areas(input, row => InputFolder.OneOf(row, "ageband", rates)))
        {
            var (events, expected) = (bands.Sum(band => band.Events), Standardisation.Expected(bands));
            IEnumerable<string> Scaled(double factor) =>
                Cells(level => Standardisation.Ratio(events, expected, level)?.Interval.Times(factor)).Prepend(CellText.Of(events / expected * factor));

            ratios.Add(
                [name, CellText.Of(events), CellText.Of(expected), .. Scaled(100), "indirectly standardised ratio x 100", Method(events)]);
            rated.Add(
            [
                name, CellText.Of(events), CellText.Of(expected), CellText.Of(overall * Per), .. Scaled(overall * Per),
                "indirectly standardised rate per 100000", Method(events),
            ]);
        }

        return [ratios, rated];
    }

    private static IEnumerable<(string Name, IReadOnlyList<AgeBand> Bands)> Areas(InputFolder input, Func<PlainRow, double> weight) =>
        input.Table("dsr_input.csv", "area", "ageband", "obs", "pop", "stdpop").Rows.GroupBy(row => row["area"]).Select(area =>
            (area.Key, (IReadOnlyList<AgeBand>)[.. area.Select(row => new AgeBand(Events(row, "obs"), Positive(row, "pop"), weight(row)))]));

    private static IEnumerable<string> Cells(Func<double, Interval?> interval) =>
        new[] { interval(Funnel.Inner), interval(Funnel.Outer) }.SelectMany(found => new[] { CellText.Of(found?.Lower), CellText.Of(found?.Upper) });

    private static string Method(double events) => events < Intervals.FewestForByar ? "Exact" : "Byars";
}
