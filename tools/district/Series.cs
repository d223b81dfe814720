using System.Globalization;

/// <summary>How the figures of one indicator run: a level with noise, season and drift, and what happened on the way.</summary>
sealed class Series(Row row, Row indicator)
{
    public const int First = (2020 * 12) + 10;
    public const int Last = (2025 * 12) + 9;

    /// <summary>Of a year's council tax and rates, what is in by the end of each month from April.</summary>
    static readonly decimal[] Collected = [0.105m, 0.195m, 0.285m, 0.375m, 0.465m, 0.555m, 0.645m, 0.735m, 0.82m, 0.91m, 0.965m, 1m];

    static readonly (string Name, decimal Share)[] Centres = [("Northgate", 0.45m), ("Riverside", 0.33m), ("Hillside", 0.22m)];

    readonly Random _random = new(2025 + row["ref"].Sum(letter => letter * 31));

    public string Ref => row["ref"];

    /// <summary>What part of the whole a centre is; 1 for the whole.</summary>
    public static decimal Share(string centre) => centre.Length == 0 ? 1 : Centres.Single(one => one.Name == centre).Share;

    public static string Write(int month) => string.Create(CultureInfo.InvariantCulture, $"{month / 12:D4}-{(month % 12) + 1:D2}");

    public static decimal Number(string text) => text.Length == 0 ? 0 : decimal.Parse(text, CultureInfo.InvariantCulture);

    public static string Text(decimal number, int places) =>
        Math.Round(number, places, MidpointRounding.AwayFromZero).ToString("F" + places, CultureInfo.InvariantCulture);

    /// <summary>Months in a period of the indicator.</summary>
    public static int Length(Row indicator) => indicator["from_months"].Length > 0 ? 1 : indicator["frequency"] switch { "quarter" => 3, "half" => 6, "year" => 12, _ => 1 };

    /// <summary>1 for April, 12 for March.</summary>
    public static int MonthOfYear(int month) => ((month - 3 + 12) % 12) + 1;

    /// <summary>What part of a year's council tax is expected by the end of that month.</summary>
    public static decimal ShareCollected(int month) => Collected[MonthOfYear(month) - 1];

    /// <summary>What the season adds in a month.</summary>
    public decimal Season(int month)
    {
        var angle = ((month % 12) + 1 - (double)Number(row["peak"])) * Math.PI / 6;
        return Number(row["season"]) * (decimal)Math.Round(Math.Cos(angle), 6);
    }

    public IEnumerable<Row> Results()
    {
        var length = Length(indicator);
        var soFar = 0m;
        for (var month = First; month <= Last || (Ref == "FI05" && month <= Last + 5); month++)
        {
            if (MonthOfYear(month) % length != 0)
            {
                continue;
            }

            var level = Level(month);
            foreach (var result in Ref switch
            {
                "FI01" or "FI02" => [Value(month, level * ShareCollected(month))],
                "EN02" => [Value(month, soFar = MonthOfYear(month) == 3 ? level : soFar + level)],
                "CO01" => Visits(month, level),
                "HO02" => Prevented(month, level),
                "CU02" => [new Row { ["ref"] = Ref, ["period"] = Write(month), ["value"] = Duration(level) }],
                "FI09" when Write(month) == "2025-03" => [ByHand(Value(month, level))],
                "FI05" when month > Last => [new Row { ["ref"] = Ref, ["period"] = Write(month), ["value"] = Text(level, 0), ["status"] = "forecast" }],
                "CU06" when Write(month) == "2021-06" =>
                    [new Row { ["ref"] = Ref, ["period"] = Write(month), ["marker"] = "suspended: The survey was paused." }],
                _ => row["counted"].Length > 0 ? [Share(month, level, Number(row["counted"]), null)] : new[] { Value(month, level) },
            })
            {
                result["note"] = result["breakdown"].Length == 0 ? Note(month) : "";
                yield return result;
            }
        }
    }

    decimal Level(int month)
    {
        var years = (month - Last) / 12m;
        var spread = (_random.Next(-1000, 1001) + _random.Next(-1000, 1001)) / 1000m;
        return Number(row["mean"]) + (years * Number(row["drift"])) + Season(month) + (spread * Number(row["noise"])) + Events(month);
    }

    /// <summary>What happened: <c>2024-03:-9</c> in a month, <c>2023-05..2024-02:3</c> in each of them, <c>2025-04>>2025-10:1.2</c> more each month.</summary>
    decimal Events(int month)
    {
        var sum = 0m;
        foreach (var text in row["events"].Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var (when, size) = (text.Split(':')[0], Number(text.Split(':')[1]));
            var ends = when.Split(["..", ">>"], StringSplitOptions.None).Select(Read).ToArray();
            var lies = ends[0] <= month && month <= ends[^1];
            sum += !lies ? 0 : when.Contains(">>", StringComparison.Ordinal) ? size * (month - ends[0] + 1) : size;
        }

        return sum;
    }

    /// <summary>What is said of a month in which something happened: the third part of an event.</summary>
    string Note(int month) =>
        row["events"].Split(';').Select(text => text.Split(':')).FirstOrDefault(one => one.Length > 2 && one[0] == Write(month))?[2] ?? "";

    Row Value(int month, decimal value) => new() { ["ref"] = Ref, ["period"] = Write(month), ["value"] = Text(value, (int)Number(row["places"])) };

    static Row ByHand(Row result)
    {
        result["rating"] = "Green";
        result["rating_reason"] = "A grant for the depot came in March and is spent by June.";
        result["rating_by"] = "Chief Finance Officer";
        result["rating_approved_by"] = "Chief Executive";
        return result;
    }

    /// <summary>As the telephone system writes it: <c>1m 14s</c>.</summary>
    static string Duration(decimal seconds) => string.Create(CultureInfo.InvariantCulture, $"{(int)seconds / 60}m {(int)seconds % 60}s");

    /// <summary>So many of so many.</summary>
    Row Share(int month, decimal share, decimal counted, string? part)
    {
        // Few of anything come one by one, many come about as usual.
        var all = counted < 5 ? _random.Next(0, 3) : Math.Round(counted * (1 + (_random.Next(-80, 81) / 1000m)));
        var some = counted < 5 ? Enumerable.Range(0, (int)all).Count(_ => _random.Next(100) < share) : Math.Clamp(Math.Round(all * share / 100), 0, all);
        return new Row { ["ref"] = Ref, ["period"] = Write(month), ["numerator"] = Text(some, 0), ["denominator"] = Text(all, 0), ["breakdown"] = part ?? "" };
    }

    IEnumerable<Row> Visits(int month, decimal level)
    {
        var all = Math.Round(level);
        var left = all;
        yield return Value(month, all);
        foreach (var (name, share) in Centres)
        {
            var own = name == Centres[^1].Name ? left : Math.Round(all * (share + (_random.Next(-15, 16) / 1000m)));
            left -= own;
            yield return new Row { ["ref"] = Ref, ["period"] = Write(month), ["value"] = Text(own, 0), ["breakdown"] = name };
        }
    }

    /// <summary>The whole is the sum of three parts of the district.</summary>
    IEnumerable<Row> Prevented(int month, decimal level)
    {
        var counted = Number(row["counted"]);
        Row[] parts =
        [
            Share(month, level + 4, counted * 0.4m, "North"),
            Share(month, level - 2, counted * 0.35m, "South"),
            Share(month, level - 5, counted * 0.25m, "East"),
        ];
        string Sum(string column) => Text(parts.Sum(part => Number(part[column])), 0);
        return [new Row { ["ref"] = Ref, ["period"] = Write(month), ["numerator"] = Sum("numerator"), ["denominator"] = Sum("denominator") }, .. parts];
    }

    static int Read(string month) => (int)((Number(month[..4]) * 12) + Number(month[5..]) - 1);
}
