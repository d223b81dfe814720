using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Numbers;
using Quarterdeck.Domain.Targets;

namespace Quarterdeck.Domain.Ranges;

/// <summary>Tests a figure against its expected range: the ends are inside (rules: Expected range).</summary>
public static class RangeRule
{
    /// <summary>Why nothing was tested, where no threshold is set.</summary>
    public const string NoRange = "no expected range";

    /// <param name="value">The figure as displayed.</param>
    /// <param name="standard">Thresholds already rounded as displayed.</param>
    /// <param name="onYearToDate">Which figure is tested, for the record.</param>
    public static RangeOutcome Test(decimal value, TargetSet standard, bool onYearToDate)
    {
        if (standard.Lower is null && standard.Upper is null)
        {
            return new RangeOutcome.Untested(NoRange);
        }

        var places = Math.Max(value.Scale, Math.Max(standard.Lower?.Scale ?? 0, standard.Upper?.Scale ?? 0));
        var stands = Scaled.Of(value, places);
        var alert = standard.Upper is { } upper && stands > Scaled.Of(upper, places) ? RangeAlert.Above
            : standard.Lower is { } lower && stands < Scaled.Of(lower, places) ? RangeAlert.Below
            : RangeAlert.Within;
        return new RangeOutcome.Tested(alert, value, standard.Lower, standard.Upper, onYearToDate);
    }

    /// <summary>Whether the year to date is the figure tested: where the indicator has one, unless it says otherwise.</summary>
    public static bool TestsYearToDate(Indicator indicator, bool hasYearToDate) =>
        indicator.RangeOn is { } setting ? setting == RangeOn.Ytd : hasYearToDate;
}
