using Quarterdeck.Domain.Directions;
using Quarterdeck.Domain.Figures;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Publications;
using Quarterdeck.Domain.Ranges;
using Quarterdeck.Domain.Ratings;
using Quarterdeck.Domain.Ratings.Bands;
using Quarterdeck.Domain.Results;
using Quarterdeck.Domain.Statistics;
using Quarterdeck.Domain.Targets;

namespace Quarterdeck.Domain.Assessment;

/// <summary>Rates the figures of one indicator: any of its periods, its years to date, its range and its directions.</summary>
internal sealed class IndicatorRater(
    Series series,
    TargetResolver standards,
    YearToDateRule yearToDate,
    Func<Indicator, RatingScheme> schemeOf,
    Func<CarriedRatings> carried,
    IDistributions? distributions)
{
    private LaidBands? _laid;

    public Series Series => series;

    public TargetResolver Standards => standards;

    /// <summary>
    /// The latest own period by a month's end: its last with a number that is no forecast, or a later marker that takes its
    /// place. A marker that would not (not yet due) stands only where there is no number at all.
    /// </summary>
    public Period? LatestBy(Month asAt)
    {
        Period? waiting = null;
        for (var index = series.Count - 1; index >= 0; index--)
        {
            var result = series[index];
            if (result.Period.Closing <= asAt && result.Status != ResultStatus.Forecast
                && (HasNumber(result) || Series.MarkerOf(result) is { Marker: { } marker } && marker.TakesItsPlace()))
            {
                return result.Period;
            }

            if (result.Period.Closing <= asAt && Series.MarkerOf(result) is not null)
            {
                waiting ??= result.Period;
            }
        }

        return waiting;
    }

    public RatedPeriod? LastNumberBy(Month asAt)
    {
        for (var index = series.Count - 1; index >= 0; index--)
        {
            var result = series[index];
            if (result.Period.Closing <= asAt && result.Status != ResultStatus.Forecast && HasNumber(result))
            {
                return Rated(result.Period);
            }
        }

        return null;
    }

    /// <summary>The last forecast of the year in which the next period lies, rated as a result would be; null where none is held.</summary>
    public RatedPeriod? ForecastAfter(Period latest)
    {
        var yearEnd = latest.Next.YearOpening.AddMonths(11);
        for (var index = series.Count - 1; index >= 0; index--)
        {
            var result = series[index];
            if (result.Period <= latest)
            {
                return null;
            }

            if (result.Status == ResultStatus.Forecast && result.Period.Closing <= yearEnd && HasNumber(result))
            {
                return Rated(result.Period);
            }
        }

        return null;
    }

    public RatedPeriod Rated(Period period)
    {
        var result = series.At(period.Closing);
        var indicator = series.VersionAt(period.Closing);
        var places = series.Places(indicator, result);
        var value = Series.ValueOf(result, indicator);
        var standard = standards.OfPeriod(indicator, period, years => YearsBefore(indicator, period, years));
        var computed = !indicator.IsRated ? new RatingOutcome.Unrated(NotRated.NotAKpi)
            : ManualRating.Of(result, schemeOf(indicator)) is { } manual ? manual
            : value is { } known ? Rate(indicator, known, places, standard)
            : Absent(result);
        return new RatedPeriod(
            period,
            result,
            value?.Value,
            value is { } number ? FigureText.Cell(indicator, number.Rounded(places)) : Series.MarkerOf(result)?.Marker?.Shown() ?? string.Empty,
            standard,
            Over(computed, indicator, period, ytd: false))
        {
            Decimals = places,
        };
    }

    public bool HasYearToDate(Indicator indicator) => !yearToDate.IsNotKept(indicator);

    public YearToDate YearToDate(Period period) => yearToDate.At(series.VersionAt(period.Closing), period);

    public TargetSet YearToDateStandard(Period period)
    {
        var indicator = series.VersionAt(period.Closing);
        return standards.OfYearToDate(
            indicator,
            period,
            years => YearToDateYearsBefore(period, years),
            (own, years) => YearsBefore(indicator, own, years));
    }

    public RatingOutcome YearToDateRating(Period period, YearToDate figure, TargetSet standard)
    {
        var indicator = series.VersionAt(period.Closing);
        var computed = !indicator.IsRated ? new RatingOutcome.Unrated(NotRated.NotAKpi)
            : schemeOf(indicator).IsManual ? new RatingOutcome.Unrated(NotRated.NoManualRating)
            : figure switch
            {
                Results.YearToDate.Known known => Rate(indicator, known.Exact, known.Decimals, standard),
                Results.YearToDate.NotComputed missing =>
                    new RatingOutcome.Unrated(NotRated.YearToDateIncomplete, $"{NotRated.YearToDateIncomplete.Words()}: {missing.Reason}"),
                _ => new RatingOutcome.Unrated(NotRated.NoYearToDate),
            };
        var outcome = Over(computed, indicator, period, ytd: true);

        // The latest figure is the year to date: what was printed of the one was printed of the other.
        return indicator.Ytd == YtdMethod.Latest && outcome is RatingOutcome.Unrated ? Over(outcome, indicator, period, ytd: false) : outcome;
    }

    public RangeOutcome Range(RatedPeriod latest, YearToDate figure, TargetSet yearToDateStandard)
    {
        var indicator = series.VersionAt(latest.Period.Closing);
        if (RangeRule.TestsYearToDate(indicator, figure is not Results.YearToDate.NotApplicable))
        {
            return figure is Results.YearToDate.Known known
                ? RangeRule.Test(known.Rounded, yearToDateStandard, onYearToDate: true)
                : new RangeOutcome.Untested(
                    yearToDateStandard is { Lower: null, Upper: null } ? RangeRule.NoRange
                    : figure is Results.YearToDate.NotComputed missing ? $"no year to date: {missing.Reason}" : "no year to date");
        }

        return latest.Value is not null
            ? RangeRule.Test(Displayed(latest.Period)!.Value, latest.Standard, onYearToDate: false)
            : new RangeOutcome.Untested(latest.Standard is { Lower: null, Upper: null } ? RangeRule.NoRange : "no number in the latest period");
    }

    public IReadOnlyList<DirectionOutcome> Directions(Period latest)
    {
        var indicator = series.VersionAt(latest.Closing);
        return [.. indicator.Direction.Methods.Select(method => method switch
        {
            DirectionMethod.Regression => RegressionRule.Judge(indicator, OwnFigures.UpTo(series, latest), distributions),
            DirectionMethod.Spc => SignalRule.Direction(indicator, SignalAt(latest)),
            _ => Direction(indicator, method, latest),
        })];
    }

    /// <summary>What statistical process control says of a period and those before it.</summary>
    public SignalOutcome SignalAt(Period latest) => SignalRule.Judge(series.VersionAt(latest.Closing), OwnFigures.UpTo(series, latest), Rated(latest).Standard);

    /// <summary>How the year of a period may end; null where the indicator does not ask for it.</summary>
    public YearEnd? YearEndAt(Period latest)
    {
        var indicator = series.VersionAt(latest.Closing);
        if (!indicator.HasYearEndForecast)
        {
            return null;
        }

        var (year, whyNot) = YearSoFar.Of(series, indicator, latest, YearToDate(latest));
        if (year is null)
        {
            return new YearEnd(latest, latest.Calendar.YearLabel(latest.Closing), IsWholeYear: true, TargetSet.None) { WhyNone = whyNot };
        }

        var standard = standards.OfWholeYear(indicator, year.Last)
            ?? (year.IsWholeYear ? YearToDateStandard(year.Last) : standards.OfPeriod(indicator, year.Last, years => YearsBefore(indicator, year.Last, years)));
        var decimals = YearToDate(latest) is YearToDate.Known known ? known.Decimals : series.Places(indicator, series.At(latest.Closing));
        return new YearEndRule(
            indicator,
            OwnFigures.UpTo(series, latest),
            decimals,
            distributions ?? throw new InvalidOperationException("A forecast needs the distributions: give them to the Rater.")).Judge(year, standard);
    }

    /// <summary>The figure of the same period a year before: from history, else as typed beside the result, else history's marker.</summary>
    public Figure? YearBefore(Indicator indicator, Period period)
    {
        if (series.BreakBetween(period.Closing.AddMonths(-12), period.Closing) is { } found)
        {
            return series.At(period.Closing)?.PreviousYear ?? Incomparable(found, Actual(period.Closing.AddMonths(-12)));
        }

        var before = Actual(period.Closing.AddMonths(-12));
        return Series.ValueOf(before, indicator) is { } value
            ? AsFigure(indicator, value.Rounded(series.Places(indicator, before)))
            : series.At(period.Closing)?.PreviousYear ?? Series.MarkerOf(before);
    }

    /// <summary>The figure of the same period so many years before, as displayed; null where none is held, or a break lies between.</summary>
    private decimal? YearsBefore(Indicator indicator, Period period, int years)
    {
        if (years == 1)
        {
            return YearBefore(indicator, period)?.Number;
        }

        var closing = period.Closing.AddMonths(-12 * years);
        var before = series.BreakBetween(closing, period.Closing) is null ? Actual(closing) : null;
        return Series.ValueOf(before, indicator)?.Rounded(series.Places(indicator, before));
    }

    private decimal? YearToDateYearsBefore(Period period, int years) => years == 1 ? YearToDateYearBefore(period)?.Number
        : series.BreakBetween(period.Closing.AddMonths(-12 * years), period.Closing) is null
            && yearToDate.At(series.VersionAt(period.Closing), new Period(period.Calendar, period.Closing.AddMonths(-12 * years))) is YearToDate.Known known
            ? known.Rounded
            : null;

    public Figure? YearToDateYearBefore(Period period)
    {
        var typed = series.At(period.Closing)?.PreviousYearYtd;
        return series.BreakBetween(period.Closing.AddMonths(-12), period.Closing) is { } found
            ? typed ?? Incomparable(found, Actual(period.Closing.AddMonths(-12)))
            : LikeForLike(period) is YearToDate.Known known ? AsFigure(series.VersionAt(period.Closing), known.Rounded) : typed;
    }

    private static Figure AsFigure(Indicator indicator, decimal rounded) =>
        indicator.Grades?.WordOf(rounded) is { } grade ? Figure.OfGrade(rounded, grade) : Figure.Of(rounded);

    /// <summary>In the place of a figure from before a break; null where there was none.</summary>
    private static Figure? Incomparable(SeriesBreak found, Result? before) => before is null ? null : Figure.Of(Marker.NotApplicable, found.Reason);

    /// <summary>The year to date of the same months a year before, counted by today's rule: a start in June counts from June then too.</summary>
    private YearToDate LikeForLike(Period period) => yearToDate.At(series.VersionAt(period.Closing), period.YearBefore);

    /// <summary>Rates a figure; where the standard is that of the figure before, the bands laid over it serve again.</summary>
    private RatingOutcome Rate(Indicator indicator, Quantity value, int places, TargetSet standard)
    {
        var laid = _laid;
        if (laid is null || !ReferenceEquals(laid.Standard, standard) || !ReferenceEquals(laid.Indicator, indicator))
        {
            var scheme = schemeOf(indicator);
            _laid = laid = new LaidBands(indicator, standard, scheme, BandIntervals.Compile(scheme.RowsFor(indicator, standard), indicator.Polarity, standard));
        }

        var outcome = FigureRating.Rate(laid.Scheme, laid.Cuts, value, places, indicator.RateOn);
        return outcome is RatingOutcome.Unrated { Reason: NotRated.NoTarget } && standard.WhyNone is { } why
            ? new RatingOutcome.Unrated(NotRated.NoTarget, why)
            : outcome;
    }

    private Result? Actual(Month closing) => series.At(closing) is { Status: not ResultStatus.Forecast } result ? result : null;

    private DirectionOutcome Direction(Indicator indicator, DirectionMethod method, Period latest)
    {
        if (Judged(indicator, latest) is not { } now)
        {
            return new DirectionOutcome(method, null, Missing(latest), null);
        }

        var before = method switch
        {
            DirectionMethod.SamePeriodLastYear => LastYear(indicator, latest, now),
            DirectionMethod.Baseline => Baseline(indicator, latest, now),
            _ => Judged(indicator, latest.Previous),
        };
        if (Broken(method, latest) is { } reason)
        {
            return new DirectionOutcome(method, null, reason, null);
        }

        if (before is null)
        {
            var period = method == DirectionMethod.SamePeriodLastYear ? latest.YearBefore : latest.Previous;
            return new DirectionOutcome(method, null, method == DirectionMethod.Baseline ? "no baseline" : Missing(period), null);
        }

        var (travel, whyNot) = DirectionRule.Judge(indicator, method, now, before);
        var crosses = method == DirectionMethod.Previous && travel is not null && indicator.Basis.Kind == BasisKind.Cumulative
            && latest.Previous.YearOpening != latest.YearOpening;
        var note = crosses
            ? $"The figure starts again each {MonthNames.Full(latest.YearOpening.Number)}: {latest.Label} is compared with the full year before it."
            : travel == Quarterdeck.Domain.Directions.Direction.NoChange && now.Value != before.Value ? indicator.Direction.DeadBandWords(indicator, method)
            : null;
        return new DirectionOutcome(method, travel, whyNot, note);
    }

    /// <summary>Why figures from before and after a break are not compared; null where they are.</summary>
    private string? Broken(DirectionMethod method, Period latest)
    {
        var compared = method switch
        {
            DirectionMethod.SamePeriodLastYear when series.At(latest.Closing)?.PreviousYear?.Number is null => latest.YearBefore,
            DirectionMethod.SamePeriodLastYear or DirectionMethod.Baseline => (Period?)null,
            _ => latest.Previous,
        };
        return compared is { } before && Actual(before.Closing) is not null ? series.BreakBetween(before.Closing, latest.Closing)?.Reason : null;
    }

    private Position? LastYear(Indicator indicator, Period latest, Position now)
    {
        var held = series.BreakBetween(latest.YearBefore.Closing, latest.Closing) is null ? Judged(indicator, latest.YearBefore) : null;
        return held ?? (series.At(latest.Closing)?.PreviousYear?.Number is { } typed ? new Position(typed, now.Standard) : null);
    }

    private Position? Baseline(Indicator indicator, Period latest, Position now)
    {
        var first = Enumerable.Range(0, series.Count).Select(index => series[index]).FirstOrDefault(result =>
            result.Status != ResultStatus.Forecast && HasNumber(result) && series.BreakBetween(result.Period.Closing, latest.Closing) is null);
        return standards.BaselineBy(latest.Closing) is { } set ? new Position(set, now.Standard)
            : first is not null && first.Period < latest ? Judged(indicator, first.Period)
            : null;
    }

    /// <summary>A period's figure as directions judge it; null when it has none, or only a forecast.</summary>
    private Position? Judged(Indicator indicator, Period period)
    {
        var result = Actual(period.Closing);
        if (Series.ValueOf(result, indicator) is not { } value)
        {
            return null;
        }

        var figure = indicator.RateOn == RateOn.Exact ? value.Value : value.Rounded(series.Places(indicator, result));
        return new Position(figure, standards.OfPeriod(indicator, period, years => YearsBefore(indicator, period, years)));
    }

    private decimal? Displayed(Period period)
    {
        var (indicator, result) = (series.VersionAt(period.Closing), series.At(period.Closing));
        return Series.ValueOf(result, indicator)?.Rounded(series.Places(indicator, result));
    }

    private string Missing(Period period) =>
        series.At(period.Closing) is { Status: ResultStatus.Forecast } ? $"only a forecast for {period.Label}"
        : Series.MarkerOf(series.At(period.Closing)) is { Marker: { } marker } ? $"{period.Label} is {marker.Code()}" : $"no result for {period.Label}";

    private static RatingOutcome.Unrated Absent(Result? result) =>
        Series.MarkerOf(result) is { Marker: { } marker }
            ? new RatingOutcome.Unrated(NotRated.Marker, marker.Code())
            : new RatingOutcome.Unrated(NotRated.NoResult);

    private RatingOutcome Over(RatingOutcome computed, Indicator indicator, Period period, bool ytd) =>
        computed is RatingOutcome.Unrated { Reason: not NotRated.NotAKpi }
            ? carried().Over(computed, indicator.Ref, period.Closing, ytd, schemeOf(indicator))
            : computed;

    private bool HasNumber(Result result) => Series.ValueOf(result, series.VersionAt(result.Period.Closing)) is not null;

    /// <summary>The bands of a scheme laid over a standard.</summary>
    private sealed record LaidBands(Indicator Indicator, TargetSet Standard, RatingScheme Scheme, BandIntervals Cuts);
}
