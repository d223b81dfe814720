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
        for (var number = 1; number <= _random.Next(1, 3); number++)
        {
            Indicator("K" + Text(number));
        }

        return new PlainPack([.. _rows], _random.Next(FirstMonth + 6, LastMonth + 4));
    }

    /// <summary>Adds the scheme of that name, where it has not been added.</summary>
    private void Scheme(string name)
    {
        if (_rows.Exists(row => row.Table == "schemes" && row["scheme"] == name))
        {
            return;
        }

        (string Band, string Rule, string Amount, bool Strict)[] bands = name switch
        {
            "tolerance" => [("green", "within-relative", "5", false), ("amber", "within-relative", "10", false), ("red", "otherwise", "", false)],
            "near" => [("green", "target", "", false), ("amber", "within-absolute", "3", true), ("red", "otherwise", "", false)],
            "mixed" =>
                [("green", "target", "", false), ("amber", "floor", "", false), ("yellow", "within-relative", "20", false), ("red", "otherwise", "", false)],
            "strict" => [("star", "target", "", true), ("circle", "floor", "", true), ("triangle", "otherwise", "", false)],
            "fixed" => [("blue", "value", "80", true), ("green", "target", "", false), ("amber", "value", "40", false), ("red", "otherwise", "", false)],
            "inside" => [("green", "range", "", false), ("amber", "range", "5", false), ("red", "otherwise", "", false)],
            "hand" => [("green", "manual", "", false), ("amber", "manual", "", false), ("red", "manual", "", false)],
            "graded" => [("High", "grade", "", false), ("Middle", "grade", "", false), ("Low", "grade", "", false)],
            "open" => [("green", "target", "", false), ("amber", "floor", "", false)],
            _ => [],
        };
        for (var place = 0; place < bands.Length; place++)
        {
            var (band, rule, amount, strict) = bands[place];
            var word = strict ? "yes" : string.Empty;
            Add("schemes", ("scheme", name), ("order", Text(place + 1)), ("band", band), ("rule", rule), ("amount", amount), ("strict", word));
        }
    }

    private void Indicator(string reference)
    {
        if (Chance(12))
        {
            Milestone(reference);
            return;
        }

        if (Chance(5))
        {
            Made(reference);
            return;
        }

        if (Chance(12))
        {
            Graded(reference);
            return;
        }

        var frequency = Pick("month", "month", "month", "quarter", "quarter", "half", "year", "term");
        var calendar = frequency == "term" ? "academic" : Pick("financial", "financial", "financial", "calendar", "academic");
        var ownStart = frequency != "term" && Chance(10) ? "7" : string.Empty;
        var rhythm = new Rhythm(frequency, ownStart.Length > 0 ? 7 : calendar switch { "academic" => 9, "calendar" => 1, _ => _yearStart });
        var ytd = Pick("sum", "sum", "ratio", "weighted", "mean", "latest", "supplied", "none", "");
        var basis = ytd switch
        {
            "latest" => Pick("cumulative", "cumulative", "rolling-12"),
            "none" => Pick("snapshot", "period", "last-month"),
            _ => "period",
        };
        var scheme = Pick("", "", "", "", "tolerance", "near", "mixed", "strict", "fixed", "inside", "open", "hand");
        Scheme(scheme);
        var polarity = Pick("higher", "lower", "higher", "lower", "on-target", "range", "neutral", "");
        var unit = Pick("percent", "number", "gbp", "days");
        var terms = new Dictionary<string, string>
        {
            ["ref"] = reference,
            ["title"] = "Test " + reference,
            ["kind"] = Pick("kpi", "kpi", "kpi", "highlight", "activity"),
            ["unit"] = unit,
            ["frequency"] = frequency,
            ["calendar"] = calendar,
            ["year_start"] = ownStart,
            ["per"] = Chance(10) ? "1000" : string.Empty,
            ["basis"] = basis,
            ["ytd"] = ytd,
            ["scheme"] = scheme,
            ["polarity"] = polarity,
            ["decimals"] = Pick("", "", "0", "1", "2"),
            ["target_decimals"] = Pick("", "", "", "0", "1"),
            ["rate_on"] = Pick("", "", "exact"),
            ["range_on"] = Pick("", "", "latest", "ytd"),
            ["lag"] = Pick("", "", "0", "3"),
            ["ytd_from"] = frequency == "month" && Chance(6) ? Text(((rhythm.YearStart + 1) % 12) + 1) : "",
            ["direction"] = Pick("", "", "previous", "same-period-last-year", "attainment", "relative-to-target", "baseline"),
            ["dead_band"] = Pick("", "", "2", "5%"),
            ["tolerance"] = scheme is "" or "mixed" or "tolerance" or "strict" or "open" && Chance(6) ? Pick("2", "7.5", "20") : "",
        };
        var isRatio = ytd == "ratio" || (ytd.Length == 0 && Chance(2)) || (ytd is "mean" or "none" && Chance(4));
        if (ytd == "weighted")
        {
            terms["weight"] = reference + "w";
            Weights(reference + "w", rhythm, terms);
        }

        Versions(terms);
        Targets(reference, rhythm, polarity, terms);
        Results(reference, rhythm, ytd, isRatio, basis, scheme == "hand");
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
        switch (_random.Next(7))
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
            case 5:
                later["break"] = "Counted anew";
                break;
            case 6:
                later["basis"] = "average";
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
        foreach (var scope in scopes)
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
                if (Chance(8))
                {
                    Target(reference, rhythm, polarity, scope, rhythm.Holding(from), terms, "North");
                }
            }
        }
    }

    private void Target(string reference, Rhythm rhythm, string polarity, string scope, int first, Dictionary<string, string> terms, string part = "")
    {
        var target = _random.Next(20, 100);
        var worse = polarity == "lower" ? target + _random.Next(0, 15) : target - _random.Next(0, 15);
        var lower = _random.Next(20, 80);
        var hasRange = polarity == "range" || terms["kind"] == "activity" || terms["scheme"] == "inside" || Chance(8);
        var places = Pick(string.Empty, string.Empty, ".0", ".5");
        var isRange = polarity == "range" || terms["kind"] == "activity";
        var fromElsewhere = !isRange && part.Length == 0 && scope == "period" && Chance(12) ? Pick("previous-year", "neighbours") : string.Empty;
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
            ("breakdown", part),
            ("target", isRange || fromElsewhere.Length > 0 || Chance(6) ? string.Empty : Text(target) + places),
            ("floor", isRange || Chance(5) ? string.Empty : Text(worse) + places),
            ("lower", hasRange && !Chance(6) ? Text(lower) : string.Empty),
            ("upper", hasRange && !Chance(6) ? Text(lower + _random.Next(0, 20)) : string.Empty),
            ("profile", Chance(5) ? Pick("straight-line", "whole-year") : string.Empty),
            ("relative", !isRange && Chance(8) ? Pick("+2%", "-5", "mean 2", "best of +2%; mean 2", "best of -5; +1") : string.Empty),
            ("text", !isRange && Chance(20) ? "Date met" : string.Empty),
            ("target_from", fromElsewhere));
    }

    private void Results(string reference, Rhythm rhythm, string ytd, bool isRatio, string basis, bool isByHand)
    {
        var (running, hasParts) = (0, _random.Next(0, 8));
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

            if (Chance(isByHand ? 2 : 40))
            {
                row["rating"] = Pick("Green", "Amber", "Red");
                row["rating_reason"] = "The count was late.";
                row["rating_by"] = "Head of Service";
                row["rating_approved_by"] = "Director";
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
                row["previous_year_ytd"] = Some();
            }

            Add("results", row);
            if (own % 2 == hasParts)
            {
                Add("results", ("ref", reference), ("period", Months.Write(own)), ("value", Some()), ("breakdown", "North"));
            }
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

    private void Weights(string reference, Rhythm rhythm, Dictionary<string, string> weighted)
    {
        Add("indicators", ("ref", reference), ("title", "Weight of " + reference), ("kind", "activity"), ("frequency", rhythm.Frequency),
            ("calendar", weighted["calendar"]), ("year_start", weighted["year_start"]), ("ytd", "sum"), ("decimals", "0"));
        for (var own = rhythm.Holding(FirstMonth); own <= LastMonth; own = rhythm.Next(own))
        {
            if (!Chance(30))
            {
                Add("results", ("ref", reference), ("period", Months.Write(own)), ("value", Text(Chance(15) ? 0 : _random.Next(1, 50))));
            }
        }
    }

    /// <summary>An indicator whose figures are made from months, of two others, or both.</summary>
    private void Made(string reference)
    {
        var (isFormula, isOfMonths) = Pick((true, false), (false, true), (false, true), (true, true));
        var frequency = isOfMonths ? Pick("month", "quarter", "half", "year") : Pick("month", "quarter");
        var basis = !isOfMonths ? "period" : frequency == "month" ? Pick("cumulative", "rolling-12") : "period";
        var given = new Rhythm(isOfMonths ? "month" : frequency, _yearStart);
        var method = isFormula ? "ratio" : Pick("sum", "ratio", "mean", "last");
        var terms = new Dictionary<string, string>
        {
            ["ref"] = reference,
            ["title"] = "Test " + reference,
            ["kind"] = Pick("kpi", "kpi", "activity"),
            ["unit"] = isFormula || method == "ratio" ? "percent" : Pick("number", "days"),
            ["frequency"] = frequency,
            ["basis"] = basis,
            ["ytd"] = basis != "period" ? "latest" : isFormula || method == "ratio" ? Pick("ratio", "none") : Pick("sum", "mean", "none"),
            ["from_months"] = isOfMonths ? method : string.Empty,
            ["polarity"] = Pick("higher", "lower"),
            ["decimals"] = Pick("", "", "0", "1"),
        };
        if (isFormula)
        {
            (terms["numerator_ref"], terms["denominator_ref"]) = (reference + "n", reference + "d");
            foreach (var part in new[] { "n", "d" })
            {
                Add("indicators", ("ref", reference + part), ("title", "Part of " + reference), ("kind", "activity"), ("frequency", given.Frequency));
                Results(reference + part, given, "sum", false, "period", false);
            }
        }
        else
        {
            Results(reference, given, "sum", method == "ratio", "period", false);
        }

        Add("indicators", terms);
        Targets(reference, new Rhythm(frequency, _yearStart), terms["polarity"], terms.Append(new("scheme", string.Empty)).ToDictionary());
    }

    /// <summary>An indicator whose figures are words.</summary>
    private void Graded(string reference)
    {
        var isGrade = Chance(2);
        var rhythm = new Rhythm(Pick("quarter", "year"), _yearStart);
        Scheme(isGrade ? "graded" : string.Empty);
        string Word() => isGrade ? Pick("High", "Middle", "Low") : Pick("yes", "no");
        Add("indicators", ("ref", reference), ("title", "Test " + reference), ("kind", "kpi"), ("unit", isGrade ? "grade" : "yes-no"),
            ("frequency", rhythm.Frequency), ("scheme", isGrade ? "graded" : string.Empty), ("ytd", Pick("none", "latest")));
        for (var own = rhythm.Holding(FirstMonth); own <= LastMonth; own = rhythm.Next(own))
        {
            if (!Chance(6))
            {
                Add("results", ("ref", reference), ("period", Months.Write(own)), ("value", Word()), ("status", Chance(8) ? "forecast" : string.Empty));
            }
        }

        if (!isGrade && !Chance(3))
        {
            Add("targets", ("ref", reference), ("from", Months.Write(rhythm.Holding(FirstMonth))), ("to", Months.Write(rhythm.Holding(LastMonth))),
                ("target", "yes"), ("floor", Pick(string.Empty, "no")));
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

    private string Some() => Pick(
        Text(_random.Next(0, 120)),
        Text(_random.Next(0, 120)),
        $"{_random.Next(0, 120)}.{_random.Next(10)}",
        $"{_random.Next(20, 100)}.{_random.Next(10, 100)}",
        "50",
        "90.0",
        $"{_random.Next(20, 99)}.{Pick("999999999999996", "30000000000000004", "49999999999999994")}");

    private void Add(string table, params (string Column, string Text)[] cells) => Add(table, cells.ToDictionary(cell => cell.Column, cell => cell.Text));

    private void Add(string table, Dictionary<string, string> cells) =>
        _rows.Add(new PlainRow(table, cells.Where(cell => cell.Value.Length > 0).ToDictionary()));

    private bool Chance(int oneIn) => _random.Next(oneIn) == 0;

    private T Pick<T>(params T[] of) => of[_random.Next(of.Length)];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
