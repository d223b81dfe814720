using System.Globalization;

namespace Quarterdeck.Application.Tests.SecondRater;

/// <summary>One version of an indicator with the defaults of its blank cells (pack.md, indicators).</summary>
internal sealed class Terms
{
    public Terms(PlainRow row, PlainPack pack, string? part = null)
    {
        Row = row;
        Kind = row["kind"]!;
        Unit = row["unit"] ?? "number";
        Per = row.Number("per") ?? (Unit == "percent" ? 100 : 1);
        var frequency = row["frequency"] ?? "month";
        var calendar = row["calendar"] ?? (frequency == "term" ? "academic" : "financial");
        var settings = pack.Of("settings").ToDictionary(setting => setting["key"]!, setting => setting["value"]!);
        int Start(string key, string standard) => int.Parse(settings.GetValueOrDefault(key, standard), CultureInfo.InvariantCulture);
        Rhythm = new Rhythm(frequency, row.Whole("year_start") ?? calendar switch
        {
            "financial" => Start("financial_year_start", "4"),
            "academic" => Start("academic_year_start", "9"),
            _ => 1,
        });
        var basis = row["basis"] ?? "period";
        RollingMonths = basis.StartsWith("rolling-", StringComparison.Ordinal) ? int.Parse(basis[8..], CultureInfo.InvariantCulture) : 0;
        Basis = RollingMonths > 0 ? "rolling" : basis;
        Ytd = row["ytd"] ?? DefaultYtd(pack, part);
        Scheme = row["scheme"] ?? settings.GetValueOrDefault("rating_scheme", "rag-floor");
        Polarity = row["polarity"] ?? (Unit is "grade" or "yes-no" ? "higher" : Kind is "activity" or "context" ? "neutral" : FromTargets(pack));
        var direction = (row["direction"] ?? string.Empty).Split(';', StringSplitOptions.RemoveEmptyEntries);
        Directions = [.. direction.Where(word => !word.StartsWith("dead-band", StringComparison.Ordinal))];
        if (Directions.Count == 0)
        {
            Directions = [Basis == "cumulative" ? "same-period-last-year" : "previous"];
        }

        DeadBand = row["dead_band"] ?? direction.FirstOrDefault(word => word.StartsWith("dead-band", StringComparison.Ordinal))?["dead-band ".Length..] ?? "0";
    }

    public PlainRow Row { get; }

    public string Kind { get; }

    public string Unit { get; }

    public decimal Per { get; }

    public Rhythm Rhythm { get; }

    /// <summary>period, snapshot, cumulative, rolling, average or last-month.</summary>
    public string Basis { get; }

    public int RollingMonths { get; }

    public string Ytd { get; }

    /// <summary>higher, lower, on-target, range, neutral; unknown where nothing says it.</summary>
    public string Polarity { get; }

    public string Scheme { get; }

    public IReadOnlyList<string> Directions { get; }

    /// <summary>Units, or a per cent with its sign.</summary>
    public string DeadBand { get; }

    /// <summary>The months its results are given for, where its figures are made from months.</summary>
    public string? FromMonths => Row["from_months"];

    public int? Decimals => Row.Whole("decimals");

    public int? TargetDecimals => Row.Whole("target_decimals");

    public bool IsRated => Kind is "kpi" or "highlight" or "milestone";

    public bool OnExact => Row["rate_on"] == "exact";

    /// <summary>A sum of the months counted, which grows with them.</summary>
    public bool Grows => Ytd == "sum" || (Ytd == "supplied" && Basis == "period" && Unit is "number" or "gbp");

    public bool HoldsIn(int month) => (Row.Month("from") ?? int.MinValue) <= month && month <= (Row.Month("to") ?? int.MaxValue);

    private string DefaultYtd(PlainPack pack, string? part) => Kind == "milestone" ? "none" : Basis switch
    {
        "snapshot" or "last-month" => "none",
        "cumulative" or "rolling" => "latest",
        "average" => "mean",
        _ when Unit is "number" or "gbp" => "sum",
        _ => pack.Of("results", Row["ref"]!).Where(result => result["breakdown"] == part)
            .Any(result => result["numerator"] is not null && result["denominator"] is not null) ? "ratio" : "none",
    };

    /// <summary>Rule 9: a floor below its target says that higher is better, one above it that lower is; rows that disagree say nothing.</summary>
    private string FromTargets(PlainPack pack)
    {
        var said = pack.Of("targets", Row["ref"]!)
            .Where(row => row["target"] is not null && row["floor"] is not null && row.Number("target") != row.Number("floor"))
            .Select(row => row.Number("floor") < row.Number("target") ? "higher" : "lower")
            .Distinct()
            .ToList();
        return said.Count == 1 ? said[0] : "unknown";
    }
}
