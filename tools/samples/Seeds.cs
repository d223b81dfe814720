using System.Globalization;

/// <summary>Runs of equal targets become one row; a run ends with its year. <c>open</c>: the last run holds until the year ends.</summary>
static class Phases
{
    public static IEnumerable<Row> Of(IEnumerable<Row> phased, bool open)
    {
        var runs = new List<List<Row>>();
        foreach (var target in phased)
        {
            var same = runs.LastOrDefault()?[^1] is { } last
                && (last["target_raw"], last["floor_raw"], Periods.Year(last["period"]))
                    == (target["target_raw"], target["floor_raw"], Periods.Year(target["period"]));
            if (!same)
            {
                runs.Add([]);
            }

            runs[^1].Add(target);
        }

        return runs.Select(run => new Row
        {
            ["ref"] = run[0]["ref"],
            ["from"] = Periods.Close(run[0]["period"]),
            ["to"] = open && run == runs[^1] ? "" : Periods.Close(run[^1]["period"]),
            ["scope"] = "period",
            ["target"] = run[0]["target_raw"],
            ["floor"] = run[0]["floor_raw"],
        });
    }
}

/// <summary>The seeds' period codes and labels, written as the pack writes periods: by their closing month.</summary>
static class Periods
{
    static readonly string[] Months = CultureInfo.InvariantCulture.DateTimeFormat.MonthNames;

    public static string Year(string code) => code.Split('-')[0];

    public static string Close(string code) => code.Split('-', ' ') switch
    {
        ["Mar", ..] => "2011-03",
        ["Apr", ..] => "2011-06",
        ["Aug", ..] => "2011-08",
        [['F', ..], var quarter] => Month(code, 3 * int.Parse(quarter[1..], CultureInfo.InvariantCulture) + 3),
        [['A', ..], ['Q', ..] and var quarter] => Month(code, 3 * int.Parse(quarter[1..], CultureInfo.InvariantCulture) + 7),
        [['A', ..], "Autumn"] => Month(code, 12),
        [['A', ..], "Spring"] => Month(code, 16),
        [['A', ..], "Summer"] => Month(code, 19),
        [['A', ..]] => Month(code, 20),
        _ => code,
    };

    /// <summary>A benchmark's own year or date, at the close of the indicator's period it falls in.</summary>
    public static string Comparator(string reference, string label) => label.Split(' ', '/') switch
    {
        ["year", "to", var month, var year] => $"{year}-{Array.IndexOf(Months, month) + 1:00}",
        ["end", ..] => "2011-04",
        [var year] => $"{year}-08",
        [var year, var closing] when char.IsDigit(year[0]) => "20" + closing + reference switch { "nas-starts" => "-07", "exclusions" => "-09", _ => "-03" },
        [var month, var year] => $"{year}-{Array.IndexOf(Months, month) + 1:00}",
        _ => label,
    };

    /// <summary>The month counted from January of the year in the code: 13 is January of the next.</summary>
    static string Month(string code, int month) => new DateOnly(int.Parse(code[2..6], CultureInfo.InvariantCulture), 1, 1)
        .AddMonths(month - 1).ToString("yyyy-MM", CultureInfo.InvariantCulture);
}

/// <summary>The seeds' words in the pack's.</summary>
static class Words
{
    public static string Band(string published) => published.Length == 0 ? "" : published[..1] + published[1..].ToLowerInvariant();

    public static string Frequency(string word) => word switch { "monthly" => "month", "quarterly" => "quarter", "annual" => "year", _ => word };

    public static string Unit(string word) => word switch
    {
        "count" or "count (000s)" => "number",
        "£000s" => "gbp",
        "date" => "",
        "per 10,000 children" => "per-10000",
        "kg per household" => "kg-per-household",
        "FTE" => "fte",
        "days per FTE" => "days",
        _ => word,
    };

    public static string Basis(string word) => word switch
    {
        "fy-ytd" or "academic-ytd" => "cumulative",
        "average-of-3-month-ends" => "average",
        "month-only" => "last-month",
        "annual" => "period",
        _ => word,
    };
}

/// <summary>The people named in the seeds, so that none of them is named in a pack.</summary>
static class Names
{
    static readonly string[] Files = ["003-indicators.csv", "004-indicators.csv"];
    static readonly string[] Columns = ["responsible_name", "cabinet_member", "accountable_officer", "director", "corporate_director"];

    public static HashSet<string> In(string seeds) =>
    [
        .. Files.SelectMany(f => Csv.Read(seeds, f))
            .SelectMany(r => Columns.SelectMany(c => r[c].Split('/', '(')))
            .Select(n => n.Trim()).Where(n => n.Contains(' ', StringComparison.Ordinal) && !n.Contains("lost", StringComparison.Ordinal)),
    ];
}
