using System.Globalization;
using System.Text;

namespace Quarterdeck.Bench.Store;

/// <summary>Made-up results as a pack on disk, rows of the results shuffled.</summary>
internal static class StoreFiles
{
    private const int FirstYear = 2022;
    private const int FirstMonth = 3;

    public static string Ref(int series) =>
        string.Create(CultureInfo.InvariantCulture, $"U{series / SyntheticResults.Indicators:D4}.I{series % SyntheticResults.Indicators:D3}");

    public static string Period(int month) =>
        string.Create(CultureInfo.InvariantCulture, $"{FirstYear + ((month + FirstMonth) / 12):D4}-{((month + FirstMonth) % 12) + 1:D2}");

    /// <summary>The indicators alone, with a table of results that has none.</summary>
    public static void WriteIndicators(string folder, int series)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "settings.csv"), "key,value\norganisation,Bench\n");
        File.WriteAllText(Path.Combine(folder, "areas.csv"), "code,name\nALL,All services\n");
        File.WriteAllText(Path.Combine(folder, "results.csv"), Header);
        using var writer = new StreamWriter(Path.Combine(folder, "indicators.csv"));
        writer.Write("ref,title,area,kind,unit,per,decimals,frequency,polarity,ytd\n");
        for (var number = 0; number < series; number++)
        {
            var indicator = number % SyntheticResults.Indicators;
            var isCount = SyntheticResults.IsCount(indicator);
            writer.Write(
                $"{Ref(number)},Indicator {indicator} of unit {number / SyntheticResults.Indicators},ALL,kpi,{(isCount ? "number" : "%")},"
                    + $"{(isCount ? string.Empty : "100")},{(isCount ? "0" : "1")},month,"
                    + $"{(SyntheticResults.IsLowerBetter(indicator) ? "lower" : "higher")},{(isCount ? "mean" : "ratio")}\n");
        }
    }

    /// <summary>The results in the order of the columns, which is none.</summary>
    public static void WriteResults(string path, SyntheticResults data)
    {
        var columns = data.Columns;
        var text = new StringBuilder();
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(false), 1 << 20);
        writer.Write(Header);
        for (var row = 0; row < columns.Series.Count; row++)
        {
            text.Clear();
            var series = columns.Series[row];
            text.Append(Ref(series)).Append(',').Append(Period(columns.Months[row])).Append(',');
            if (SyntheticResults.IsCount(series % SyntheticResults.Indicators))
            {
                text.Append(columns.Numerators[row]).Append(",,\n");
            }
            else
            {
                text.Append(',').Append(columns.Numerators[row]).Append(',').Append(columns.Denominators[row]).Append('\n');
            }

            writer.Write(text);
        }
    }

    /// <summary>Results with everything typed and decimals as councils have them: a value to two places, its numerator, a denominator of up to six
    /// digits.</summary>
    public static void WriteDecimals(string path, int series)
    {
        var random = new Random(7);
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(false), 1 << 20);
        writer.Write(Header);
        for (var row = 0; row < series * SyntheticResults.Months; row++)
        {
            var denominator = random.Next(100, 200_000);
            var numerator = random.Next(0, denominator);
            writer.Write(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Ref(row / SyntheticResults.Months)},{Period(row % SyntheticResults.Months)},{numerator * 100m / denominator:F2},{numerator},"
                        + $"{denominator}\n"));
        }
    }

    private const string Header = "ref,period,value,numerator,denominator\n";
}
