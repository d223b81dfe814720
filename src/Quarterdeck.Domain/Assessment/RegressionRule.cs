using Quarterdeck.Domain.Directions;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Numbers;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Statistics;
using Quarterdeck.Domain.Statistics.Trends;

namespace Quarterdeck.Domain.Assessment;

/// <summary>The direction of travel by the line through the figures of the chart, since the last break, where its slope is more than chance.</summary>
internal static class RegressionRule
{
    /// <summary>As many periods as a chart shows.</summary>
    private const int Window = 36;

    private const int FewestFigures = 6;

    public static DirectionOutcome Judge(Indicator indicator, OwnFigures figures, IDistributions? distributions)
    {
        if (distributions is null)
        {
            throw new InvalidOperationException("A direction by regression needs the distributions: give them to the Rater.");
        }

        var start = Math.Max(figures.LastStart, figures.Values.Length - Window);
        var rows = figures.Values.Index().Skip(start).Where(row => row.Item is not null).Select(row => (row.Index - start, row.Item!.Value)).ToList();
        var reason = indicator.Polarity is not (Polarity.Higher or Polarity.Lower) ? "no good direction is set, or it lies between two"
            : indicator.Unit.IsGraded ? "its figures are words"
            : indicator.Basis.Kind == BasisKind.Cumulative ? "a cumulative figure grows within its year, whatever the service does"
            : rows.Count < FewestFigures ? $"{rows.Count} {(rows.Count == 1 ? "figure is" : "figures are")} held, and {FewestFigures} are needed to see a trend"
            : null;
        if (reason is not null)
        {
            return new DirectionOutcome(DirectionMethod.Regression, null, reason, null);
        }

        var frequency = figures.Periods[^1].Calendar.Frequency;
        var trend = new TrendTest(distributions).Run(rows, new TrendOptions { FewestPoints = FewestFigures, Seasons = frequency.InYear() });
        Direction? travel = trend.Verdict switch
        {
            TrendVerdict.Rising => indicator.Polarity == Polarity.Higher ? Direction.Improved : Direction.Worsened,
            TrendVerdict.Falling => indicator.Polarity == Polarity.Lower ? Direction.Improved : Direction.Worsened,
            _ => Direction.NoClearTrend,
        };
        return new DirectionOutcome(DirectionMethod.Regression, travel, null, Note(indicator, trend, figures.Periods[start]));
    }

    private static string Note(Indicator indicator, TrendOutcome trend, Period since)
    {
        var figures = $"{trend.Count} figures since {since.Label}";
        var note = trend.Verdict == TrendVerdict.NoClearTrend
            ? $"A change cannot be told from chance in the {figures}. That is not the same as staying level."
            : $"By the {figures}, it {(trend.Verdict == TrendVerdict.Rising ? "rises" : "falls")} by {Slope(indicator, trend, since.Calendar)} a year.";
        return indicator.Basis.Kind == BasisKind.Rolling ? note + " Rolling figures resemble each other, so take it as a hint." : note;
    }

    private static string Slope(Indicator indicator, TrendOutcome trend, PeriodCalendar calendar)
    {
        var line = trend.Used ?? trend.Line!;
        var year = Math.Abs(line.Slope) * calendar.Frequency.InYear();
        return year < (double)(decimal.MaxValue / 10) ? FigureText.Apart(indicator, Rounding.To((decimal)year, 1)) : "more than can be told";
    }
}
