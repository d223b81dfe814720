using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Domain.Targets;

/// <summary>Which figure a target row is for. A year row is shown, and used only through its profile.</summary>
public enum TargetScope
{
    Period,
    Ytd,
    Year,
}

/// <summary>How a row's figures become those of one period.</summary>
public enum TargetProfile
{
    /// <summary>As typed.</summary>
    Given,

    /// <summary>The year's figure x months elapsed / 12.</summary>
    StraightLine,

    /// <summary>The year's figure, whatever the month.</summary>
    WholeYear,
}

/// <summary>The standards approved for an indicator over a run of periods: target, floor standard, expected range.</summary>
public sealed record Target
{
    public required IndicatorRef Ref { get; init; }

    /// <summary>First closing month the row holds for.</summary>
    public required Month From { get; init; }

    /// <summary>Last closing month; null: until the next row of the same reference and scope, else the end of the year of <see cref="From"/>.</summary>
    public Month? To { get; init; }

    public TargetScope Scope { get; init; }

    /// <summary>What Green needs; trailing zeros as typed.</summary>
    public decimal? Value { get; init; }

    /// <summary>The minimum: below it management must act.</summary>
    public decimal? Floor { get; init; }

    /// <summary>Lower end of the expected range, itself inside.</summary>
    public decimal? Lower { get; init; }

    /// <summary>Upper end of the expected range, itself inside.</summary>
    public decimal? Upper { get; init; }

    public TargetProfile Profile { get; init; }

    /// <summary>Where the target comes from when none is typed: a comparator's name, or <c>previous-year</c>.</summary>
    public string? TargetFrom { get; init; }

    /// <summary>The part of the whole it is for; null: the whole.</summary>
    public string? Breakdown { get; init; }

    /// <summary>A target made from earlier years' figures, when none is typed.</summary>
    public RelativeTarget? Relative { get; init; }

    /// <summary>Why the target was set so.</summary>
    public string? Rationale { get; init; }

    /// <summary>A target in words: <c>Date met</c>.</summary>
    public string? Text { get; init; }

    public string? Label { get; init; }

    public string? ApprovedBy { get; init; }

    public DateOnly? ApprovedOn { get; init; }

    /// <summary>The words its figures stand for, where the indicator is graded.</summary>
    public GradeScale? Grades { get; init; }

    public Origin At { get; init; }
}
