using Quarterdeck.Domain.Indicators;

namespace Quarterdeck.Domain.Targets;

/// <summary>Which way is good where nobody has said it (rules: Rating 9). It follows from target and floor standard, and is never guessed.</summary>
public static class PolarityRule
{
    /// <summary>The indicator with what its targets tell: a floor standard below the target means that higher is better. Else as it was.</summary>
    /// <param name="indicator">A version of the indicator.</param>
    /// <param name="targets">The indicator's target rows.</param>
    public static Indicator Resolve(Indicator indicator, IEnumerable<Target> targets)
    {
        if (indicator.IsPolarityStated)
        {
            return indicator;
        }

        var told = targets
            .Where(row => row.Value is not null && row.Floor is not null && row.Value != row.Floor)
            .Select(row => row.Floor < row.Value ? Polarity.Higher : Polarity.Lower)
            .Distinct()
            .ToList();
        return told.Count == 1 ? indicator with { Polarity = told[0] } : indicator;
    }
}
