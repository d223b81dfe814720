namespace Quarterdeck.Application.Tests.SecondRater;

/// <summary>The results of one indicator for its whole or one part of it, by closing month.</summary>
internal sealed class Figures
{
    private SortedDictionary<int, PlainRow> _rows = [];
    private readonly List<decimal?> _targets;

    /// <param name="pack">The pack.</param>
    /// <param name="reference">The indicator.</param>
    /// <param name="part">A part of its whole; null: the whole.</param>
    /// <param name="others">The figures of another indicator, for one that is made of two.</param>
    public Figures(PlainPack pack, string reference, string? part, Func<string, Figures> others)
    {
        Versions = [.. pack.Of("indicators", reference).Select(row => new Terms(row, pack, part))];
        _targets = [.. pack.Of("targets", reference).Where(row => row["breakdown"] == part).Select(row => row.Number("target"))];
        foreach (var row in pack.Of("results", reference).Where(row => row["breakdown"] == part))
        {
            _rows[row.Month("period")!.Value] = row;
        }

        if (Versions[0].Row["numerator_ref"] is { } above)
        {
            _rows = Made.OfTwo(reference, others(above), others(Versions[0].Row["denominator_ref"]!));
        }

        if (Versions[0].FromMonths is { } method)
        {
            _rows = Made.OfMonths(this, Versions[0], method);
        }
    }

    public IReadOnlyList<Terms> Versions { get; }

    public IReadOnlyList<int> Closings => [.. _rows.Keys];

    /// <summary>The version that holds, else the last that began before, else the first.</summary>
    public Terms VersionAt(int month) =>
        Versions.FirstOrDefault(version => version.HoldsIn(month))
        ?? Versions.Where(version => (version.Row.Month("from") ?? int.MinValue) <= month).MaxBy(version => version.Row.Month("from") ?? int.MinValue)
        ?? Versions[0];

    /// <summary>Whether the series begins anew after one month and by another: another polarity, unit or basis, or words in the column break.</summary>
    public bool IsBroken(int earlier, int later)
    {
        var ordered = Versions.OrderBy(version => version.Row.Month("from") ?? int.MinValue).ToList();
        return ordered.Zip(ordered.Skip(1)).Any(pair =>
            earlier < pair.Second.Row.Month("from") && pair.Second.Row.Month("from") <= later
            && (pair.Second.Row["break"] is not null || !IsSameMeasure(pair.First, pair.Second)));
    }

    private static bool IsSameMeasure(Terms left, Terms right) =>
        (left.Polarity, left.Unit, left.Per, left.Row["scale"], left.Basis, left.RollingMonths)
        == (right.Polarity, right.Unit, right.Per, right.Row["scale"], right.Basis, right.RollingMonths);

    public PlainRow? At(int closing) => _rows.GetValueOrDefault(closing);

    public bool IsForecast(int closing) => At(closing)?["status"] == "forecast";

    /// <summary>The exact figure of a month; a forecast counts here.</summary>
    public Fraction? Value(int closing, Terms terms) => At(closing) is not { } row || Marker(closing) is not null ? null
        : row.Number("value") is { } value ? Fraction.Of(value)
        : row.Number("numerator") is { } top && row.Number("denominator") is { } bottom ? Fraction.Of(top) * Fraction.Of(terms.Per) / Fraction.Of(bottom)
        : null;

    public Fraction? Actual(int closing, Terms terms) => IsForecast(closing) ? null : Value(closing, terms);

    /// <summary>Why a row has no number; 0 of 0 is nothing to count.</summary>
    public string? Marker(int closing) => At(closing) is not { } row ? null
        : row["marker"] is { } marker ? marker.Split(':')[0]
        : row["value"] is null && row["numerator"] is not null && row.Number("denominator") == 0 ? "nil"
        : null;

    /// <summary>Whether nothing happened to measure: nil, or 0 of 0.</summary>
    public bool IsNothing(int closing) => At(closing) is { } row && !IsForecast(closing)
        && (row["marker"]?.Split(':')[0] == "nil"
            || (row["marker"] is null && row["value"] is null && row.Number("numerator") == 0 && row.Number("denominator") == 0));

    /// <summary>Places shown: the setting, the result's own, else as typed, four at most.</summary>
    public int Places(int closing, Terms terms) =>
        terms.Decimals ?? At(closing)?.Whole("decimals") ?? (At(closing)?.Number("value") is { } typed ? Math.Min((int)typed.Scale, 4) : Computed(terms));

    /// <summary>Places of a figure nobody typed: those of its targets, else of its typed figures, else one.</summary>
    public int Computed(Terms terms)
    {
        int? Most(IEnumerable<decimal?> numbers) => numbers.Max(number => number is { } one ? Math.Min((int)one.Scale, 4) : (int?)null);
        var ofTargets = terms.TargetDecimals is { } set ? Math.Min(set, 4) : Most(_targets);
        return terms.Decimals ?? ofTargets ?? Most(_rows.Values.Select(row => row.Number("value"))) ?? 1;
    }

    /// <summary>The last period with a number that is no forecast, or a later marker that takes its place.</summary>
    public int? LatestBy(int asAt)
    {
        var shown = _rows.Keys.Where(closing => closing <= asAt && !IsForecast(closing)
            && (Value(closing, VersionAt(closing)) is not null || Marker(closing) is { } marker && marker is not ("not yet due" or "new"))).ToList();
        var waiting = _rows.Keys.Where(closing => closing <= asAt && Marker(closing) is not null).ToList();
        return shown.Count > 0 ? shown[^1] : waiting.Count > 0 ? waiting[^1] : null;
    }
}
