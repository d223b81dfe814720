using Microsoft.AspNetCore.Html;
using Quarterdeck.Application.Publishing;
using Quarterdeck.Documents.Charts;
using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Numbers;
using Quarterdeck.Domain.Reports;
using Quarterdeck.Domain.Statistics.ControlCharts;
using Quarterdeck.Domain.Statistics.Forecasts;
using Quarterdeck.Web.Branding;

namespace Quarterdeck.Web.Charts;

/// <summary>An indicator's history as charts of the site's own pages.</summary>
public static class IndicatorCharts
{
    /// <summary>As many periods as a line in a row has.</summary>
    public const int LineLength = 12;

    /// <summary>As many periods as a chart has at most; all of them stand in its figures.</summary>
    public const int ChartLength = 36;

    private const int MonthsOfAYear = 12;
    private const int HighStart = 70;
    private const int LeastOfHighStart = 75;

    /// <summary>The periods with a result, and those that were left out between them, the last so many.</summary>
    public static IReadOnlyList<RatedPeriod> Periods(RatedIndicator rated, int most)
    {
        ArgumentNullException.ThrowIfNull(rated);
        return [.. rated.History.Where(own => own.Period.Closing <= rated.AsAt || own.IsForecast)
            .SkipWhile(own => own.Value is null).Reverse().SkipWhile(own => own.Value is null).Take(most).Reverse()];
    }

    /// <summary>Whether there is a line to draw.</summary>
    public static bool HasTrend(RatedIndicator rated) => Periods(rated, int.MaxValue).Count(own => own.Value is not null) > 1;

    public static BandedTrend Of(PublicDashboard site, RatedIndicator rated, int most, bool isReportedOnly = false)
    {
        ArgumentNullException.ThrowIfNull(site);
        IReadOnlyList<RatedPeriod> periods = isReportedOnly
            ? [.. Periods(rated, int.MaxValue).Where(own => !own.IsForecast).TakeLast(most)]
            : Periods(rated, most);
        var isLong = periods.Count > 0 && periods[^1].Period.Closing.MonthsSince(periods[0].Period.Closing) >= MonthsOfAYear;
        var indicator = rated.Indicator;
        return new BandedTrend(UnitOf(indicator), [.. periods.Select(own => Point(rated, own, isLong))])
        {
            Good = !indicator.IsRated ? GoodSide.None : indicator.Polarity switch
            {
                Polarity.Higher => GoodSide.Above,
                Polarity.Lower => GoodSide.Below,
                _ => GoodSide.None,
            },
            TargetWord = site.Labels.Of(Labels.Target),
            FloorWord = site.Labels.Of(Labels.Floor),
            RangeWord = site.Labels.Of(Labels.ExpectedRange),
        };
    }

    /// <summary>The trend of a page with what chance alone explains, and a ring about each sign of real change.</summary>
    /// <param name="trend">The trend.</param>
    /// <param name="rated">The indicator.</param>
    /// <param name="versions">Its versions: some begin limits anew by a decision.</param>
    public static BandedTrend WithSignal(BandedTrend trend, RatedIndicator rated, IReadOnlyList<Indicator> versions)
    {
        ArgumentNullException.ThrowIfNull(trend);
        ArgumentNullException.ThrowIfNull(rated);
        if (rated.Signal is not SignalOutcome.Told told)
        {
            return trend;
        }

        var rows = told.Periods.Zip(told.Chart.Points).ToDictionary(row => row.First.Closing, row => row.Second);
        var decided = versions.Where(version => version is { Limits: not null, From: not null })
            .Select(version => told.Periods.FirstOrDefault(period => period.Closing >= version.From).Closing).ToHashSet();
        return trend with
        {
            Points =
            [
                .. trend.Points.Zip(Periods(rated, ChartLength), (named, own) => !rows.TryGetValue(own.Period.Closing, out var point) ? named
                    : named with
                    {
                        Point = named.Point with
                        {
                            Usual = Usual(rated, told.Chart, told.Chart.Phases[point.Phase]) is { } usual
                                ? usual with { IsDecided = decided.Contains(own.Period.Closing) } : null,
                            IsSignal = point.Variation != Variation.CommonCause,
                        },
                    }),
            ],
        };
    }

    /// <summary>The last periods of an indicator with a figure, and one that was typed for the next; null where none was.</summary>
    public static BandedTrend Typed(RatedIndicator rated, RatedPeriod? typed)
    {
        ArgumentNullException.ThrowIfNull(rated);
        var indicator = rated.Indicator;
        var periods = rated.History.Where(own => own.Value is not null && !own.IsForecast && own.Period != typed?.Period && own.Period.Closing < rated.AsAt)
            .TakeLast(LineLength - 1);
        var points = typed is { Value: not null } ? periods.Append(typed) : periods;
        return new BandedTrend(UnitOf(indicator), [.. points.Select(own => Point(rated, own, isLong: false))])
        {
            Good = !indicator.IsRated ? GoodSide.None : indicator.Polarity switch
            {
                Polarity.Higher => GoodSide.Above,
                Polarity.Lower => GoodSide.Below,
                _ => GoodSide.None,
            },
        };
    }

    /// <summary>
    /// The same in words, beside the chart's figures: <c>By chance alone it goes from 54 to 81 about an average of 67.</c> Null without it.
    /// </summary>
    public static string? UsualWords(RatedIndicator rated)
    {
        ArgumentNullException.ThrowIfNull(rated);
        if (rated.Signal is not SignalOutcome.Told told || Usual(rated, told.Chart, told.Chart.Phases[^1]) is not { } usual)
        {
            return null;
        }

        var since = told.Chart.Phases.Count > 1 ? $"Since {told.Periods[told.Chart.Phases[^1].Start].Label}, by" : "By";
        var reach = (usual.Lower, usual.Upper) switch
        {
            ({ } least, { } most) => $" from {least.Displayed} to {most.Displayed}",
            ({ } least, null) => $" down to {least.Displayed}",
            (null, { } most) => $" up to {most.Displayed}",
            _ => " anywhere",
        };
        var shown = Periods(rated, ChartLength).Select(own => own.Period.Closing).ToHashSet();
        var signs = told.Periods.Zip(told.Chart.Points)
            .Where(row => row.Second.Variation != Variation.CommonCause && shown.Contains(row.First.Closing)).Select(row => row.First.Label).ToList();
        var average = FigureText.Cell(rated.Indicator, Rounding.To(usual.Mean, Math.Min(rated.Decimals, 1)));
        return $"{since} chance alone it goes{reach} about an average of {average}."
            + (signs.Count == 0 ? string.Empty : $" Signs of real change: {string.Join(", ", signs)}.");
    }

    /// <summary>Limits are left out where no figure can be: under nought, where none ever was, or a share over a hundred per cent.</summary>
    private static UsualFigures? Usual(RatedIndicator rated, XmrChart chart, XmrPhase phase)
    {
        var canBeNegative = chart.Points.Any(point => point.Value < 0);
        var isShare = rated.Indicator.Unit.IsPercent && chart.Points.All(point => point.Value is null or (>= 0 and <= 100));
        ChartFigure? Limit(decimal? limit) => limit is not { } known || (known < 0 && !canBeNegative) || (known > 100 && isShare) ? null
            : Figure(rated.Indicator, Rounding.To(known, Math.Min(rated.Decimals, 1)));
        return phase is { Mean: { } mean, Upper: not null } ? new UsualFigures(mean, Limit(phase.Lower), Limit(phase.Upper)) : null;
    }

    /// <summary>The same chart in three sizes, one of which the style sheet shows.</summary>
    public static IHtmlContent Page(BandedTrend trend)
    {
        ArgumentNullException.ThrowIfNull(trend);
        return new HtmlString(
            PageSvg.Silent(trend.Lay(TrendSize.Wide), "trend-wide") + PageSvg.Silent(trend.Lay(TrendSize.Middle), "trend-middle")
            + PageSvg.Silent(trend.Lay(TrendSize.Narrow), "trend-narrow"));
    }

    /// <summary>Where the year may end, in two sizes; the words beside it say the same.</summary>
    public static IHtmlContent YearEnd(PublicDashboard site, RatedIndicator rated)
    {
        ArgumentNullException.ThrowIfNull(site);
        ArgumentNullException.ThrowIfNull(rated);
        if (rated.YearEnd is not { Forecast: { } forecast } end)
        {
            return HtmlString.Empty;
        }

        ChartFigure Shown(decimal figure) => Figure(rated.Indicator, figure)!;
        var levels = new[] { (end.Standard.Target, Labels.Target, false), (end.Standard.Floor, Labels.Floor, true) }
            .Where(level => level.Item1 is not null).Select(level => (Shown(level.Item1!.Value), site.Labels.Of(level.Item2), level.Item3));
        var strip = new YearEndStrip(Shown(forecast.Expected), Shown(forecast.Low), Shown(forecast.High), [.. levels], UnitOf(rated.Indicator));
        return new HtmlString(
            PageSvg.Silent(strip.Lay(YearEndStrip.Wide), "trend-beside") + PageSvg.Silent(strip.Lay(YearEndStrip.Narrow), "trend-low"));
    }

    /// <summary>The chances forecasts gave beside what came; the table beside it says the same.</summary>
    public static IHtmlContent Reliability(ForecastScore score)
    {
        ArgumentNullException.ThrowIfNull(score);
        var marks = score.Reliability.Select(row => (row.Mean, (double)row.Met / row.Count, row.Count));
        return new HtmlString(PageSvg.Silent(new ReliabilityChart([.. marks]).Lay(), "reliability"));
    }

    /// <summary>Beside its text, or over it on a phone.</summary>
    public static IHtmlContent Beside(BandedTrend trend)
    {
        ArgumentNullException.ThrowIfNull(trend);
        return new HtmlString(
            PageSvg.Silent(trend.Lay(TrendSize.Beside), "trend-beside") + PageSvg.Silent(trend.Lay(TrendSize.Low), "trend-low"));
    }

    /// <summary>One of a set.</summary>
    public static IHtmlContent Small(BandedTrend trend)
    {
        ArgumentNullException.ThrowIfNull(trend);
        return new HtmlString(PageSvg.Silent(trend.Lay(TrendSize.Small), "trend-one"));
    }

    /// <summary>A set of small charts, those of percentages on one scale; without a scale where there is no percentage.</summary>
    public static (IReadOnlyDictionary<RatedIndicator, BandedTrend> Charts, (int Low, int High)? Ends) Set(
        PublicDashboard site, IEnumerable<RatedIndicator> rated)
    {
        ArgumentNullException.ThrowIfNull(rated);
        var charts = rated.Where(HasTrend).ToDictionary(one => one, one => Of(site, one, LineLength));
        var shares = charts.Where(one => one.Key.Indicator.Unit.IsPercent && one.Value.Greatest <= 100 && one.Value.Least >= 0).ToList();
        if (shares.Count == 0)
        {
            return (charts, null);
        }

        var low = shares.TrueForAll(one => one.Value.Least >= LeastOfHighStart) ? HighStart : 0;
        foreach (var (one, chart) in shares)
        {
            charts[one] = chart with { Ends = (low, 100) };
        }

        return (charts, (low, 100));
    }

    /// <summary>This year with the year before it as a second line; null where fewer than two periods have a figure, or none has both.</summary>
    public static BandedTrend? Years(PublicDashboard site, YearComparison compared)
    {
        ArgumentNullException.ThrowIfNull(compared);
        var rated = compared.Detail.Rated;
        var rows = compared.Rows.Where(row => row.Each.Count > 1 && (row.Each[^1].Value is not null || row.Each[^2].Value is not null)).ToList();
        return rows.Count < 2 || !rows.Exists(row => row.Each[^1].Value is not null && row.Each[^2].Value is not null) ? null
            : Of(site, rated, 1) with
            {
                Points = [.. rows.Select(row => row.Each[^1].Own is { } own
                    ? Point(rated, own, isLong: false) with { Long = row.Label, Short = row.ShortLabel }
                    : new NamedPoint(row.Label, row.ShortLabel, new TrendPoint(row.ShortLabel, row.Each[^1].Value, row.Each[^1].Displayed)))],
                Before = [.. rows.Select(row => row.Each[^2].Value)],
                Names = (compared.Years[^2], compared.Years[^1]),
            };
    }

    /// <summary>The line in a row of a table, read as its first and its last value; nothing where there are not two.</summary>
    public static IHtmlContent Line(PublicDashboard site, RatedIndicator rated)
    {
        var trend = Of(site, rated, LineLength, isReportedOnly: true);
        var valued = trend.Points.Where(named => named.Point.Value is not null).ToList();
        return valued.Count < 2 ? HtmlString.Empty : new HtmlString(PageSvg.Named(
            trend.Line(),
            "line",
            $"{valued[0].Point.Displayed} in {valued[0].Long}, {valued[^1].Point.Displayed} in {valued[^1].Long}"));
    }

    private static NamedPoint Point(RatedIndicator rated, RatedPeriod own, bool isLong)
    {
        var (indicator, period) = (rated.Indicator, own.Period);
        var value = own.Value is { } exact ? Rounding.To(exact, own.Decimals) : (decimal?)null;
        return new NamedPoint(
            isLong ? period.ShortLabel : Capital(period.LabelWithinYear),
            isLong ? period.ShortLabel : Capital(period.ShortLabelWithinYear),
            new TrendPoint(period.ShortLabel, value, value is { } shown ? FigureText.Cell(indicator, shown) : own.Displayed)
            {
                Rating = indicator.IsRated && own.Rating.Band is { } band ? RatingLook.MarkOf(band) : null,
                Target = Figure(indicator, own.Standard.Target),
                Floor = Figure(indicator, own.Standard.Floor),
                Lower = own.Standard.Lower,
                Upper = own.Standard.Upper,
                Forecast = own.IsForecast,
            },
            IsFirst(rated, own));
    }

    /// <summary>Whether a total begins again with this period, or a version whose figures cannot be compared with those before.</summary>
    private static bool IsFirst(RatedIndicator rated, RatedPeriod own) =>
        rated.Indicator.Basis.Kind == BasisKind.Cumulative && own.Period.Previous.YearOpening != own.Period.YearOpening;

    private static string Capital(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];

    private static ChartFigure? Figure(Indicator indicator, decimal? figure) =>
        figure is { } known ? new ChartFigure(known, FigureText.Cell(indicator, known)) : null;

    private static ChartUnit UnitOf(Indicator indicator) => new(
        indicator.Unit.Prefix,
        (indicator.Scale switch { 1000 => "k", 1000000 => "m", _ => string.Empty }) + indicator.Unit.Suffix,
        indicator.Unit.Words is { Length: > 0 } words ? char.ToUpperInvariant(words[0]) + words[1..] : null)
    {
        Grades = indicator.Grades,
    };
}
