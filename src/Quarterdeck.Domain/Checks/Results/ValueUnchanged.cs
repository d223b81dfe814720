using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Numbers;

namespace Quarterdeck.Domain.Checks.Results;

/// <summary>The same figure again, to the last digit.</summary>
public sealed class ValueUnchanged() : Check(
    "value-unchanged",
    Severity.Note,
    "Value unchanged to the digit",
    "24,587 in two months is more often a copied cell than a coincidence. Short figures repeat by chance, so they are " +
    "reported only after four periods, and 0% and 100% never.",
    "Check that each figure was really returned, and not carried forward.")
{
    private const int LongFigure = 4;
    private const int RunOfShort = 4;
    private const int RunOfLong = 2;

    public override IEnumerable<Finding> Run(CheckContext context)
    {
        var copied = context.Copied.SelectMany(set => set.Refs.Select(reference => (reference, set.Period))).ToHashSet();
        foreach (var rated in context.Rated)
        {
            foreach (var run in Runs(rated).Where(run => run.Count >= (OwnSeries.Digits(run[0]) >= LongFigure ? RunOfLong : RunOfShort)))
            {
                if (run.Skip(1).Any(period => copied.Contains((rated.Indicator.Ref, period.Period))) || run.Exists(period => period.Result?.Note is not null))
                {
                    continue;
                }

                var figure = FigureText.Full(rated.Indicator, Rounding.To(run[0].Value!.Value, run[0].Decimals));
                yield return Find(
                    $"{rated.Indicator.Title}: {figure} in each of the {run.Count} periods from {run[0].Period.Label} to {run[^1].Period.Label}.",
                    rated.Indicator.Ref, "results", run[^1].Result?.At ?? default, "value", run[^1].Displayed);
            }
        }
    }

    private static IEnumerable<List<RatedPeriod>> Runs(RatedIndicator rated)
    {
        List<RatedPeriod> run = [];
        foreach (var period in OwnSeries.Of(rated).Where(period => period.Period <= rated.Latest))
        {
            if (run.Count > 0 && (run[^1].Displayed != period.Displayed || run[^1].Period.Next != period.Period))
            {
                yield return run;
                run = [];
            }

            if (!OwnSeries.IsEnd(period))
            {
                run.Add(period);
            }
        }

        if (run.Count > 0)
        {
            yield return run;
        }
    }
}
