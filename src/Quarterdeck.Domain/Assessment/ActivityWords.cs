using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Ranges;
using Quarterdeck.Domain.Results;

namespace Quarterdeck.Domain.Assessment;

/// <summary>Why an activity indicator has the alert it has.</summary>
internal static class ActivityWords
{
    public static string Why(RatedIndicator rated)
    {
        if (rated.Latest is not { } period)
        {
            return "No result has been returned";
        }

        if (rated.Range is RangeOutcome.Tested tested)
        {
            return tested.OnYearToDate && rated.Ytd is YearToDate.Known known
                ? Alert(rated.Indicator, tested, Explanation.Span(rated.Indicator, known), rated.YtdDisplayed)
                : Alert(rated.Indicator, tested, period.Label, rated.Displayed);
        }

        if (rated.Value is null)
        {
            return $"No figure for {period.Label}: {Explanation.MarkerText(rated)}";
        }

        var reason = ((RangeOutcome.Untested)rated.Range).Reason;
        return reason == RangeRule.NoRange
            ? $"{rated.Displayed} for {period.Label}, for context: no expected range is set"
            : $"{rated.Displayed} for {period.Label}, not tested against the expected range, because there is {reason}";
    }

    private static string Alert(Indicator indicator, RangeOutcome.Tested tested, string when, string value)
    {
        var range = (tested.Lower, tested.Upper) switch
        {
            ({ } lower, { } upper) => $"{FigureText.Cell(indicator, lower)} to {FigureText.Full(indicator, upper)}",
            ({ } lower, null) => $"{FigureText.Full(indicator, lower)} or more",
            (null, { } upper) => $"{FigureText.Full(indicator, upper)} or less",
            _ => string.Empty,
        };
        return tested.Result switch
        {
            RangeAlert.Within => $"Within the expected range for {when}: {value} lies in the range {range}",
            RangeAlert.Above => $"Above the expected range for {when}: {value} against {range}",
            RangeAlert.Below => $"Below the expected range for {when}: {value} against {range}",
        };
    }
}
