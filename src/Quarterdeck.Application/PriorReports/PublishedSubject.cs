using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Directions;
using Quarterdeck.Domain.Figures;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Publications;
using Quarterdeck.Domain.Ranges;
using Quarterdeck.Domain.Ratings;
using Quarterdeck.Domain.Results;
using Quarterdeck.Domain.Targets;

namespace Quarterdeck.Application.PriorReports;

/// <summary>What one published row speaks of: the indicator rated for the period it names, with the reasons in words.</summary>
/// <param name="Rated">The indicator as at the round, or as at the row's own period where that is another.</param>
/// <param name="Closing">Closing month spoken of.</param>
/// <param name="IsThere">Whether the rated record speaks of that month too, and not of an earlier one.</param>
/// <param name="Own">The period's own figure and rating; null when no period of the indicator closes then.</param>
/// <param name="Before">The own period before it.</param>
internal sealed record PublishedSubject(RatedIndicator Rated, Month Closing, bool IsThere, RatedPeriod? Own, RatedPeriod? Before)
{
    private static readonly RatingOutcome Nothing = new RatingOutcome.Unrated(NotRated.NoResult);

    private string NoResult => $"no result is held for {Own?.Period.Label ?? MonthNames.Long(Closing)}.";

    public RatingOutcome Rating => Own?.Rating ?? (IsThere ? Rated.Rating : Nothing);

    public RatingOutcome YtdRating => IsThere ? Rated.YtdRating : Nothing;

    public RatingOutcome PreviousRating => Before?.Rating ?? Nothing;

    public RangeOutcome Range => IsThere ? Rated.Range : new RangeOutcome.Untested("no result");

    public DirectionOutcome Direction => IsThere ? Rated.Direction : Rated.Direction with { Travel = null, Reason = "no result" };

    public static PublishedSubject Of(Rater rater, PublishedFigure row) => At(rater, row, row.Period);

    public static PublishedSubject OfYearToDate(Rater rater, PublishedFigure row, PublishedSubject subject) =>
        row.YtdPeriod is not { } period || period == subject.Closing ? subject : At(rater, row, period);

    /// <summary>The exact year to date; as displayed where that was printed to no more places than it is displayed with.</summary>
    public decimal? Exact(Figure published) => Rated.Ytd switch
    {
        YearToDate.Known known when published.Number is { } printed => known.Exact.Rounded(printed.Scale),
        YearToDate.Known known => known.Exact.Value,
        _ => null,
    };

    public string WhyValue() => Own is { Result: not null } own
        ? Series.MarkerOf(own.Result) is { } marker ? $"{own.Period.Label} is {marker}." : $"the result held for {own.Period.Label} is {own.Displayed}."
        : NoResult;

    public string WhyRating() => IsThere ? Rated.Explanation : Own is { Value: not null } own ? Judged(own) : NoResult;

    public string WhyYearToDate() => !IsThere ? NoResult : Rated.Ytd switch
    {
        YearToDate.Known { Supplied: true } known => $"the year to date held for {MonthNames.Long(known.To)} was typed as {Rated.YtdDisplayed}.",
        YearToDate.Known known => $"the results from {MonthNames.Long(known.From)} to {MonthNames.Long(known.To)} give {Rated.YtdDisplayed}.",
        YearToDate.NotComputed missing => missing.Reason + ".",
        _ => "the indicator has no year to date.",
    };

    public string WhyYearToDateRating() => IsThere ? Rated.Explanation : NoResult;

    public string WhyRange() => !IsThere ? NoResult : Range switch
    {
        RangeOutcome.Tested tested => $"{Against(tested)}, and both ends are inside.",
        RangeOutcome.Untested untested => untested.Reason + ".",
        _ => throw new InvalidOperationException("A range is tested or untested."),
    };

    public string WhyDirection()
    {
        if (!IsThere || Own is not { } own)
        {
            return NoResult;
        }

        if (Direction.Travel is null)
        {
            return Direction.Reason + ".";
        }

        var note = Direction.Note is { } said ? " " + said : string.Empty;
        return Before is { Value: not null } before && Direction.Method == DirectionMethod.Previous
            ? $"{own.Displayed} in {own.Period.Label} follows {before.Displayed} in {before.Period.Label}{Good(Rated.Indicator.Polarity)}.{note}"
            : $"{own.Displayed} in {own.Period.Label}, judged by {Method(Direction.Method)}{Good(Rated.Indicator.Polarity)}.{note}";
    }

    public string WhyPreviousRating() => Before is { Value: not null } before ? Judged(before)
        : Before is { } gap ? $"no result is held for {gap.Period.Label}." : NoResult;

    private static PublishedSubject At(Rater rater, PublishedFigure row, Month? asked)
    {
        var rated = rater.Rate(row.Ref, row.Round);
        if (asked is { } month && rated.Latest?.Closing != month)
        {
            rated = rater.Rate(row.Ref, month);
        }

        var calendar = rated.Indicator.Calendar;
        var closing = asked ?? rated.Latest?.Closing ?? row.Round;
        var isThere = rated.Indicator.Kind == IndicatorKind.Milestone || rated.Latest?.Closing == closing;
        if (!calendar.ClosesIn(closing) || rated.Indicator.Kind == IndicatorKind.Milestone)
        {
            return new PublishedSubject(rated, closing, isThere, null, null);
        }

        var period = new Period(calendar, closing);
        return new PublishedSubject(rated, closing, isThere, rater.RatePeriod(row.Ref, period), rater.RatePeriod(row.Ref, period.Previous));
    }

    private string Judged(RatedPeriod own) =>
        $"{own.Period.Label} is {own.Displayed} against {Standards(own.Standard)}{Good(Rated.Indicator.Polarity)}"
        + (own.Rating is RatingOutcome.Unrated unrated ? $"; not rated: {unrated.Words}." : ".");

    private string Standards(TargetSet standard)
    {
        var target = standard.Target is { } number ? $"a target of {Cell(number)}" : "no target";
        return target + (standard.Floor is { } floor ? $" and a floor standard of {Cell(floor)}" : " and no floor standard");
    }

    private string Against(RangeOutcome.Tested tested)
    {
        var figure = tested.OnYearToDate ? $"the year to date of {Cell(tested.Value)}" : $"the result of {Cell(tested.Value)}";
        return tested switch
        {
            { Lower: { } lower, Upper: { } upper } => $"{figure} is tested against the range from {Cell(lower)} to {Cell(upper)}",
            { Upper: { } upper } => $"{figure} is tested against the upper threshold of {Cell(upper)}",
            { Lower: { } lower } => $"{figure} is tested against the lower threshold of {Cell(lower)}",
            _ => figure,
        };
    }

    private string Cell(decimal number) => FigureText.Cell(Rated.Indicator, number);

    private static string Good(Polarity polarity) => polarity switch
    {
        Polarity.Higher => ", and higher is better",
        Polarity.Lower => ", and lower is better",
        Polarity.OnTarget => ", and closest to the target is best",
        Polarity.Range => ", and inside the range is best",
        Polarity.Neutral => string.Empty,
    };

    private static string Method(DirectionMethod method) => method switch
    {
        DirectionMethod.Previous => "the period before",
        DirectionMethod.Attainment => "its share of the target",
        DirectionMethod.SamePeriodLastYear => "the same period last year",
        DirectionMethod.RelativeToTarget => "its distance from the target",
        DirectionMethod.Baseline => "the baseline",
        DirectionMethod.Regression => "the line through its figures",
        DirectionMethod.Spc => "what chance alone explains",
    };
}
