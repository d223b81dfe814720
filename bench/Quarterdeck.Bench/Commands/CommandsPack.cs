using System.Globalization;

namespace Quarterdeck.Bench.Commands;

/// <summary>A made-up pack of monthly indicators from April 2012, half of them percentages and half counts, with a target and a floor standard each year.</summary>
internal static class CommandsPack
{
    private const int FirstMonth = (2012 * 12) + 3;
    private const int Seed = 20261130;

    /// <param name="folder">Where it is written.</param>
    /// <param name="indicators">How many indicators.</param>
    /// <param name="months">Results of each.</param>
    public static void Write(string folder, int indicators, int months)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "settings.csv"), "key,value\norganisation,Made-up Council\n");
        File.WriteAllText(Path.Combine(folder, "areas.csv"), "code,name\nA0,Area 0\nA1,Area 1\n");
        File.WriteAllText(Path.Combine(folder, "reports.csv"), "code,kind,title\ndashboard,dashboard,Performance dashboard\n");
        using var terms = Table("indicators", "ref,title,area,kind,unit,polarity,frequency,ytd,decimals,target_decimals");
        using var targets = Table("targets", "ref,from,to,scope,target,floor");
        using var results = Table("results", "ref,period,value,numerator,denominator");
        var random = new Random(Seed);
        for (var number = 0; number < indicators; number++)
        {
            var (isShare, isLower, level) = (number % 2 == 1, random.Next(2) == 0, random.Next(300, 900));
            var reference = string.Create(CultureInfo.InvariantCulture, $"R{number:D5}");
            terms.Write($"{reference},Indicator number {number},A{number % 2},kpi,{(isShare ? "percent" : "number")},{(isLower ? "lower" : "higher")},month,"
                + $"{(isShare ? "ratio" : "sum")},{(isShare ? "1,1" : "0,0")}\n");
            for (var month = 0; month < months; month++)
            {
                if (month % 12 == 0)
                {
                    var (target, apart) = (level + random.Next(-60, 61), random.Next(5, 60));
                    var floor = isLower ? target + apart : target - apart;
                    targets.Write($"{reference},{Month(month)},{Month(month + 11)},period,{Figure(target, isShare)},{Figure(floor, isShare)}\n");
                }

                var (figure, denominator) = (level + random.Next(-120, 121), random.Next(20, 1000));
                results.Write(isShare
                    ? $"{reference},{Month(month)},,{denominator * Math.Clamp(figure, 0, 1000) / 1000},{denominator}\n"
                    : $"{reference},{Month(month)},{figure},,\n");
            }
        }

        StreamWriter Table(string name, string header)
        {
            var writer = new StreamWriter(Path.Combine(folder, name + ".csv")) { NewLine = "\n" };
            writer.WriteLine(header);
            return writer;
        }
    }

    /// <summary>Of a share in per cent to one place.</summary>
    private static string Figure(int figure, bool isShare) =>
        isShare ? (figure / 10m).ToString("F1", CultureInfo.InvariantCulture) : figure.ToString(CultureInfo.InvariantCulture);

    private static string Month(int month) =>
        string.Create(CultureInfo.InvariantCulture, $"{(FirstMonth + month) / 12:D4}-{((FirstMonth + month) % 12) + 1:D2}");
}
