namespace Quarterdeck.Application.Tests.SecondRater;

/// <summary>Everything the rules say of one indicator in its latest period.</summary>
internal sealed class OneRating(PlainPack pack, string reference, Figures figures, YearSoFar years, SlowRater all, int closing, string? part)
{
    private readonly Aims _aims = new(pack, reference, part);
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
        return new(Ahead(closing))
        {
            ["latest_period"] = Months.Write(closing),
            ["value"] = value?.Text(),
            ["target"] = standard.Aim,
            ["floor"] = standard.Floor?.Text(),
            ["rating"] = rating.Band,
            ["reason"] = rating.Reason,
            ["not_rated"] = rating.Why,
            ["ytd"] = year.Exact?.Text(),
            ["ytd_rating"] = yearRating.Band,
            ["ytd_not_rated"] = yearRating.Why,
            ["ytd_target"] = year.HasNone ? null : yearStandard.Aim,
            ["ytd_floor"] = year.HasNone ? null : yearStandard.Floor?.Text(),
            ["lower"] = tested.Lower?.Text(),
            ["upper"] = tested.Upper?.Text(),
            ["range"] = Range(testsYear ? year.Shown : value?.Rounded(figures.Places(closing, _terms)), tested),
            ["direction"] = direction,
            ["no_direction"] = none,
            ["previous_rating"] = figures.IsForecast(before) ? null : RatingAt(before).Band,
            ["stale"] = value is not null && asAt - _terms.Rhythm.Next(closing) > (_terms.Row.Whole("lag") ?? 1)
                && figures.Versions.Any(version => version.HoldsIn(_terms.Rhythm.Next(closing))) ? "true" : "false",
        };
    }

    /// <summary>The target of the whole year, and the last forecast of the year of the period after the latest.</summary>
    public Dictionary<string, string?> Ahead(int latest)
    {
        var answer = new Dictionary<string, string?>();
        var next = _terms.Rhythm.Next(latest);
        var yearEnd = _terms.Rhythm.YearOpening(next) + 11;
        var forecasts = figures.Closings.Where(month => month > latest && month <= yearEnd && figures.IsForecast(month)
            && figures.Value(month, figures.VersionAt(month)) is not null).ToList();
        if (forecasts.Count > 0)
        {
            var terms = figures.VersionAt(forecasts[^1]);
            answer["forecast_period"] = Months.Write(forecasts[^1]);
            answer["forecast"] = figures.Value(forecasts[^1], terms)?.Text();
            answer["forecast_rating"] = RatingAt(forecasts[^1]).Band;
        }

        answer["year_target"] = _aims.WholeYear(_terms, closing)?.Text();
        return answer;
    }

    private Held Standard(Terms terms, int month) => _aims.OfPeriod(terms, month, years => Before(terms, month, years));

    private Held YearStandard(SoFar year) =>
        _aims.OfYearToDate(_terms, closing, year.Counted, SoFarBefore, (month, years) => Before(_terms, month, years));

    /// <summary>The year to date of so many years before: from history, else that of last year as typed beside the result.</summary>
    private Known? SoFarBefore(int count)
    {
        var before = closing - (12 * count);
        var held = figures.IsBroken(before, closing) ? null : years.At(_terms, before);
        return held?.Shown is { } shown ? new Known(shown, held.Places)
            : count == 1 && figures.At(closing)?.Number("previous_year_ytd") is { } typed ? new Known(Fraction.Of(typed), typed.Scale)
            : null;
    }

    /// <summary>The figure of the same month so many years before: from history, else that of last year as typed beside the result.</summary>
    private Known? Before(Terms terms, int month, int count)
    {
        var before = month - (12 * count);
        var places = figures.Places(before, terms);
        return !figures.IsBroken(before, month) && figures.Actual(before, terms) is { } held ? new Known(held.Rounded(places), places)
            : count == 1 && figures.At(month)?.Number("previous_year") is { } typed ? new Known(Fraction.Of(typed), typed.Scale)
            : null;
    }

    private Verdict RatingAt(int month)
    {
        var terms = figures.VersionAt(month);
        if (!terms.IsRated)
        {
            return Verdict.Not("not a KPI");
        }

        var computed = ByHand(month, terms) is { } given ? given
            : figures.Value(month, terms) is { } value ? Rate(terms, value, figures.Places(month, terms), Standard(terms, month))
            : Verdict.Not(figures.Marker(month) ?? "no result");
        return Carried(computed, terms, month, ofYear: false);
    }

    /// <summary>A rating given by hand: it needs a reason, who gave it and another person who approved it.</summary>
    private Verdict? ByHand(int month, Terms terms)
    {
        var (row, bands) = (figures.At(month), new Bands(pack, terms.Scheme));
        if (row?["rating"] is not { } label)
        {
            return bands.IsByHand && row?["marker"] is null ? Verdict.Not(Words.NotByHand) : null;
        }

        var isWhole = row["rating_reason"] is not null && row["rating_by"] is { } by && row["rating_approved_by"] is { } other && by != other;
        return !isWhole ? Verdict.Not("rated by hand without all it needs")
            : bands.PlaceOf(label) is >= 0 and var place ? new Verdict(bands.LabelAt(place), null, "manual")
            : Verdict.Not($"rated by hand as \u201c{label}\u201d, which is not a band of the scheme");
    }

    private Verdict YearRating(SoFar year, Held standard)
    {
        if (!_terms.IsRated)
        {
            return Verdict.Not("not a KPI");
        }

        var computed = new Bands(pack, _terms.Scheme).IsByHand ? Verdict.Not(Words.NotByHand)
            : year.Exact is { } exact ? Rate(_terms, exact, year.Places, standard)
            : Verdict.Not(year.HasNone ? "no year to date" : "year to date incomplete");
        var outcome = Carried(computed, _terms, closing, ofYear: true);
        return outcome.Band is null && _terms.Ytd == "latest" ? Carried(outcome, _terms, closing, ofYear: false) : outcome;
    }

    private Verdict Rate(Terms terms, Fraction value, int places, Held held)
    {
        var verdict = new Bands(pack, terms.Scheme).Rate(terms.OnExact ? value : value.Rounded(places), terms, held);
        return verdict.Why == "no target" && held.WhyNone is { } why ? Verdict.Not(why) : verdict;
    }

    /// <summary>What an earlier paper printed, where nothing can be computed and the print does not contradict what is known.</summary>
    private Verdict Carried(Verdict computed, Terms terms, int month, bool ofYear)
    {
        var isUnknown = computed.Why
            is "no floor standard" or "no target" or "no thresholds" or "no result" or Words.NoYearTarget or Words.NoEarlier;
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
        if (part is not null)
        {
            return null;
        }

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

        if (method == "baseline")
        {
            return Baseline(now) is { } start ? Travel.Between(method, _terms.Polarity, _terms.DeadBand, start, now) : (null, "no figure");
        }

        var isYear = method == "same-period-last-year";
        var month = isYear ? closing - 12 : _terms.Rhythm.Previous(closing);
        var typed = isYear ? figures.At(closing)?.Number("previous_year") : null;
        var isBroken = figures.IsBroken(month, closing);
        var before = isBroken ? null : Judged(month);
        if (before is null && typed is { } beside)
        {
            before = (Fraction.Of(beside), now.Held);
        }

        return before is { } from ? Travel.Between(method, _terms.Polarity, _terms.DeadBand, from, now)
            : (null, isBroken && figures.At(month) is not null && !figures.IsForecast(month) ? "not comparable" : "no figure");
    }

    private (Fraction Value, Held Held)? Judged(int month) => figures.Actual(month, _terms) is not { } value ? null
        : (_terms.OnExact ? value : value.Rounded(figures.Places(month, _terms)), Standard(_terms, month));

    /// <summary>The comparator named so, the last by then; else the first number of the same measure.</summary>
    private (Fraction Value, Held Held)? Baseline((Fraction Value, Held Held) now)
    {
        var others = part is null ? pack.Of("comparators", reference) : [];
        var set = others.LastOrDefault(row => row["name"] == "baseline" && row.Month("period") <= closing)?.Number("value");
        if (set is { } typed)
        {
            return (Fraction.Of(typed), now.Held);
        }

        foreach (var month in figures.Closings.Where(month => !figures.IsBroken(month, closing) && figures.Actual(month, figures.VersionAt(month)) is not null))
        {
            return month < closing ? Judged(month) : null;
        }

        return null;
    }
}

/// <summary>Reasons both raters give.</summary>
internal static class Words
{
    /// <summary>Why a scheme of ratings given by hand gives none.</summary>
    public const string NotByHand = "no rating was given by hand";

    /// <summary>Why a sum to date is not rated (rules.md, Span).</summary>
    public const string NoYearTarget = "no target for the year to date";

    /// <summary>Why a target that follows from earlier years is not there.</summary>
    public const string NoEarlier = "no earlier figure to make the target from";
}
