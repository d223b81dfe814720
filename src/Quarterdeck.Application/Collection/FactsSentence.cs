using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Collection;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Numbers;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Ratings;
using Quarterdeck.Domain.Results;

namespace Quarterdeck.Application.Collection;

/// <summary>What a figure shows, drafted from the numbers: facts only, never a cause.</summary>
public static class FactsSentence
{
    private static readonly string[] Ordinals = ["second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"];

    public static string Of(RatedIndicator rated, RatedPeriod own, IReadOnlyList<RatedPeriod> earlier, ReturnContent typed)
    {
        ArgumentNullException.ThrowIfNull(own);
        ArgumentNullException.ThrowIfNull(typed);
        if (typed.Marker.Length > 0)
        {
            var expected = typed.ExpectedOn.Length == 0 ? string.Empty : $" It is expected by {DayOf(typed.ExpectedOn)}.";
            return $"No figure for {own.Period.LabelWithinYear}: {typed.Reason}.{expected}";
        }

        return own.Value is null ? string.Empty
            : string.Join(" ", new[] { First(rated, own, earlier, typed), Against(rated, own, earlier), Year(rated) }.OfType<string>());
    }

    private static string First(RatedIndicator rated, RatedPeriod own, IReadOnlyList<RatedPeriod> earlier, ReturnContent typed)
    {
        var indicator = rated.Indicator;
        var parts = typed.Numerator.Length > 0 && typed.Denominator.Length > 0
            ? $" ({Plain(typed.Numerator)} of {Plain(typed.Denominator)})" : string.Empty;
        var said = $"In {own.Period.LabelWithinYear} this was {own.Displayed}{parts}";
        if (earlier.Count == 0 || earlier[^1].Period.Closing != own.Period.Previous.Closing)
        {
            return said + ".";
        }

        var (now, before) = (Rounding.To(own.Value!.Value, own.Decimals), Rounding.To(earlier[^1].Value!.Value, earlier[^1].Decimals));
        var when = earlier[^1].Period.LabelWithinYear;
        return now == before ? $"{said}, as in {when}." : $"{said}, {(now > before ? "up" : "down")} from {FigureText.Full(indicator, before)} in {when}.";
    }

    private static string? Against(RatedIndicator rated, RatedPeriod own, IReadOnlyList<RatedPeriod> earlier)
    {
        var (indicator, standard) = (rated.Indicator, own.Standard);
        if (own.Rating.Band is not { } band || standard.Target is not { } target || indicator.Polarity is not (Polarity.Higher or Polarity.Lower))
        {
            return null;
        }

        var beyond = indicator.Polarity == Polarity.Higher ? "below" : "above";
        var where = band.Standing switch
        {
            BandMeaning.Achieved => $"meets the target of {FigureText.Full(indicator, target)}",
            BandMeaning.Failing when standard.Floor is { } floor => $"is {beyond} the floor standard of {FigureText.Full(indicator, floor)}",
            BandMeaning.Short when standard.Floor is { } floor =>
                $"is between the floor standard of {FigureText.Full(indicator, floor)} and the target of {FigureText.Full(indicator, target)}",
            _ => $"is {beyond} the target of {FigureText.Full(indicator, target)}",
        };
        var run = 1;
        for (var at = earlier.Count - 1; at >= 0 && earlier[at].Rating.Band?.Code == band.Code; at--)
        {
            run++;
        }

        var running = run == 1 ? string.Empty
            : $" for the {(run - 2 < Ordinals.Length ? Ordinals[run - 2] : $"{run}th")} {PeriodWord(own.Period)} running";
        return $"This {where}{running}.";
    }

    private static string? Year(RatedIndicator rated) =>
        rated.Ytd is not YearToDate.Known ? null
        : rated.PreviousYearYtd is { Number: not null } before
            ? $"The year to date is {rated.YtdDisplayed}, against {FigureText.Cell(rated.Indicator, before)} a year ago."
        : $"The year to date is {rated.YtdDisplayed}.";

    private static string PeriodWord(Period period) => period.Calendar.Frequency switch
    {
        Frequency.Month => "month",
        Frequency.Quarter => "quarter",
        Frequency.Year => "year",
        _ => "period",
    };

    private static string Plain(string number) =>
        FigureText.Plain(decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture));

    private static string DayOf(string day) =>
        MonthNames.Long(DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
}
