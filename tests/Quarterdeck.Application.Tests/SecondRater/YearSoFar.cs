namespace Quarterdeck.Application.Tests.SecondRater;

/// <summary>A year to date: its figure, how many places it is shown with, or why there is none.</summary>
internal sealed record SoFar(Fraction? Exact, int Places, string? Why, IReadOnlyList<int> Counted)
{
    public const string NotApplicable = "no year to date";

    public Fraction? Shown => Exact?.Rounded(Places);

    public bool HasNone => Why == NotApplicable;
}

/// <summary>Makes years to date (rules.md, Year to date).</summary>
internal sealed class YearSoFar(Figures figures, Func<string, Figures?> weightsOf)
{
    public SoFar At(Terms terms, int closing)
    {
        var from = From(terms, closing);
        List<int> counted = [];
        for (var own = terms.Rhythm.Holding(from); own <= closing; own = terms.Rhythm.Next(own))
        {
            counted.Add(own);
        }

        var supplied = figures.At(closing)?["ytd"];
        if (supplied is "n/a" or "not applicable" || (supplied is null && terms.Ytd == "none"))
        {
            return new SoFar(null, 0, SoFar.NotApplicable, counted);
        }

        if (supplied is not null && !decimal.TryParse(supplied, System.Globalization.CultureInfo.InvariantCulture, out _))
        {
            return new SoFar(null, 0, "incomplete", counted);
        }

        return figures.At(closing)?.Number("ytd") is { } typed
            ? new SoFar(Fraction.Of(typed), terms.Decimals ?? typed.Scale, null, counted)
            : Made(terms, closing, from, counted);
    }

    private static int From(Terms terms, int closing)
    {
        var opening = terms.Rhythm.YearOpening(closing);
        return terms.Row.Whole("ytd_from") is { } start ? opening + ((start - ((opening % 12) + 1) + 12) % 12) : opening;
    }

    private SoFar Made(Terms terms, int closing, int from, List<int> counted)
    {
        var incomplete = new SoFar(null, 0, "incomplete", counted);
        if (terms.Ytd is "none" or "supplied" || closing < from)
        {
            return incomplete;
        }

        if (terms.Ytd == "latest")
        {
            return figures.Actual(closing, terms) is { } latest ? new SoFar(latest, figures.Places(closing, terms), null, counted) : incomplete;
        }

        // Where nothing happened to measure, nothing is added and nothing is missing.
        var parts = counted.Where(own => !figures.IsNothing(own)).Select(own => Part(terms, own)).ToList();
        if (parts.Count == 0)
        {
            return incomplete;
        }

        if (parts.Exists(part => part is null))
        {
            return incomplete;
        }

        var sum = parts.Aggregate(Fraction.Of(0), (total, part) => total + part!.Value.Above);
        var below = parts.Aggregate(Fraction.Of(0), (total, part) => total + part!.Value.Below);
        if (terms.Ytd == "sum")
        {
            var places = terms.Decimals ?? counted.Max(own => figures.At(own)?.Number("value")?.Scale ?? 0);
            return new SoFar(sum, places, null, counted);
        }

        return below.IsZero ? incomplete : new SoFar(sum / below, figures.Computed(terms), null, counted);
    }

    private (Fraction Above, Fraction Below)? Part(Terms terms, int own)
    {
        var row = figures.At(own);
        if (terms.Ytd == "ratio")
        {
            return row?.Number("numerator") is { } top && row.Number("denominator") is { } bottom && row["marker"] is null && !figures.IsForecast(own)
                ? (Fraction.Of(top) * Fraction.Of(terms.Per), Fraction.Of(bottom))
                : null;
        }

        if (figures.Actual(own, terms) is not { } value)
        {
            return null;
        }

        if (terms.Ytd != "weighted")
        {
            return (value, Fraction.Of(1));
        }

        // A part of a whole has no weights of its own.
        return weightsOf(terms.Row["weight"]!) is { } weights && weights.Actual(own, weights.VersionAt(own)) is { } weight ? (value * weight, weight) : null;
    }
}
