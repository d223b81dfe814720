namespace Quarterdeck.Application.Tests.SecondRater;

/// <summary>Everything the rules say of one indicator in its latest period.</summary>
internal sealed class OneRating(PlainPack pack, string reference, Figures figures, YearSoFar years, SlowRater all, int closing)
{
    private readonly Aims _aims = new(pack, reference);
    private readonly Terms _terms = figures.VersionAt(closing);

    public Held Standard() => Standard(figures.VersionAt(closing), closing);

    public Dictionary<string, string?> Answer(int asAt)
    {
        var before = _terms.Rhythm.Previous(closing);
        var standard = Standard(_terms, closing);
        var rating = RatingAt(closing);
        var year = years.At(_terms, closing);
        var yearStandard = YearStandard(year);
        var yearRating = YearRating(year, yearStandard);
        var value = figures.Value(closing, _terms);
        var testsYear = _terms.Row["range_on"] is { } on ? on == "ytd" : !year.HasNone;
        var tested = testsYear ? yearStandard : standard;
        var (direction, none) = Direction();
        return new()
        {
            ["latest_period"] = Months.Write(closing),
            ["value"] = value?.Text(),
            ["target"] = standard.Target?.Text(),
            ["floor"] = standard.Floor?.Text(),
            ["rating"] = rating.Band,
            ["reason"] = rating.Reason,
            ["not_rated"] = rating.Why,
            ["ytd"] = year.Exact?.Text(),
            ["ytd_rating"] = yearRating.Band,
            ["ytd_not_rated"] = yearRating.Why,
            ["ytd_target"] = year.HasNone ? null : yearStandard.Target?.Text(),
            ["ytd_floor"] = year.HasNone ? null : yearStandard.Floor?.Text(),
            ["lower"] = tested.Lower?.Text(),
            ["upper"] = tested.Upper?.Text(),
            ["range"] = Range(testsYear ? year.Shown : value?.Rounded(figures.Places(closing, _terms, null)), tested),
            ["direction"] = direction,
            ["no_direction"] = none,
            ["previous_rating"] = figures.IsForecast(before) ? null : RatingAt(before).Band,
            ["stale"] = value is not null && asAt - _terms.Rhythm.Next(closing) > (_terms.Row.Whole("lag") ?? 1)
                && figures.Versions.Any(version => version.HoldsIn(_terms.Rhythm.Next(closing))) ? "true" : "false",
        };
    }

    private Held Standard(Terms terms, int month) => _aims.OfPeriod(terms, month, () => LastYear(terms, month));

    private Held YearStandard(SoFar year) =>
        _aims.OfYearToDate(_terms, closing, year.Counted, () => years.At(_terms, closing - 12) is { } last ? last.Shown : null);

    /// <summary>The figure of the same month a year before: from history, else as typed beside the result.</summary>
    private Fraction? LastYear(Terms terms, int month) =>
        figures.Actual(month - 12, terms) is { } held ? held.Rounded(figures.Places(month - 12, terms, null))
        : figures.At(month)?.Number("previous_year") is { } typed ? Fraction.Of(typed)
        : null;

    private Verdict RatingAt(int month)
    {
        var terms = figures.VersionAt(month);
        if (!terms.IsRated)
        {
            return Verdict.Not("not a KPI");
        }

        var computed = figures.Value(month, terms) is { } value ? Rate(terms, value, figures.Places(month, terms, null), Standard(terms, month))
            : Verdict.Not(figures.Marker(month) ?? "no result");
        return Carried(computed, terms, month, ofYear: false);
    }

    private Verdict YearRating(SoFar year, Held standard)
    {
        if (!_terms.IsRated)
        {
            return Verdict.Not("not a KPI");
        }

        var computed = year.Exact is { } exact ? Rate(_terms, exact, year.Places, standard)
            : Verdict.Not(year.HasNone ? "no year to date" : "year to date incomplete");
        if (computed.Why == "no target" && _terms.Grows)
        {
            computed = Verdict.Not(Words.NoYearTarget);
        }

        var outcome = Carried(computed, _terms, closing, ofYear: true);
        return outcome.Band is null && _terms.Ytd == "latest" ? Carried(outcome, _terms, closing, ofYear: false) : outcome;
    }

    private Verdict Rate(Terms terms, Fraction value, int places, Held held) =>
        new Bands(pack, terms.Scheme).Rate(terms.OnExact ? value : value.Rounded(places), terms.Polarity, held);

    /// <summary>What an earlier paper printed, where nothing can be computed and the print does not contradict what is known.</summary>
    private Verdict Carried(Verdict computed, Terms terms, int month, bool ofYear)
    {
        var isUnknown = computed.Why is "no floor standard" or "no target" or "no thresholds" or "no result" || computed.Why == Words.NoYearTarget;
        if (!isUnknown || Printed(month, ofYear) is not { } label)
        {
            return computed;
        }

        var bands = new Bands(pack, terms.Scheme);
        var place = bands.PlaceOf(label);
        return place < 0 || (computed.Why == "no floor standard" && place < bands.Achieving) ? computed : new Verdict(bands.LabelAt(place), null, "carried");
    }

    /// <summary>The label printed of a month; of two, that of the later round.</summary>
    private string? Printed(int month, bool ofYear)
    {
        string? label = null;
        foreach (var row in pack.Of("published", reference).OrderBy(row => row.Month("round")))
        {
            var round = row.Month("round")!.Value;
            var latest = all.LatestIn(reference, round);
            var period = row.Month("period") ?? latest ?? round;
            if (!ofYear && period == month && row["rating"] is { } rating)
            {
                label = rating;
            }

            if (ofYear && (row.Month("ytd_period") ?? period) == month && row["ytd_rating"] is { } yearRating)
            {
                label = yearRating;
            }
        }

        return label;
    }

    private static string? Range(Fraction? shown, Held held) =>
        shown is not { } value || (held.Lower is null && held.Upper is null) ? null
        : held.Upper is { } upper && value > upper ? "Above"
        : held.Lower is { } lower && value < lower ? "Below"
        : "Yes";

    private (string? Direction, string? Why) Direction()
    {
        var method = _terms.Directions[0];
        if (Judged(closing) is not { } now)
        {
            return (null, "no figure");
        }

        var month = method == "same-period-last-year" ? closing - 12 : _terms.Rhythm.Previous(closing);
        var before = method == "baseline" ? Baseline(now) : Judged(month);
        if (method == "same-period-last-year" && before is null && figures.At(closing)?.Number("previous_year") is { } typed)
        {
            before = (Fraction.Of(typed), now.Held);
        }

        if (method != "baseline" && figures.At(month) is not null && !figures.IsForecast(month) && IsBreak(month))
        {
            return (null, "not comparable");
        }

        return before is { } from ? Travel.Between(method, _terms.Polarity, _terms.DeadBand, from, now) : (null, "no figure");
    }

    /// <summary>Whether the series begins anew between an earlier month and the latest.</summary>
    private bool IsBreak(int month)
    {
        var was = figures.VersionAt(month);
        return was.Polarity != _terms.Polarity || was.Unit != _terms.Unit || was.Per != _terms.Per
            || was.Row["scale"] != _terms.Row["scale"] || (Covered.Breaks && (was.Basis, was.RollingMonths) != (_terms.Basis, _terms.RollingMonths));
    }

    private (Fraction Value, Held Held)? Judged(int month) => figures.Actual(month, _terms) is not { } value ? null
        : (_terms.OnExact ? value : value.Rounded(figures.Places(month, _terms, null)), Standard(_terms, month));

    /// <summary>The comparator named so, the last by then; else the first number of the same measure.</summary>
    private (Fraction Value, Held Held)? Baseline((Fraction Value, Held Held) now)
    {
        var set = pack.Of("comparators", reference).LastOrDefault(row => row["name"] == "baseline" && row.Month("period") <= closing)?.Number("value");
        if (set is { } typed)
        {
            return (Fraction.Of(typed), now.Held);
        }

        foreach (var month in figures.Closings.Where(month => !IsBreak(month) && figures.Actual(month, figures.VersionAt(month)) is not null))
        {
            return month < closing ? Judged(month) : null;
        }

        return null;
    }
}

/// <summary>Reasons both raters give.</summary>
internal static class Words
{
    /// <summary>Why a sum to date is not rated (rules.md, Span).</summary>
    public static readonly string NoYearTarget = Covered.Spans ? "no target for the year to date" : "no target";
}
