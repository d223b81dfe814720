using Quarterdeck.Domain.Findings;

namespace Quarterdeck.Domain.Ratings;

/// <summary>What a figure must do to fall in a band (rules: Rating 5). Bands are tried in order; the first that fits is the rating.</summary>
public enum BandRule
{
    /// <summary>Achieves the target.</summary>
    Target,

    /// <summary>Achieves the floor standard.</summary>
    Floor,

    /// <summary>Within so many per cent of the target on its worse side, or achieves it.</summary>
    WithinRelative,

    /// <summary>Within so much of the target, in the indicator's unit, on its worse side, or achieves it.</summary>
    WithinAbsolute,

    /// <summary>Achieves the band's own amount, whatever the target.</summary>
    Value,

    /// <summary>Inside the lower and upper threshold, widened by the amount where one is given.</summary>
    Range,

    /// <summary>Milestones: every step due so far is met; with an amount, at least that per cent of all steps is met.</summary>
    Date,

    /// <summary>The figure is this grade. The grades of a scheme are ordered as its bands are.</summary>
    Grade,

    /// <summary>Given by hand in the results, with a reason and a second person; no figure falls in it.</summary>
    Manual,

    /// <summary>Whatever is left.</summary>
    Otherwise,
}

/// <summary>One band of a rating scheme. Every band has a word and a shape: colour is never alone.</summary>
public sealed record SchemeBand
{
    public required string Scheme { get; init; }

    public required int Order { get; init; }

    /// <summary>The band's code: <c>green</c>.</summary>
    public required string Band { get; init; }

    public required BandRule Rule { get; init; }

    /// <summary>Per cent for within-relative and date, else in the indicator's unit.</summary>
    public decimal? Amount { get; init; }

    /// <summary>The word a reader sees; the code with a capital where none is given.</summary>
    public string? Label { get; init; }

    public string? Shape { get; init; }

    public string? Colour { get; init; }

    /// <summary>Equality does not achieve: strictly better is needed.</summary>
    public bool Strict { get; init; }

    public Origin At { get; init; }

    public string Word => Label ?? string.Concat(Band[..1].ToUpperInvariant(), Band.AsSpan(1));
}
