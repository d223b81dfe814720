using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Quarterdeck.Domain.Directions;
using Quarterdeck.Domain.Figures;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Milestones;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Publications;
using Quarterdeck.Domain.Ranges;
using Quarterdeck.Domain.Ratings;
using Quarterdeck.Domain.Results;
using Quarterdeck.Domain.Statistics;
using Quarterdeck.Domain.Targets;

namespace Quarterdeck.Domain.Assessment;

/// <summary>Makes the rated record of every indicator of a pack. It is the one place where figures become ratings.</summary>
public sealed class Rater
{
    /// <summary>Fewer than these are rated sooner by one processor than shared out.</summary>
    private const int FewestInParallel = 200;

    private readonly Pack _pack;
    private readonly Dictionary<IndicatorRef, IndicatorRater> _raters = [];
    private readonly ConcurrentDictionary<string, RatingScheme> _schemes = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<(string Name, decimal PerCent), RatingScheme> _tolerant = new();
    private readonly ILookup<IndicatorRef, MilestoneStep> _steps;
    private readonly Dictionary<string, string> _areas = new(StringComparer.OrdinalIgnoreCase);
    private readonly Lazy<CarriedRatings> _carried;
    private readonly DerivedResults _results;
    private readonly ILookup<IndicatorRef, Target> _targets;
    private readonly IDistributions? _distributions;

    /// <param name="pack">Whose indicators are rated.</param>
    /// <param name="distributions">Needed where an indicator asks for <c>regression</c> or a forecast of the year's end.</param>
    public Rater(Pack pack, IDistributions? distributions = null)
    {
        _pack = pack;
        _distributions = distributions;
        _steps = pack.Milestones.ToLookup(step => step.Ref);
        foreach (var area in pack.Areas)
        {
            _areas[area.Code] = area.Name;
        }

        _carried = new Lazy<CarriedRatings>(() => new CarriedRatings(pack.Published, LatestIn));
        _targets = pack.Targets.ToLookup(target => target.Ref);
        var comparators = pack.Comparators.ToLookup(comparator => comparator.Ref);
        var versions = pack.Indicators
            .GroupBy(indicator => indicator.Ref)
            .ToDictionary(
                all => all.Key,
                all => (IReadOnlyList<Indicator>)[.. all.Select(version => PolarityRule.Resolve(version, _targets[version.Ref]))]);
        _results = new DerivedResults(versions, ResultList.From(pack.Results), TargetPlaces);
        var series = versions.ToDictionary(
            all => all.Key,
            all => new Series(all.Value, _results.Of(all.Key)) { TargetPlaces = TargetPlaces(all.Key) });
        foreach (var (reference, own) in series)
        {
            var weight = own.Versions.Select(version => version.Weight).FirstOrDefault(weight => weight is not null);
            _raters[reference] = new IndicatorRater(
                own,
                new TargetResolver(
                    [.. _targets[reference].Where(target => target.Breakdown is null)],
                    [.. comparators[reference]],
                    pack.Settings.FinancialYearStart),
                new YearToDateRule(own, weight is { } by ? series.GetValueOrDefault(by) : null),
                SchemeOf,
                () => _carried.Value,
                distributions);
        }

        References = [.. pack.Indicators.Select(indicator => indicator.Ref).Distinct()];
    }

    /// <summary>Every indicator's reference, in pack order.</summary>
    public IReadOnlyList<IndicatorRef> References { get; }

    /// <summary>The versions of an indicator, in the order given.</summary>
    public IReadOnlyList<Indicator> VersionsOf(IndicatorRef reference) => _raters[reference].Series.Versions;

    /// <summary>The latest month in which an actual number closes; without one, the latest round or milestone the pack speaks of.</summary>
    public Month DefaultAsAt
    {
        get
        {
            var actual = _raters.Values.Select(rater => rater.Series.LastActual()).Max();
            return actual
                ?? _pack.Reports.Select(report => report.ResultsTo).Max()
                ?? _pack.Published.Select(row => (Month?)row.Round).Max()
                ?? _pack.Milestones.Select(step => (Month?)Month.Of(step.Due)).Max()
                ?? _pack.Targets.Select(target => (Month?)target.From).Max()
                ?? new Month(2000, 1);
        }
    }

    public RatingScheme SchemeOf(Indicator indicator)
    {
        var scheme = _schemes.GetOrAdd(
            indicator.Scheme ?? _pack.Settings.RatingScheme,
            (name, rows) => RatingScheme.Find(name, rows) ?? throw new InvalidOperationException($"No rating scheme is called '{name}'."),
            _pack.Schemes);
        return indicator.Tolerance is { } tolerance
            ? _tolerant.GetOrAdd((scheme.Name, tolerance), static (key, plain) => plain.WithTolerance(key.PerCent), scheme)
            : scheme;
    }

    /// <summary>Every indicator in pack order; very many are shared out over the processors.</summary>
    public IReadOnlyList<RatedIndicator> RateAll(Month asAt)
    {
        if (References.Count < FewestInParallel)
        {
            return [.. References.Select(reference => Rate(reference, asAt))];
        }

        var rated = new RatedIndicator[References.Count];
        try
        {
            Parallel.For(0, rated.Length, at => rated[at] = Rate(References[at], asAt));
        }
        catch (AggregateException several)
        {
            // As it would be thrown by one processor.
            ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
        }

        return rated;
    }

    /// <summary>One own period of an indicator, whether or not it is the latest.</summary>
    public RatedPeriod RatePeriod(IndicatorRef reference, Period period) => _raters[reference].Rated(period);

    /// <summary>How the year of a period could have been said to end then, from the figures up to it; null where the indicator asks for no forecast.</summary>
    public YearEnd? YearEndAt(IndicatorRef reference, Period period) => _raters[reference].YearEndAt(period);

    /// <param name="reference">One of <see cref="References"/>.</param>
    /// <param name="asAt">Results closing by this month's end are admitted.</param>
    public RatedIndicator Rate(IndicatorRef reference, Month asAt)
    {
        var rater = _raters[reference];
        var latest = rater.LatestBy(asAt);
        var indicator = rater.Series.VersionAt(latest?.Closing ?? asAt);
        var rated = indicator.Kind == IndicatorKind.Milestone ? Milestone(rater, indicator, asAt)
            : latest is { } period ? WithResult(rater, indicator, period, asAt)
            : WithoutResult(rater, indicator, asAt);
        return rated with
        {
            AreaName = indicator.Area is { } area ? _areas.GetValueOrDefault(area) : null,
            IsInForce = rater.Series.Versions.Any(version => version.HoldsIn(asAt)),
            Explanation = Assessment.Explanation.Of(rated, SchemeOf(indicator)),
            BreakdownsWhenAsked = () => [.. _results.Parts(reference).Select(name => RatePart(rater.Series.Versions, name, asAt))],
        };
    }

    /// <summary>A part of the whole, rated where a target has the same breakdown.</summary>
    private RatedIndicator RatePart(IReadOnlyList<Indicator> versions, string name, Month asAt)
    {
        var rows = _targets[versions[0].Ref].Where(target => string.Equals(target.Breakdown, name, StringComparison.OrdinalIgnoreCase)).ToList();
        var series = new Series(versions, _results.Of(versions[0].Ref), name) { TargetPlaces = PlacesOf(rows) };
        var rater = new IndicatorRater(
            series,
            new TargetResolver([.. rows], [], _pack.Settings.FinancialYearStart),
            new YearToDateRule(series, null),
            SchemeOf,
            NothingCarried,
            _distributions);
        var latest = rater.LatestBy(asAt);
        var indicator = series.VersionAt(latest?.Closing ?? asAt);
        var rated = latest is { } period ? WithResult(rater, indicator, period, asAt) : WithoutResult(rater, indicator, asAt);
        return rated with
        {
            Breakdown = name,
            AreaName = indicator.Area is { } area ? _areas.GetValueOrDefault(area) : null,
            Explanation = Assessment.Explanation.Of(rated, SchemeOf(indicator)),
        };
    }

    private int? TargetPlaces(IndicatorRef reference) => PlacesOf(_targets[reference].Where(target => target.Breakdown is null));

    private static int? PlacesOf(IEnumerable<Target> rows) => rows.Max(row => row.Value?.Scale);

    private static CarriedRatings NothingCarried() => new([], static (_, _) => null);

    private static RatedIndicator WithResult(IndicatorRater rater, Indicator indicator, Period period, Month asAt)
    {
        var now = rater.Rated(period);
        var figure = rater.YearToDate(period);
        var standard = rater.YearToDateStandard(period);
        var marker = Series.MarkerOf(now.Result);
        return new RatedIndicator
        {
            Indicator = indicator,
            AsAt = asAt,
            Latest = period,
            LatestResult = now.Result,
            Value = now.Value,
            Decimals = now.Decimals,
            Displayed = marker is { } mark ? mark.Words ?? mark.Marker!.Value.Shown() : FigureText.Full(indicator, Shown(rater, now)),
            LastNumber = marker is null ? null : rater.LastNumberBy(asAt),
            Standard = now.Standard,
            Rating = now.Rating,
            Ytd = figure,
            YtdDisplayed = figure switch
            {
                YearToDate.Known known => FigureText.Full(indicator, known.Rounded),
                YearToDate.NotApplicable => Marker.NotApplicable.Shown(),
                _ => string.Empty,
            },
            YtdStandard = standard,
            YtdRating = rater.YearToDateRating(period, figure, standard),
            Range = rater.Range(now, figure, standard),
            Directions = rater.Directions(period),
            PreviousRating = rater.Rated(period.Previous) is { IsForecast: false } before ? before.Rating
                : new RatingOutcome.Unrated(NotRated.NoResult, "only a forecast"),
            PreviousYear = rater.YearBefore(indicator, period),
            PreviousYearYtd = figure is YearToDate.NotApplicable ? null : rater.YearToDateYearBefore(period),
            Stale = now.Value is not null && asAt.MonthsSince(period.Next.Closing) > indicator.Lag
                && rater.Series.Versions.Any(version => version.HoldsIn(period.Next.Closing)),
            YearStandard = rater.Standards.OfWholeYear(indicator, period),
            Forecast = rater.ForecastAfter(period),
            HistoryWhenAsked = () => History(rater, asAt),
            SignalWhenAsked = () => rater.SignalAt(period),
            YearEndWhenAsked = () => rater.YearEndAt(period),
            Explanation = string.Empty,
        };
    }

    private static RatedIndicator WithoutResult(IndicatorRater rater, Indicator indicator, Month asAt)
    {
        var standard = rater.Rated(indicator.Calendar.LastClosedBy(asAt)).Standard;
        var hasYear = rater.HasYearToDate(indicator);
        RatingOutcome unrated = new RatingOutcome.Unrated(indicator.IsRated ? NotRated.NoResult : NotRated.NotAKpi);
        return new RatedIndicator
        {
            Indicator = indicator,
            AsAt = asAt,
            Displayed = string.Empty,
            Standard = standard,
            Rating = unrated,
            Ytd = !hasYear ? new YearToDate.NotApplicable() : new YearToDate.NotComputed("no result"),
            YtdDisplayed = !hasYear ? Marker.NotApplicable.Shown() : string.Empty,
            YtdRating = !hasYear && indicator.IsRated ? new RatingOutcome.Unrated(NotRated.NoYearToDate) : unrated,
            Range = new RangeOutcome.Untested("no result"),
            Directions = NoDirection(indicator, "no result"),
            PreviousRating = unrated,
            YearStandard = rater.Standards.OfWholeYear(indicator, indicator.Calendar.LastClosedBy(asAt)),
            Forecast = rater.ForecastAfter(indicator.Calendar.LastClosedBy(asAt).Previous),
            Stale = false,
            HistoryWhenAsked = () => History(rater, asAt),
            Explanation = string.Empty,
        };
    }

    private RatedIndicator Milestone(IndicatorRater rater, Indicator indicator, Month asAt)
    {
        var steps = _steps[indicator.Ref].ToList();
        var closing = indicator.Calendar.Holding(asAt).Closing;
        var text = rater.Standards.Rows.LastOrDefault(row => row.Text is not null && row.From <= closing && asAt <= rater.Standards.EndOf(row))?.Text;
        RatingOutcome yearOnly = new RatingOutcome.Unrated(NotRated.YearToDateOnly);
        return new RatedIndicator
        {
            Indicator = indicator,
            AsAt = asAt,
            Displayed = string.Join("; ", steps.Select(step => MilestoneWords.StepText(step, asAt.LastDay))),
            Standard = new TargetSet { Text = text },
            Rating = yearOnly,
            Ytd = new YearToDate.NotApplicable(),
            YtdDisplayed = Marker.NotApplicable.Shown(),
            YtdStandard = new TargetSet { Text = text },
            YtdRating = Rated(asAt),
            Range = new RangeOutcome.Untested(RangeRule.NoRange),
            Directions = NoDirection(indicator, "milestones have no direction"),
            PreviousRating = Rated(asAt.AddMonths(-1)),
            Stale = false,
            Steps = steps,
            Explanation = string.Empty,
        };

        RatingOutcome Rated(Month by) =>
            steps.Count == 0 ? new RatingOutcome.Unrated(NotRated.NoResult) : MilestoneRule.Rate(steps, by.LastDay, SchemeOf(indicator));
    }

    /// <summary>Every own period from the first result to the as-at month, then future ones, at most a year on, up to the last with a target or
    /// forecast.</summary>
    private static List<RatedPeriod> History(IndicatorRater rater, Month asAt)
    {
        var history = new List<RatedPeriod>();
        if (rater.Series.Count == 0)
        {
            return history;
        }

        var pending = new List<RatedPeriod>();
        for (var own = rater.Series[0].Period; own.Closing <= asAt.AddMonths(12); own = After(rater.Series, own))
        {
            var rated = rater.Rated(own);
            var isFuture = own.Closing > asAt;
            if (isFuture && !rated.IsForecast)
            {
                rated = rated with { Result = null, Value = null, Displayed = string.Empty, Rating = new RatingOutcome.Unrated(NotRated.NotYetDue) };
            }

            pending.Add(rated);
            if (!isFuture || rated.IsForecast || rated.Standard.Target is not null)
            {
                history.AddRange(pending);
                pending.Clear();
            }
        }

        return history;
    }

    /// <summary>The next own period, in the rhythm of the version in force by then.</summary>
    private static Period After(Series series, Period own)
    {
        var month = own.Closing.AddMonths(1);
        return series.VersionAt(month).Calendar.Holding(month);
    }

    private Period? LatestIn(IndicatorRef reference, Month round) =>
        _raters.TryGetValue(reference, out var rater) ? rater.LatestBy(round) : null;

    private static decimal Shown(IndicatorRater rater, RatedPeriod now) =>
        Series.ValueOf(now.Result, rater.Series.VersionAt(now.Period.Closing))!.Value.Rounded(now.Decimals);

    private static DirectionOutcome[] NoDirection(Indicator indicator, string reason) =>
        [.. indicator.Direction.Methods.Select(method => new DirectionOutcome(method, null, reason, null))];
}
