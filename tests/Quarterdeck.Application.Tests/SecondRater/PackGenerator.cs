using System.Globalization;

namespace Quarterdeck.Application.Tests.SecondRater;

/// <summary>Makes a small random pack from a seed: the same seed, the same pack.</summary>
internal sealed class PackGenerator(int seed)
{
    private const int FirstMonth = (2022 * 12) + 3;
    private const int LastMonth = (2025 * 12) + 9;

    private readonly Random _random = new(seed);
    private readonly List<PlainRow> _rows = [];
    private int _yearStart = 4;

    public PlainPack Make()
    {
        _yearStart = Pick(4, 4, 4, 1, 8);
        Add("settings", ("key", "organisation"), ("value", "Test Council"));
        Add("settings", ("key", "financial_year_start"), ("value", Text(_yearStart)));
        Schemes();
        for (var number = 1; number <= _random.Next(1, 3); number++)
        {
            Indicator("K" + Text(number));
        }

        return new PlainPack([.. _rows], _random.Next(FirstMonth + 6, LastMonth + 4));
    }

    private void Schemes()
    {
        Band("tolerance", 1, "green", "within-relative", "5");
        Band("tolerance", 2, "amber", "within-relative", "10");
        Band("tolerance", 3, "red", "otherwise");
        Band("near", 1, "green", "target");
        Band("near", 2, "amber", "within-absolute", "3", strict: true);
        Band("near", 3, "red", "otherwise");
        Band("mixed", 1, "green", "target");
        Band("mixed", 2, "amber", "floor");
        Band("mixed", 3, "yellow", "within-relative", "20");
        Band("mixed", 4, "red", "otherwise");
        Band("strict", 1, "star", "target", strict: true);
        Band("strict", 2, "circle", "floor", strict: true);
        Band("strict", 3, "triangle", "otherwise");
        Band("fixed", 1, "blue", "value", "80", strict: true);
        Band("fixed", 2, "green", "target");
        Band("fixed", 3, "amber", "value", "40");
        Band("fixed", 4, "red", "otherwise");
        Band("inside", 1, "green", "range");
        Band("inside", 2, "amber", "range", "5");
        Band("inside", 3, "red", "otherwise");
        Band("open", 1, "green", "target");
        Band("open", 2, "amber", "floor");
    }

    private void Indicator(string reference)
    {
        if (Chance(12))
        {
            Milestone(reference);
            return;
        }

        var frequency = Pick("month", "month", "month", "quarter", "quarter", "half", "year", "term");
        var rhythm = new Rhythm(frequency, frequency == "term" ? 9 : _yearStart);
        var ytd = Pick("sum", "sum", "ratio", "weighted", "mean", "latest", "supplied", "none", Covered.BlankYearToDate ? "" : "mean");
        var basis = ytd switch
        {
            "latest" => Pick("cumulative", "cumulative", "rolling-12"),
            "none" => Pick("snapshot", "period", "last-month"),
            _ => "period",
        };
        var scheme = Pick("", "", "", "", "tolerance", "near", "mixed", "strict", "fixed", "inside", "open");
        var polarity = Pick("higher", "lower", "higher", "lower", "on-target", "range", "neutral", Covered.BlankPolarity ? "" : "higher");
        var unit = Pick("percent", "number", "gbp", "days");
        var terms = new Dictionary<string, string>
        {
            ["ref"] = reference,
            ["title"] = "Test " + reference,
            ["kind"] = Pick("kpi", "kpi", "kpi", "highlight", "activity"),
            ["unit"] = unit,
            ["frequency"] = frequency,
            ["calendar"] = frequency == "term" ? "academic" : "financial",
            ["basis"] = basis,
            ["ytd"] = ytd,
            ["scheme"] = scheme,
            ["polarity"] = polarity,
            ["decimals"] = Pick("", "", "0", "1", "2"),
            ["target_decimals"] = Pick("", "", "", "0", "1"),
            ["rate_on"] = Pick("", "", "exact"),
            ["range_on"] = Pick("", "", "latest", "ytd"),
            ["lag"] = Pick("", "", "0", "3"),
            ["ytd_from"] = frequency == "month" && Chance(6) ? Text(((_yearStart + 1) % 12) + 1) : "",
            ["direction"] = Pick("", "", "previous", "same-period-last-year", "attainment", "relative-to-target", "baseline"),
            ["dead_band"] = Covered.DeadBands ? Pick("", "", "2", "5%") : "",
        };
        var isRatio = ytd == "ratio" || (ytd.Length == 0 && Chance(2)) || (ytd is "mean" or "none" && Chance(4));
        if (!Covered.ComputedPlaces && terms["decimals"].Length == 0 && (isRatio || ytd is "mean" or "weighted" or "ratio"))
        {
            terms["decimals"] = "1";
        }

        if (ytd == "weighted")
        {
            terms["weight"] = reference + "w";
            Weights(reference + "w", rhythm);
        }

        Versions(terms);
        Targets(reference, rhythm, polarity, terms);
        Results(reference, rhythm, ytd, isRatio, basis);
        Printed(reference, rhythm, scheme);
        if (Chance(6))
        {
            Add("comparators", ("ref", reference), ("period", Months.Write(rhythm.Holding(FirstMonth))), ("name", "baseline"), ("value", Some()));
        }
    }

    /// <summary>One version, or two that part in a month.</summary>
    private void Versions(Dictionary<string, string> terms)
    {
        if (!Chance(5))
        {
            if (Chance(10))
            {
                terms["to"] = Months.Write(LastMonth - _random.Next(0, 6));
            }

            Add("indicators", terms);
            return;
        }

        var parts = _random.Next(FirstMonth + 10, LastMonth - 3);
        var later = new Dictionary<string, string>(terms) { ["from"] = Months.Write(parts + 1) };
        terms["to"] = Months.Write(parts);
        switch (_random.Next(5))
        {
            case 0:
                later["polarity"] = terms["polarity"] == "higher" ? "lower" : "higher";
                break;
            case 1:
                later["unit"] = "fte";
                later["ytd"] = terms["ytd"].Length == 0 ? "none" : terms["ytd"];
                terms["ytd"] = later["ytd"];
                break;
            case 2:
                later["decimals"] = "1";
                break;
            case 3:
                later["title"] = "Test with another title";
                break;
            default:
                later["rate_on"] = "exact";
                break;
        }

        Add("indicators", terms);
        Add("indicators", later);
    }

    private void Targets(string reference, Rhythm rhythm, string polarity, Dictionary<string, string> terms)
    {
        string[] scopes = Pick<string[]>([], ["period"], ["period"], ["period", "ytd"], ["ytd"], ["year"], ["period", "year"]);
        foreach (var scope in !Covered.Spans && terms["ytd"] == "sum" ? ["ytd"] : scopes)
        {
            for (var from = rhythm.YearOpening(FirstMonth) - (_random.Next(2) * 3); from <= LastMonth; from += Pick(12, 12, 12, 24, 6))
            {
                var first = Months.Write(rhythm.Holding(from));
                var isThere = _rows.Exists(row => row.Table == "targets" && row["ref"] == reference && row["scope"] == scope && row["from"] == first);
                if (isThere || Chance(10))
                {
                    continue;
                }

                Target(reference, rhythm, polarity, scope, rhythm.Holding(from), terms);
            }
        }
    }

    private void Target(string reference, Rhythm rhythm, string polarity, string scope, int first, Dictionary<string, string> terms)
    {
        var target = _random.Next(20, 100);
        var worse = polarity == "lower" ? target + _random.Next(0, 15) : target - _random.Next(0, 15);
        var lower = _random.Next(20, 80);
        var hasRange = polarity == "range" || terms["kind"] == "activity" || terms["scheme"] == "inside" || Chance(8);
        var places = Pick(string.Empty, string.Empty, ".0", ".5");
        var isRange = polarity == "range" || terms["kind"] == "activity";
        var fromElsewhere = !isRange && scope == "period" && Chance(12) ? Pick("previous-year", "neighbours") : string.Empty;
        if (fromElsewhere == "neighbours")
        {
            Add("comparators", ("ref", reference), ("period", Months.Write(rhythm.Holding(first + 2))), ("name", "neighbours"), ("value", Some()));
        }

        Add(
            "targets",
            ("ref", reference),
            ("from", Months.Write(first)),
            ("to", Chance(3) ? Months.Write(rhythm.Holding(first + Pick(0, 2, 5, 11, 17))) : string.Empty),
            ("scope", scope),
            ("target", isRange || fromElsewhere.Length > 0 || Chance(12) ? string.Empty : Text(target) + places),
            ("floor", isRange || Chance(5) ? string.Empty : Text(worse) + places),
            ("lower", hasRange && !Chance(6) ? Text(lower) : string.Empty),
            ("upper", hasRange && !Chance(6) ? Text(lower + _random.Next(0, 20)) : string.Empty),
            ("profile", Chance(5) ? Covered.Spans ? Pick("straight-line", "whole-year") : "whole-year" : string.Empty),
            ("target_from", fromElsewhere));
    }

    private void Results(string reference, Rhythm rhythm, string ytd, bool isRatio, string basis)
    {
        var running = 0;
        for (var own = rhythm.Holding(_random.Next(FirstMonth, FirstMonth + 20)); own <= LastMonth + 3; own = rhythm.Next(own))
        {
            if (Chance(14))
            {
                continue;
            }

            running = rhythm.YearOpening(own) == rhythm.YearOpening(rhythm.Previous(own)) ? running + _random.Next(12) : _random.Next(12);
            var row = new Dictionary<string, string> { ["ref"] = reference, ["period"] = Months.Write(own) };
            if (Chance(16))
            {
                row["marker"] = Pick("suspended", "not yet due", "not returned", "new", "suppressed", "nil: Nothing to count", "not applicable");
            }
            else if (isRatio && !Chance(20))
            {
                var below = Chance(20) ? 0 : _random.Next(1, 60);
                row["numerator"] = Text(below == 0 ? 0 : _random.Next(0, below + 1));
                row["denominator"] = Text(below);
            }
            else
            {
                row["value"] = basis == "cumulative" ? Text(running) : Some();
            }

            if (own > LastMonth || Chance(18))
            {
                row["status"] = own > LastMonth ? "forecast" : Pick("provisional", "estimated", "forecast");
            }

            if (Chance(ytd == "supplied" ? 1 : 15))
            {
                row["ytd"] = Chance(10) ? Pick("n/a", "suppressed") : Some();
            }

            if (Chance(10))
            {
                row["previous_year"] = Some();
            }

            Add("results", row);
        }
    }

    /// <summary>What earlier papers printed.</summary>
    private void Printed(string reference, Rhythm rhythm, string scheme)
    {
        for (var count = Chance(4) ? _random.Next(1, 4) : 0; count > 0; count--)
        {
            var round = FirstMonth + 6 + (count * 12) + _random.Next(0, 9);
            string[] labels = scheme == "strict" ? ["Star", "Circle", "Triangle"] : ["Green", "Amber", "Red", "Purple"];
            Add(
                "published",
                ("ref", reference),
                ("round", Months.Write(round + 1)),
                ("period", Chance(3) ? string.Empty : Months.Write(rhythm.Holding(round))),
                ("rating", Pick(labels)),
                ("ytd_rating", Chance(2) ? Pick(labels) : string.Empty));
        }
    }

    private void Weights(string reference, Rhythm rhythm)
    {
        Add("indicators", ("ref", reference), ("title", "Weight of " + reference), ("kind", "activity"), ("frequency", rhythm.Frequency),
            ("calendar", rhythm.Frequency == "term" ? "academic" : "financial"), ("ytd", "sum"), ("decimals", "0"));
        for (var own = rhythm.Holding(FirstMonth); own <= LastMonth; own = rhythm.Next(own))
        {
            if (!Chance(30))
            {
                Add("results", ("ref", reference), ("period", Months.Write(own)), ("value", Text(Chance(15) ? 0 : _random.Next(1, 50))));
            }
        }
    }

    private void Milestone(string reference)
    {
        Add("indicators", ("ref", reference), ("title", "Test " + reference), ("kind", "milestone"));
        for (var step = 1; step <= _random.Next(0, 4); step++)
        {
            var due = new DateOnly(2023, 1, 1).AddDays(_random.Next(0, 1_200));
            Add(
                "milestones",
                ("ref", reference),
                ("step", "Step " + Text(step)),
                ("due", due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
                ("state", Pick(string.Empty, "met", "met", "missed", "due")),
                ("done", string.Empty));
        }
    }

    private void Band(string scheme, int order, string band, string rule, string amount = "", bool strict = false)
    {
        var word = strict ? "yes" : string.Empty;
        Add("schemes", ("scheme", scheme), ("order", Text(order)), ("band", band), ("rule", rule), ("amount", amount), ("strict", word));
    }

    private string Some() => Pick(
        Text(_random.Next(0, 120)),
        Text(_random.Next(0, 120)),
        $"{_random.Next(0, 120)}.{_random.Next(10)}",
        $"{_random.Next(20, 100)}.{_random.Next(10, 100)}",
        "50",
        "90.0");

    private void Add(string table, params (string Column, string Text)[] cells) => Add(table, cells.ToDictionary(cell => cell.Column, cell => cell.Text));

    private void Add(string table, Dictionary<string, string> cells) =>
        _rows.Add(new PlainRow(table, cells.Where(cell => cell.Value.Length > 0).ToDictionary()));

    private bool Chance(int oneIn) => _random.Next(oneIn) == 0;

    private T Pick<T>(params T[] of) => of[_random.Next(of.Length)];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
