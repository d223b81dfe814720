using System.Globalization;
using Quarterdeck.Bench.Store;

namespace Quarterdeck.Bench.Site;

/// <summary>A council with very many results, and a dashboard of forty of its indicators.</summary>
internal static class SitePack
{
    public const int Rows = 40;

    public static string Reference => StoreFiles.Ref(0);

    public static void Write(string folder, int results)
    {
        var data = new SyntheticResults(results);
        StoreFiles.WriteIndicators(folder, data.Series);
        File.WriteAllText(Path.Combine(folder, "areas.csv"), "code,name\nALL,All services\nTOP,Chief Executive's Department\n");
        var file = Path.Combine(folder, "indicators.csv");
        File.WriteAllLines(
            file,
            File.ReadLines(file).Select((line, at) => at is > 0 and <= Rows ? line.Replace(",ALL,", ",TOP,", StringComparison.Ordinal) : line).ToList());
        using (var targets = new StreamWriter(Path.Combine(folder, "targets.csv")))
        {
            targets.Write("ref,from,scope,target,floor\n");
            for (var series = 0; series < Rows; series++)
            {
                var isLower = SyntheticResults.IsLowerBetter(series);
                targets.Write(
                    string.Create(CultureInfo.InvariantCulture, $"{StoreFiles.Ref(series)},2022-04,period,{(isLower ? 50 : 60)},{(isLower ? 60 : 50)}\n"));
            }
        }

        File.WriteAllText(Path.Combine(folder, "reports.csv"), "code,kind,title,areas\ndashboard,dashboard,Performance dashboard,TOP\n");
        StoreFiles.WriteResults(Path.Combine(folder, "results.csv"), data);
    }
}
