using System.Globalization;
using Quarterdeck.Application.Reports;
using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Directions;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Milestones;
using Quarterdeck.Domain.Numbers;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Application.Website;

/// <summary>What the site says of its indicators in whole sentences.</summary>
/// <param name="labels">The council's own words.</param>
/// <param name="asAt">The month up to which the site has results.</param>
public sealed class SiteSentences(Labels labels, Month asAt)
{
    /// <summary>How a council is doing: <c>23 of our 30 indicators meet their target. 6 are Red.</c></summary>
    public static string Home(RatingTally tally)
    {
        ArgumentNullException.ThrowIfNull(tally);
        var met = tally.Total switch
        {
            0 => "No indicator has a target yet.",
            1 => tally.Met == 1 ? "Our one indicator meets its target." : "Our one indicator does not meet its target.",
            var total when tally.Met == total => $"All {total} of our indicators meet their target.",
            var total => $"{Number(tally.Met)} of our {total} indicators {(tally.Met == 1 ? "meets its" : "meet their")} target.",
        };
        return tally.Total == 0 || tally.Met == tally.Total ? met : $"{met} {Failing(tally, "None is", "is", "are")}.";
    }

    /// <summary><c>Finance: 5 of 9 indicators meet their target, 3 are Red</c>.</summary>
    public static string Area(string name, RatingTally tally)
    {
        ArgumentNullException.ThrowIfNull(tally);
        return tally.Total switch
        {
            0 => name,
            1 => $"{name}: {(tally.Met == 1 ? "its one indicator meets its target" : "its one indicator does not meet its target")}",
            var total when tally.Met == total => $"{name}: all {total} indicators meet their target",
            var total => $"{name}: {Number(tally.Met)} of {total} indicators {(tally.Met == 1 ? "meets its" : "meet their")} target, "
                + Failing(tally, "none is", "is", "are"),
        };
    }

    /// <summary>The counts in words: <c>3 Red, 1 Amber, 5 Green</c>; what nothing is in is left out.</summary>
    public static string CountsOf(RatingTally tally)
    {
        ArgumentNullException.ThrowIfNull(tally);
        return string.Join(", ", tally.Rows.Where(row => row.Count > 0).Select(row => $"{Number(row.Count)} {row.Word}"));
    }

    /// <summary>Where it stands, with the period and, of a milestone, when the next step is due.</summary>
    public string Standing(RatedIndicator rated)
    {
        ArgumentNullException.ThrowIfNull(rated);
        var standing = new StandingSentence(labels, period => PeriodNames.When(period, asAt)).Of(rated, OneRating.Which(rated));
        var next = rated.Steps.Where(step => MilestoneRule.StateOn(step, rated.AsAt.LastDay) == StepState.Due).OrderBy(step => step.Due).FirstOrDefault();
        return next is null ? standing : $"{standing} The next step is due on {MonthNames.Long(next.Due)}.";
    }

    /// <summary>How it moved: <c>It is 15 points better than September, but 47 points lower than July.</c> Null where there is nothing before it.</summary>
    public string? Movement(RatedIndicator rated)
    {
        ArgumentNullException.ThrowIfNull(rated);
        if (rated.Value is not { } value || rated.Latest is not { } latest)
        {
            return null;
        }

        var known = rated.History.Where(own => own.Value is not null && !own.IsForecast && own.Period.Closing < latest.Closing
            && asAt.MonthsSince(own.Period.Closing) <= 12).ToList();
        var isCumulative = rated.Indicator.Basis.Kind == BasisKind.Cumulative;
        if (known.LastOrDefault(own => !isCumulative || own.Period.Closing == latest.YearBefore.Closing) is not { } before
            || (!isCumulative && before.Period.Closing != latest.Previous.Closing))
        {
            return null;
        }

        var now = Rounding.To(value, rated.Decimals);
        var moved = now - Shown(before);
        var first = moved == 0 ? $"It is the same as {PeriodNames.When(before.Period, asAt)}"
            : $"It is {Apart(rated.Indicator, moved)} {Way(rated.Indicator, moved)} than {PeriodNames.When(before.Period, asAt)}";
        return first + (isCumulative ? string.Empty : Farther(rated, known, now, moved)) + ".";
    }

    /// <summary>A figure against the one of a year before: <c>11 points higher than now</c>; null where either is no number.</summary>
    public static string? AgainstYearBefore(RatedIndicator rated)
    {
        ArgumentNullException.ThrowIfNull(rated);
        var (now, before) = rated.PreviousYearYtd?.Number is { } year && rated.Ytd.Number is { } ytd ? (Rounding.To(ytd, rated.Decimals), year)
            : rated.PreviousYear?.Number is { } same && rated.Value is { } value ? (Rounding.To(value, rated.Decimals), (decimal?)same)
            : (0, null);
        return before is not { } known ? null
            : known == now ? "the same as now"
            : $"{Apart(rated.Indicator, known - now)} {(known > now ? "higher" : "lower")} than now";
    }

    /// <summary>A milestone in a row: <c>1 of 2 met</c>.</summary>
    public static string StepsMet(RatedIndicator rated)
    {
        ArgumentNullException.ThrowIfNull(rated);
        return $"{rated.Steps.Count(step => MilestoneRule.StateOn(step, rated.AsAt.LastDay) == StepState.Met)} of {rated.Steps.Count} met";
    }

    /// <summary>Which way the figure itself moved, as an arrow: beside it stands what that means.</summary>
    public static string Arrow(RatedIndicator rated)
    {
        ArgumentNullException.ThrowIfNull(rated);
        if (rated.Direction is { Method: DirectionMethod.Regression or DirectionMethod.Spc, Travel: { } travel })
        {
            return travel == Direction.NoClearTrend ? "~" : travel == Direction.Improved == (rated.Indicator.Polarity == Polarity.Higher) ? "\u2191" : "\u2193";
        }

        var before = rated.Latest is not { } latest ? null : rated.Direction.Method == DirectionMethod.SamePeriodLastYear
            ? rated.History.LastOrDefault(own => own.Value is not null && own.Period.Closing == latest.YearBefore.Closing)
            : rated.History.LastOrDefault(own => own.Value is not null && own.Period.Closing < latest.Closing);
        return before is null || rated.Value is not { } value ? string.Empty : (Rounding.To(value, rated.Decimals) - Shown(before)) switch
        {
            > 0 => "\u2191",
            < 0 => "\u2193",
            _ => "\u2192",
        };
    }

    /// <summary>An expected range: <c>4,000 to 5,000</c>.</summary>
    public static string RangeOf(Indicator indicator, decimal? lower, decimal? upper) => (lower, upper) switch
    {
        ({ } from, { } to) => $"{FigureText.Cell(indicator, from)} to {Figure(indicator, to)}",
        ({ } from, null) => $"{Figure(indicator, from)} or more",
        (null, { } to) => $"{Figure(indicator, to)} or less",
        _ => string.Empty,
    };

    /// <summary>A figure of this year against last year's: <c>85% this year against 96% last year: 11 points lower, which is worse</c>.</summary>
    public static string Years(Indicator indicator, YearRow row)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        ArgumentNullException.ThrowIfNull(row);
        var (now, before) = (row.Each[^1].Value!.Value, row.Each[^2].Value!.Value);
        var figures = $"{row.Each[^1].Displayed} this year against {row.Each[^2].Displayed} last year";
        if (now == before)
        {
            return $"{row.Each[^1].Displayed} this year, the same as last year";
        }

        var meaning = !indicator.IsRated || indicator.Polarity is not (Polarity.Higher or Polarity.Lower) ? string.Empty
            : now > before == (indicator.Polarity == Polarity.Higher) ? ", which is better" : ", which is worse";
        return $"{figures}: {Apart(indicator, now - before)} {(now > before ? "higher" : "lower")}{meaning}";
    }

    /// <summary>Where two years are farthest apart: <c>They were farthest apart in September, by 59 points.</c> Null where fewer than two periods have
    /// both.</summary>
    public static string? WidestGap(Indicator indicator, IReadOnlyList<YearRow> rows)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        var both = rows.Where(row => row.Each.Count > 1 && row.Each[^1].Value is not null && row.Each[^2].Value is not null)
            .Select(row => (Row: row, Gap: Math.Abs(row.Each[^1].Value!.Value - row.Each[^2].Value!.Value))).ToList();
        return both.Count < 2 || both.MaxBy(one => one.Gap) is not { Gap: > 0 } widest ? null
            : $"They were farthest apart in {widest.Row.Label}, by {Apart(indicator, widest.Gap)}.";
    }

    /// <summary>How far apart two figures are: <c>15 points</c>, <c>1.4 days</c>.</summary>
    public static string Apart(Indicator indicator, decimal apart) =>
        FigureText.Apart(indicator, apart).Replace("percentage point", "point", StringComparison.Ordinal);

    private static decimal Shown(RatedPeriod own) => Rounding.To(own.Value!.Value, own.Decimals);

    /// <summary>Where it improved, how far it still is from the best of the year; where it worsened, nothing more.</summary>
    private string Farther(RatedIndicator rated, List<RatedPeriod> known, decimal now, decimal moved)
    {
        var higher = rated.Indicator.Polarity == Polarity.Higher;
        if (rated.Indicator.Polarity is not (Polarity.Higher or Polarity.Lower) || (higher ? moved <= 0 : moved >= 0))
        {
            return string.Empty;
        }

        var best = higher ? known.MaxBy(Shown)! : known.MinBy(Shown)!;
        var short_ = Math.Abs(Shown(best) - now);
        return (higher ? Shown(best) <= now : Shown(best) >= now) || short_ <= Math.Abs(moved) ? string.Empty
            : $", but {Apart(rated.Indicator, short_)} {(higher ? "lower" : "higher")} than {PeriodNames.When(best.Period, asAt)}";
    }

    private static string Way(Indicator indicator, decimal moved) => indicator.Polarity switch
    {
        Polarity.Higher => moved > 0 ? "better" : "worse",
        Polarity.Lower => moved < 0 ? "better" : "worse",
        _ => moved > 0 ? "higher" : "lower",
    };

    private static string Figure(Indicator indicator, decimal figure) => FigureText.Full(indicator, figure);

    private static string Failing(RatingTally tally, string none, string one, string several) =>
        tally.FailingWords.Count == 0 ? "None falls short of what is acceptable"
        : $"{(tally.Failing == 0 ? none : $"{Number(tally.Failing)} {(tally.Failing == 1 ? one : several)}")} {string.Join(" or ", tally.FailingWords)}";

    private static string Number(int count) => count == 0 ? "None" : count.ToString("N0", CultureInfo.InvariantCulture);
}
