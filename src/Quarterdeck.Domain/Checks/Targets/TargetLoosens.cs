using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Targets;

namespace Quarterdeck.Domain.Checks.Targets;

/// <summary>A target that gets easier within its year.</summary>
public sealed class TargetLoosens() : Check(
    "target-loosens",
    Severity.Note,
    "Target loosens in-year",
    "A phased target that becomes easier during the year may be seasonal, or a mistake.",
    "Check the phasing, and explain in the data note why the target becomes easier.")
{
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        foreach (var rated in context.Rated.Where(one => one.Indicator is
        {
            Polarity: Polarity.Higher or Polarity.Lower,
            Basis.Kind: not BasisKind.Cumulative
        }))
        {
            foreach (var (before, after) in rated.History.Zip(rated.History.Skip(1)))
            {
                if (before.Period.YearOpening == after.Period.YearOpening && after.Standard.Row is not { Profile: not TargetProfile.Given }
                    && before.Standard.Target is { } first && after.Standard.Target is { } second
                    && (rated.Indicator.Polarity == Polarity.Higher ? second < first : second > first))
                {
                    yield return Find(
                        $"{rated.Indicator.Title}: the target goes from {FigureText.Full(rated.Indicator, first)} in {before.Period.ShortLabel} to "
                            + $"{FigureText.Full(rated.Indicator, second)} in {after.Period.ShortLabel}, which is easier.",
                        rated.Indicator.Ref,
                        "targets",
                        after.Standard.Row?.At ?? default,
                        "target");
                    break;
                }
            }
        }
    }
}
