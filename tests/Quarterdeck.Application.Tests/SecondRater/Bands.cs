using System.Globalization;

namespace Quarterdeck.Application.Tests.SecondRater;

/// <summary>A rating as words: the band's label, or why there is none.</summary>
internal sealed record Verdict(string? Band, string? Why, string Source = "computed")
{
    public static Verdict In(string label) => new(label, null);

    public static Verdict Not(string why) => new(null, why);

    public string Reason => Band is null ? Why! : Source;
}

/// <summary>The bands of one scheme, tried in order; the first that fits is the rating.</summary>
internal sealed class Bands
{
    private readonly List<PlainRow> _rows;

    public Bands(PlainPack pack, string scheme)
    {
        _rows = [.. pack.Of("schemes").Where(row => row["scheme"] == scheme).OrderBy(row => row.Whole("order"))];
        if (_rows.Count == 0)
        {
            _rows = [Row("green", "target"), Row("amber", "floor"), Row("red", "otherwise")];
        }
    }

    /// <summary>How many bands mean that the target is achieved: those before the first that asks for the floor.</summary>
    public int Achieving => _rows.TakeWhile(row => row["rule"] != "floor").Count();

    public int PlaceOf(string label) => _rows.FindIndex(row => string.Equals(Label(row), label, StringComparison.OrdinalIgnoreCase));

    public string LabelAt(int place) => Label(_rows[place]);

    /// <summary>Whether its ratings are given by hand.</summary>
    public bool IsByHand => _rows.Exists(row => row["rule"] == "manual");

    public Verdict Rate(Fraction value, Terms terms, Held held)
    {
        var polarity = terms.Polarity;
        var own = terms.Row.Number("tolerance");
        var hasTolerance = _rows.Exists(row => row["rule"] == "within-relative");
        for (var place = 0; place < _rows.Count; place++)
        {
            var row = _rows[place];
            if (row["rule"] == "grade")
            {
                // The best grade comes first and has the highest number.
                if (value == Fraction.Of(_rows.Skip(place + 1).Count(lower => lower["rule"] == "grade")))
                {
                    return Verdict.In(Label(row));
                }

                continue;
            }

            if (row["rule"] == "floor" && held.Floor is null && terms.Unit == "yes-no")
            {
                continue;
            }

            if (own is not null && (row["rule"] == "within-relative" || (row["rule"] == "floor" && held.Floor is null && !hasTolerance)))
            {
                row = row.With("rule", "within-relative").With("amount", own.Value.ToString(CultureInfo.InvariantCulture));
            }

            var toleranceFollows = _rows.Skip(place + 1).Any(later => later["rule"] is "within-relative" or "within-absolute");
            if (row["rule"] is "date" or "manual" || (row["rule"] == "floor" && held.Floor is null && toleranceFollows))
            {
                continue;
            }

            var (fits, why) = Fits(row, value, polarity, held);
            if (why is not null)
            {
                return Verdict.Not(why);
            }

            if (fits)
            {
                return Verdict.In(Label(row));
            }
        }

        return Verdict.Not("no band of the scheme fits");
    }

    private static (bool Fits, string? Why) Fits(PlainRow row, Fraction value, string polarity, Held held)
    {
        var amount = Fraction.Of(row.Number("amount") ?? 0);
        var strict = row["strict"] is "yes" or "true";
        return row["rule"] switch
        {
            "otherwise" => (true, null),
            "range" => InRange(value, amount, strict, held),
            "value" => row["amount"] is null ? (false, "no thresholds") : Better(value, amount, polarity, strict),
            "target" => Near(value, Fraction.Of(0), polarity, strict, held),
            "within-absolute" => Near(value, amount, polarity, strict, held),
            "within-relative" => Near(value, (held.Target ?? Fraction.Of(0)).Size * amount / Fraction.Of(100), polarity, strict, held),
            _ => Floor(value, polarity, strict, held),
        };
    }

    private static (bool Fits, string? Why) Near(Fraction value, Fraction tolerance, string polarity, bool strict, Held held) =>
        polarity == "range" ? InRange(value, tolerance, strict, held)
        : held.Target is not { } target ? (false, "no target")
        : polarity == "higher" ? Better(value, target - tolerance, polarity, strict)
        : polarity == "lower" ? Better(value, target + tolerance, polarity, strict)
        : polarity == "on-target" ? (Within((value - target).Size, tolerance, strict && !tolerance.IsZero), null)
        : (false, "no polarity");

    private static (bool Fits, string? Why) Floor(Fraction value, string polarity, bool strict, Held held) =>
        held.Floor is not { } floor ? (false, "no floor standard")
        : polarity != "on-target" ? Better(value, floor, polarity, strict)
        : held.Target is not { } target ? (false, "no target")
        : (Within((value - target).Size, (floor - target).Size, strict), null);

    private static bool Within(Fraction distance, Fraction most, bool strict) => strict ? distance < most : distance <= most;

    private static (bool Fits, string? Why) InRange(Fraction value, Fraction wider, bool strict, Held held)
    {
        if (held.Lower is null && held.Upper is null)
        {
            return (false, "no thresholds");
        }

        var above = held.Lower is not { } lower || (strict ? value > lower - wider : value >= lower - wider);
        var below = held.Upper is not { } upper || (strict ? value < upper + wider : value <= upper + wider);
        return (above && below, null);
    }

    private static (bool Fits, string? Why) Better(Fraction value, Fraction limit, string polarity, bool strict) => polarity switch
    {
        "higher" => (strict ? value > limit : value >= limit, null),
        "lower" => (strict ? value < limit : value <= limit, null),
        _ => (false, "no polarity"),
    };

    private static string Label(PlainRow row) => row["label"] ?? char.ToUpperInvariant(row["band"]![0]) + row["band"]![1..];

    private static PlainRow Row(string band, string rule) => new("schemes", new Dictionary<string, string> { ["band"] = band, ["rule"] = rule });
}
