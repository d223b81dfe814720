#!/usr/bin/env dotnet
// Makes the two sample packs from the published figures. Run from the root of the repository:
//
//     dotnet run tools/samples.cs -- <folder of seed tables> samples
//
// Figures, references, titles and structure come from the seed tables. What those do not hold (areas, posts as roles,
// every sentence of commentary, report settings) is written by hand in tools/samples/<year>/*.csv and laid over them:
// a row with the same key fills or replaces cells, a row with a new key is added. The same input gives the same bytes.
#:include samples/Pack.cs
#:include samples/Seeds.cs
#:include samples/Csv.cs
#:property PublishAot=false
#:property RestorePackagesWithLockFile=false

if (args.Length != 2)
{
    Console.Error.WriteLine("usage: dotnet run tools/samples.cs -- <folder of seed tables> <output folder>");
    return 2;
}

var seeds = args[0];
Pack[] packs =
[
    new Dashboard(seeds, "tools/samples/2025-26").Make(),
    new QuarterlyReport(seeds, "tools/samples/2011-12").Make(),
];
var names = Names.In(seeds);
var faults = packs.SelectMany(pack => pack.Faults(names).Select(fault => $"{pack.Name}: {fault}")).ToList();
foreach (var fault in faults)
{
    Console.Error.WriteLine(fault);
}

if (faults.Count > 0)
{
    return 1;
}

foreach (var pack in packs)
{
    pack.Write(Path.Combine(args[1], pack.Name));
}

return 0;

/// <summary>The dashboard of 2025/26: results up to September or October 2025, rated against target and floor.</summary>
sealed class Dashboard(string seeds, string hand)
{
    const string Round = "2025-10";
    readonly List<Row> _indicators = Csv.Read(seeds, "004-indicators.csv");
    readonly ILookup<string, Row> _observed = Csv.Read(seeds, "004-observations.csv").ToLookup(o => o["ref"]);

    public Pack Make()
    {
        var pack = new Pack("county-2025-26", hand);
        pack.Add("indicators", _indicators.Select(Indicator));
        pack.Add("targets", _indicators.SelectMany(Targets));
        pack.Add("results", _indicators.SelectMany(Results));
        pack.Add("milestones", Csv.Read(seeds, "004-milestones.csv").Select(Milestone));
        pack.Add("published", Csv.Read(seeds, "004-published.csv").Select(Published));
        return pack;
    }

    static bool HasYearToDate(Row seed) => seed["ytd_method"] is var method && method != "none" && !method.StartsWith("value is", StringComparison.Ordinal);

    static Row Indicator(Row seed) => new()
    {
        ["ref"] = seed["ref"],
        ["title"] = seed["title_clean"],
        ["kind"] = seed["kind"],
        ["short_title"] = seed["short_title"] == seed["title_clean"] ? "" : seed["short_title"],
        ["area"] = seed["service_area"],
        ["parent"] = seed["parent_ref"],
        ["unit"] = Words.Unit(seed["unit"]),
        ["scale"] = seed["scale"] == "1000" ? "1000" : "",
        ["polarity"] = seed["kind"] switch { "activity" => "neutral", "milestone" => "", _ => seed["polarity"] },
        ["frequency"] = Words.Frequency(seed["frequency"]),
        ["basis"] = seed["kind"] == "milestone" ? "" : Words.Basis(seed["measure_basis"]),
        ["ytd"] = seed["kind"] == "milestone" ? "" : seed["ytd_method"] switch
        {
            "sum" => "sum",
            "weighted average" => "weighted",
            _ => HasYearToDate(seed) ? "ratio" : "none",
        },
    };

    IEnumerable<Row> Targets(Row seed)
    {
        var reference = seed["ref"];
        var phased = Csv.Read(seeds, "targets-by-period.csv").Where(t => t["document"] == "004" && t["ref"] == reference).ToList();
        if (phased.Count > 0)
        {
            return Phases.Of(phased, open: true);
        }

        // Thresholds of a count to date hold for that month only; all others hold from the first period of the year.
        var toDate = seed["ytd_method"] == "sum" && seed["range_basis"] == "ytd";
        var row = new Row
        {
            ["ref"] = reference,
            ["from"] = seed["frequency"] switch { "annual" => "2026-03", "quarterly" => "2025-06", _ => toDate ? Latest(reference) : "2025-04" },
            ["to"] = toDate ? Latest(reference) : "",
            ["scope"] = seed["range_basis"] == "ytd" ? "ytd" : "period",
            ["target"] = seed["kind"] == "kpi" ? seed["target_raw"] : "",
            ["floor"] = seed["kind"] == "kpi" ? seed["floor_raw"] : "",
            ["lower"] = seed["lower_raw"],
            ["upper"] = seed["lower_raw"].Length == 0 ? "" : seed["upper_raw"],
            ["text"] = seed["kind"] == "milestone" ? seed["target_raw"] : "",
        };
        return row["target"].Length + row["lower"].Length + row["text"].Length == 0 ? [] : [row];
    }

    string Latest(string reference) => Periods.Close(_observed[reference].Last()["period"]);

    IEnumerable<Row> Results(Row seed)
    {
        var published = Csv.Read(seeds, "004-published.csv").Single(p => p["ref"] == seed["ref"]);
        var last = _observed[seed["ref"]].LastOrDefault();
        return _observed[seed["ref"]].Select(o => new Row
        {
            ["ref"] = seed["ref"],
            ["period"] = Periods.Close(o["period"]),
            ["value"] = o["raw"],
            ["ytd"] = o == last && published["ytd"].Length > 0 ? published["ytd_raw"] : "",
            ["previous_year"] = o == last && !HasYearToDate(seed) ? seed["prev_raw"] : "",
            ["previous_year_ytd"] = o == last && HasYearToDate(seed) ? seed["prev_raw"] : "",
        });
    }

    static Row Milestone(Row seed) => new()
    {
        ["ref"] = seed["ref"],
        ["step"] = seed["step"],
        ["due"] = seed["due_date"],
        ["state"] = seed["published_status"] switch { "deadline met" => "met", "not met" => "missed", _ => "due" },
        ["meeting_on"] = seed["meeting_date_from_commentary"],
        ["clear_days"] = seed["meeting_date_from_commentary"].Length > 0 ? "5" : "",
    };

    Row Published(Row seed) => new()
    {
        ["ref"] = seed["ref"],
        ["round"] = Round,
        ["period"] = seed["latest"].Length > 0 ? Latest(seed["ref"]) : "",
        ["value"] = seed["latest"].Length > 0 ? seed["latest_raw"] : "",
        ["rating"] = Words.Band(seed["latest_rag"]),
        ["ytd"] = seed["ytd"].Length > 0 ? seed["ytd_raw"] : "",
        ["ytd_rating"] = Words.Band(seed["ytd_rag"]),
        ["range"] = seed["range_alert"],
    };
}

/// <summary>The quarterly report of 2011: no floor standards were published, so its own ratings are carried beside.</summary>
sealed class QuarterlyReport(string seeds, string hand)
{
    const string Round = "2011-06";
    readonly List<Row> _seeds = [.. Csv.Read(seeds, "003-indicators.csv"), .. Csv.Read(seeds, "003-context-indicators.csv")];
    readonly List<Row> _observed = [.. Csv.Read(seeds, "003-observations.csv").Where(o => o["raw"].Length > 0)];
    readonly List<Row> _highlights = Csv.Read(seeds, "003-highlight-targets.csv");
    readonly Dictionary<string, string> _highlightRefs = Csv.Read(hand, "indicators.csv")
        .Where(i => i["kind"] == "highlight").ToDictionary(i => i["title"], i => i["ref"]);

    public Pack Make()
    {
        var phased = Csv.Read(seeds, "targets-by-period.csv").Where(t => t["document"] == "003").GroupBy(t => t["ref"]);
        var pack = new Pack("county-2011-12", hand);
        pack.Add(
            "objectives",
            [.. Csv.Read(hand, "objectives.csv").Where(o => o["kind"] == "plan"), .. Csv.Read(seeds, "003-priorities.csv").Select(Objective)]);
        pack.Add("indicators", _seeds.Select(Indicator));
        pack.Add("targets", [.. phased.SelectMany(p => Phases.Of(p, open: false)), .. _highlights.Select(HighlightTarget)]);
        pack.Add("results", [.. _observed.Select(Result), .. _highlights.SelectMany(HighlightResults)]);
        pack.Add("comparators", Csv.Read(seeds, "003-comparators.csv").Select(Comparator));
        pack.Add("published", [.. Csv.Read(seeds, "003-published.csv").SelectMany(Published), .. _highlights.Select(HighlightPublished)]);
        pack.Add("tables", [.. Cells("complaints", "003-complaints.csv", "service"), .. Cells("staff", "003-staff.csv", "row")]);
        return pack;
    }

    static Row Objective(Row seed) => new()
    {
        ["code"] = $"{seed["level"]}-{seed["seq"]}",
        ["title"] = seed["text"],
        ["parent"] = "plan",
        ["kind"] = seed["level"],
    };

    static Row Indicator(Row seed) => new()
    {
        ["ref"] = seed["ref"],
        ["title"] = seed["title"],
        ["kind"] = seed["kind"] == "activity" ? "context" : seed["kind"],
        ["short_title"] = seed["short_title"] == seed["title"] ? "" : seed["short_title"],
        ["summary_group"] = seed["service_area"],
        ["unit"] = Words.Unit(seed["unit"]),
        ["polarity"] = seed["polarity"],
        ["frequency"] = Words.Frequency(seed["frequency"]),
        ["basis"] = Words.Basis(seed["measure_basis"]),
        ["ytd"] = Words.Basis(seed["measure_basis"]) == "cumulative" ? "latest" : "none",
        ["source"] = seed["data_source_raw"],
    };

    static Row Result(Row o) => new()
    {
        ["ref"] = o["ref"],
        ["period"] = Periods.Close(o["period"]),
        ["value"] = o["is_forecast"] == "true" ? "" : o["raw"],
        ["status"] = o["is_forecast"] == "true" ? "forecast" : "provisional",
    };

    IEnumerable<Row> HighlightResults(Row seed) => [HighlightResult(seed, "baseline"), HighlightResult(seed, "latest")];

    Row HighlightResult(Row seed, string column) => new()
    {
        ["ref"] = _highlightRefs[seed["measure"]],
        ["period"] = Periods.Close(seed[column + "_label"]),
        ["value"] = seed[column + "_raw"],
        ["status"] = "provisional",
    };

    Row HighlightTarget(Row seed) => new()
    {
        ["ref"] = _highlightRefs[seed["measure"]],
        ["from"] = Periods.Close(seed["latest_label"]),
        ["to"] = seed["target_label"] == "Annual Target" ? "2012-03" : Periods.Close(seed["latest_label"]),
        ["scope"] = "period",
        ["target"] = seed["target_raw"],
        ["label"] = seed["target_label"],
    };

    Row HighlightPublished(Row seed) => new()
    {
        ["ref"] = _highlightRefs[seed["measure"]],
        ["round"] = Round,
        ["period"] = Periods.Close(seed["latest_label"]),
        ["value"] = seed["latest_raw"],
        ["rating"] = seed["rag"],
    };

    static Row Comparator(Row seed) => new()
    {
        ["ref"] = seed["ref"],
        ["period"] = Periods.Comparator(seed["ref"], seed["period"]),
        ["name"] = seed["comparator"],
        ["value"] = seed["value"],
        ["unit"] = seed["unit"].Contains("per 1,000", StringComparison.Ordinal) ? "per-1000" : "",
    };

    /// <summary>The latest period as the summary printed it, then the ratings of earlier periods from the trend table.</summary>
    IEnumerable<Row> Published(Row seed)
    {
        var rated = _observed.Where(o => o["ref"] == seed["ref"] && o["rag"].Length > 0).Reverse();
        return rated.Select((o, earlier) => new Row
        {
            ["ref"] = seed["ref"],
            ["round"] = Round,
            ["period"] = Periods.Close(o["period"]),
            ["value"] = o["raw"],
            ["rating"] = o["rag"],
            ["direction"] = earlier == 0 ? seed["direction"] : "",
            ["previous_rating"] = earlier == 0 ? seed["previous_status"] : "",
        });
    }

    /// <summary>One row a printed cell; the role of each row and what adds into what is written by hand, <c>*</c> meaning all.</summary>
    IEnumerable<Row> Cells(string table, string file, string rowColumn)
    {
        var rules = Csv.Read(hand, "cells.csv").Where(r => r["table"] == table).ToList();
        foreach (var seed in Csv.Read(seeds, file).Where(s => s["raw"].Length > 0))
        {
            var cell = new Row { ["table"] = table, ["row"] = seed[rowColumn].Trim('*', ' '), ["column"] = seed["column"], ["value"] = seed["raw"] };
            foreach (var rule in rules.Where(r => r["row"] is "*" || r["row"] == cell["row"]).Where(r => r["column"] is "*" || r["column"] == cell["column"]))
            {
                cell.Lay(rule, not: "table,row,column");
            }

            yield return cell;
        }
    }
}
