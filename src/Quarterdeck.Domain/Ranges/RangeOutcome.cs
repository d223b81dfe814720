namespace Quarterdeck.Domain.Ranges;

/// <summary>Whether a figure is inside its expected range; the ends are inside.</summary>
public enum RangeAlert
{
    /// <summary>Inside: shown <c>Yes</c>.</summary>
    Within,
    Above,
    Below,
}

/// <summary>A range alert with the thresholds tested, or why there is none.</summary>
public abstract record RangeOutcome
{
    private RangeOutcome()
    {
    }

    public RangeAlert? Alert => this is Tested tested ? tested.Result : null;

    /// <param name="Result">The alert.</param>
    /// <param name="Value">The figure tested, as displayed.</param>
    /// <param name="Lower">Rounded to its display decimals.</param>
    /// <param name="Upper">Rounded to its display decimals.</param>
    /// <param name="OnYearToDate">Whether the year to date was tested rather than the latest result.</param>
    public sealed record Tested(RangeAlert Result, decimal Value, decimal? Lower, decimal? Upper, bool OnYearToDate) : RangeOutcome;

    public sealed record Untested(string Reason) : RangeOutcome;

    /// <summary>As records and pages say it: Yes, Above, Below.</summary>
    public static string Word(RangeAlert alert) => alert switch
    {
        RangeAlert.Within => "Yes",
        RangeAlert.Above => "Above",
        RangeAlert.Below => "Below",
    };
}
