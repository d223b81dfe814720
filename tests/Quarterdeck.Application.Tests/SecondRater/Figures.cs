namespace Quarterdeck.Application.Tests.SecondRater;

/// <summary>The results of one indicator for its whole, by closing month.</summary>
internal sealed class Figures
{
    private readonly SortedDictionary<int, PlainRow> _rows = [];

    public Figures(PlainPack pack, string reference)
    {
        Versions = [.. pack.Of("indicators", reference).Select(row => new Terms(row, pack))];
        foreach (var row in pack.Of("results", reference).Where(row => row["breakdown"] is null))
        {
            _rows[row.Month("period")!.Value] = row;
        }
    }

    public IReadOnlyList<Terms> Versions { get; }

    public IReadOnlyList<int> Closings => [.. _rows.Keys];

    /// <summary>The version that holds, else the last that began before, else the first.</summary>
    public Terms VersionAt(int month) =>
        Versions.FirstOrDefault(version => version.HoldsIn(month))
        ?? Versions.Where(version => (version.Row.Month("from") ?? int.MinValue) <= month).MaxBy(version => version.Row.Month("from") ?? int.MinValue)
        ?? Versions[0];

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

    /// <summary>Places shown: the setting, else as typed; a computed figure those of its target, else of its typed figures, else one.</summary>
    public int Places(int closing, Terms terms, decimal? target) =>
        terms.Decimals ?? (At(closing)?.Number("value") is { } typed ? typed.Scale : Computed(terms, target));

    public int Computed(Terms terms, decimal? target)
    {
        int? typed = _rows.Values.Max(row => row.Number("value") is { } number ? (int)number.Scale : (int?)null);
        return terms.Decimals ?? Math.Min(4, target is { } aim ? aim.Scale : typed ?? 1);
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
