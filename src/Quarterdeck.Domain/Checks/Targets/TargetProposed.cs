using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Numbers;
using Quarterdeck.Domain.Targets;

namespace Quarterdeck.Domain.Checks.Targets;

/// <summary>How often a target of a later year would have been met by the figures held.</summary>
public sealed class TargetProposed() : Check(
    "target-proposed",
    Severity.Note,
    "A target of a year to come",
    "A target that begins in a later year than the latest result, with how often the results of the last year would have met it. One that was always met " +
    "asks for nothing; one that was never met needs more than effort. Targets of a year to date and of a year are left out, as are those made of others.",
    "Nothing needs doing if the target is meant. Otherwise correct it before it begins.")
{
    /// <summary>How far is looked back.</summary>
    private const int Months = 12;

    public override IEnumerable<Finding> Run(CheckContext context) =>
        from rated in context.Rated
        where rated.IsInForce && rated.Latest is not null && rated.Indicator.IsRated && rated.Indicator.Basis.Kind != BasisKind.Cumulative
            && rated.Indicator.Polarity is (Polarity.Higher or Polarity.Lower)
        let next = context.Targets[rated.Indicator.Ref].Where(row => IsProposed(rated, row)).MinBy(row => row.From)
        where next is not null
        let held = Held(rated)
        where held.Count > 1
        select Find(Message(rated, next, held), rated.Indicator.Ref, "targets", next.At, "target", FigureText.Plain(next.Value!.Value));

    private static bool IsProposed(RatedIndicator rated, Target row) =>
        row is { Scope: TargetScope.Period, Profile: TargetProfile.Given, Breakdown: null, Value: not null }
        && rated.Indicator.Calendar.YearOpening(row.From) > rated.Latest!.Value.YearOpening;

    private static List<decimal> Held(RatedIndicator rated) =>
        [.. rated.History.Where(own => own is { Value: not null, IsForecast: false } && own.Period <= rated.Latest
                && rated.Latest!.Value.Closing.MonthsSince(own.Period.Closing) < Months)
            .Select(own => rated.Indicator.RateOn == RateOn.Exact ? own.Value!.Value : Rounding.To(own.Value!.Value, own.Decimals))];

    private static string Message(RatedIndicator rated, Target next, List<decimal> held)
    {
        var target = next.Value!.Value;
        var met = held.Count(value => rated.Indicator.Polarity == Polarity.Higher ? value >= target : value <= target);
        return $"{rated.Indicator.Title}: the target of {FigureText.Full(rated.Indicator, target)} from {next.From} would have been met by {met} of the "
            + $"last {held.Count} results.";
    }
}
