using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Domain.Indicators;

/// <summary>One dated version of an indicator: what it meant, and how it was rated, from one month to another.</summary>
public sealed record Indicator
{
    public required IndicatorRef Ref { get; init; }

    public required string Title { get; init; }

    public required IndicatorKind Kind { get; init; }

    /// <summary>For summaries; the title where a council gives none.</summary>
    public string? ShortTitle { get; init; }

    /// <summary>Code of the area that answers for it.</summary>
    public string? Area { get; init; }

    /// <summary>Heading in the summary, over the area's own.</summary>
    public string? SummaryGroup { get; init; }

    /// <summary>The KPI an activity indicator gives context to.</summary>
    public IndicatorRef? Parent { get; init; }

    /// <summary>Codes of the objectives it serves.</summary>
    public IReadOnlyList<string> Objectives { get; init; } = [];

    public Unit Unit { get; init; } = Unit.Number;

    /// <summary>The words of its figures where its unit is graded; else null.</summary>
    public GradeScale? Grades { get; init; }

    /// <summary>Units in one typed value: 752.8 with scale 1000 is 752,800.</summary>
    public decimal Scale { get; init; } = 1;

    /// <summary>What a numerator over a denominator is multiplied by: 100 for a percentage.</summary>
    public decimal Per { get; init; } = 1;

    /// <summary>Decimal places shown, 0 to 9; null shows each figure as typed.</summary>
    public int? Decimals { get; init; }

    /// <summary>Decimal places of target, floor and thresholds; null shows each as typed.</summary>
    public int? TargetDecimals { get; init; }

    public Polarity Polarity { get; init; } = Polarity.Higher;

    /// <summary>False where nobody has said which way is good: then target and floor may tell (<see cref="Targets.PolarityRule"/>).</summary>
    public bool IsPolarityStated { get; init; } = true;

    public required PeriodCalendar Calendar { get; init; }

    /// <summary>The kind of year, as the pack names it; <see cref="Calendar"/> holds its first month.</summary>
    public YearKind Year { get; init; }

    /// <summary>The first month of the year where the pack sets one for this indicator, 1 to 12.</summary>
    public int? YearStart { get; init; }

    public MeasureBasis Basis { get; init; }

    public required YtdMethod Ytd { get; init; }

    /// <summary>False where nobody has said how it is made: then a ratio is one only where numerators and denominators are held.</summary>
    public bool IsYtdStated { get; init; } = true;

    /// <summary>First month the year to date counts, 1 to 12, where it is not the year's first (June: 6).</summary>
    public int? YtdFrom { get; init; }

    /// <summary>How its figures are made from results given by month; null: results are given for its own periods.</summary>
    public FromMonths? FromMonths { get; init; }

    /// <summary>The indicator whose figures are its numerators, where it is made of two others.</summary>
    public IndicatorRef? NumeratorRef { get; init; }

    /// <summary>The indicator whose figures are its denominators, where it is made of two others.</summary>
    public IndicatorRef? DenominatorRef { get; init; }

    /// <summary>The indicator whose results weight a weighted year to date.</summary>
    public IndicatorRef? Weight { get; init; }

    /// <summary>Months a later period may have been closed before the rating shown is stale.</summary>
    public int Lag { get; init; } = 1;

    public RateOn RateOn { get; init; }

    /// <summary>Null tests the year to date where there is one, else the latest result.</summary>
    public RangeOn? RangeOn { get; init; }

    public DirectionSetting Direction { get; init; } = DirectionSetting.Default;

    /// <summary>Whether the council wants to be told how the year may end.</summary>
    public bool HasYearEndForecast { get; init; }

    /// <summary>Rating scheme, over the organisation's.</summary>
    public string? Scheme { get; init; }

    /// <summary>Per cent of the target that its scheme tolerates, for this indicator alone; null: as the scheme says.</summary>
    public decimal? Tolerance { get; init; }

    /// <summary>A delivery partner: splits an area's tables.</summary>
    public string? DeliveredBy { get; init; }

    public string? Source { get; init; }

    public string? Definition { get; init; }

    public string? DataNote { get; init; }

    /// <summary>First month this version holds for; null: from the start.</summary>
    public Month? From { get; init; }

    /// <summary>Last month this version holds for; null: still in force.</summary>
    public Month? To { get; init; }

    /// <summary>Why figures of this version cannot be compared with those before it, in the council's words; null: by what changed.</summary>
    public string? Break { get; init; }

    /// <summary>The decision that its limits begin anew with this version; null where they go on.</summary>
    public LimitDecision? Limits { get; init; }

    /// <summary>Why the council stopped reporting it, in its words.</summary>
    public string? RetiredReason { get; init; }

    /// <summary>The indicator that took its place.</summary>
    public IndicatorRef? ReplacedBy { get; init; }

    public Origin At { get; init; }

    /// <summary>The periods its results are given for: its own, or the months they are made from.</summary>
    public PeriodCalendar ResultCalendar => FromMonths is null ? Calendar : new PeriodCalendar(Frequency.Month, Calendar.YearStart);

    /// <summary>Whether its figures are made by the program, from months or from other indicators.</summary>
    public bool IsDerived => FromMonths is not null || NumeratorRef is not null;

    public string SummaryTitle => ShortTitle ?? Title;

    /// <summary>Whether a rating is asked of it at all.</summary>
    public bool IsRated => Kind is IndicatorKind.Kpi or IndicatorKind.Milestone or IndicatorKind.Highlight;

    /// <summary>Whether it is counted in a summary or cover report.</summary>
    public bool IsCounted => Kind is IndicatorKind.Kpi or IndicatorKind.Milestone;

    public bool HoldsIn(Month month) => (From is not { } from || from <= month) && (To is not { } to || month <= to);
}
