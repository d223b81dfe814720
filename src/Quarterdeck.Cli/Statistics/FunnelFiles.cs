using Quarterdeck.Application.Statistics;
using Quarterdeck.Domain.Statistics.Rates;
using Quarterdeck.Packs.Csv;

namespace Quarterdeck.Cli.Statistics;

/// <summary>Funnel plots: where each area of a set lies, and the limits to draw.</summary>
internal static class FunnelFiles
{
    public const string Proportions = "funnel_proportion_points.csv";
    public const string Rates = "funnel_rate_points.csv";
    public const string Ratios = "funnel_ratio_points.csv";

    private const double Percent = 100;
    private const double Per = 100_000;

    private static readonly Funnel Funnel = new(MathNetDistributions.Instance);

    public static IEnumerable<PlainTable> OfProportions(InputFolder input)
    {
        var points = new PlainTable(Proportions, ["set", "area", "x", "n", "significance"]);
        var limits = new PlainTable(
            "funnel_proportion_limits.csv",
            ["set", "Population", "lower_2s_limit", "upper_2s_limit", "lower_3s_limit", "upper_3s_limit", "baseline", "statistic", "method"]);
        foreach (var (set, areas, average) in Sets(input, Proportions))
        {
            foreach (var (row, count, of) in areas)
            {
                points.Add(set, row["area"], row["x"], row["n"], Word(Funnel.PlaceOfShare(count, of, average)));
            }

            foreach (var size in Funnel.Grid([.. areas.Select(area => area.Of)], 1))
            {
                var (inner, outer) = (Funnel.Share(average, size, Funnel.Inner).Times(Percent), Funnel.Share(average, size, Funnel.Outer).Times(Percent));
                limits.Add(
                    set, CellText.Of(size), CellText.Of(inner.Lower), CellText.Of(inner.Upper), CellText.Of(outer.Lower), CellText.Of(outer.Upper),
                    CellText.Of(average * Percent), "proportion", "Wilson");
            }
        }

        return [points, limits];
    }

    public static IEnumerable<PlainTable> OfRates(InputFolder input)
    {
        var points = new PlainTable(Rates, ["set", "area", "x", "n", "rate", "significance"]);
        var limits = new PlainTable(
            "funnel_rate_limits.csv",
            [
                "set", "Events", "lower_2s_population_1_year", "lower_2s_limit", "upper_2s_population_1_year", "upper_2s_limit",
                "lower_3s_population_1_year", "lower_3s_limit", "upper_3s_population_1_year", "upper_3s_limit", "baseline", "statistic", "method",
            ]);
        foreach (var (set, areas, average) in Sets(input, Rates))
        {
            foreach (var (row, count, of) in areas)
            {
                points.Add(set, row["area"], row["x"], row["n"], CellText.Of(count / of * Per), Word(Funnel.PlaceOfRate(count, of, average)));
            }

            foreach (var events in average > 0 ? Funnel.Grid([.. areas.Select(area => area.Of)], average) : [])
            {
                limits.Add(
                [
                    set, CellText.Of(events), .. Sizes(average, events, Funnel.Inner), .. Sizes(average, events, Funnel.Outer),
                    CellText.Of(average * Per), "rate (crude per 100,000)", "Poisson",
                ]);
            }
        }

        return [points, limits];
    }

    public static IEnumerable<PlainTable> OfRatios(InputFolder input)
    {
        var points = new PlainTable(Ratios, ["set", "area", "x", "n", "significance"]);
        foreach (var (set, areas, _) in Sets(input, Ratios))
        {
            foreach (var (row, count, of) in areas)
            {
                points.Add(set, row["area"], row["x"], row["n"], Word(Funnel.PlaceOfRate(count, of, 1)));
            }
        }

        return [points];
    }

    /// <summary>The most people among whom so many events are not too few, and the fewest among whom they are not too many, with the rates of both.</summary>
    private static IEnumerable<string> Sizes(double average, double events, double level)
    {
        var sizes = Funnel.Sizes(average, events, level);
        return [CellText.Of(sizes.Upper), CellText.Of(events / sizes.Upper * Per), CellText.Of(sizes.Lower), CellText.Of(events / sizes.Lower * Per)];
    }

    private static IEnumerable<(string Set, List<(PlainRow Row, double Count, double Of)> Areas, double Average)> Sets(InputFolder input, string file) =>
        from row in input.Table(file, "set", "area", "x", "n").Rows
        group (Row: row, Count: PublicHealthFiles.Events(row, "x"), Of: PublicHealthFiles.Positive(row, "n")) by row["set"] into set
        let areas = set.ToList()
        select (set.Key, areas, areas.Sum(area => area.Count) / areas.Sum(area => area.Of));

    private static string Word(FunnelPlace place) => place switch
    {
        FunnelPlace.VeryLow => "Low (0.001)",
        FunnelPlace.Low => "Low (0.025)",
        FunnelPlace.Within => "Not significant",
        FunnelPlace.High => "High (0.025)",
        FunnelPlace.VeryHigh => "High (0.001)",
    };
}
