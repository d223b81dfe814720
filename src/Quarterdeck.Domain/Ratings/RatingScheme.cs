using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Targets;

namespace Quarterdeck.Domain.Ratings;

/// <summary>How figures become ratings: bands tried in order. Schemes are data; Red, Amber, Green with a floor standard is built in.</summary>
public sealed class RatingScheme
{
    // Before RagFloor, which is made of it.
    private static readonly string[] Shapes = ["circle", "diamond", "square", "triangle", "star", "pentagon"];

    /// <summary>Green: target achieved. Amber: floor achieved, target not. Red: floor not achieved.</summary>
    public static readonly RatingScheme RagFloor = new("rag-floor",
    [
        new SchemeBand { Scheme = "rag-floor", Order = 1, Band = "green", Rule = BandRule.Target },
        new SchemeBand { Scheme = "rag-floor", Order = 2, Band = "amber", Rule = BandRule.Floor },
        new SchemeBand { Scheme = "rag-floor", Order = 3, Band = "red", Rule = BandRule.Otherwise },
    ]);

    public RatingScheme(string name, IEnumerable<SchemeBand> rows)
    {
        Name = name;
        Rows = [.. rows.OrderBy(row => row.Order)];
        Bands = [.. Rows.Select((row, index) => BandOf(row, index, Rows.Count))];
    }

    public string Name { get; }

    /// <summary>The bands' rules in the order they are tried.</summary>
    public IReadOnlyList<SchemeBand> Rows { get; }

    /// <summary>Whether its ratings are given by hand: a band says so.</summary>
    public bool IsManual => Rows.Any(row => row.Rule == BandRule.Manual);

    /// <summary>Its grades in the order of its bands; null where it has none.</summary>
    public GradeScale? Grades => Rows.Any(row => row.Rule == BandRule.Grade)
        ? new GradeScale([.. Rows.Where(row => row.Rule == BandRule.Grade).Select(row => (row.Band, row.Word))]) : null;

    /// <summary>Per cent of the target tolerated in place of what the bands say; null: as they say.</summary>
    public decimal? Tolerance { get; private init; }

    /// <summary>The bands as readers meet them, in the same order.</summary>
    public IReadOnlyList<Band> Bands { get; }

    /// <summary>A scheme of the pack, or the built-in one; null when the name is neither.</summary>
    public static RatingScheme? Find(string name, IEnumerable<SchemeBand> rows)
    {
        var own = rows.Where(row => Same(row.Scheme, name)).ToList();
        return own.Count > 0 ? new RatingScheme(name, own) : Same(name, RagFloor.Name) ? RagFloor : null;
    }

    /// <summary>
    /// The same scheme with an indicator's own tolerance: in its bands of a tolerance, or, where it has none, in place of a floor standard that is not held.
    /// </summary>
    public RatingScheme WithTolerance(decimal perCent) => new(Name, Rows) { Tolerance = perCent };

    /// <summary>Whether an indicator's own tolerance says something here.</summary>
    public bool HasRoomForTolerance => Rows.Any(row => row.Rule is BandRule.WithinRelative or BandRule.Floor);

    /// <summary>The bands' rules as they are tried on a figure of the indicator, held against a standard.</summary>
    public IReadOnlyList<SchemeBand> RowsFor(Indicator indicator, TargetSet standard)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        ArgumentNullException.ThrowIfNull(standard);
        if (indicator.Unit.IsYesNo && standard.Floor is null)
        {
            // Nothing lies between yes and no, so no figure falls in the band between them.
            return [.. Rows.Select(row => row.Rule == BandRule.Floor ? row with { Rule = BandRule.Manual } : row)];
        }

        if (Tolerance is not { } amount)
        {
            return Rows;
        }

        var hasOwn = Rows.Any(row => row.Rule == BandRule.WithinRelative);
        return
        [
            .. Rows.Select(row => row.Rule == BandRule.WithinRelative ? row with { Amount = amount }
                : row.Rule == BandRule.Floor && !hasOwn && standard.Floor is null ? row with { Rule = BandRule.WithinRelative, Amount = amount }
                : row),
        ];
    }

    /// <summary>The band of that word or code, in any case; null when the scheme has none.</summary>
    public Band? BandNamed(string? word) =>
        Bands.FirstOrDefault(band => Same(band.Label, word) || Same(band.Code, word));

    private static Band BandOf(SchemeBand row, int index, int count)
    {
        var colour = (row.Colour ?? row.Band).Trim();
        return new Band(
            row.Band,
            row.Word,
            row.Shape ?? Shapes[index % Shapes.Length],
            colour.StartsWith('#') ? colour : Hex(colour),
            StandingOf(row, index, count),
            index);
    }

    /// <summary>From the band's code or colour where it is one of the field's, else from its place.</summary>
    private static BandMeaning StandingOf(SchemeBand row, int index, int count)
    {
        foreach (var word in new[] { row.Band, row.Colour ?? string.Empty })
        {
            switch (word.Trim().ToLowerInvariant())
            {
                case "red":
                    return BandMeaning.Failing;
                case "amber" or "yellow" or "orange":
                    return BandMeaning.Short;
                case "green" or "blue":
                    return BandMeaning.Achieved;
            }
        }

        return index == 0 ? BandMeaning.Achieved : index == count - 1 ? BandMeaning.Failing : BandMeaning.Short;
    }

    private static string Hex(string colour) => colour.ToLowerInvariant() switch
    {
        "green" => "#00703c",
        "amber" or "yellow" or "orange" => "#ffbf47",
        "red" => "#b10e1e",
        "blue" => "#1d70b8",
        "purple" => "#4c2c92",
        _ => "#505a5f",
    };

    private static bool Same(string? left, string? right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
