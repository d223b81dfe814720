using Quarterdeck.Domain.Directions;
using Quarterdeck.Domain.Figures;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Milestones;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Ranges;
using Quarterdeck.Domain.Ratings;
using Quarterdeck.Domain.Results;
using Quarterdeck.Domain.Targets;

namespace Quarterdeck.Domain.Assessment;

/// <summary>
/// The rated record: everything said about one indicator at one time. It is made in one place, and every page, document,
/// command and count only shows it.
/// </summary>
public sealed record RatedIndicator
{
    private readonly Lazy<IReadOnlyList<RatedPeriod>> _history = new([]);
    private readonly Lazy<IReadOnlyList<RatedIndicator>> _breakdowns = new([]);
    private readonly Lazy<YearEnd?> _yearEnd = new(() => null);
    private readonly Lazy<SignalOutcome> _signal = new(new SignalOutcome.NotTold("no result"));

    /// <summary>The version in force in the latest period.</summary>
    public required Indicator Indicator { get; init; }

    /// <summary>Name in full of the area that answers for it; null where there is none.</summary>
    public string? AreaName { get; init; }

    /// <summary>The part of the whole it speaks for; null: the whole.</summary>
    public string? Breakdown { get; init; }

    /// <summary>Its parts, each rated like the whole, in the order of their first results; empty for a part.</summary>
    public IReadOnlyList<RatedIndicator> Breakdowns => _breakdowns.Value;

    /// <summary>Makes <see cref="Breakdowns"/> when they are first asked for.</summary>
    internal Func<IReadOnlyList<RatedIndicator>> BreakdownsWhenAsked
    {
        init => _breakdowns = new Lazy<IReadOnlyList<RatedIndicator>>(value);
    }

    /// <summary>Whether a version of it holds in the as-at month: a retired indicator is in no count, call-in or reminder.</summary>
    public bool IsInForce { get; init; } = true;

    /// <summary>Results closing by this month's end were admitted.</summary>
    public required Month AsAt { get; init; }

    /// <summary>The latest own period with a number that is not a forecast, or a later one whose marker takes its place; null when there is none.</summary>
    public Period? Latest { get; init; }

    /// <summary>What was returned for the latest period.</summary>
    public Result? LatestResult { get; init; }

    /// <summary>Exact value of the latest period; null when a marker stands there.</summary>
    public decimal? Value { get; init; }

    /// <summary>Decimal places the value is shown with.</summary>
    public int Decimals { get; init; }

    /// <summary>As printed, unit included; a marker in words; empty when there is nothing.</summary>
    public required string Displayed { get; init; }

    /// <summary>The last period with a number, where a marker has taken the latest place.</summary>
    public RatedPeriod? LastNumber { get; init; }

    /// <summary>What the latest period is held against.</summary>
    public TargetSet Standard { get; init; } = TargetSet.None;

    /// <summary>The target of the whole year, where one is set besides those of its periods; null where none is.</summary>
    public TargetSet? YearStandard { get; init; }

    /// <summary>The last forecast of the year that is under way or begins next; null where none is held. It never stands for a result.</summary>
    public RatedPeriod? Forecast { get; init; }

    public required RatingOutcome Rating { get; init; }

    public required YearToDate Ytd { get; init; }

    /// <summary>As printed; <c>n/a</c> when the indicator has none.</summary>
    public required string YtdDisplayed { get; init; }

    public TargetSet YtdStandard { get; init; } = TargetSet.None;

    public required RatingOutcome YtdRating { get; init; }

    public required RangeOutcome Range { get; init; }

    /// <summary>One for each method asked for; the first is the indicator's arrow.</summary>
    public required IReadOnlyList<DirectionOutcome> Directions { get; init; }

    /// <summary>The rating of the own period before the latest.</summary>
    public required RatingOutcome PreviousRating { get; init; }

    /// <summary>The same period a year before: from history, else as typed; null when nothing is known.</summary>
    public Figure? PreviousYear { get; init; }

    /// <summary>The year to date of the same months a year before: from history, else as typed.</summary>
    public Figure? PreviousYearYtd { get; init; }

    /// <summary>A later own period closed more than the lag ago and has no result. An indicator that ended is not stale.</summary>
    public required bool Stale { get; init; }

    /// <summary>Every own period on record up to <see cref="AsAt"/>, gaps included, oldest first, then future periods with a target or a forecast.</summary>
    public IReadOnlyList<RatedPeriod> History
    {
        get => _history.Value;
        init => _history = new Lazy<IReadOnlyList<RatedPeriod>>(value);
    }

    /// <summary>Makes <see cref="History"/> when it is first asked for: most commands show none of it.</summary>
    internal Func<IReadOnlyList<RatedPeriod>> HistoryWhenAsked
    {
        init => _history = new Lazy<IReadOnlyList<RatedPeriod>>(value);
    }

    /// <summary>Whether the latest result is more than chance, and whether chance alone lets it meet its target.</summary>
    public SignalOutcome Signal => _signal.Value;

    /// <summary>Makes <see cref="Signal"/> when it is first asked for.</summary>
    internal Func<SignalOutcome> SignalWhenAsked
    {
        init => _signal = new Lazy<SignalOutcome>(value);
    }

    /// <summary>How the year under way may end, by the figures so far; null where the indicator does not ask for it, or has no result.</summary>
    public YearEnd? YearEnd => _yearEnd.Value;

    /// <summary>Makes <see cref="YearEnd"/> when it is first asked for.</summary>
    internal Func<YearEnd?> YearEndWhenAsked
    {
        init => _yearEnd = new Lazy<YearEnd?>(value);
    }

    /// <summary>Steps in the order given; empty unless the indicator is a milestone.</summary>
    public IReadOnlyList<MilestoneStep> Steps { get; init; } = [];

    /// <summary>One sentence that says why the rating, alert or absence of one is what it is.</summary>
    public required string Explanation { get; init; }

    public DirectionOutcome Direction => Directions[0];
}
